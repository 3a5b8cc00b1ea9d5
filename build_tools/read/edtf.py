"""Dates with their uncertainty: Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1.

Source: the Library of Congress's EDTF specification. Times of day are level 0 and accepted; sets, seasons beyond
21 to 24 and exponential years are level 2 and not.
"""

from __future__ import annotations

import re
from calendar import monthrange

_YEAR = r"-?\d{4}|Y-?\d{5,9}"
_DATE = re.compile(
    rf"(?P<year>{_YEAR}|-?\d{{3}}X|-?\d{{2}}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<time>T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?)?(?P<doubt>[?~%])?\Z"
)
_TIME = re.compile(
    r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?\Z|T24:00:00(?:Z|[+-]\d\d(?::\d\d)?)?\Z"
)
_SEASONS = range(21, 25)

EXAMPLES = "2024-12-06, 2024-12, 2024-12~ (about), 2024? (uncertain), 2024-12-XX, 2024-21 (spring), 2024-12/2025-01, ../2024"


def fault(value: str) -> str | None:
    """What is wrong with a date, as half a sentence; ``None`` when it is right and exists in the calendar."""
    if value.count("/") == 1:
        first, last = value.split("/")
        if first in ("", "..") and last in ("", ".."):
            return f"{value!r} has neither a beginning nor an end"
        for part in (first, last):
            if part not in ("", ".."):
                wrong = _date_fault(part)
                if wrong:
                    return wrong
        if first not in ("", "..") and last not in ("", "..") and _earliest(first) > _latest(last):
            return f"{value!r} ends before it begins"
        return None
    return _date_fault(value)


def _date_fault(value: str) -> str | None:
    match = _DATE.match(value)
    if not match or not value.isascii():
        return f"{value!r} is no EDTF date"
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year and month is not None and (month != "XX" or day not in (None, "XX")):
        return f"{value!r} has a month in an unknown year"
    if month is None or month == "XX":
        if day not in (None, "XX"):
            return f"{value!r} has a day in an unknown month"
        return _time_fault(match)
    number = int(month)
    if number in _SEASONS:
        return f"{value!r} has a day in a season" if day else _time_fault(match)
    if not 1 <= number <= 12:
        return f"{value!r} has no such month"
    if day is not None and day != "XX" and not 1 <= int(day) <= _days(year, number):
        return f"{value!r} has no such day"
    return _time_fault(match)


def _time_fault(match: re.Match[str]) -> str | None:
    time = match["time"]
    if time is None:
        return None
    if match["day"] is None or "X" in match["day"] or match["doubt"]:
        return f"{match.string!r} has a time without a certain day"
    return None if _TIME.match(time) else f"{match.string!r} has no such time"


def _days(year: str, month: int) -> int:
    number = int(year.removeprefix("Y")) if "X" not in year else 2000
    # The calendar repeats every 400 years, before year 1 too.
    return monthrange(number % 400 + 400, month)[1]


def _earliest(value: str) -> tuple[int, int, int]:
    return _bound(value, low=True)


def _latest(value: str) -> tuple[int, int, int]:
    return _bound(value, low=False)


def _bound(value: str, *, low: bool) -> tuple[int, int, int]:
    match = _DATE.match(value)
    assert match is not None
    digits = match["year"].removeprefix("Y")
    outward = low != digits.startswith("-")
    year = int(digits.replace("X", "0" if outward else "9"))
    month = _season_month(match["month"], low=low)
    day = match["day"]
    if day is None or "X" in day:
        return year, month, 1 if low else 31
    return year, month, int(day)


def _season_month(month: str | None, *, low: bool) -> int:
    if month is None or "X" in month:
        return 1 if low else 12
    number = int(month)
    if number in _SEASONS:  # which months a season has differs by hemisphere, so it orders by year alone
        return 1 if low else 12
    return number
