"""A measure in several units is one figure: 1 hour 15 minutes, 6 feet 4 inches."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

from build_tools import languages
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.view import View

_PARTS = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))
_MONTHS = {"year": Fraction(12), "month": Fraction(1), "quarter": Fraction(3), "decade": Fraction(120)}


@cache
def _seconds() -> dict[str, Fraction]:
    return {unit: Fraction(str(value)) for unit, value in languages.table("units")["seconds"].items()}


def add_parts(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A measure in several units is one figure in the smallest of them: "1 hour 15 minutes" is 75 minutes.

    A year is twelve months; beside shorter units months and years count as in the table of units (30 and 365 days).
    """
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        whole = _whole(view, last, draft, g) if last and isinstance(last.value, Fraction) else None
        if whole:
            made[-1] = whole
        else:
            made.append(draft)
    return made


def _whole(view: View, a: Draft, b: Draft, g: Grammar) -> Draft | None:
    """The measure that two figures make together; ``None`` when they are two."""
    seconds, value = _seconds(), a.value
    assert isinstance(value, Fraction)
    more = _loose_part(view, a, b)
    if more and more[1] == a.unit:
        return _sum(a, b, value + more[0], a.unit, "duration-sum" if a.kind == "duration" else "measure-sum")
    if more:
        factor = seconds[a.unit or "second"] / seconds[more[1]]
        return _sum(a, b, value * factor + more[0], more[1], "duration-sum")
    if not isinstance(b.value, Fraction) or not _adjoining(view, a, b, g):
        return None
    if a.kind == "count":
        by = _parts_of(a.unit, b.unit)
        inside = by and value.denominator == 1 and 0 < b.value < by
        return _sum(a, b, value * by + b.value, b.unit, "measure-sum") if inside else None
    if a.unit not in seconds or b.unit not in seconds or seconds[a.unit] <= seconds[b.unit]:
        return None
    lengths = _MONTHS if {a.unit, b.unit} <= _MONTHS.keys() else seconds
    total = value * lengths[a.unit] + b.value * lengths[b.unit]
    return _sum(a, b, total / lengths[b.unit], b.unit, "duration-sum")


def _sum(a: Draft, b: Draft, value: Fraction, unit: str | None, trail: str) -> Draft:
    return replace(a, end=b.end, number_end=b.number_end, value=value, unit=unit, trail=trail)


def _parts_of(whole: str | None, part: str | None) -> int:
    """How many of a unit make the other one: 12 inches a foot; 0 where it is none of its parts."""
    of, by = languages.table("units")["parts"].get(part, (None, 0))
    return int(by) if of == whole else 0


def _loose_part(view: View, a: Draft, b: Draft) -> tuple[Fraction, str] | None:
    """ "one hour and half", "a mile and a half", "1 hour and fifteen": a part without unit after a measure."""
    measured = a.kind == "duration" or a.unit in measures()
    if (
        not measured
        or view.flat[a.end : b.start].strip() != "and"
        or not isinstance(b.value, Fraction)
        or b.suffixed
    ):
        return None
    if b.kind == "ratio" and b.value in _PARTS and a.unit:
        return b.value, a.unit
    if b.kind == "count" and a.unit == "hour" and b.value < 60 and not view.flat[b.end :].strip(" .,"):
        return b.value, "minute"
    return None


def _adjoining(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    if a.kind != b.kind or a.kind not in ("duration", "count") or 0 <= b.bound_start < b.start:
        return False
    gap = view.flat[a.end : b.start].strip()
    return gap in ("", *g.data.duration_extra.joiners)
