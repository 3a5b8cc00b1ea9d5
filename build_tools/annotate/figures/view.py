"""A paragraph as the figure grammars see it: one spelling for every digit, dash and letter variant, with the way back.

Every character becomes exactly one character or is dropped (vowel signs, tatweel, bidirectional marks), so that an
offset into the view leads to one offset of the source.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress

from build_tools import languages

_SAME = {
    **{char: plain for plain, chars in languages.table("spellings").items() for char in chars},
    **dict.fromkeys("‐‑﹣－−", "-"), **dict.fromkeys("‒–", "–"), **dict.fromkeys("―", "—"), **dict.fromkeys("～〜∼∽", "~"),
    **dict.fromkeys("’‘´`ʼ", "'"), **dict.fromkeys("٪﹪", "%"), "％": "%", "‰": "‰", "﹩": "$", "＄": "$", "￥": "¥", "￡": "£",
    "：": ":", "∶": ":", "︰": ":", "﹕": ":", "（": "(", "）": ")", "／": "/", "．": ".", "＋": "+", "İ": "I", "\t": " ", "\r": " ", "\u2028": "\n",
    "﹐": "，", "⁄": "/", "∕": "/", "＜": "<", "＞": ">", "＝": "=",
}  # fmt: skip
"""Spellings that mean the same to a figure. The full-width comma stays: in Chinese it is a clause mark first."""

_TATWEEL = unicodedata.lookup("ARABIC TATWEEL")

FIRST_HAN = chr(0x4E00)
"""The first of the unified Chinese characters."""

_HIDDEN = "〓"
"""The mark that printers set where a character is missing."""


class _Table(dict[int, str]):
    """Code point → its one character in the view, or nothing; filled as characters are met."""

    def __init__(self) -> None:
        super().__init__()
        self.han: dict[str, str] = {
            row[0]: row[1] for row in languages.columns("han-simplified") if len(row[0]) == len(row[1]) == 1
        }

    def __missing__(self, code_point: int) -> str:
        made = self[code_point] = self._one(chr(code_point))
        return made

    def _one(self, char: str) -> str:
        if char in _SAME:
            return _SAME[char]
        digit = unicodedata.decimal(char, None)
        if digit is not None:
            return str(digit)
        category = unicodedata.category(char)
        if category in ("Mn", "Me", "Cf") or char == _TATWEEL:
            return ""
        if category == "Zs":
            return " "
        if char in self.han:
            return _SAME.get(self.han[char], self.han[char])
        plain = unicodedata.normalize("NFKC", char)
        return _SAME.get(plain, plain) if len(plain) == 1 and category[0] == "L" else char


_TABLE = _Table()


@dataclass(frozen=True, eq=False)
class View:
    """``text`` keeps case, ``flat`` is lower case without line breaks; both have the same offsets."""

    source: str
    base: int
    """Offset of the paragraph in the document."""
    text: str
    flat: str

    @cached_property
    def back(self) -> Sequence[int]:
        """Offset in the paragraph of each character of the view."""
        if len(self.text) == len(self.source):
            return range(len(self.source))
        kept = map(_TABLE.__getitem__, map(ord, self.source))
        return tuple(compress(range(len(self.source)), kept))

    def outer(self, start: int, end: int) -> tuple[int, int]:
        """The span in the document's source of the view's span."""
        if len(self.text) == len(self.source):
            return self.base + start, self.base + end
        last = self.back[end - 1] + 1
        # Vowel signs and tatweel belong to the letter before them; invisible direction marks do not.
        while last < len(self.source) and (
            self.source[last] == _TATWEEL or unicodedata.category(self.source[last]) == "Mn"
        ):
            last += 1
        return self.base + self.back[start], self.base + last

    def hiding(self, spans: Iterable[tuple[int, int]]) -> View:
        """The view with a mark in place of each character of some spans of the document, which is no word then."""
        hidden = {at - self.base for start, end in spans for at in range(start, end)}
        text, flat = (
            "".join(_HIDDEN if place in hidden else char for place, char in zip(self.back, seen, strict=True))
            for seen in (self.text, self.flat)
        )
        return replace(self, text=text, flat=flat)

    def origin(self, index: int) -> str:
        """The source character behind character ``index`` of the view."""
        return self.source[self.back[index]]


def view(paragraph: str, base: int = 0) -> View:
    """The view of one paragraph that starts at ``base`` in its document."""
    text = paragraph.translate(_TABLE)
    return View(paragraph, base, text, text.lower().replace("\n", " "))


def spelling(form: str) -> str:
    """A word of the data in the spelling of ``View.flat``."""
    return form.translate(_TABLE).lower()


def left_of(flat: str, at: int) -> int:
    """Before the blanks that end at a place."""
    while at > 0 and flat[at - 1] == " ":
        at -= 1
    return at


def right_of(flat: str, at: int) -> int:
    """Behind the blanks at a place."""
    while flat.startswith(" ", at):
        at += 1
    return at


_LONGEST_WORD = 20


def word_before(flat: str, at: int) -> str:
    """The word that ends before the blank before ``at``; empty when there is none."""
    last = at - 1
    if last < 1 or flat[last] != " ":
        return ""
    first = last
    while first and last - first < _LONGEST_WORD and flat[first - 1].isalpha():
        first -= 1
    return flat[first:last]
