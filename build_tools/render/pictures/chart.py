"""Geometry of the charts, in units of their view box. Lines, colours and words are the templates'."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from build_tools.archive.dates import Day, span

WIDTH = 640.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A span on a time line: ``x`` and ``width`` from the left, ``row`` to keep overlapping ones apart."""

    x: float
    width: float
    row: int
    key: str


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    year: int


@dataclass(frozen=True, slots=True)
class TimeLine:
    marks: Sequence[Mark]
    ticks: Sequence[Tick]
    rows: int


def time_line(dates: Mapping[str, str | None]) -> TimeLine | None:
    """Key → EDTF date, laid out over whole years; ``None`` when no date names a year."""
    spans = {key: found for key, date in dates.items() if (found := span(date))}
    if not spans:
        return None
    first = min(begin[0] for begin, _ in spans.values())
    last = max(end[0] for _, end in spans.values()) + 1
    origin, length = _ordinal((first, 1, 1)), _ordinal((last, 1, 1)) - _ordinal((first, 1, 1))

    def x(ordinal: int) -> float:
        return round((ordinal - origin) / length * WIDTH, 1)

    marks: list[Mark] = []
    ends: list[float] = []
    for key, (begin, end) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        left, right = x(_ordinal(begin)), x(_ordinal(end) + 1)
        width = max(6.0, round(right - left, 1))
        row = next((n for n, taken in enumerate(ends) if taken <= left), len(ends))
        ends[row:] = [left + width + 2, *ends[row + 1 :]]
        marks.append(Mark(min(left, WIDTH - width), width, row, key))
    step = max(1, (last - first) // 8)
    ticks = [Tick(x(_ordinal((year, 1, 1))), year) for year in range(first, last + 1, step)]
    return TimeLine(marks, ticks, max(1, len(ends)))


def _ordinal(day: Day) -> int:
    year, month, date = day
    return datetime.date(max(1, min(9999, year)), month, 1).toordinal() + date - 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A statement on a scale: a point at ``x``, or a span up to ``x + width``; ``open`` tells a side without bound."""

    x: float
    width: float
    left_open: bool
    right_open: bool


@dataclass(frozen=True, slots=True)
class Scale:
    bars: Sequence[Bar | None]
    """One for each statement, in order; ``None`` for a vague one."""
    ticks: Sequence[tuple[float, str]]
    """Places with their plain decimal values."""


def scale(values: Sequence[tuple[str | None, str | None, str]], room: float = WIDTH) -> Scale | None:
    """Statements as (low, high, modifier) on one scale from zero; ``None`` when none of them has a value.

    A single value is given as low and high alike.
    """
    numbers = [Decimal(v) for low, high, _ in values for v in (low, high) if v is not None]
    if not numbers:
        return None
    least, most = min(Decimal(0), *numbers), max(Decimal(0), *numbers)
    if least == most:
        most = least + 1
    # Room at the end, so that an open side can be seen.
    length = (most - least) * Decimal("1.08")

    def x(value: Decimal) -> float:
        return round(float((value - least) / length) * room, 1)

    bars: list[Bar | None] = []
    for low, high, modifier in values:
        if low is None and high is None:
            bars.append(None)
            continue
        left = x(Decimal(low)) if low is not None else 0.0
        right = x(Decimal(high)) if high is not None else room
        bars.append(
            Bar(
                left,
                round(right - left, 1),
                low is None or modifier in ("less-than", "at-most", "nearly"),
                high is None or modifier in ("more-than", "at-least"),
            )
        )
    step = _step(most - least)
    ticks: list[tuple[float, str]] = []
    at = (least / step).to_integral_value(rounding="ROUND_CEILING") * step
    while at <= most:
        ticks.append((x(at), f"{at.normalize():f}"))
        at += step
    return Scale(bars, ticks)


def _step(length: Decimal) -> Decimal:
    """A round number that divides the length into two to five parts."""
    base = Decimal(1).scaleb(length.adjusted())
    for factor in (Decimal("0.2"), Decimal("0.5"), Decimal(1), Decimal(2), Decimal(5)):
        if length / (base * factor) <= 5:
            return base * factor
    return base * 10
