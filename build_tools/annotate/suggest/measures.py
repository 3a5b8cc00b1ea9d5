"""Measures worth comparing: the same kind of value of the same entity in several documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from build_tools.model import AnnotatedDocument, Figure, Measure, Paragraph

_CLOSE = Decimal("0.1")
"""Values that differ by at most this share of the smaller one may state one measure."""
_KINDS = frozenset(["money", "count", "percent", "duration", "multiple", "ratio", "model-size"])


@dataclass(frozen=True, slots=True)
class MeasureStatement:
    """One place that states the measure: the figure's own words, the ``nth`` of that wording in the document."""

    document: str
    paragraph: int
    quote: str
    nth: int
    value: str
    snippet: str


@dataclass(frozen=True, slots=True)
class MeasureProposal:
    """Statements of several documents that may be one measure of ``subject``."""

    subject: str
    kind: str
    currency: str | None
    unit: str | None
    equal: bool
    """Whether all values are equal; else they are close."""
    statements: tuple[MeasureStatement, ...]


@dataclass(frozen=True, slots=True)
class _Stated:
    document: AnnotatedDocument
    paragraph: int
    figure: Figure
    value: Decimal


def suggest_measures(
    annotated: Iterable[AnnotatedDocument], measures: Iterable[Measure] = ()
) -> tuple[MeasureProposal, ...]:
    """Proposals for measures that ``measures`` does not have, those of most documents first."""
    known = {(one.document, one.quote) for measure in measures for one in measure.statements}
    groups: dict[tuple[str, str, str | None, str | None], list[_Stated]] = defaultdict(list)
    for document in annotated:
        for stated, subject in _stated(document):
            figure = stated.figure
            groups[subject, figure.kind, figure.currency, figure.unit].append(stated)
    made = [
        _proposal(key, cluster)
        for key, group in groups.items()
        for cluster in _clusters(group)
        if len({one.document.document.id for one in cluster}) > 1
    ]
    fresh = [one for one in made if not all((s.document, s.quote) in known for s in one.statements)]
    return tuple(sorted(fresh, key=_order))


def _order(one: MeasureProposal) -> tuple[int, bool, str, str, str]:
    documents = len({statement.document for statement in one.statements})
    return -documents, not one.equal, one.subject, one.kind, one.statements[0].value


def _stated(document: AnnotatedDocument) -> Iterator[tuple[_Stated, str]]:
    """Figures with a value, each with the entity named nearest to it in its paragraph."""
    for figure in document.figures:
        if figure.kind not in _KINDS or figure.value is None:
            continue
        try:
            value = Decimal(figure.value)
        except InvalidOperation:
            continue
        number, bounds = _paragraph(document, figure)
        beside = [m for m in document.mentions if bounds.start <= m.start < bounds.end]
        if beside:
            nearest = min(beside, key=lambda m: (max(m.start - figure.end, figure.start - m.end), m.start))
            yield _Stated(document, number, figure, value), nearest.entity


def _paragraph(document: AnnotatedDocument, figure: Figure) -> tuple[int, Paragraph]:
    for number, paragraph in enumerate(document.document.paragraphs, 1):
        if paragraph.start <= figure.start < paragraph.end:
            return number, paragraph
    return 0, Paragraph(0, len(document.document.text))


def _clusters(group: Sequence[_Stated]) -> Iterator[list[_Stated]]:
    """Values in rising order, parted where the next one is more than a tenth larger."""
    cluster: list[_Stated] = []
    for stated in sorted(group, key=lambda one: (one.value, one.document.document.id, one.figure.start)):
        if cluster and stated.value > cluster[-1].value * (1 + _CLOSE):
            yield cluster
            cluster = []
        cluster.append(stated)
    if cluster:
        yield cluster


def _proposal(key: tuple[str, str, str | None, str | None], cluster: Sequence[_Stated]) -> MeasureProposal:
    subject, kind, currency, unit = key
    return MeasureProposal(
        subject=subject,
        kind=kind,
        currency=currency,
        unit=unit,
        equal=len({one.value for one in cluster}) == 1,
        statements=tuple(
            _statement(one) for one in sorted(cluster, key=lambda s: (s.document.document.id, s.figure.start))
        ),
    )


def _statement(stated: _Stated) -> MeasureStatement:
    document, figure = stated.document.document, stated.figure
    quote = figure.surface
    nth = document.text.count(quote, 0, figure.start) + 1
    low, high = max(0, figure.start - 40), figure.end + 40
    snippet = " ".join(document.text[low:high].split())
    return MeasureStatement(document.id, stated.paragraph, quote, nth, str(figure.value), snippet)
