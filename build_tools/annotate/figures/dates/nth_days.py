"""Days that their place in a month names: third Tuesday of September 2014, last day of October, fourth of July."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable

from build_tools.annotate.figures.draft import Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.annotate.figures.numerals.additive import read_additive, word_after, word_at
from build_tools.annotate.figures.view import View

MonthAt = Callable[[str, int, Grammar], tuple[int, int, bool] | None]

_YEAR = re.compile(r"\d{4}(?!\d|[.,]\d)")
_COMMON_YEAR = 2001
"""A year without a leap day: in which no last day is told that may be another."""


def read_nth_day(view: View, at: int, g: Grammar, month_at: MonthAt) -> Draft | None:
    """The day, ISO 8601 (``--MM-DD`` without a year); ``None`` where no ordinal, "last", weekday and month meet."""
    flat = view.flat
    found = _place(flat, at, g)
    if found is None:
        return None
    nth, weekday, end = found
    table = g.data.dates.nth_day
    links = table.month_links if nth == 0 or weekday is not None else table.day_links
    month = _month(view, end, g, month_at, links)
    if month is None or flat.startswith("'s", month[1]):
        return None
    year = _year(flat, month[1], g)
    day = _day(year[0] if year else None, month[0], nth, weekday)
    if day is None:
        return None
    stop = year[1] if year else month[1]
    lead = str(year[0]) if year else "-"
    value = f"{lead}-{month[0]:02}-{day:02}"
    return Draft(at, stop, at, stop, "date", "date-nth-day", value=value, digits=True)


def _place(flat: str, at: int, g: Grammar) -> tuple[int, int | None, int] | None:
    """Which (0: the last), of which weekday (``None``: of all days), and where the words for it end."""
    table = g.data.dates.nth_day
    for form in table.last_day:
        if flat.startswith(f"{form} ", at):
            return 0, None, at + len(form)
    word, end = word_at(flat, at)
    nth = 0 if word in table.last else g.ordinals.get(word, -1)
    if nth < 0:
        return None
    after, stop = word_after(flat, end)
    if after in table.day:
        after, stop = word_at(flat, stop + 1)
    for weekday, names in table.weekdays.items():
        if after in names:
            return nth, int(weekday), stop
    return (nth, None, end) if nth else None


def _month(view: View, end: int, g: Grammar, month_at: MonthAt, links: Forms) -> tuple[int, int] | None:
    """The month and its end, after a word that leads to it; also by its number (شهر عشرة)."""
    flat = view.flat
    table = g.data.dates.nth_day
    for link in links:
        begin = end + len(link) + 2
        if not flat.startswith(f" {link} ", end):
            continue
        named = month_at(flat, begin, g)
        if named:
            return None if named[2] else named[:2]
        if link in table.number_links:
            number = read_additive(view, begin, g)
            if number and number.value in range(1, 13):
                return int(number.value or 0), number.end
    return None


def _year(flat: str, end: int, g: Grammar) -> tuple[int, int] | None:
    begin = end + 1
    if flat[end : end + 1] == ",":
        begin += 1
    for link in sorted(g.data.dates.year_month_link, key=len, reverse=True):
        if flat.startswith(f"{link} ", begin):
            begin += len(link) + 1
            break
    match = _YEAR.match(flat, begin)
    return (int(match[0]), match.end()) if match and 1500 <= int(match[0]) <= 2199 else None


def _day(year: int | None, month: int, nth: int, weekday: int | None) -> int | None:
    """The day of the month; ``None`` where it does not exist or the year would have to be known."""
    if weekday is None:
        last = calendar.monthrange(year or _COMMON_YEAR, month)[1]
        if nth == 0:
            return last if year or month != 2 else None
        return nth if nth <= last else None
    if year is None:
        return None
    first, length = calendar.monthrange(year, month)
    days = range(1 + (weekday - first) % 7, length + 1, 7)
    return days[nth - 1] if nth <= len(days) else None
