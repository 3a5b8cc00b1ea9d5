"""扩大一倍: once as much again is twice as much."""

from __future__ import annotations

from dataclasses import replace

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View


def double(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """The figures; of one time as much after a verb of growth the multiple is 2."""
    return [_doubled(view.flat, draft, g) for draft in drafts]


def _doubled(flat: str, draft: Draft, g: Grammar) -> Draft:
    if draft.kind != "multiple" or draft.value != 1:
        return draft
    left = draft.reach
    while left and flat[left - 1] == " ":
        left -= 1
    grown = flat.endswith(g.data.multiples.grown, 0, left)
    return replace(draft, value=draft.value + 1, trail=f"{draft.trail}+growth") if grown else draft
