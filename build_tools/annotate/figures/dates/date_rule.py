"""The signature of what reads a date, and the rules of a language by what a date may begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

DateRule = Callable[[View, int, Grammar, Context], Draft | None]
"""The date that begins at a place, ISO 8601 or EDTF; ``None`` when none does."""


_FIRST = 13
"""Characters within which a date of Chinese characters shows itself: 第二十一 ——公元前二十世纪."""


@dataclass(frozen=True, slots=True)
class DateRules:
    """Rules in the order in which they are asked: at digits, and at words or signs."""

    digits: tuple[DateRule, ...]
    words: tuple[DateRule, ...]

    def at(self, flat: str, at: int, g: Grammar) -> tuple[DateRule, ...]:
        """The rules that may find a date at a place."""
        if flat[at].isdecimal():
            return self.digits
        shown = g.date_words
        return () if shown and shown.isdisjoint(flat[at : at + _FIRST]) else self.words
