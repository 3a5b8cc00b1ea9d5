"""The timeline: when documents appeared, and the dates that their texts name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from build_tools.archive.dates import Day, span
from build_tools.model import Document, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.listing import leaves
from build_tools.render.marking.kwic import Line, in_context

PER_PAGE = 80
"""Dates on one page."""
LINES = 12
"""Passages shown for one date; more are counted."""


@dataclass
class Dated:
    """One date as the texts give it, with what appeared and what speaks of it."""

    edtf: str
    days: tuple[Day, Day]
    published: list[Document] = field(default_factory=list)
    named: list[tuple[Document, Line, int]] = field(default_factory=list)
    """(document, words around the date, number of the figure)."""


@dataclass(frozen=True, slots=True)
class Year:
    """Counts of one year; ``page`` is the page of the list on which it begins."""

    year: int
    page: int
    published: int
    named: int


def pages(context: Context) -> Iterator[OutputFile]:
    dates = _dates(context)
    years = _years(dates)
    most = max((year.published + year.named for year in years), default=1)
    for leaf in leaves(dates, PER_PAGE):
        yield context.page(
            paths.numbered(paths.TIMELINE, leaf.number),
            kind="timeline",
            title=str(context.words.gettext("Timeline")),
            leaf=leaf,
            years=years if leaf.number == 1 else (),
            most=most,
            groups=[(year, list(items)) for year, items in groupby(leaf.items, key=lambda d: d.days[0][0])],
            shown=LINES,
        )


def _dates(context: Context) -> list[Dated]:
    """Every date that names a year, the earliest first; of two that begin together the longer one first."""
    found: dict[str, Dated] = {}

    def at(edtf: str) -> Dated | None:
        days = span(edtf)
        return found.setdefault(edtf, Dated(edtf, days)) if days else None

    for annotated in context.archive.documents.values():
        document = annotated.document
        if document.record.source.published and (date := at(document.record.source.published)):
            date.published.append(document)
        for use in context.lookup.figures.get(document.id, ()):
            figure = use.figure
            value = figure.corrected or figure.value
            if figure.kind == "date" and value and (date := at(value)):
                date.named.append(
                    (document, in_context(document, use.place, figure.start, figure.end), use.number)
                )
    return sorted(found.values(), key=lambda d: (d.days[0], _negative(d.days[1]), d.edtf))


def _negative(day: Day) -> Day:
    return (-day[0], -day[1], -day[2])


def _years(dates: Sequence[Dated]) -> list[Year]:
    published: Counter[int] = Counter()
    named: Counter[int] = Counter()
    first: dict[int, int] = {}
    for index, date in enumerate(dates):
        year = date.days[0][0]
        first.setdefault(year, index // PER_PAGE + 1)
        published[year] += len(date.published)
        named[year] += len(date.named)
    return [Year(year, page, published[year], named[year]) for year, page in sorted(first.items())]
