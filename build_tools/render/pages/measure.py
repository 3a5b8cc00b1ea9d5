"""A measure: what each source states, whether they agree, and why that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import Comparison, Figure, MeasuredStatement, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.marking.kwic import Line, in_context
from build_tools.render.pictures.chart import Scale, TimeLine, scale, time_line
from build_tools.render.wording import names


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` stands for the statement in the charts; ``shared`` says that others have the same origin."""

    number: int
    statement: MeasuredStatement
    line: Line
    shared: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """One currency or unit: amounts in different ones share no scale. ``rows`` are the numbers of its statements."""

    currency: str | None
    unit: str | None
    rows: Sequence[int]
    scale: Scale


def pages(context: Context) -> Iterator[OutputFile]:
    for comparison in context.archive.comparisons:
        yield _page(context, comparison)


def _page(context: Context, comparison: Comparison) -> OutputFile:
    measure = comparison.measure
    name = names.choose(measure.names, context.language, ("en",))
    origins = Counter(statement.origin for statement in comparison.statements)
    rows = [
        Row(
            number,
            statement,
            in_context(
                context.archive.documents[statement.use.place.document].document,
                statement.use.place,
                statement.use.figure.start,
                statement.use.figure.end,
            ),
            origins[statement.origin] > 1,
        )
        for number, statement in enumerate(comparison.statements, 1)
    ]
    return context.page(
        paths.measure(measure.id),
        kind="measure",
        title=name.text if name else measure.id,
        front={"measure": measure.id, "verdict": comparison.verdict, "entities": [measure.subject]},
        comparison=comparison,
        measure=measure,
        name=name,
        rows=rows,
        charts=_charts(rows),
        line=_dates(rows) if measure.kind == "date" else None,
    )


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
    value = figure.corrected if figure.corrected is not None else figure.value
    if figure.modifier == "vague":
        return None, None, figure.modifier
    return (
        (value, value, figure.modifier) if value is not None else (figure.low, figure.high, figure.modifier)
    )


def _dates(rows: Sequence[Row]) -> TimeLine | None:
    return time_line({str(row.number): row.statement.use.figure.value for row in rows})
