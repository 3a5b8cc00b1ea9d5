"""Which country a text speaks of, for money whose name leaves it open: by the words that name countries and cities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import ahocorasick

from build_tools.annotate.figures.grammar import grammar


@cache
def home_words(tag: str) -> dict[str, dict[str, tuple[tuple[str, ...], re.Pattern[str]]]]:
    """Family of currencies → currency → the words that name its country, and what is sought with them."""
    g = grammar(tag)
    if g.positional:
        return {
            family: {code: (tuple(words), re.compile("|".join(words))) for code, words in codes.items()}
            for family, codes in g.data.money.families.items()
        }
    by = g.data.inflection
    lead = rf"[{g.proclitics}]{{0,2}}(?:{g.article}|{by.article_after_for})?" if g.proclitics else ""
    tail = f"(?:{'|'.join(by.people)})?"
    return {
        family: {
            code: (tuple(words), re.compile(rf"(?<![^\W\d_]){lead}(?:{'|'.join(words)}){tail}(?![^\W\d_])"))
            for code, words in codes.items()
        }
        for family, codes in g.data.money.families.items()
    }


def _named(words: Sequence[str], pattern: re.Pattern[str], text: str, tag: str) -> int:
    """How often a text names any of the words: sought as they are, which is fast, then judged by what is written on them."""
    total = here = 0
    places = _places(text, tag)
    for at in sorted({at for word in words for at in places.get(word, ())}):
        match = _around(pattern, text, at, here)
        if match:
            total, here = total + 1, match.end()
    return total


def _around(pattern: re.Pattern[str], text: str, at: int, floor: int) -> re.Match[str] | None:
    """The match that holds the word at a place, with proclitics and article before it."""
    for start in range(at, max(floor, at - _LONGEST_LEAD) - 1, -1):
        match = pattern.match(text, start)
        if match and match.end() > at:
            return match
        if start and not text[start - 1].isalpha():
            break
    return None


@lru_cache(maxsize=2)
def _places(text: str, tag: str) -> Mapping[str, Sequence[int]]:
    """Where the words stand that name countries and what is at home there: all of them in one pass."""
    found: dict[str, list[int]] = {}
    for last, word in _finder(tag).iter(text):
        found.setdefault(word, []).append(last + 1 - len(word))
    return found


@cache
def _finder(tag: str) -> ahocorasick.Automaton:
    money = grammar(tag).data.money
    homes = [words for codes in money.families.values() for words in codes.values()]
    own = [row.words for row in money.dollars.own.values()]
    made = ahocorasick.Automaton()
    for word in {word for words in (*homes, *own, money.dollars.away) for word in words}:
        made.add_word(word, word)
    made.make_automaton()
    return made


_LONGEST_LEAD = 4
"""Letters that proclitics and the article may put before a word."""


def home_of(family: str, text: str, tag: str) -> str | None:
    """The currency of a family whose country a text names most often; ``None`` when it names none or two alike."""
    return most_named(home_words(tag)[family], text, tag)


def most_named(
    codes: Mapping[str, tuple[tuple[str, ...], re.Pattern[str]]], text: str, tag: str
) -> str | None:
    """The currency whose words a text names most often; ``None`` when it names none or two alike."""
    counts = {code: _named(words, pattern, text, tag) for code, (words, pattern) in codes.items()}
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] == 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _letter_of_number(letter: str) -> re.Pattern[str]:
    return re.compile(rf"{letter}(?<![a-z\d].)\W*\d")


def _occurs(mark: str, text: str) -> bool:
    """Whether a text has a bare name of money: a letter, which nearly every text has somewhere, only before a number."""
    letter = len(mark) == 1 and mark.isalpha()
    return _letter_of_number(mark).search(text) is not None if letter else mark in text


def homes_of(text: str, tag: str, record: str | None = None) -> tuple[tuple[str, str], ...]:
    """Every family of currencies whose bare name occurs in a text, with the one that the text, or else the record, speaks of."""
    money = grammar(tag).data.money
    found = []
    for family, marks in money.bare_words.items():
        if any(_occurs(mark, text) for mark in marks):
            home = home_of(family, text if record is None else record, tag)
            if home:
                found.append((family, home))
    if record is not None:
        return tuple(found)
    found.extend(_own_dollar(text, tag))
    if any(f" {word}" in text for word in money.thousands):
        home = home_of("GBP", text, tag)
        found.extend([("slang", home)] if home else [])
    return tuple(found)


@lru_cache(maxsize=64)
def _whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _times_named(words: Sequence[str], text: str, tag: str) -> int:
    """How often a text names any of the words, whole."""
    return _named(words, _whole_words(tuple(words)), text, tag)


_LEAST_NAMED = 3
"""How often a text must name what only one country's press names."""


def _own_dollar(text: str, tag: str) -> tuple[tuple[str, str], ...]:
    """Whose dollar a bare $ is where the text speaks of one country's own affairs; nothing where it stays open."""
    table = grammar(tag).data.money.dollars
    if not table.own or "$" not in text:
        return ()
    counts = {code: _times_named(row.words, text, tag) for code, row in table.own.items()}
    code = max(counts, key=counts.__getitem__)
    if counts[code] < _LEAST_NAMED or sum(counts.values()) > counts[code] + 1:
        return ()
    signs = table.own[code].signs
    marked = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, signs))})(?![a-z])")
    if marked.search(text):
        return ()
    if 2 * _times_named(table.away, text, tag) > counts[code]:
        return ()
    return (("USD", code),)
