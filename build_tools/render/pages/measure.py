"""A measure: what each source states, whether they agree, and why that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import (
    Comparison,
    Document,
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
from build_tools.render.pictures.statements import Picture, of_measure, of_questions
from build_tools.render.wording.names import Name, choose


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` is the statement's in the table; ``shared`` says that others have the same origin."""

    number: int
    statement: MeasuredStatement
    document: Document
    line: Line
    shared: bool


@dataclass(frozen=True, kw_only=True)
class MeasurePage(Page):
    kind = "measure"

    name: Name
    measure: Measure
    verdict: Verdict
    reasons: Reasons
    rows: Sequence[Row]
    makers: Sequence[Maker]
    """Of the translations on the page."""
    differences: Sequence[Sequence[Stated]]
    """Figures of the statements with those that contradict them in passages that tell the same."""
    pictures: Sequence[Picture]
    """Of its own statements."""
    asked: Sequence[Picture]
    """Of the questions that it belongs to, with the other measures of each."""


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
        makers=makers(row.line for row in rows),
        differences=_differences(context, comparison.statements),
        pictures=of_measure(context.archive, comparison, context.beside),
        asked=of_questions(context.archive, [measure.id], context.beside),
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
