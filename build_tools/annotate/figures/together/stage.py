"""The signature of what looks at the figures of a paragraph together."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

Stage = Callable[[View, list[Draft], Grammar, Context], list[Draft]]
"""The figures in order → the figures in order."""
