"""Chinese years, decades and centuries: 884年秋, 前221年, 20世纪80年代, 十九世纪."""

from __future__ import annotations

from build_tools.annotate.figures.dates.years import edtf_century, edtf_year
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.positional import read_positional
from build_tools.annotate.figures.view import View

_MOST_CENTURIES = 21


def _date(start: int, end: int, value: str, trail: str) -> Draft:
    return Draft(start, end, start, end, "date", trail, value=value, digits=True)


def _number(view: View, at: int, end: int, g: Grammar) -> int:
    """The whole number that a stretch says; 0 when it says none."""
    number = read_positional(view, at, g)
    whole = number and number.end == end and number.value is not None and number.value.denominator == 1
    return int(number.value) if number and whole and number.value is not None else 0


def han_century(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """19世纪, 公元前三世纪, 20世纪80年代: ``18XX``, ``-02XX``, ``198X``."""
    flat = view.flat
    match = g.pattern("han_century").match(flat, at)
    if match is None or flat[at - 1 : at] in tuple(g.data.dates.not_century_after):
        return None
    nth = _number(view, at, match.end("nth"), g)
    if not 1 <= nth <= _MOST_CENTURIES:
        return None
    lead = next((mark for mark in g.data.dates.before_christ if flat.endswith(mark, 0, at)), "")
    if match["decade"]:
        tens = _number(view, match.start("decade"), match.end("decade"), g)
        return _date(at, match.end(), f"{nth - 1:02}{tens // 10}X", "date-decade")
    return _date(at - len(lead), match.end(), edtf_century(nth, before=bool(lead)), "date-century")


def han_decade(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """上世纪八十年代, 1980年代: ``198X``."""
    flat = view.flat
    match = g.pattern("han_decade").match(flat, at)
    if match is None:
        return None
    if match["year"]:
        return _date(at, match.end(), f"{match['year'][:3]}X", "date-decade")
    lead = g.pattern("last_century").search(flat, max(0, at - 6), at)
    tens = _number(view, at, match.end("decade"), g)
    if lead is None or not tens:
        return None
    century = (context.year or 2000) // 100 - 1
    return _date(lead.start(), match.end(), f"{century}{tens // 10}X", "date-decade")


def early_year(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """884年秋, 前221年: a year of three digits, which a length of time mostly rounds or leads to."""
    flat = view.flat
    match = g.pattern("early_year").match(flat, at)
    if match is None or (at and flat[at - 1] in ".,-"):
        return None
    year, end = int(match["year"]), match.end("span")
    lead = g.pattern("before_christ_short").search(flat, max(0, at - 3), at)
    if lead and year % 10:
        return _date(lead.start(), end, edtf_year(year, before=True), "date-bc")
    dated = match["season"] or (year % 10 and not flat.startswith(g.data.dates.lasting_after, end))
    led = flat.endswith(g.data.dates.lasting_before, 0, at)
    return _date(at, end, edtf_year(year), "date-han") if dated and not led else None
