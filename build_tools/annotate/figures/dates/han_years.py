"""Chinese years, decades and centuries: 884年秋, 前221年, 20世纪80年代, 十九世纪."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.dates.years import LATEST, edtf_century, edtf_year
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.numerals.positional import read_positional
from build_tools.annotate.figures.view import View

_MOST_CENTURIES = 21
_FIRST_EARLY = 100
"""A year of two digits is seldom told without the mark of its era."""
_LONGEST_AGE = 1000
"""Years of most dynasties and ages."""
_SURELY_PAST = 30
"""The twenties may be those of either century, the thirties and later ones of a newspaper are of the last."""
_NAMED_NEAR = 120
"""How far before a decade, in characters, a year may stand that says its century."""


def _date(start: int, end: int, value: str, trail: str) -> Draft:
    return Draft(start, end, start, end, "date", trail, value=value, digits=True)


def _number(view: View, at: int, g: Grammar) -> int:
    """The whole number that begins at a place; 0 where none does."""
    number = read_positional(view, at, g)
    return int(number.value or 0) if number else 0


def han_century(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """19世纪, 公元前三世纪, 前3世纪, 20世纪80年代: ``18XX``, ``-02XX``, ``198X``."""
    flat = view.flat
    match = g.pattern("han_century").match(flat, at)
    if match is None or flat[at - 1 : at] in tuple(g.data.dates.not_century_after):
        return None
    nth = _number(view, at, g)
    if not 1 <= nth <= _MOST_CENTURIES:
        return None
    lead = next((mark for mark in g.data.dates.before_christ if flat.endswith(mark, 0, at)), "")
    short = None if lead else g.pattern("before_christ_short").search(flat, max(0, at - 3), at)
    lead = short[0] if short else lead
    if match["decade"]:
        tens = _number(view, match.start("decade"), g)
        return _date(at, match.end(), f"{nth - 1:02}{tens // 10}X", "date-decade")
    return _date(at - len(lead), match.end(), edtf_century(nth, before=bool(lead)), "date-century")


def han_centuries(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """9至10世纪, 二三世纪, 十八、十九世纪, 公元前4世纪到前2世纪: from one century to another, or to the next one."""
    flat = view.flat
    near = g.pattern("near_centuries").match(flat, at)
    lasting = flat.endswith((*g.data.dates.not_century_after, *g.data.dates.lasting_before), 0, at)
    if near and not lasting:
        return _near_centuries(view, near, g)
    match = g.pattern("han_centuries").match(flat, at)
    if match is None:
        return None
    lead = next((mark for mark in g.data.dates.before_christ if flat.endswith(mark, 0, at)), "")
    ends = tuple(
        (
            _number(view, match.start(name), g),
            bool(lead) and (name == "low" or not match["ours"]),
        )
        for name in ("low", "high")
    )
    rises = (ends[0][0] < ends[1][0]) != ends[1][1] or ends[0][1] != ends[1][1]
    if match["pair"] and abs(ends[1][0] - ends[0][0]) != 1:
        return None
    if not rises or not all(1 <= nth <= _MOST_CENTURIES for nth, _ in ends):
        return None
    low, high = (edtf_century(nth, before=before) for nth, before in ends)
    made = _date(at - len(lead), match.end(), low, "date-centuries")
    return replace(made, value=None, low=low, high=high)


def _near_centuries(view: View, match: re.Match[str], g: Grammar) -> Draft | None:
    """公元二三世纪, 公元前四三世纪: two centuries, one after the other."""
    first, last = (signs(g.tag).digit[match[name]] for name in ("low", "high"))
    lead = next(
        (mark for mark in g.data.dates.before_christ if view.flat.endswith(mark, 0, match.start())), ""
    )
    if last - first != (-1 if lead else 1):
        return None
    made = _date(match.start() - len(lead), match.end(), "", "date-centuries")
    low, high = (edtf_century(nth, before=bool(lead)) for nth in (first, last))
    return replace(made, value=None, low=low, high=high)


def han_decade(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """上世纪八十年代, 1980年代, 80年代: ``198X``; after 1852年 60年代 are ``186X``."""
    flat = view.flat
    match = g.pattern("han_decade").match(flat, at)
    if match is None:
        return None
    if match["year"]:
        return _date(at, match.end(), f"{match['year'][:3]}X", "date-decade")
    tens = _number(view, at, g)
    start, century = _century_of(flat, at, tens, g, context)
    return None if century is None else _date(start, match.end(), f"{century}{tens // 10}X", "date-decade")


def han_decades(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """上世纪八九十年代, 20世纪80至90年代, 七、八十年代: from one decade to another of the same century."""
    match = g.pattern("han_decades").match(view.flat, at)
    if match is None:
        return None
    if match["low"]:
        low, high = (signs(g.tag).digit[match[name]] for name in ("low", "high"))
    else:
        low, high = (_number(view, match.start(name), g) // 10 for name in ("first", "last"))
    if not low < high or (match["to"] in (None, "、") and high != low + 1):
        return None
    start, century = _century_of(view.flat, at, low * 10, g, context)
    if match["nth"]:
        start, century = at, _number(view, at, g) - 1
    if century is None:
        return None
    made = _date(start, match.end(), "", "date-decades")
    return replace(made, value=None, low=f"{century:02}{low}X", high=f"{century:02}{high}X")


def _century_of(flat: str, at: int, tens: int, g: Grammar, context: Context) -> tuple[int, int | None]:
    """Where a decade begins, with the word for the last century before it, and the first digits of its years."""
    lead = g.pattern("last_century").search(flat, max(0, at - 6), at)
    last = (context.year or 2000) // 100 - 1
    century = last if lead else _century_named(flat, at, g) or (last if tens >= _SURELY_PAST else None)
    return lead.start() if lead else at, century


def _century_named(flat: str, at: int, g: Grammar) -> int | None:
    """The first digits of the years that the text last spoke of before a place."""
    years = [int(match[1]) for match in g.pattern("year_named").finditer(flat, max(0, at - _NAMED_NEAR), at)]
    return years[-1] if years else None


def bracketed_year(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """康熙二十一年(1682): the year of our era behind that of another count."""
    match = g.pattern("bracketed_year").match(view.flat, at)
    led = match is not None and g.pattern("year_before_bracket").search(view.flat, max(0, at - 4), at)
    return _date(at, match.end(1), match[1].zfill(4), "year") if match and led else None


def early_span(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """自618年至907年, 前475年—前221年, 宋朝(960-1279年): from one year to another, of which the first may be of any age."""
    flat = view.flat
    match = g.pattern("early_span").match(flat, at)
    if match is None:
        return None
    low, high = int(match["low"]), int(match["high"])
    lead = next((mark for mark in g.data.dates.before_christ if flat.endswith(mark, 0, at)), "")
    short = None if lead else g.pattern("before_christ_short").search(flat, max(0, at - 3), at)
    lead = short[0] if short else lead
    both = bool(lead) and (match["before"] is not None or high < low) and match["ours"] is None
    if (match["before"] and not both) or (low <= high if both else not lead and low >= high):
        return None
    if not lead and not _told_as_years(flat, at, match, g):
        return None
    ends = edtf_year(low, before=bool(lead)), edtf_year(high, before=both)
    made = _date(at - len(lead), match.end(), "", "date-years")
    return replace(made, value=None, low=ends[0], high=ends[1])


def _told_as_years(flat: str, at: int, match: re.Match[str], g: Grammar) -> bool:
    """Whether two rising numbers are years and no length of 200 to 300 years: led to, in brackets, or not rounded."""
    dates, low, high, end = g.data.dates, int(match["low"]), int(match["high"]), match.end()
    if low < _FIRST_EARLY or high > LATEST or high - low > _LONGEST_AGE:
        return False
    if flat.endswith(dates.lasting_before, 0, at) or flat.startswith(dates.lasting_unless_between, end):
        return False
    led = flat.endswith((*g.data.ranges.start, *dates.era_marks, "("), 0, at)
    unrounded = (low % 10 > 0) + (high % 10 > 0)
    return led or unrounded > (0 if match["sign"] else 1)


def early_year(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """884年秋, 前221年: a year of three digits, which a length of time mostly rounds or leads to."""
    flat = view.flat
    match = g.pattern("early_year").match(flat, at)
    if match is None:
        return None
    year, end = int(match["year"]), match.end("span")
    lead = g.pattern("before_christ_short").search(flat, max(0, at - 3), at)
    if lead and year % 10:
        return _date(lead.start(), end, edtf_year(year, before=True), "date-bc")
    dated = match["season"] or (year % 10 and not flat.startswith(g.data.dates.lasting_after, end))
    led = flat.endswith(g.data.dates.lasting_before, 0, at)
    return _date(at, end, edtf_year(year), "date-han") if dated and not led else None
