"""Geometry of the charts, in units of their view box. Lines, colours and words are the templates'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.archive.dates import span
from build_tools.render.pictures.scale import ordinal

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
    origin, length = ordinal((first, 1, 1)), ordinal((last, 1, 1)) - ordinal((first, 1, 1))

    def x(ordinal: int) -> float:
        return round((ordinal - origin) / length * WIDTH, 1)

    marks: list[Mark] = []
    ends: list[float] = []
    for key, (begin, end) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        left, right = x(ordinal(begin)), x(ordinal(end) + 1)
        width = max(6.0, round(right - left, 1))
        row = next((n for n, taken in enumerate(ends) if taken <= left), len(ends))
        ends[row:] = [left + width + 2, *ends[row + 1 :]]
        marks.append(Mark(min(left, WIDTH - width), width, row, key))
    step = max(1, (last - first) // 8)
    ticks = [Tick(x(ordinal((year, 1, 1))), year) for year in range(first, last + 1, step)]
    return TimeLine(marks, ticks, max(1, len(ends)))
