"""Which country a text speaks of, for money whose name leaves it open: by the words that name countries and cities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

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


def _named(words: Sequence[str], pattern: re.Pattern[str], texts: Sequence[str]) -> int:
    """How often the texts name any of the words: sought as they are, which is fast, then judged by what is written on them."""
    total = 0
    for text in texts:
        held = [word for word in words if word in text]
        here = 0
        for at in sorted({at for word in held for at in _places(word, text)}):
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


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


_LONGEST_LEAD = 4
"""Letters that proclitics and the article may put before a word."""


def home_of(family: str, texts: Sequence[str], tag: str) -> str | None:
    """The currency of a family whose country the texts name most often; ``None`` when they name none or two alike."""
    return most_named(home_words(tag)[family], texts)


def most_named(
    codes: Mapping[str, tuple[tuple[str, ...], re.Pattern[str]]], texts: Sequence[str]
) -> str | None:
    """The currency whose words the texts name most often; ``None`` when they name none or two alike."""
    counts = {code: _named(words, pattern, texts) for code, (words, pattern) in codes.items()}
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] == 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _bare(tag: str) -> re.Pattern[str]:
    """Any bare name of a family."""
    marks = [mark for marks in grammar(tag).data.money.bare_words.values() for mark in marks]
    return re.compile("|".join(map(re.escape, marks)) or "(?!)")


def homes_of(
    texts: Sequence[str], tag: str, record: Sequence[str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Every family of currencies whose bare name occurs in the texts, with the one that the texts, or else the record, speak of."""
    money = grammar(tag).data.money
    found = []
    bare = _bare(tag)
    named = money.bare_words.items() if any(bare.search(text) for text in texts) else ()
    for family, marks in named:
        if any(mark in text for text in texts for mark in marks):
            home = home_of(family, texts if record is None else record, tag)
            if home:
                found.append((family, home))
    if record is not None:
        return tuple(found)
    found.extend(_own_dollar(texts, tag))
    words = money.thousands
    if any(f" {word}" in text for word in words for text in texts) and "GBP" in money.families:
        home = home_of("GBP", texts, tag)
        found.extend([("slang", home)] if home else [])
    return tuple(found)


@lru_cache(maxsize=64)
def _whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _times_named(words: Sequence[str], texts: Sequence[str]) -> int:
    """How often the texts name any of the words, whole."""
    return _named(words, _whole_words(tuple(words)), texts)


_LEAST_NAMED = 3
"""How often a text must name what only one country's press names."""


def _own_dollar(texts: Sequence[str], tag: str) -> tuple[tuple[str, str], ...]:
    """Whose dollar a bare $ is where the text speaks of one country's own affairs; nothing where it stays open."""
    table = grammar(tag).data.money.dollars
    if not table.own or not any("$" in text for text in texts):
        return ()
    counts = {code: _times_named(row.words, texts) for code, row in table.own.items()}
    code = max(counts, key=counts.__getitem__)
    if counts[code] < _LEAST_NAMED or sum(counts.values()) > counts[code] + 1:
        return ()
    signs = table.own[code].signs
    marked = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, signs))})(?![a-z])")
    if any(marked.search(text) for text in texts):
        return ()
    if 2 * _times_named(table.away, texts) > counts[code]:
        return ()
    return (("USD", code),)
