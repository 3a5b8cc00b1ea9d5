"""Dates and years, as ISO 8601 / EDTF; Hijri and Republican-era ones converted."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from build_tools.annotate.figures.dates.days import (
    Day,
    date_at,
    month_at,
    skip,
    spaced,
    year_at,
)
from build_tools.annotate.figures.dates.han_dates import read_han_date
from build_tools.annotate.figures.dates.hijri import gregorian_of
from build_tools.annotate.figures.dates.nth_days import read_nth_day
from build_tools.annotate.figures.dates.written_dates import (
    day_in_words,
    era_mark,
    read_days,
    read_decade,
    read_years,
)
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.numerals.ordinals import written_ordinal
from build_tools.annotate.figures.view import View

_WORD = re.compile(r"[^\W\d_]+|\S")
_DIGITS_MARKED = re.compile(r"\d{1,4}[-/. –]")
_DIGITS = re.compile(r"\d{1,4}(?!\d)")
_ISO = re.compile(
    r"((?:1[5-9]|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])|((?:19|20)\d{2})/(\d{1,2})(?![\d/])"
)
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:1\d|20)\d{2})(?!\d)")
_SPACED = re.compile(r"((?:19|20)\d{2}) (\d{1,2}) (\d{1,2})(?!\d|[,.]\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})-((?:19|20)\d{2})(?![\d-])")
_SEASON = re.compile(r"((?:1\d|20)\d{2})(?:[/–-]| [–-] )(\d{2})(?!\d|[-/]\d|,\d|\.\d)")
_DAYS = re.compile(r"(?P<first>\d{1,2})(?: ?[-–] ?|/)(?P<last>\d{1,2})(?!\d)")
_MONTH_DASH = re.compile(r" ?[-–—] ?")
_SHORT_YEAR = re.compile(r"-(\d{2})(?![\w-])")
_SHORT_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2})(?![\d/])")
_LAST_SHORT_YEAR = 40
"""Years of two digits up to this one are of this century."""
_YEAR_MARK = re.compile(r"((?:19|20)\d{2})[/-](?:(\d{1,2})[/-])?")


def written_date(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """27 August 2025, 2025-08-27, 2015年3月3日: a date that is written out."""
    return read_date(view, at, g, roc=context.roc, year=context.year)


def read_date(view: View, at: int, g: Grammar, *, roc: bool = False, year: int | None = None) -> Draft | None:
    """The date that starts at ``at``: a digit, a Chinese digit or the name of a month."""
    return _DATED[g.data.numerals.strategy](view, at, g, roc, year)


def _dated_in_signs(view: View, at: int, g: Grammar, roc: bool, year: int | None) -> Draft | None:
    flat = view.flat
    return read_han_date(flat, at, g, roc, year) or (
        _numeric(flat, at, g) if _DIGITS_MARKED.match(flat, at) else None
    )


def _dated_in_words(view: View, at: int, g: Grammar, roc: bool, year: int | None) -> Draft | None:
    flat = view.flat
    if not flat[at].isdecimal():
        named = _month_first(flat, at, g) or read_nth_day(view, at, g, month_at)
        return named or (_worded(flat, at, g) if g.article else None)
    special = read_years(flat, at, g) or read_days(flat, at, g, month_at)
    if special or not _may_be_date(g.tag).match(flat, at):
        return special
    return _numeric(flat, at, g) or _day_first(flat, at, g)


_DATED = {"additive": _dated_in_words, "positional": _dated_in_signs}
"""What reads it, by the strategy of numerals."""


@cache
def _may_be_date(tag: str) -> re.Pattern[str]:
    """A cheap look at what follows the digits: a mark of dates, a month, or a word that leads to one."""
    g = grammar(tag)
    dates = g.data.dates
    forms = [*g.months.forms, *g.hijri_months.forms, *dates.day_month_link, *dates.day_suffix]
    forms += [*g.data.ranges.to, *g.data.ranges.pair]
    words = "|".join(sorted({re.escape(match[0]) for form in forms if (match := _WORD.match(form))}))
    return re.compile(rf"\d{{1,4}}(?:[-/.–']|[^\W\d_]| {{1,3}}(?:[^\w ]|\d|(?:{words})(?![^\W\d_])))")


def _worded(flat: str, at: int, g: Grammar) -> Draft | None:
    """السابع من أكتوبر 2023, أول يناير, التسعينيات."""
    day = day_in_words(flat, at, g)
    month = month_at(flat, day[1], g) if day else None
    if day and month:
        return _with_year(flat, at, month, day[0], g)
    return _two_days_in_words(flat, at, g) or read_decade(flat, at, g)


def _two_days_in_words(flat: str, at: int, g: Grammar) -> Draft | None:
    """بين الثاني والتاسع من أيار, من الثاني إلى التاسع من أيار: two days that share their month."""
    first = written_ordinal(flat, at, g)
    if first is None or not first.definite:
        return None
    word, end = word_at(flat, first.end + 1)
    if word[:1] in g.data.ranges.pair and g.between.before(flat, _cue(flat, at)):
        begin = first.end + 2
    elif word in g.data.ranges.to:
        begin = end + 1
    else:
        return None
    day = day_in_words(flat, begin, g)
    month = month_at(flat, day[1], g) if day else None
    last = _with_year(flat, begin, month, day[0], g) if day and month else None
    return _days(at, str(first.value), last) if last else None


def _numeric(flat: str, at: int, g: Grammar) -> Draft | None:
    match = _ISO.match(flat, at)
    if match:
        if match[1]:
            first, second = int(match[3]), int(match[4])
            month, day = (first, second) if first <= 12 else (second, first)
            return date_at(at, match.end(), Day(int(match[1]), month, day), "date-iso")
        if int(match[6]) <= 12:
            return date_at(at, match.end(), Day(int(match[5]), int(match[6])), "date-iso")
    match = _SLASHED.match(flat, at)
    if match:
        first, second = int(match[1]), int(match[3])
        day_first = first > 12 or g.data.dates.day_first
        day, month = (first, second) if day_first and second <= 12 else (second, first)
        return date_at(at, match.end(), Day(int(match[4]), month, day), "date-slashed")
    match = _SHORT_SLASHED.match(flat, at)
    if match:
        first, second = int(match[1]), int(match[2])
        day, month = (
            (first, second) if first > 12 or (g.data.dates.day_first and second <= 12) else (second, first)
        )
        return date_at(at, match.end(), Day(_of_short(match[3]), month, day), "date-slashed")
    match = _SPACED.match(flat, at)
    if match:
        return date_at(at, match.end(), Day(int(match[1]), int(match[2]), int(match[3])), "date-iso")
    match = _MONTH_YEAR.match(flat, at)
    if match:
        return date_at(at, match.end(), Day(int(match[2]), int(match[1])), "date-month-year")
    match = _SEASON.match(flat, at)
    if match and int(match[2]) == (int(match[1]) + 1) % 100:
        return Draft(
            at,
            match.end(),
            at,
            match.end(),
            "date",
            "date-season",
            low=match[1],
            high=str(int(match[1]) + 1),
            digits=True,
        )
    return _named_month(flat, at, g)


def _of_short(year: str) -> int:
    """19-Nov-12 is of 2012, 5/30/85 of 1985."""
    return int(year) + (2000 if int(year) <= _LAST_SHORT_YEAR else 1900)


def _named_month(flat: str, at: int, g: Grammar) -> Draft | None:
    """2019/aug/01, 2020/23/sep."""
    match = _YEAR_MARK.match(flat, at)
    if match is None:
        return None
    named = g.months.at(flat, match.end())
    if named is None:
        return None
    if match[2]:
        return date_at(at, named[1], Day(int(match[1]), named[0], int(match[2])), "date-day-month")
    last = _DIGITS.match(flat, named[1] + 1) if flat[named[1] : named[1] + 1] in ("/", "-") else None
    return (
        date_at(at, last.end(), Day(int(match[1]), named[0], int(last[0])), "date-day-month")
        if last
        else None
    )


def _day_first(flat: str, at: int, g: Grammar, *, paired: bool = True) -> Draft | None:
    """27 أغسطس/آب 2025, 31st Oct 1974, 05-Aug-2016; also "2017 april", and 14–16 May 2024 as one period."""
    days = (_DAYS.match(flat, at) or _worded_days(flat, at, g)) if paired else None
    if days and ("/" not in days[0] or int(days["last"]) == int(days["first"]) + 1):
        # 14/15 April is a night.
        last = _day_first(flat, days.start("last"), g, paired=False)
        return _days(at, days["first"], last) if last else None
    number = _DIGITS.match(flat, at)
    if number is None:
        return None
    dates = g.data.dates
    end = number.end()
    for suffix in dates.day_suffix:
        if flat.startswith(suffix, end):
            end += len(suffix)
            break
    after = skip(flat, end, spaced(g.data.dates.day_month_link))
    month = month_at(flat, after, g)
    if month is None:
        return None
    if len(number[0]) == 4:
        year = int(number[0])
        return (
            date_at(at, month[1], Day(year, month[0]), "date-month-year")
            if 1500 <= year <= 2199 and not month[2]
            else None
        )
    return _with_year(flat, at, month, int(number[0]), g)


def _worded_days(flat: str, at: int, g: Grammar) -> re.Match[str] | None:
    """3 to 17 June, between 3rd and 17th June, 3 and 4 June."""
    match = g.pattern("days_in_words").match(flat, at)
    if match is None:
        return None
    between = match["link"] in g.data.ranges.pair
    if not between and match["link"] not in g.data.ranges.to:
        return None
    following = int(match["last"]) == int(match["first"]) + 1
    return match if not between or following or g.between.before(flat, _cue(flat, at)) else None


def _cue(flat: str, at: int) -> int:
    """Before the blanks, and an article, that stand before ``at``."""
    while at and flat[at - 1] == " ":
        at -= 1
    return at - 4 if flat.endswith(" the", 0, at) else at


def _days(start: int, first: str, last: Draft, end: int | None = None) -> Draft | None:
    """The period from a day of the month to the date ``last``."""
    if not isinstance(last.value, str) or last.form == "hijri" or not 1 <= int(first) < int(last.value[-2:]):
        return None
    return replace(
        last, start=start, number_start=start, value=None, low=f"{last.value[:-2]}{int(first):02}", high=last.value,
        trail=f"period+{last.trail}",
    )  # fmt: skip


def _with_year(
    flat: str, start: int, month: tuple[int, int, bool], day: int | None, g: Grammar
) -> Draft | None:
    dates = g.data.dates
    year = year_at(flat, skip(flat, month[1], spaced(g.data.dates.year_month_link)), hijri=month[2])
    if month[2]:
        value = gregorian_of(year[0], month[0], day) if year else None
        if year is None or value is None:
            return None
        end = era_mark(flat, year[1], dates.hijri_marks) or year[1]
        return Draft(start, end, start, end, "date", "date-hijri", value=value, digits=True, form="hijri")
    if year is None and day is None:
        return None
    short = _SHORT_YEAR.match(flat, month[1]) if year is None and "-" in flat[start : month[1]] else None
    if short:
        year = (_of_short(short[1]), short.end())
    end = year[1] if year else month[1]
    end = era_mark(flat, end, dates.era_marks) or end
    return date_at(
        start,
        end,
        Day(year[0] if year else None, month[0], day),
        "date-day-month" if day else "date-month-year",
    )


def _months(flat: str, at: int, first: tuple[int, int, bool], g: Grammar) -> Draft | None:
    """January–February 1794, يوليو - أغسطس 2004: two months of one year."""
    dash = _MONTH_DASH.match(flat, first[1])
    last = month_at(flat, dash.end(), g) if dash and not first[2] else None
    if last is None or last[2] or not first[0] < last[0]:
        return None
    year = year_at(flat, skip(flat, last[1], spaced(g.data.dates.year_month_link)))
    if year is None:
        return None
    ends = (f"{year[0]:04}-{first[0]:02}", f"{year[0]:04}-{last[0]:02}")
    return Draft(
        at, year[1], at, year[1], "date", "period+date-months", low=ends[0], high=ends[1], digits=True
    )


def _month_first(flat: str, at: int, g: Grammar) -> Draft | None:
    """Oct. 14, 2025, October 2014, أغسطس 2023."""
    month = month_at(flat, at, g)
    if month is None:
        return None
    months = _months(flat, at, month, g)
    if months:
        return months
    dates = g.data.dates
    if not month[2] and dates.day_suffix:
        begin = skip(flat, month[1], ["the"])
        number = re.compile(r"\d{1,2}(?!\d|,\d{3}|\.\d|%)").match(flat, begin)
        if number:
            end = number.end()
            for suffix in dates.day_suffix:
                if flat.startswith(suffix, end):
                    end += len(suffix)
                    break
            year = year_at(flat, skip(flat, end, [","]))
            return date_at(
                at,
                year[1] if year else end,
                Day(year[0] if year else None, month[0], int(number[0])),
                "date-month-day",
            )
    return _with_year(flat, at, month, None, g)
