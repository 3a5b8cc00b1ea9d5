"""The English noun that a number counts, and its singular; a language without articles or classifiers needs no list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_BOUND = re.compile(r"-([a-z]{3,20})(?![\w'])")
_SHORT = 4
"""Letters of a noun that only looks like a participle: a bed, a shed."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Noun:
    lemma: str
    end: int
    direct: bool
    """Follows the number directly, so that it belongs into the span."""


def singular(plural: str, g: Grammar) -> str:
    """The singular of a regular plural, by the endings of the language's data."""
    table = g.data.lemma
    if plural in table.same:
        return plural
    if plural not in table.only_s:
        for ending, instead in table.endings.items():
            if plural.endswith(ending) and len(plural) > len(ending) + 1:
                return f"{plural[: -len(ending)]}{instead}"
    return plural[:-1]


def attribute(view: View, end: int, number: Number, g: Grammar) -> Noun | None:
    """The noun that a hyphen binds to the number: four-room, 45-storey, nine-man; it belongs into the span."""
    flat = view.flat
    match = _BOUND.match(flat, end) if g.stop_words else None
    if match is None or number.value in (0, 1) or not isinstance(number.value, Fraction):
        return None
    word = match[1]
    year = number.bare and not number.grouped and 1900 <= number.value <= 2099
    unlike = g.data.lemma.not_bound
    if (
        year
        or word in g.stop_words
        or word in unlike
        or word in g.atoms
        or word in g.ordinals
        or word in g.parts
    ):
        return None
    if (word.endswith(("ed", "ly")) and len(word) > _SHORT) or flat[match.end() : match.end() + 2] == "-t":
        return None
    return Noun(word, match.end(), direct=True)


def counted_noun(view: View, at: int, number: Number, g: Grammar) -> Noun | None:
    """The first plural noun after the number with at most two attributes before it."""
    flat = view.flat
    here = at
    stop, endings = g.stop_words, g.not_plural
    if number.value == 1 or not stop:
        return None
    for place in range(3):
        match = _WORD.match(flat, here)
        if match is None or match[0] in stop:
            return None
        found = g.suffixes.at(flat, here)
        if place and found and found[0].table == "noun":
            return Noun(found[0].unit or match[0], found[1], direct=False)
        if place and found and found[0].kind != "count":
            return None
        word = match[0]
        last = word.rsplit("-", 1)[-1]
        if last.endswith(
            (
                "smen",
                "emen",
                "nmen",
                "rmen",
                "ymen",
                "hmen",
                "wmen",
                "tmen",
                "dmen",
                "kmen",
                "gmen",
                "pmen",
                "eamen",
            )
        ):
            return Noun(word[:-3] + "man", match.end(), direct=place == 0)
        plural = not last.endswith(endings) or last in g.data.lemma.plurals_in_is
        if last.endswith("s") and len(last) > 3 and plural:
            if flat[match.end() : match.end() + 1] == "'":
                return None
            lemma = word[: len(word) - len(last)] + singular(last, g)
            return Noun(lemma, match.end(), direct=place == 0)
        if word in g.atoms or word in g.ordinals or flat[match.end() : match.end() + 1] != " ":
            return None
        here = match.end() + 1
    return None
