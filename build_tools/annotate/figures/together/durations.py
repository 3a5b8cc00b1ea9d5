"""A length of time in several units is one figure: 1 hour 15 minutes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

from build_tools import languages
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View


@cache
def _seconds() -> dict[str, Fraction]:
    return {unit: Fraction(str(value)) for unit, value in languages.table("units")["seconds"].items()}


def add_durations(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A length of time in several units is one figure in the smallest of them: "1 hour 15 minutes" is 75 minutes.

    A year is twelve months; beside shorter units months and years count as in the table of units (30 and 365 days).
    """
    seconds = _seconds()
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        joined = last and _adjoining(view, last, draft, g)
        more = _loose_part(view, last, draft) if last else None
        if last and more and isinstance(last.value, Fraction):
            value, unit = more
            factor = seconds[last.unit or "second"] / seconds[unit]
            made[-1] = replace(
                last,
                end=draft.end,
                number_end=draft.number_end,
                value=last.value * factor + value,
                unit=unit,
                trail="duration-sum",
            )
            continue
        if last and joined and isinstance(last.value, Fraction) and isinstance(draft.value, Fraction):
            units = [unit for unit in (last.unit, draft.unit) if unit in seconds]
            if len(units) == 2 and units[0] != units[1]:
                small = min(units, key=lambda unit: seconds[unit])
                months = {
                    "year": Fraction(12),
                    "month": Fraction(1),
                    "quarter": Fraction(3),
                    "decade": Fraction(120),
                }
                lengths = months if set(units) <= months.keys() else seconds
                value = (last.value * lengths[units[0]] + draft.value * lengths[units[1]]) / lengths[small]
                made[-1] = replace(
                    last,
                    end=draft.end,
                    number_end=draft.number_end,
                    value=value,
                    unit=small,
                    trail="duration-sum",
                )
                continue
        made.append(draft)
    return made


def _loose_part(view: View, a: Draft, b: Draft) -> tuple[Fraction, str] | None:
    """ "one hour and half", "1 hour and fifteen": a part without unit after a length of time."""
    if (
        a.kind != "duration"
        or view.flat[a.end : b.start].strip() != "and"
        or not isinstance(b.value, Fraction)
        or b.suffixed
    ):
        return None
    if b.kind == "ratio" and b.value == Fraction(1, 2) and a.unit:
        return b.value, a.unit
    if b.kind == "count" and a.unit == "hour" and b.value < 60 and not view.flat[b.end :].strip(" .,"):
        return b.value, "minute"
    return None


def _adjoining(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    if a.kind != "duration" or b.kind != "duration" or (b.bound_start >= 0 and b.bound_start < b.start):
        return False
    gap = view.flat[a.end : b.start].strip()
    return gap in ("", *g.data.duration_extra.joiners)
