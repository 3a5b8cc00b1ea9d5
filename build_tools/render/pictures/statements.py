"""A picture of statements: each a mark on one scale, with its source, its date and its words beside it.

Nothing is converted and nothing added up: amounts in different currencies or units lie on scales of their own. What
documents of one origin say alike is one mark, since they say it with one voice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from build_tools.archive.dates import overlap, sort_key
from build_tools.model import Archive, Comparison, Document, Figure, Localized, Measure, MeasuredStatement
from build_tools.render.marking.kwic import Line, stated
from build_tools.render.pictures.scale import Mark, Tick, scale
from build_tools.render.wording.parallel import Parallels

MOST = 60
"""Marks of one picture; an archive that states more of one thing has its pages to list them."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, as one document makes it."""

    statement: MeasuredStatement
    document: Document
    line: Line
    """Its words, and those of their translation into the reader's language."""


@dataclass(frozen=True, slots=True)
class Row:
    measure: Measure
    said: Sequence[Said]
    """Several where documents of one origin say the same."""
    mark: Mark | None
    """``None``: no amount is named."""

    @property
    def figure(self) -> Figure:
        return self.said[0].statement.use.figure

    @property
    def as_of(self) -> str | None:
        """The time that the value holds for, as far as any of the statements says."""
        return next((date for one in self.said if (date := one.statement.statement.as_of)), None)


@dataclass(frozen=True, slots=True)
class Picture:
    id: str
    names: Localized
    kind: str
    currency: str | None
    unit: str | None
    ticks: Sequence[Tick]
    rows: Sequence[Row]
    several: bool
    """The rows are of more than one measure, and are told apart by it."""
    left_out: int
    """Marks beyond those that there is room for."""

    @property
    def ends(self) -> tuple[Figure, Figure] | None:
        """The figures of the least and of the greatest mark; ``None`` where there is one mark only."""
        drawn = [(row.mark, row.figure) for row in self.rows if row.mark]
        if len(drawn) < 2:
            return None
        least = min(drawn, key=lambda one: (one[0].start, one[0].end))
        return least[1], max(drawn, key=lambda one: (one[0].end, one[0].start))[1]


def of_question(archive: Archive, key: str, beside: Parallels, most: int = MOST) -> list[Picture]:
    """The pictures of a question, one for each currency or unit, the greatest value first, of at most so many marks."""
    question = next(one for one in archive.questions if one.id == key)
    known = {comparison.measure.id: comparison for comparison in archive.comparisons}
    members = [known[measure] for measure in question.measures if measure in known]
    return list(_pictures(archive, question.id, question.names, members, beside, most))


def of_questions(archive: Archive, measures: Collection[str], beside: Parallels) -> list[Picture]:
    """The pictures of all questions that any of these measures belongs to."""
    asked = [one for one in archive.questions if not set(one.measures).isdisjoint(measures)]
    return [picture for one in asked for picture in of_question(archive, one.id, beside)]


def of_measure(archive: Archive, comparison: Comparison, beside: Parallels) -> list[Picture]:
    """The pictures of one measure, in the order of the dates that its values hold for; none of a single statement."""
    drawn = _pictures(archive, "", comparison.measure.names, [comparison], beside)
    stated = [picture for picture in drawn if sum(len(row.said) for row in picture.rows) > 1]
    return [
        replace(picture, id="dates" if picture.kind == "date" else str(number))
        for number, picture in enumerate(stated, 1)
    ]


def _pictures(
    archive: Archive,
    key: str,
    names: Localized,
    members: Sequence[Comparison],
    beside: Parallels,
    most: int = MOST,
) -> Iterator[Picture]:
    groups: dict[tuple[str | None, str | None], list[tuple[Measure, list[MeasuredStatement]]]] = {}
    for comparison in members:
        for voices in _voices(comparison.statements):
            figure = voices[0].use.figure
            # A number that stands alone counts what its measure does.
            scale_of = figure.currency, figure.unit or comparison.measure.unit
            groups.setdefault(scale_of, []).append((comparison.measure, voices))
    for number, ((currency, unit), rows) in enumerate(groups.items(), 1):
        rows.sort(key=lambda row: _order(row[1], by_value=len(members) > 1))
        shown = rows[:most]
        drawn = scale([voices[0].use.figure for _, voices in shown])
        if drawn is None:
            continue
        made = [
            Row(measure, [_said(archive, one, beside) for one in voices], mark)
            for (measure, voices), mark in zip(shown, drawn.marks, strict=True)
        ]
        several = len({row.measure.id for row in made}) > 1
        kind = made[0].figure.kind
        name = key if number == 1 else f"{key}.{number}"
        yield Picture(name, names, kind, currency, unit, drawn.ticks, made, several, len(rows) - len(shown))


def _voices(statements: Iterable[MeasuredStatement]) -> list[list[MeasuredStatement]]:
    """The statements, those together that one origin makes alike, for dates that do not exclude each other."""
    made: list[list[MeasuredStatement]] = []
    for one in statements:
        alike = (
            group
            for group in made
            if all(
                other.origin == one.origin
                and _reading(other.use.figure) == _reading(one.use.figure)
                and overlap(other.statement.as_of, one.statement.as_of) is not False
                for other in group
            )
        )
        found = next(alike, None)
        if found is None:
            made.append([one])
        else:
            found.append(one)
    return made


def _reading(figure: Figure) -> tuple[str | None, ...]:
    return (figure.value, figure.low, figure.high, figure.currency, figure.unit, figure.modifier)


def _order(voices: Sequence[MeasuredStatement], *, by_value: bool) -> tuple[object, ...]:
    figure = voices[0].use.figure
    place = voices[0].use.place
    last = (place.document, place.paragraph, voices[0].use.number)
    if figure.kind == "date":
        return (sort_key(figure.value), last)
    size = figure.value or figure.high or figure.low
    greatest_first = -Decimal(size) if size else Decimal("Infinity")
    if by_value:
        return (greatest_first, last)
    dates = [sort_key(date) for one in voices if (date := one.statement.as_of)]
    return (not dates, min(dates, default=(0, 0, 0)), greatest_first, last)


def _said(archive: Archive, statement: MeasuredStatement, beside: Parallels) -> Said:
    annotated = archive.documents[statement.use.place.document]
    use = statement.use
    line = stated(annotated, use.number, use.figure, use.place, beside)
    return Said(statement, annotated.document, line)
