"""A measure: what each source states, whether they agree, and why that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import (
    Comparison,
    Document,
    Figure,
    Maker,
    Measure,
    MeasuredStatement,
    OutputFile,
    Reasons,
    Verdict,
)
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.marking.kwic import Line, makers, stated
from build_tools.render.pages.stories import Stated, with_document
from build_tools.render.pictures.chart import Scale, TimeLine, scale, time_line
from build_tools.render.wording.names import Name, choose


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` stands for the statement in the charts; ``shared`` says that others have the same origin."""

    number: int
    statement: MeasuredStatement
    document: Document
    line: Line
    shared: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """One currency or unit: amounts in different ones share no scale. ``rows`` are the numbers of its statements."""

    currency: str | None
    unit: str | None
    rows: Sequence[int]
    scale: Scale


@dataclass(frozen=True, kw_only=True)
class MeasurePage(Page):
    kind = "measure"

    name: Name
    measure: Measure
    verdict: Verdict
    reasons: Reasons
    rows: Sequence[Row]
    charts: Sequence[Chart]
    line: TimeLine | None
    makers: Sequence[Maker]
    """Of the translations on the page."""
    differences: Sequence[Sequence[Stated]]
    """Figures of the statements with those that contradict them in passages that tell the same."""


def pages(context: Context) -> Iterator[OutputFile]:
    for comparison in context.archive.comparisons:
        measure = comparison.measure
        page = _page(context, comparison)
        front = {"measure": measure.id, "verdict": comparison.verdict, "entities": [measure.subject]}
        yield context.page(paths.measure(measure.id), page, title=page.name.text, front=front)


def _page(context: Context, comparison: Comparison) -> MeasurePage:
    measure = comparison.measure
    rows = _rows(context, comparison.statements)
    return MeasurePage(
        name=choose(measure.names, context.language, ("en",)) or Name(measure.id, None),
        measure=measure,
        verdict=comparison.verdict,
        reasons=comparison.reasons,
        rows=rows,
        charts=_charts(rows),
        line=_dates(rows) if measure.kind == "date" else None,
        makers=makers(row.line for row in rows),
        differences=_differences(context, comparison.statements),
    )


def _differences(context: Context, statements: Sequence[MeasuredStatement]) -> list[list[Stated]]:
    found: dict[frozenset[tuple[str, int]], list[Stated]] = {}
    for statement in statements:
        one = statement.use.place.document, statement.use.number
        for other in context.lookup.differing.get(one, ()):
            pair = [
                with_document(context, context.lookup.figures[key][number - 1])
                for key, number in (one, other)
            ]
            found.setdefault(frozenset((one, other)), pair)
    return list(found.values())


def _rows(context: Context, statements: Sequence[MeasuredStatement]) -> list[Row]:
    origins = Counter(statement.origin for statement in statements)
    made = []
    for number, statement in enumerate(statements, 1):
        use = statement.use
        annotated = context.archive.documents[use.place.document]
        line = stated(annotated, use.number, use.figure, use.place, context.beside)
        made.append(Row(number, statement, annotated.document, line, origins[statement.origin] > 1))
    return made


def _charts(rows: Sequence[Row]) -> list[Chart]:
    groups: dict[tuple[str | None, str | None], list[Row]] = {}
    for row in rows:
        figure = row.statement.use.figure
        if figure.kind != "date":
            groups.setdefault((figure.currency, figure.unit), []).append(row)
    made: list[Chart] = []
    for (currency, unit), members in groups.items():
        drawn = scale([_bounds(row.statement.use.figure) for row in members])
        if drawn and sum(bar is not None for bar in drawn.bars) > 1:
            made.append(Chart(currency, unit, [row.number for row in members], drawn))
    return made


def _bounds(figure: Figure) -> tuple[str | None, str | None, str]:
    if figure.modifier == "vague":
        return None, None, figure.modifier
    if figure.value is not None:
        return figure.value, figure.value, figure.modifier
    return figure.low, figure.high, figure.modifier


def _dates(rows: Sequence[Row]) -> TimeLine | None:
    return time_line({str(row.number): row.statement.use.figure.value for row in rows})
