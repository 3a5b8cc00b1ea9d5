"""What a bare number takes from one beside it: its measure, and its scale where it has none of its own."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Draft, times

_MOST_UNSCALED = 1000
"""Below it a number without scale shares that of the other one: 由5增至8亿元."""
_MOST_TIMES = 100
"""Nothing beside it is so many times greater: from 900 to 1.2 million."""


def in_measure_of(draft: Draft, other: Draft, why: str) -> Draft:
    """The draft in the measure of another one: 5 and 10 of "5, 10 and 20 million euros"."""
    factor = other.scale if _shares_scale(draft, other) else Fraction(1)
    value, low, high = (times(one, factor) for one in (draft.value, draft.low, draft.high))
    return replace(
        draft, kind=other.kind, unit=other.unit, currency=other.currency, assumed=other.assumed, suffixed=True,
        value=value, low=low, high=high, scale=draft.scale * factor, trail=f"{draft.trail}+{why}",
    )  # fmt: skip


def _shares_scale(draft: Draft, other: Draft) -> bool:
    number, beside = draft.top, other.top
    if number is None or beside is None:
        return False
    return number < _MOST_UNSCALED and number * other.scale < _MOST_TIMES * beside
