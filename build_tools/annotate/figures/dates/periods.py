"""Dates that are more than a day: "between 2020 and 2023", 1961–1990, 14–16 May, quarters and halves of years."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.dates.calendar import read_date
from build_tools.annotate.figures.dates.han_dates import han_end
from build_tools.annotate.figures.dates.years import counts
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.numerals.connectors import ConnectorRule, follows_between
from build_tools.annotate.figures.view import View, word_before

_YEAR = re.compile(r"(1[0-9]\d{2}|20\d{2}|21\d{2})(?![\d%‰]|[.,]\d)")
_YEAR_AFTER = re.compile(rf",? {_YEAR.pattern}")
_SHORT = re.compile(r"(\d{2})(?![\d%‰]|[.,]\d)")
_LAST_DAY = 31
_OF_NOW = 1000
"""Years from then on need no word before them."""
_LAST_YEAR = 2199
_LONGEST_AGE = 1000
"""Years of most dynasties and ages."""
_EDTF = re.compile(r"(\d{4})?(?:-?-(\d\d))?(?:-(\d\d))?")
_DAY_TOLD = re.compile(r"-\d\d-\d\d$")
_QUARTER = re.compile(r"([qh])([1-4])(?: (?:of )?|-)?((?:19|20)\d{2})?(?![\w%])")
_FISCAL = re.compile(r"fy ?'?((?:19|20)\d{2}|\d{2})(?![\w%]|[.,]\d)")
_DIGIT_ORDINAL = re.compile(r"([1-4])(?:st|nd|rd|th)(?!\w)")
_FIRST_OF = {"Q": 33, "H": 40}


def with_period(view: View, first: Draft, g: Grammar, connects: ConnectorRule) -> Draft:
    """The date, widened by a second one when the two are the ends of one period: ``low`` and ``high``, no value."""
    if not isinstance(first.value, str):
        return first
    between = follows_between(view.flat, _before_noun(view.flat, first.start, g), g)
    link = connects(view.flat, first.end, g, between)
    if link is None or link.kind == "or" or link.end >= len(view.flat):
        return first
    second = _second(view, link.end, first, link.form, g)
    if second is None:
        return first
    high, end = second
    ends = _filled(first.value, high)
    between = between or view.flat.startswith(tuple(g.data.ranges.closing), end)
    if ends is None or (link.kind == "pair" and not between and not _next_day(*ends)):
        return first
    return replace(
        first, end=end, number_end=end, value=None, low=ends[0], high=ends[1], trail=f"period+{first.trail}"
    )


def _next_day(low: str, high: str) -> bool:
    """Whether a day is the one after another, so that "5 and 6 December" are one stretch; 5 and 12 December are two days."""
    days = _DAY_TOLD.search(low) is not None
    return days and low[:-2] == high[:-2] and int(high[-2:]) == int(low[-2:]) + 1


def _before_noun(flat: str, start: int, g: Grammar) -> int:
    """Where the word for a year before a year begins, بين عامي 618 و907; else where the date does."""
    word = word_before(flat, start)
    return start - 1 - len(word) if word and word in g.data.dates.year_nouns else start


def _second(view: View, at: int, first: Draft, form: str, g: Grammar) -> tuple[str, int] | None:
    flat = view.flat
    draft = read_date(view, at, g)
    if draft is not None:
        return (draft.value, draft.end) if isinstance(draft.value, str) else None
    ending = han_end(flat, at, first, g)
    if ending is not None:
        return ending
    day = _day_of_the_month(flat, at, first, g)
    if day is not None:
        return day
    if not isinstance(first.value, str) or not re.fullmatch(r"\d{4}", first.value):
        return None
    early = _early_year(flat, at, first.value, g)
    if early is not None:
        return early
    match = _YEAR.match(flat, at)
    if match is None:
        short = _SHORT.match(flat, at) if form == "–" else None
        return (first.value[:2] + short[1], short.end()) if short and at == first.end + 1 else None
    if (
        word_at(flat, match.end() + (flat[match.end() : match.end() + 1] == " "))[0]
        in g.data.dates.not_year_before
    ):
        return None
    return match[1], match.end()


def _early_year(flat: str, at: int, first: str, g: Grammar) -> tuple[str, int] | None:
    """من عام 618 إلى عام 907, the year 618 to 907: a year that a number of years of our era follows, up to a thousand later."""
    word, end = word_at(flat, at)
    begin = end + 1 if word in g.data.dates.year_nouns else at
    match = g.pattern("noun_year").match(flat, begin)
    if match is None or counts(flat, match.end(), g):
        return None
    year = int(match[1])
    old = int(first) < _OF_NOW and int(first) < year <= min(int(first) + _LONGEST_AGE, _LAST_YEAR)
    return (f"{year:04}", match.end()) if old else None


def _day_of_the_month(flat: str, at: int, first: Draft, g: Grammar) -> tuple[str, int] | None:
    """From May 2 to 9, between May 2nd and 9th, 2020: a later day of the month that stands before the first one."""
    day = g.pattern("later_day").match(flat, at)
    value = first.value if isinstance(first.value, str) else ""
    ends = _EDTF.fullmatch(value)
    if day is None or ends is None or not ends[3] or not flat[first.start].isalpha():
        return None
    if not int(ends[3]) < int(day[1]) <= _LAST_DAY or counts(flat, day.end(1), g):
        return None
    of_year = f"{day[2]}-" if day[2] else value[: -len("MM-DD")]
    return f"{of_year}{ends[2]}-{int(day[1]):02}", day.end()


def _filled(low: str, high: str) -> tuple[str, str] | None:
    """Both ends with what only one of them says; ``None`` when they do not rise."""
    a, b = _EDTF.fullmatch(low), _EDTF.fullmatch(high)
    if a is None or b is None or bool(a[2]) != bool(b[2]) or bool(a[3]) != bool(b[3]):
        return None
    years = [a[1] or b[1], b[1] or a[1]]
    ends = [
        "-".join(part for part in (year or "-", match[2], match[3]) if part)
        for year, match in zip(years, (a, b), strict=True)
    ]
    return (ends[0], ends[1]) if ends[0] < ends[1] or not years[0] else None


def _of_year(year: str | None, letter: str, nth: int) -> str:
    """EDTF has 33 to 36 for the quarters of a year and 40, 41 for its halves, but none without the year."""
    return f"{year}-{_FIRST_OF[letter] + nth - 1}" if year else f"--{letter}{nth}"


def _part_of_year(flat: str, at: int, g: Grammar) -> Draft | None:
    """The third quarter of 2024, الربع الثالث من عام 2024: ``2024-35``; only with its year."""
    table = g.data.dates.parts_of_year
    word, end = word_at(flat, at)
    ordinal = _DIGIT_ORDINAL.match(flat, at)
    if ordinal:
        word, end = ordinal[1], ordinal.end()
    if flat[end : end + 1] not in (" ", "-"):
        return None
    other, end = word_at(flat, end + 1)
    letters = {name: key for key, names in table.names.items() for name in names}
    which, part = (other, word) if word in letters else (word, other)
    letter = letters.get(part)
    if letter is None:
        return None
    which = g.bare(which)
    count = 4 if letter == "Q" else 2
    nth = count if which in table.last else int(which) if which.isdecimal() else g.ordinals.get(which, 0)
    if not 1 <= nth <= count:
        return None
    for link in table.links:
        if flat.startswith(f" {link} ", end):
            end += len(link) + 1
    year = _YEAR_AFTER.match(flat, end)
    if year is None:
        return None
    return Draft(
        at,
        year.end(),
        at,
        year.end(),
        "date",
        "date-part-of-year",
        value=_of_year(year[1], letter, nth),
        digits=True,
    )


def read_named_period(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """Q3 2024, H1 2025: ``2024-35`` and ``2025-40``, without a year ``--Q3``; FY2024, FY24: ``2024``."""
    flat = view.flat
    if flat[at].isdecimal():
        return _part_of_year(flat, at, g)
    if view.text[at] not in "QHF":
        return _part_of_year(flat, at, g)
    fiscal = _FISCAL.match(flat, at)
    if fiscal and view.text[at : at + 2] == "FY":
        value = fiscal[1] if len(fiscal[1]) == 4 else f"20{fiscal[1]}"
        start = fiscal.start(1) if len(fiscal[1]) == 4 else at
        return Draft(
            start, fiscal.end(), start, fiscal.end(), "date", "date-fiscal", value=value, digits=True
        )
    match = _QUARTER.match(flat, at)
    if match is None or (match[1] == "h" and match[2] in "34"):
        return None
    if at and (flat[at - 1].isalnum() or flat[at - 1] in "-./"):
        return None
    end = match.end() if match[3] else match.start(2) + 1
    value = _of_year(match[3], match[1].upper(), int(match[2]))
    return Draft(at, end, at, end, "date", "date-quarter", value=value, digits=True)


def year_and_part(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """2023 Q3, 2024 H1, 2023年Q3: the year before its part."""
    match = g.pattern("year_and_part").match(view.flat, at) if view.flat[at].isdecimal() else None
    if match is None or not view.text[match.start(2)].isupper() or (match[2] == "h" and match[3] in "34"):
        return None
    if at and (view.flat[at - 1].isdecimal() or view.flat[at - 1] in "-./,"):
        return None
    value = _of_year(match[1], match[2].upper(), int(match[3]))
    return Draft(at, match.end(), at, match.end(), "date", "date-quarter", value=value, digits=True)
