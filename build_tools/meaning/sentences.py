"""Where sentences begin and end: one splitter for all languages, by rules about marks and by lists of words.

The marks of Chinese end a sentence wherever they stand; a full stop, an exclamation or question mark does before white
space, unless a small letter follows, and a full stop also not after an abbreviation, an initial or the number of an
item. What ``languages/<tag>/sentences.yml`` lists belongs to the language of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from build_tools import languages
from build_tools.folding import fold_text

Span = tuple[int, int]

LONG = 360
"""A sentence longer than this is cut in two at a mark between clauses: its meaning is more than one. A Han character
counts as three letters."""
SHORT = 60
"""Least length of either part."""

_CLOSERS = "\"'”’»›)\\]｝）】》〉」』"
_HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_END = re.compile(
    rf"[。！？｡]+[!?！？。…]*[{_CLOSERS}]*"
    rf"|[.!?؟۔‽]+[.!?؟…]*[{_CLOSERS}]*(?=[\s{_HAN}“「『（]|$)"
    rf"|\n+"
)
_LETTERS = r"(?:[^\W_]|[\u0300-\u036f\u0640\u064b-\u065f\u0670])+"
_LAST_WORD = re.compile(rf"{_LETTERS}(?:\.{_LETTERS})*(?=\.$)")
_NEXT_WORD = re.compile(r"[\s\W_]*([^\W_]+)")
_SMALL = re.compile(r"[\s\"'“‘«(\[–—-]*[^\W\d_]")
_NUMBER = re.compile(r"\s*\d")
_CLAUSE = (re.compile(r"[;؛；]\s*|[—–]+\s*|…+\s*"), re.compile(r"[،,，:：]\s*"))
_WIDE = re.compile(f"[{_HAN}]")


@dataclass(frozen=True, slots=True)
class Words:
    """What ``sentences.yml`` of a language lists, folded."""

    abbreviations: frozenset[str]
    numbering: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]


def sentences(text: str, start: int, end: int, language: str) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]`` as half-open ranges of code points into ``text``, without the white space
    between them. ``language`` is a tag (BCP 47); what is known of its words, of any other tag only the marks count."""
    found: list[Span] = []
    for first, last in _between(text, start, end, _words(language.partition("-")[0])):
        span = _trimmed(text, first, last)
        if span[0] < span[1]:
            found.extend(_cut(text, *span))
    return tuple(found)


def _between(text: str, start: int, end: int, words: Words) -> Iterator[Span]:
    first = start
    for mark in _END.finditer(text, start, end):
        if text[mark.start()] == "\n" or _ends(text, first, mark, end, words):
            yield first, mark.end()
            first = mark.end()
    yield first, end


def _ends(text: str, first: int, mark: re.Match[str], end: int, words: Words) -> bool:
    if mark[0][0] in "。！？｡":
        # 「…吗？」他问: what follows a quotation in the sentence that quotes it is found by no mark; it is left apart.
        return True
    small = _SMALL.match(text, mark.end(), end)
    if small and small[0][-1].islower():
        return False
    if mark[0][0] != "." or mark[0].startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(first, mark.start() - 40), mark.start() + 1)
    if word is None:
        return True
    # An item's number, and an initial: J. K. Rowling, and 3. at the beginning.
    if word[0].isdecimal():
        return bool(text[first : word.start()].strip())
    folded = fold_text(word[0])
    if folded in words.abbreviations:
        return False
    if folded in words.numbering and _NUMBER.match(text, mark.end(), end):
        return False
    if folded in words.closing or len(word[0]) == 1 or "." in word[0]:
        following = _NEXT_WORD.match(text, mark.end(), end)
        return following is None or fold_text(following[1]) in words.openers
    return True


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int, end: int) -> list[Span]:
    """The sentence, or its parts where it is long: cut at the mark nearest to its middle, rather between clauses."""
    if end - start <= LONG and _length(text, start, end) <= LONG:
        return [(start, end)]
    middle = (start + end) / 2
    for marks in _CLAUSE:
        places = [
            mark.end()
            for mark in marks.finditer(text, start, end)
            if _is_enough(text, start, mark.end()) and _is_enough(text, mark.end(), end)
        ]
        if places:
            at = min(places, key=lambda place: abs(place - middle))
            return [*_cut(text, *_trimmed(text, start, at)), *_cut(text, *_trimmed(text, at, end))]
    return [(start, end)]


def _is_enough(text: str, start: int, end: int) -> bool:
    return end - start >= SHORT or _length(text, start, end) >= SHORT


def _length(text: str, start: int, end: int) -> int:
    return end - start + 2 * len(_WIDE.findall(text, start, end))


@cache
def _words(tag: str) -> Words:
    lists = languages.section(tag, "sentences")
    return Words(
        *(
            frozenset(fold_text(word) for word in lists.get(key, ()))
            for key in ("abbreviations", "numbering", "closing", "openers")
        )
    )
