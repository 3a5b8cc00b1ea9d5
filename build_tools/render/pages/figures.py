"""Every figure of the archive in one table, which a script filters and sorts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from build_tools.archive.dates import span
from build_tools.model import FigureUse, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.entries import FACET_ENTITIES, Choice, Facet
from build_tools.render.listing import leaves
from build_tools.render.wording import names, numbers
from build_tools.render.wording.names import Name
from build_tools.render.wording.vocabulary import TERMS

PER_PAGE = 150
FACET_DOCUMENTS = 60
"""With more documents than this, a list of them to choose from helps nobody."""


@dataclass(frozen=True, slots=True)
class Line:
    use: FigureUse
    entities: Sequence[str]
    value: str
    """What the table sorts by, a plain number; empty when the figure has none."""


def pages(context: Context) -> Iterator[OutputFile]:
    kinds = list(TERMS["kind"])
    ordered = sorted(
        context.archive.figures,
        key=lambda use: (
            kinds.index(use.figure.kind),
            use.figure.currency or use.figure.unit or "",
            -(_rank(use) or Decimal("-Infinity")),
            context.lookup.rank[use.place.document],
            use.number,
        ),
    )
    lines = [_line(context, use) for use in ordered]
    facets = _facets(context, lines)
    for leaf in leaves(lines, PER_PAGE):
        yield context.page(
            paths.numbered(paths.FIGURES, leaf.number),
            kind="figures",
            title=str(context.words.gettext("Figures")),
            leaf=leaf,
            facets=facets,
            comparisons=context.archive.comparisons if leaf.number == 1 else (),
        )


def _line(context: Context, use: FigureUse) -> Line:
    rank = _rank(use)
    return Line(
        use,
        context.lookup.entities_beside.get((use.place.document, use.number), ()),
        "" if rank is None else f"{rank:f}",
    )


def _rank(use: FigureUse) -> Decimal | None:
    """The number a figure sorts by: its value, or the lower end of its range; for dates the first day."""
    figure = use.figure
    text = figure.value or figure.low or figure.high
    if text is None:
        return None
    if figure.kind == "date":
        found = span(text)
        return Decimal(found[0][0] * 10000 + found[0][1] * 100 + found[0][2]) if found else None
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def _facets(context: Context, lines: Sequence[Line]) -> list[Facet]:
    archive, language = context.archive, context.language
    offered = set(context.lookup.most_named[:FACET_ENTITIES])
    kinds = Counter(str(line.use.figure.kind) for line in lines)
    currencies = Counter(line.use.figure.currency for line in lines if line.use.figure.currency)
    units = Counter(line.use.figure.unit for line in lines if line.use.figure.unit)
    entities = Counter(key for line in lines for key in line.entities if key in offered)
    documents = Counter(line.use.place.document for line in lines)
    made = [
        Facet(
            "kind",
            [
                Choice(kind, Name(str(context.words.gettext(words)), None), kinds[kind])
                for kind, words in TERMS["kind"].items()
                if kinds[kind]
            ],
        ),
        Facet(
            "currency",
            [
                Choice(code, Name(numbers.currency_name(code, context.locale), None), count)
                for code, count in _ranked(currencies)
            ],
        ),
        Facet(
            "unit",
            [Choice(unit, Name(context.reader.unit(unit), None), count) for unit, count in _ranked(units)],
        ),
        Facet(
            "entity",
            [
                Choice(key, names.entity_name(archive.entities[key].entity, language), count)
                for key, count in _ranked(entities)
            ],
        ),
        Facet(
            "document",
            [
                Choice(key, names.document_title(archive.documents[key].document, language), documents[key])
                for key in archive.documents
                if documents[key] and len(documents) <= FACET_DOCUMENTS
            ],
        ),
    ]
    return [facet for facet in made if facet.choices]


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
