"""Longest match of listed forms at, or just before, a place of a text; time does not depend on the number of forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_NO_SIZES: tuple[int, ...] = ()
_HEAD = re.compile(r"[^\W\d_\u2e80-\uffff]+|.", re.DOTALL)
"""The first word of a form, or its first character where that is no letter of an alphabet."""


def joined_letters(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word: letters of an alphabet, not Chinese characters."""
    return left < "\u2e80" and right < "\u2e80" and left.isalpha() and right.isalpha()


def _sizes(keyed: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    sizes: dict[str, set[int]] = {}
    for key, size in keyed:
        sizes.setdefault(key, set()).add(size)
    return {key: tuple(sorted(found, reverse=True)) for key, found in sizes.items()}


class Lexicon(Generic[T]):
    """Forms in the view's spelling, each with what it means. A form never ends inside a word."""

    def __init__(self, forms: Mapping[str, T], *, proclitics: str = "") -> None:
        self.forms = dict(forms)
        self.proclitics = frozenset(proclitics)
        self._heads = _sizes(
            (form[0] if form[0] >= "\u2e80" else _head(form, 0), len(form)) for form in self.forms
        )
        self._last = _sizes((form[-2:], len(form)) for form in self.forms)

    def at(self, flat: str, start: int) -> tuple[T, int] | None:
        """The meaning of the longest form that starts at ``start``, and its end."""
        if start >= len(flat):
            return None
        first = flat[start]
        sizes = self._heads.get(first if first >= "\u2e80" else _head(flat, start))
        if sizes is None:
            return None
        for size in sizes:
            end = start + size
            form = flat[start:end]
            # A slice cut off by the end of the text is shorter than any form of this size.
            if (
                form in self.forms
                and len(form) == size
                and not (end < len(flat) and joined_letters(flat[end - 1], flat[end]))
            ):
                return self.forms[form], end
        return None

    def before(self, flat: str, end: int) -> tuple[T, int] | None:
        """The meaning of the longest form that ends at ``end``, and its start (after any proclitics)."""
        sizes = self._last.get(flat[max(0, end - 2) : end])
        for size in sizes or self._last.get(flat[end - 1 : end], _NO_SIZES):
            if self._fits(flat, end - size, end):
                return self.forms[flat[end - size : end]], end - size
        if sizes and self._fits(flat, end - 1, end):
            return self.forms[flat[end - 1]], end - 1
        return None

    def _fits(self, flat: str, start: int, end: int) -> bool:
        return start >= 0 and flat[start:end] in self.forms and self._opens(flat, start)

    def _opens(self, flat: str, start: int) -> bool:
        """Whether a word may begin at ``start``, with at most two proclitics before it."""
        for _ in range(3):
            if start == 0 or not joined_letters(flat[start - 1], flat[start]):
                return True
            if flat[start - 1] not in self.proclitics:
                return False
            start -= 1
        return False


@lru_cache(maxsize=64)
def _head(text: str, start: int) -> str:
    match = _HEAD.match(text, start)
    return match[0] if match else ""
