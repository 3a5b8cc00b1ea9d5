"""Money in two units is one amount: 20 dollars 43 cents."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View


def add_minor(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Money in two units is one amount: "20 dollars 43 cents", 两美元又三美分, "15 dollars and 50"."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        more = _minor_of(view.flat, last, draft, g) if last and last.kind == "money" else None
        if last and more:
            made[-1] = replace(last, end=draft.end, value=more, trail="money-sum", form="sum")
        else:
            made.append(draft)
    return made


_DIGITS = frozenset(range(1, 10))
_TENS = frozenset(range(10, 100))


def _minor_of(flat: str, major: Draft, minor: Draft, g: Grammar) -> Fraction | None:
    """The sum of an amount and what follows it; ``None`` where that is no part of it."""
    gap, money = flat[major.end : minor.start].strip(), g.data.money
    if gap not in ("", ",", *money.joiners):
        return None
    if not isinstance(major.value, Fraction) or not isinstance(minor.value, Fraction):
        return None
    whole = major.value.denominator == 1 and not major.minor
    if minor.minor:
        room = Fraction(1) if whole else Fraction(1, 10)
        fits = minor.value < room and (whole or major.form == "sum")
        return major.value + minor.value if fits else None
    if not minor.naked:
        return None
    if minor.start == major.end and minor.value in _DIGITS:
        # 三块五, 六毛五
        tenth = whole and flat[major.end - 1] in money.units_before_tenth
        hundredth = flat[major.end - 1] in money.tenths
        part = Fraction(tenth, 10) + Fraction(hundredth, 100)
        return major.value + minor.value * part if part else None
    cents = whole and gap != "," and major.scale == 1 and minor.value in _TENS
    return major.value + minor.value / 100 if cents else None
