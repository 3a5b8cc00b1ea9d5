"""Letters of a scale after digits, and where they are a unit: 5m, 20K; the 400m."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import (
    word_after,
    word_at,
)
from build_tools.annotate.figures.view import View

_LETTERS = re.compile(r" ?([A-Za-z]{1,3})(?![A-Za-z\d])")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.;!?](?= |$)")
_NEAR = 60
"""How far back, in characters, a word may stand that tells what a letter means."""


def scale_letters(view: View, number: Number, g: Grammar) -> Number:
    """5k, 1.04M, 30bn: letters of a scale right after digits, or after a blank when they stand alone."""
    if not number.digits or number.value is None or number.scale != 1:
        return number
    match = _LETTERS.match(view.text, number.end)
    if match is None or match[1] not in g.letters:
        return number
    spaced = match[0][0] == " "
    far = spaced and len(match[1]) == 1 and match[1] not in g.data.numerals.spaced_letters
    if far and not _priced(view.flat, number, g):
        return number
    if spaced and match[1] in g.data.counting.spaced_units and alone_after(view.flat, number, match.end(), g):
        return number
    if (not spaced or not _letters_of_money(match[1], g)) and _is_unit(
        view, number, match[1], match.end(), g
    ):
        return number
    scale = g.letters[match[1]]
    return replace(
        number,
        value=number.value * scale,
        end=match.end(),
        scale=scale,
        trail=f"digits-{match[1]}",
        letters=match[1],
    )


def _letters_of_money(letters: str, g: Grammar) -> bool:
    """Whether letters are a unit only before certain words: 5 m; those that always are (635 mm) stay so after a blank."""
    return bool(g.data.numerals.letters_yield.get(letters, letters))


def _is_unit(view: View, number: Number, letter: str, end: int, g: Grammar) -> bool:
    """Whether letters of a scale are a unit here: 450mm of rain, 3t of steel, waves 5m high; not $450mm, 5m users."""
    followers = g.data.numerals.letters_yield.get(letter)
    if followers is None:
        return False
    flat = view.flat
    if _length_near(flat, number, letter, end, g):
        return True
    if flat[end : end + 1] == " ":
        after, _ = word_at(flat, end + 1)
        found = g.suffixes.at(flat, end + 1)
        if (found and found[0].kind == "money") or (followers and after not in followers):
            return False
    elif followers and not (flat[end : end + 1] == "-" and word_at(flat, end + 1)[0] in followers):
        return False
    return not _priced(flat, number, g)


def alone_after(flat: str, number: Number, end: int, g: Grammar) -> bool:
    """Whether a single letter after a blank is a unit: no noun follows that it would be the scale of, no money stands before."""
    after, _ = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", end)
    return (not after or after in g.stop_words) and not _priced(flat, number, g)


def _priced(flat: str, number: Number, g: Grammar) -> bool:
    left = number.start
    while left and flat[left - 1] == " ":
        left -= 1
    priced = g.prefixes.before(flat, left)
    return priced is not None and priced[0].kind == "money"


def _leads(word: str, flat: str, at: int) -> bool:
    """Whether a word stands right before a place."""
    return flat.endswith(f" {word} ", 0, at) or flat[:at] == f"{word} "


def _length_near(flat: str, number: Number, letter: str, end: int, g: Grammar) -> bool:
    """She ran the 100m, cleared 2.36m: a word near by tells that a length is meant, and none that it counts follows."""
    table = g.data.numerals.letters_near.get(letter)
    if table is None or number.value is None or number.value > table.most:
        return False
    follows, _ = word_after(flat, end)
    if follows and follows not in g.stop_words and follows not in table.words:
        return False
    if number.start and not flat[number.start - 1].isspace():
        return False
    if number.value in table.usual and any(_leads(word, flat, number.start) for word in table.usual_after):
        return True
    before = _SENTENCE_END.split(flat[max(0, number.start - _NEAR) : number.start])[-1]
    after = _SENTENCE_END.split(flat[end : end + _NEAR])[0]
    near = {*_WORD.findall(before), *_WORD.findall(after)}
    return not near.isdisjoint(table.words)
