"""Counts of parameters, and of what a word before them says: 月活3亿."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.lexicon import Lexicon
from build_tools.annotate.figures.view import View

T = TypeVar("T")

_LEAST, _GREAT = 10_000, 1_000_000
_NEAR, _REACH = 14, 40
"""How far before a number, in characters, a word may stand that says what it counts, and one that speaks of models."""


def name_model_sizes(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Counts of parameters, and the 7B of a model: said by the unit, or by a word shortly before."""
    return [_as_size(view, draft, g) for draft in drafts]


def _as_size(view: View, draft: Draft, g: Grammar) -> Draft:
    if draft.kind != "count":
        return draft
    if draft.unit == "parameter":
        return replace(draft, kind="model-size", end=draft.end)
    if draft.letters == "B" and (not draft.suffixed or draft.unit == "model"):
        return replace(draft, kind="model-size", unit="parameter", end=draft.number_end)
    if draft.unit is not None:
        return draft
    implied = _told_before(view.flat[max(0, draft.start - _NEAR) : draft.start], g.implied_units)
    if draft.scale >= _LEAST and implied:
        return replace(draft, unit=implied, suffixed=True, trail=f"{draft.trail}+implied-unit")
    window = view.flat[max(0, draft.start - _REACH) : draft.start]
    for stop in (". ", "。", "؛"):
        window = window.rpartition(stop)[2]
    if draft.scale >= _GREAT and _told_before(window, g.size_cues):
        return replace(draft, kind="model-size", unit="parameter", trail=f"{draft.trail}+size-cue")
    return draft


def _told_before(window: str, forms: Lexicon[T]) -> T | None:
    """What the last of the forms in a stretch means."""
    found = (forms.before(window, at) for at in range(len(window), 0, -1))
    return next((told[0] for told in found if told), None)
