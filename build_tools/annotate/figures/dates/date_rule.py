"""The signature of what reads a date."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

DateRule = Callable[[View, int, Grammar, Context], Draft | None]
"""The date that begins at a place, ISO 8601 or EDTF; ``None`` when none does."""
