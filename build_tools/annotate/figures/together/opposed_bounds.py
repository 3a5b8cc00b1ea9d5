"""Two bounds of one range: more than 10 and less than 20, 三年以上十年以下."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_LOWER = ("more-than", "at-least")
_UPPER = ("less-than", "at-most", "nearly")


def merge_bounds(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ "more than 10 and less than 20" is one range."""
    merged: list[Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        if last and _opposed(view, last, draft, g):
            low, high = (last, draft) if last.modifier in _LOWER else (draft, last)
            shape = draft if not last.suffixed else last
            merged[-1] = replace(
                shape, start=last.start, end=draft.end, number_start=last.number_start, number_end=draft.number_end,
                value=None, low=low.value, high=high.value, modifier="exact", trail=f"bounds+{shape.trail}",
            )  # fmt: skip
        else:
            merged.append(draft)
    return merged


def _opposed(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    """Whether one bounds from below what the other bounds from above, with nothing but a joining word between."""
    if a.kind != b.kind and a.suffixed and b.suffixed:
        return False
    if not _encloses(a, b) and not _encloses(b, a):
        return False
    if b.bound_start < 0:
        # 三年以上十年以下
        return a.bound_end == b.start and (a.unit, a.currency) == (b.unit, b.currency)
    between = view.flat[max(a.end, a.bound_end) : b.bound_start].strip()
    return between in ("", *g.data.numerals.joiners, *g.data.ranges.pair, *g.data.ranges.opposing)


def _encloses(low: Draft, high: Draft) -> bool:
    if low.modifier not in _LOWER or high.modifier not in _UPPER:
        return False
    return isinstance(low.value, Fraction) and isinstance(high.value, Fraction) and low.value < high.value
