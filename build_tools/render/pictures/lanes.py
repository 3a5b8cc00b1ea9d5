"""The dates of one year in lanes: what appeared, what the texts tell of, and what has to be by then.

A year is as wide as any other, from its first day to its last, so that what is known to the day, to the month or to the
year alone is as wide as it is uncertain. A date that reaches into later years goes on to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from build_tools.archive.dates import Day
from build_tools.render.pictures.scale import ordinal

Lane = Literal["published", "named", "deadline"]
LANES: tuple[Lane, ...] = get_args(Lane)
BOUNDED = ("at-most", "less-than")
"""Modifiers of a date by which something is to be, or was."""
DEEP = 4
"""Rows of a lane: what overlaps more than so often lies upon one another."""
MOST = 120
"""Marks of a lane."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a lane. ``key`` is the caller's name for it, ``count`` how many there are."""

    days: tuple[Day, Day]
    lane: Lane
    count: int
    key: int


@dataclass(frozen=True, slots=True)
class Mark:
    """``x`` and ``width`` in per cent of the year."""

    x: float
    width: float
    row: int
    onward: bool
    """It goes on into later years."""
    count: int
    key: int


@dataclass(frozen=True, slots=True)
class LaneOfYear:
    lane: Lane
    top: int
    """Rows of the lanes above it."""
    rows: int
    marks: Sequence[Mark]
    count: int
    """Of all that is in it, also of what is not drawn."""


@dataclass(frozen=True, slots=True)
class YearPicture:
    year: int
    lanes: Sequence[LaneOfYear]
    """Those that have anything."""
    rows: int


def year_picture(year: int, moments: Iterable[Moment]) -> YearPicture:
    """The moments that begin in a year, each lane in as few rows as hold them side by side."""
    known = list(moments)
    first = ordinal((year, 1, 1))
    length = ordinal((year, 12, 31)) + 1 - first
    made: list[LaneOfYear] = []
    top = 0
    for lane in LANES:
        inside = sorted((m for m in known if m.lane == lane), key=lambda m: (m.days[0], m.days[1], m.key))
        if not inside:
            continue
        marks = _marks(year, first, length, inside[:MOST])
        rows = max(mark.row for mark in marks) + 1
        made.append(LaneOfYear(lane, top, rows, marks, sum(m.count for m in inside)))
        top += rows
    return YearPicture(year, made, top)


def _marks(year: int, first: int, length: int, moments: Sequence[Moment]) -> list[Mark]:
    marks: list[Mark] = []
    ends: list[float] = []
    for moment in moments:
        begin, end = moment.days
        x = (ordinal(begin) - first) / length * 100
        until = 100.0 if end[0] > year else (ordinal(end) + 1 - first) / length * 100
        row = next((n for n, taken in enumerate(ends) if taken <= x), len(ends))
        if row >= DEEP:
            row = DEEP - 1
        ends[row:] = [max(until, x + 1.5), *ends[row + 1 :]]
        onward = end[0] > year
        marks.append(Mark(round(x, 2), round(until - x, 2), row, onward, moment.count, moment.key))
    return marks
