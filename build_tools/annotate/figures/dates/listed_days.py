"""Days of a list that share their month: 5 and 6 December, في 5 و6 ديسمبر, May 2 and 3."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.dates.calendar import written_date
from build_tools.annotate.figures.dates.days import Day, date_at, skip, year_at
from build_tools.annotate.figures.dates.years import counts, opens
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_DAY = re.compile(r"(\d{1,2})(?!\d|[.,:]\d|[%‰-])")
_LONGEST = 40
"""Characters of a list of days behind the name of a month."""


def listed_day(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """5 and 6 December, 3, 4 and 5 May, 5 و6 ديسمبر: a day whose month stands behind the last one of its list."""
    flat = view.flat
    match = g.pattern("listed_day").match(flat, at) if flat[at].isdecimal() and opens(flat, at) else None
    if match is None:
        return None
    last = listed_day(view, match.end(), g, context) or written_date(view, match.end(), g, context)
    if last is None or not isinstance(last.value, str) or last.form == "hijri":
        return None
    day, later = int(match[1]), last.value.rpartition("-")
    if not 0 < day < int(later[2]):
        return None
    end = match.end(1)
    return replace(
        last, start=at, end=end, number_start=at, number_end=end, value=f"{later[0]}-{day:02}", trail="date-listed-day"
    )  # fmt: skip


def day_of_same_month(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """May 2 and 3, 2011: a further day of the month that stands before the first one of its list."""
    flat = view.flat
    day = _DAY.match(flat, at) if flat[at].isdecimal() and opens(flat, at) else None
    if day is None or counts(flat, day.end(), g):
        return None
    lead = g.pattern("days_listed_before").search(flat, max(0, at - _LONGEST), at)
    month = g.months.at(flat, lead.start(1)) if lead else None
    if month is None:
        return None
    year = year_at(flat, skip(flat, day.end(), [","]))
    return date_at(
        at,
        year[1] if year else day.end(),
        Day(year[0] if year else None, month[0], int(day[1])),
        "date-listed-day",
    )
