"""The Islamic calendar: Umm al-Qura where its table reaches, the tabular (civil) reckoning before and after."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from build_tools import languages

_EPOCH = date(622, 7, 19)
"""1 Muharram 1 AH, civil epoch, proleptic Gregorian."""


@cache
def _table() -> dict[int, tuple[date, str]]:
    """Hijri year → its first day and a mark per month, ``1`` for one of 30 days."""
    return {
        int(year): (date.fromisoformat(first), months)
        for year, first, months in languages.columns("hijri-umalqura")
    }


def _day(year: int, month: int, day: int) -> date:
    row = _table().get(year)
    if row:
        first, months = row
        return first + timedelta(days=29 * (month - 1) + months[: month - 1].count("1") + day - 1)
    # Leap years are 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30.
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return _EPOCH + timedelta(days=days)


def gregorian_of(year: int, month: int | None, day: int | None) -> str | None:
    """EDTF of a Hijri day; of a month or year the interval from its first to its last Gregorian month or year.

    Where a day's crescent was seen on another evening, the civil date may have differed by one.
    """
    if month is None:
        first, last = _day(year, 1, 1), _day(year + 1, 1, 1) - timedelta(days=1)
        years = f"{first.year:04}", f"{last.year:04}"
        return "/".join(dict.fromkeys(years))
    if not 1 <= month <= 12:
        return None
    if day is not None:
        return _day(year, month, day).isoformat() if 1 <= day <= 30 else None
    first = _day(year, month, 1)
    following = _day(year, month + 1, 1)
    last = following - timedelta(days=1)
    return first.strftime("%Y-%m") if first.month == last.month else f"{first:%Y-%m}/{last:%Y-%m}"
