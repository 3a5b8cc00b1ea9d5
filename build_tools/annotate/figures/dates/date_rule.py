"""The signature of what reads a date, and the rules of a language by what a date may begin with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

DateRule = Callable[[View, int, Grammar, Context], Draft | None]
"""The date that begins at a place, ISO 8601 or EDTF; ``None`` when none does."""


@dataclass(frozen=True, slots=True)
class DateRules:
    """Rules in the order in which they are asked: at digits, and at words or signs."""

    digits: tuple[DateRule, ...]
    words: tuple[DateRule, ...]
