"""The signature of what reads a date, and the rules of a language by what a date may begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from build_tools.annotate.figures.dates.years import opens
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_at
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
            return self.digits if opens(flat, at) else ()
        shown = g.date_words
        if shown:
            return () if shown.isdisjoint(flat[at : at + _FIRST]) else self.words
        return () if word_at(flat, at)[0] in _counting(g) else self.words


@cache
def _counting(g: Grammar) -> frozenset[str]:
    """Articles and words for a few, with which no date begins: most places of a text. Where an article is written on its word
    they may."""
    few = (form for form, atom in g.atoms.items() if atom.kind in ("article", "unit", "teen"))
    return frozenset() if g.article else frozenset(few) - g.ordinals.keys() - g.months.forms.keys()
