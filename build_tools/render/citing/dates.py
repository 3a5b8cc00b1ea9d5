"""EDTF dates taken apart, for formats that know less of doubt than EDTF does.

Source: Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T[\d:Z+-]+)?(?P<doubt>[?~%]?)\Z"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A year with what is known beside it. ``season`` is 1 to 4, for EDTF's 21 to 24."""

    year: int
    month: int | None
    day: int | None
    season: int | None
    doubt: str
    """``~`` about, ``?`` uncertain, ``%`` both, or nothing."""

    @property
    def is_certain(self) -> bool:
        return not self.doubt

    @property
    def numbers(self) -> list[int]:
        """Year, month and day as far as they are known."""
        return [number for number in (self.year, self.month, self.day) if number]


def dates(edtf: str | None) -> tuple[Date, ...]:
    """One date, or the two ends of a closed interval; empty when the year of one is not known in full."""
    if not edtf:
        return ()
    parts = [_one(part) for part in edtf.split("/")]
    known = tuple(part for part in parts if part)
    return known if len(known) == len(parts) <= 2 else ()


def certain(edtf: str | None) -> Date | None:
    """The date when it is a single one and nobody doubts it; it may lack day and month, but names no season."""
    found = dates(edtf)
    return found[0] if len(found) == 1 and found[0].is_certain and not found[0].season else None


def iso(edtf: str | None) -> str | None:
    """The date in ISO 8601 (``2024``, ``2024-12``, ``2024-12-06``) when it is certain."""
    date = certain(edtf)
    return "-".join(f"{n:0{4 if i == 0 else 2}d}" for i, n in enumerate(date.numbers)) if date else None


def _one(text: str) -> Date | None:
    found = _PART.match(text.strip())
    if not found:
        return None
    month, day = _number(found["month"]), _number(found["day"])
    season = month - 20 if month and 21 <= month <= 24 else None
    month = month if month and 1 <= month <= 12 else None
    return Date(int(found["year"]), month, day if month else None, season, found["doubt"])


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None
