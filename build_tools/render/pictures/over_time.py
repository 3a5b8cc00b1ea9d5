"""When something is named, by language: a lane for each, every document as wide as its date is uncertain."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from build_tools.archive.dates import Day, span
from build_tools.render.pictures.scale import Tick, days_of, whole_years, year_ticks

DEEP = 4
"""Rows of a lane: what overlaps more than so often lies upon one another."""
MOST = 120
"""Documents of a lane that are drawn one by one; of more, those of a month are one mark."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document that names it: ``mentions`` times."""

    key: str
    published: str | None
    language: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Mark:
    """In per cent of the whole time. ``key`` is that of the first of ``count`` documents."""

    key: str
    count: int
    x: float
    width: float
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    language: str
    marks: Sequence[Mark]
    rows: int
    mentions: int
    documents: int
    undated: int


@dataclass(frozen=True, slots=True)
class OverTime:
    lanes: Sequence[Lane]
    """The language with most mentions first."""
    ticks: Sequence[Tick]


def over_time(documents: Sequence[Named]) -> OverTime | None:
    """``None`` when no date names a year."""
    spans = [days for one in documents if (days := span(one.published))]
    if not spans:
        return None
    least, most = whole_years([end for days in spans for end in days_of(days)])
    by_language: dict[str, list[Named]] = defaultdict(list)
    for one in documents:
        by_language[one.language].append(one)
    lanes = [_lane(tag, inside, least, most) for tag, inside in by_language.items()]
    lanes.sort(key=lambda lane: (-lane.mentions, lane.language))
    ticks = [Tick(_at(day, least, most), words) for day, words in year_ticks(least, most)]
    return OverTime(lanes, ticks)


def _lane(language: str, documents: Sequence[Named], least: Decimal, most: Decimal) -> Lane:
    dated = [(days, one) for one in documents if (days := span(one.published))]
    if len(dated) > MOST:
        dated = [(_months(days), one) for days, one in dated]
    together: dict[tuple[Day, Day], list[Named]] = defaultdict(list)
    for days, one in dated:
        together[days].append(one)
    marks: list[Mark] = []
    ends: list[float] = []
    for days, alike in sorted(together.items()):
        x, until = (_at(day, least, most) for day in days_of(days))
        row = min(DEEP - 1, next((n for n, taken in enumerate(ends) if taken <= x), len(ends)))
        ends[row:] = [max(until, x + 1.5), *ends[row + 1 :]]
        marks.append(Mark(min(one.key for one in alike), len(alike), x, round(until - x, 2), row))
    return Lane(
        language,
        marks,
        max((mark.row for mark in marks), default=0) + 1,
        sum(one.mentions for one in documents),
        len(documents),
        len(documents) - len(dated),
    )


def _months(days: tuple[Day, Day]) -> tuple[Day, Day]:
    """From the beginning of the first to the end of the last month that the days lie in."""
    (year, month, _), (last_year, last_month, _) = days
    return (year, month, 1), (last_year, last_month, monthrange(max(last_year, 1), last_month)[1])


def _at(day: Decimal, least: Decimal, most: Decimal) -> float:
    return round(float((day - least) / (most - least) * 100), 2)
