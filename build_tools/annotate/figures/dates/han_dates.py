"""Dates as Chinese writes them: 2015年3月3日, 二零二三年, 民国114年6月, 去年3月, 第三季度, 1980年代."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.schema import tables
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.view import View

_LAST_DAY = 31
_LONGEST = 40
"""Characters of a list of days behind its month."""
_MONTH = re.compile(r"((?:\d{4}|-)-\d\d)(?:-(\d\d))?")
"""A month, of a year or of any, and its day where one is told."""
_QUARTER, _HALF = 32, 40
"""EDTF counts quarters of a year from 33 on, and halves from 40."""


@cache
def _may_be_date(tag: str) -> re.Pattern[str]:
    """A cheap look at what follows digits: a sign of dates."""
    return re.compile(rf"\d{{1,4}} ?(?:[{re.escape(tables(tag).dates.date_signs)}]|$)|\D")


def read_han_date(flat: str, at: int, g: Grammar, roc: bool, published: int | None) -> Draft | None:
    """The date that starts at ``at``; quarters and halves of a year by EDTF's numbers (33 to 36, 40 and 41).

    ``roc``: years of the Republican era may stand without their name. ``published``: the year that 今年 means.
    """
    if not _may_be_date(g.tag).match(flat, at):
        return None
    char = flat[at]
    named = _era(flat, at, g)
    if named:
        return _days_of_month(flat, _months_of_year(flat, named, g), g)
    if char.isdecimal():
        return (
            _span(flat, at, g)
            or _days_of_month(flat, _months_of_year(flat, _dated(flat, at, g, roc), g), g)
            or _bracketed(flat, at, g)
            or _day(flat, at, g)
        )
    known = signs(g.tag)
    if char in known.digit or char in known.tens:
        match = g.pattern("han_year").match(flat, at)
        if match is None:
            return _day(flat, at, g)
        digits = "".join(str(known.digit[one]) for one in match[0])
        shifted = g.pattern("han_date").match(digits + flat[match.end() : match.end() + 14])
        if shifted and 1000 <= int(digits) <= 2199:
            return _days_of_month(
                flat, _draft(at, at + shifted.end(), int(digits), shifted, "date-han", g), g
            )
        return None
    return _relative(flat, at, g, published) if published else None


def _relative(flat: str, at: int, g: Grammar, published: int) -> Draft | None:
    """今年3月, 去年1至5月: a date of the year that the text appeared in, or of the one before."""
    match = g.pattern("han_relative").match(flat, at)
    if match is None:
        return None
    year = published + g.data.dates.relative[match["name"]]
    if match.end() > match.end("name"):
        return _days_of_month(flat, _draft(at, match.end(), year, match, "date-relative", g), g)
    named = Draft(at, match.end(), at, match.end(), "date", "date-relative", value=f"{year:04}", digits=True)
    months = _months_of_year(flat, named, g)
    return months if months is not named else None


def han_end(flat: str, at: int, first: Draft, g: Grammar) -> tuple[str, int] | None:
    """The last day or month of a period of which only the first says month or year: 7月3日至5日, 2025年1月至8月."""
    match = g.pattern("han_end").match(flat, at)
    if match is None or not isinstance(first.value, str):
        return None
    whole, _, last = first.value.rpartition("-")
    of_days = bool(match[2])
    if not last.isdecimal() or not whole.strip("-") or of_days != (whole.rstrip("-").count("-") > 0):
        return None
    number = _number(match[1], g)
    if not int(last) < number <= (31 if of_days else 12):
        return None
    return f"{whole}-{number:02}", match.end()


def _months_of_year(flat: str, draft: Draft | None, g: Grammar) -> Draft | None:
    """2025年1至8月: the months named after a year."""
    value = draft.value if draft else None
    match = g.pattern("han_months").match(flat, draft.end) if draft and isinstance(value, str) else None
    if draft is None or match is None or not isinstance(value, str) or not value.isdecimal():
        return draft
    low, high = _number(match[1], g), _number(match[2], g)
    if not 1 <= low < high <= 12:
        return draft
    return replace(
        draft, end=match.end(), number_end=match.end(), value=None,
        low=f"{value}-{low:02}", high=f"{value}-{high:02}", trail=f"period+{draft.trail}",
    )  # fmt: skip


def _bracketed(flat: str, at: int, g: Grammar) -> Draft | None:
    """去(113)年: a year of the Republican era."""
    match = g.pattern("han_bracketed").match(flat, at)
    if match is None or not flat.endswith(g.data.dates.bracketed_after, 0, at):
        return None
    year = int(match[1]) + (1911 if int(match[1]) < 1000 else 0)
    return Draft(at, match.end(1), at, match.end(1), "date", "date-roc", value=f"{year:04}", digits=True)


def _era(flat: str, at: int, g: Grammar) -> Draft | None:
    """民国114年6月, 令和六年, 公元618年: a year that is counted from the era named before it."""
    left = at - 1 if at and flat[at - 1] == " " else at
    dates = g.data.dates
    name = flat[max(0, left - 2) : left]
    marked = name in dates.era_marks
    if not marked and name not in dates.eras:
        return None
    match = g.pattern("han_era_year").match(flat, at)
    if match is None:
        return None
    year = _number(match["year"], g) + (0 if marked else dates.eras[name])
    start = at if marked else left - len(name)
    return _draft(start, match.end(), year, match, "date-han" if marked else "date-era", g)


def _dated(flat: str, at: int, g: Grammar, roc: bool) -> Draft | None:
    match = g.pattern("han_date").match(flat, at)
    if match is None:
        return None
    year = int(match["year"])
    for mark in g.data.dates.before_christ:
        if flat.endswith(mark, 0, at):
            start, end = at - len(mark), match.end("year") + 1
            return Draft(start, end, start, end, "date", "date-bc", value=f"-{year - 1:04}", digits=True)
    if len(match["year"]) == 4:
        dates = g.data.dates
        lasting = not match["month"] and year % 100 == 0 and flat.startswith(dates.round_lasting, match.end())
        if 1000 <= year <= 2199 and not lasting:
            return _draft(at, match.end(), year, match, "date-han", g)
        return None
    if not 80 <= year <= 150:
        return None
    if (
        match["month"]
        or (roc and not flat.startswith(g.data.dates.not_roc, match.end()))
        or (roc and g.pattern("by_roc_year").match(flat, match.end()))
    ):
        return _draft(at, match.end(), year + 1911, match, "date-roc", g)
    return None


def _day(flat: str, at: int, g: Grammar) -> Draft | None:
    match = g.pattern("han_day").match(flat, at) or g.pattern("han_month").match(flat, at)
    draft = _draft(at, match.end(), None, match, "date-han-day", g) if match else None
    made = _days_of_month(flat, draft, g)
    # A month without a year is no date.
    told = _MONTH.fullmatch(made.value) if made and isinstance(made.value, str) else None
    return made if told is None or told[2] else None


def _days_of_month(flat: str, draft: Draft | None, g: Grammar) -> Draft | None:
    """5月3至4日, 5月3、4日, 5月30日、31日: days that share their month. Those that follow one another are one stretch; of others
    the first is the date, and ``han_later_day`` reads the rest."""
    told = _MONTH.fullmatch(draft.value) if draft and isinstance(draft.value, str) else None
    if draft is None or told is None:
        return draft
    of_month, known = told.groups()
    match = g.pattern("han_days" if known is None else "han_more_days").match(flat, draft.end)
    if match is None:
        return draft
    days = [_number(one, g) for one in g.pattern("han_number").findall(match[0])]
    days = days if known is None else [int(known), *days]
    stretch = match["to"] or all(day == days[0] + nth for nth, day in enumerate(days))
    if not (1 <= days[0] < days[-1] <= _LAST_DAY) or (match["to"] and len(days) > 2):
        return draft
    if stretch:
        return replace(
            draft, end=match.end(), number_end=match.end(), value=None, low=f"{of_month}-{days[0]:02}",
            high=f"{of_month}-{days[-1]:02}", trail=f"period+{draft.trail}",
        )  # fmt: skip
    if known is not None:
        return draft
    end = match.end("first")
    return replace(draft, end=end, number_end=end, value=f"{of_month}-{days[0]:02}")


def han_later_day(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """5月3日和8日, 5月3、8日: a further day of the month that stands before the first one of its list."""
    day = g.pattern("han_listed_day").match(view.flat, at)
    lead = g.pattern("han_days_before").search(view.flat, max(0, at - _LONGEST), at) if day else None
    if day is None or lead is None:
        return None
    parts = _draft(at, day.end(), int(lead["year"]) if lead["year"] else None, lead, "date-listed-day", g)
    number = _number(day[1], g)
    if parts is None or not 1 <= number <= _LAST_DAY:
        return None
    return replace(parts, value=f"{parts.value}-{number:02}")


def _span(flat: str, at: int, g: Grammar) -> Draft | None:
    """2020年至2023年, 1961-1990年: a range of years."""
    first = flat[at : at + 4]
    if not (len(first) == 4 and first.isdecimal() and 1500 <= int(first) <= 2199):
        return None
    match = g.pattern("han_span").match(flat, at + 4)
    if match is None or int(match[1]) <= int(first):
        return None
    return Draft(at, match.end(), at, match.end(), "date", "date-span", low=first, high=match[1], digits=True)


def _number(text: str, g: Grammar) -> int:
    """A number below a hundred with its ten, or a row of digits."""
    if text.isdecimal():
        return int(text)
    known = signs(g.tag)
    ten = next((place for place, char in enumerate(text) if char in known.tens), None)
    if ten is None:
        return int("".join(str(known.digit[char]) for char in text))
    tens = known.digit[text[:ten]] if ten else 1
    return tens * 10 + known.digit.get(text[ten + 1 :], 0)


def _draft(
    start: int, end: int, year: int | None, match: re.Match[str], rule: str, g: Grammar
) -> Draft | None:
    """The date of a match; ``None`` when month or day cannot be."""
    parts = match.groupdict()
    month = _number(parts["month"], g) if parts.get("month") else None
    day = _number(parts["day"], g) if parts.get("day") else None
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    text = "-" if year is None else f"{year:04}"
    quarter, half = parts.get("quarter"), parts.get("half")
    season = _QUARTER + _number(quarter, g) if quarter else None
    if half:
        season = _HALF + g.data.dates.half_signs.index(half)
    for part in (season or month, day):
        if part is not None:
            text += f"-{part:02}"
    return Draft(start, end, start, end, "date", rule, value=text, digits=True)
