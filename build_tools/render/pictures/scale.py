"""Values and dates as places on one scale, in per cent of its length. Lines, colours and words are the templates'."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from build_tools.archive.dates import Day, span
from build_tools.model import Figure

LENGTH = Decimal(100)
ROOM = Decimal("1.08")
"""How much longer than from the least to the greatest value it is, so that an open side can be seen."""
PARTS = 4
"""Most parts that the ticks divide it into: on a telephone there is room for so many words."""
_DOWN, _UP = ("less-than", "at-most", "nearly"), ("more-than", "at-least")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one statement leaves possible: a point where ``start`` is ``end``, else all between the two."""

    start: float
    end: float
    below: bool = False
    """It may be less: an arrow."""
    above: bool = False
    rough: bool = False
    """It is said to be about so much."""
    vague: bool = False
    """The order of magnitude alone is known."""


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    value: str
    """A plain decimal, or a year."""


@dataclass(frozen=True, slots=True)
class Scale:
    marks: Sequence[Mark | None]
    """One for each figure, in order; ``None`` for one that names no amount."""
    ticks: Sequence[Tick]


def scale(figures: Sequence[Figure]) -> Scale | None:
    """Figures of one kind on one scale, dates on one of time, all others from zero; ``None`` when none has a place."""
    dated = bool(figures) and figures[0].kind == "date"
    places = [_days(figure) if dated else _amounts(figure) for figure in figures]
    ends = [end for place in places if place for end in place]
    if not ends:
        return None
    least, most = whole_years(ends) if dated else (min(Decimal(0), *ends), max(Decimal(0), *ends))
    length = (most - least if dated else (most - least) * ROOM) or Decimal(1)

    def at(value: Decimal) -> float:
        return round(float((value - least) / length * LENGTH), 2)

    marks = [
        place and _mark(figure, at(place[0]), at(place[1]))
        for figure, place in zip(figures, places, strict=True)
    ]
    ticks = year_ticks(least, most) if dated else _round_ticks(least, most)
    return Scale(marks, [Tick(at(value), words) for value, words in ticks])


def _mark(figure: Figure, start: float, end: float) -> Mark:
    modifier = figure.modifier
    alone = figure.value is not None
    return Mark(
        start,
        end,
        below=modifier in _DOWN or not (alone or figure.low),
        above=modifier in _UP or not (alone or figure.high),
        rough=modifier == "about",
        vague=modifier == "vague",
    )


def _amounts(figure: Figure) -> tuple[Decimal, Decimal] | None:
    low, high = (figure.value or figure.low or figure.high), (figure.value or figure.high or figure.low)
    if low is None or high is None:
        return None
    found = Decimal(low), Decimal(high)
    return found if all(end.is_finite() for end in found) else None


def _days(figure: Figure) -> tuple[Decimal, Decimal] | None:
    found = span(figure.value)
    return found and days_of(found)


def days_of(days: tuple[Day, Day]) -> tuple[Decimal, Decimal]:
    """From the beginning of the first day to the end of the last one."""
    return Decimal(ordinal(days[0])), Decimal(ordinal(days[1]) + 1)


def ordinal(day: Day) -> int:
    """The number of a day; what lies outside of the calendar's years is taken to its first or last one."""
    year, month, date = day
    return datetime.date(max(1, min(9999, year)), month, 1).toordinal() + date - 1


def whole_years(ends: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """The whole years that hold all of these days."""
    known = sorted(ends)
    first = datetime.date.fromordinal(int(known[0])).year
    last = datetime.date.fromordinal(max(1, int(known[-1]) - 1)).year + 1
    return Decimal(ordinal((first, 1, 1))), Decimal(ordinal((last, 1, 1)))


def year_ticks(least: Decimal, most: Decimal) -> list[tuple[Decimal, str]]:
    """Beginnings of years between two days, few enough to be read."""
    first, last = (datetime.date.fromordinal(int(end)).year for end in (least, most))
    step = max(1, -(-(last - first) // PARTS))
    return [(Decimal(ordinal((year, 1, 1))), str(year)) for year in range(first, last + 1, step)]


def _round_ticks(least: Decimal, most: Decimal) -> list[tuple[Decimal, str]]:
    step = _step(most - least) if most > least else Decimal(1)
    first = int((least / step).to_integral_value(rounding="ROUND_CEILING"))
    last = int((most / step).to_integral_value(rounding="ROUND_FLOOR"))
    return [(step * n, f"{(step * n).normalize():f}") for n in range(first, last + 1)]


def _step(length: Decimal) -> Decimal:
    """A round number that divides the length into one to four parts."""
    base = Decimal(1).scaleb(length.adjusted())
    return next(
        base * factor
        for factor in map(Decimal, ("0.2", "0.5", "1", "2", "5", "10"))
        if length / (base * factor) <= PARTS
    )
