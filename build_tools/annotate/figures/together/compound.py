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
_MONTHS: dict[str | None, Fraction] = {
    "year": Fraction(12),
    "month": Fraction(1),
    "quarter": Fraction(3),
    "decade": Fraction(120),
}


@cache
def _seconds() -> dict[str | None, Fraction]:
    return {unit: Fraction(str(value)) for unit, value in languages.table("units")["seconds"].items()}


def add_parts(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A measure in several units is one figure in the smallest of them: "1 hour 15 minutes" is 75 minutes.

    A year is twelve months; beside shorter units months and years count as in the table of units (30 and 365 days).
    """
    made: list[Draft] = []
    for draft in drafts:
        whole = _whole(view, made[-1], draft, g) if made else None
        if whole:
            made[-1] = whole
        else:
            made.append(draft)
    return made


def _whole(view: View, a: Draft, b: Draft, g: Grammar) -> Draft | None:
    """The measure that two figures make together; ``None`` when they are two."""
    if not isinstance(a.value, Fraction) or not isinstance(b.value, Fraction):
        return None
    part = _loose_part(view, a, b, b.value) or _part(view, a, b, g)
    if part is None:
        return None
    value, unit = part
    trail = _TRAILS.get(a.kind, "measure-sum")
    total = a.value * _in_one(a, unit) + value
    return replace(a, end=b.end, number_end=b.number_end, value=total, unit=unit, trail=trail)


_TRAILS = {"duration": "duration-sum"}


def _loose_part(view: View, a: Draft, b: Draft, value: Fraction) -> tuple[Fraction, str | None] | None:
    """ "one hour and half", "a mile and a half", "1 hour and fifteen": a part without unit after a measure."""
    measured = a.kind == "duration" or a.unit in measures()
    if not measured or view.flat[a.end : b.start].strip() != "and":
        return None
    if b.kind == "ratio" and value in _PARTS:
        return value, a.unit
    if a.unit == "hour" and b.naked and value < 60 and not view.flat[b.end :].strip(" .,"):
        return value, "minute"
    return None


def _part(view: View, a: Draft, b: Draft, g: Grammar) -> tuple[Fraction, str | None] | None:
    """1 hour 15 minutes, 6 feet 4 inches: a part in a smaller unit; of a thing there are fewer than make a whole one."""
    if a.kind != b.kind or view.flat[a.end : b.start].strip() not in ("", *g.data.duration_extra.joiners):
        return None
    assert isinstance(a.value, Fraction)
    assert isinstance(b.value, Fraction)
    by = _in_one(a, b.unit)
    fits = a.kind == "duration" or (a.value.denominator == 1 and b.value < by)
    return (b.value, b.unit) if by > 1 and fits else None


def _in_one(a: Draft, unit: str | None) -> Fraction:
    """How many of a unit make that of a measure: 12 inches a foot; 0 where it is none of its parts."""
    if unit == a.unit:
        return Fraction(1)
    if a.kind == "duration":
        lengths = _MONTHS if {a.unit, unit} <= _MONTHS.keys() else _seconds()
        return lengths[a.unit] / lengths[unit]
    whole, by = languages.table("units")["parts"].get(unit, ("", 0))
    return Fraction(by if whole == a.unit else 0)
