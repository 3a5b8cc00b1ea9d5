"""EDTF dates as spans of days, as far as sorting and comparing them needs.

Source: Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1.
"""

from __future__ import annotations

import re
from calendar import monthrange

_DATE = re.compile(r"(-?\d{3}[\dX]|-?\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 12),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
"""EDTF's codes for seasons, quarters and halves of years, each as its first and last month."""

Day = tuple[int, int, int]


def span(edtf: str | None) -> tuple[Day, Day] | None:
    """First and last day that an EDTF date or interval may mean; ``None`` when it names no year.

    Uncertainty marks (``~ ? %``) do not widen the span.
    """
    if not edtf:
        return None
    parts = [_one(part) for part in edtf.strip("{}[]").split("/")]
    known = [part for part in parts if part is not None]
    return (known[0][0], known[-1][1]) if known else None


def sort_key(edtf: str | None) -> Day:
    """First possible day; a date that names no year sorts before all others."""
    found = span(edtf)
    return found[0] if found else (-9999, 1, 1)


def overlap(left: str | None, right: str | None) -> bool | None:
    """Whether two dates may be the same day; ``None`` when one of them is not known."""
    a, b = span(left), span(right)
    return None if a is None or b is None else a[0] <= b[1] and b[0] <= a[1]


def _one(text: str) -> tuple[Day, Day] | None:
    found = _DATE.match(text.strip())
    if not found:
        return None
    year, month, day = found.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not month or month == "XX":
        return (first, 1, 1), (last, 12, 31)
    number = int(month)
    from_month, to_month = _SEASONS.get(number, (number, number)) if number > 12 else (number, number)
    if not (1 <= from_month <= 12):
        return None
    if day and day != "XX":
        return (first, from_month, int(day)), (last, to_month, int(day))
    return (first, from_month, 1), (last, to_month, monthrange(max(last, 1), to_month)[1])
