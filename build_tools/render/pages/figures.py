"""Every figure of the archive in one table, which a script filters and sorts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby

from build_tools.archive.compare import across_sources
from build_tools.archive.dates import span
from build_tools.model import Comparison, Document, FigureUse, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.entries import FACET_ENTITIES, Choice, Facet
from build_tools.render.listing import Jump, Leaf, jumps, leaves, sized
from build_tools.render.pictures.statements import Picture, of_question
from build_tools.render.wording import names, numbers
from build_tools.render.wording.names import Name
from build_tools.render.wording.vocabulary import TERMS

PER_PAGE = 150
FACET_DOCUMENTS = 60
"""With more documents than this, a list of them to choose from helps nobody."""


BESIDE = 4
"""Entities shown beside a figure; the facet knows all of them."""


@dataclass(frozen=True, slots=True)
class Line:
    use: FigureUse
    document: Document
    entities: Sequence[str]
    value: str
    """What the table sorts by, a plain number; empty when the figure has none."""

    @property
    def beside(self) -> Sequence[str]:
        return self.entities[:BESIDE]

    @property
    def linked(self) -> bool:
        """The row links to every entity, under an address that ends in its id."""
        return len(self.entities) <= BESIDE and all(
            paths.entity(key).endswith(f"/{key}") for key in self.entities
        )


@dataclass(frozen=True, kw_only=True)
class FiguresPage(Page):
    kind = "figures"
    scripts = ("assets/javascripts/facets.js",)

    leaf: Leaf[Line]
    jumps: Sequence[Jump]
    """The kinds of figures, the currencies and the decades, in a list of several pages."""
    groups: Sequence[Sequence[Line]]
    """Those on the page, of one kind, currency and unit together."""
    few: bool
    """So few documents state any that the list can be narrowed down to one of them."""
    facets: Sequence[Facet]
    pictures: Sequence[Picture]
    """Of the first question."""
    compared: Sequence[Comparison]
    lone: Sequence[Comparison]
    """Those that only one source states, the ones that it states more than once first."""
    names: bool
    """The archive follows names at all."""


def pages(context: Context) -> Iterator[OutputFile]:
    lines = context.lookup.once("figures", lambda: _lines(context))
    facets = _facets(context, lines)
    begin = jumps(lines, sized(context.site, PER_PAGE), partial(_begins, context))
    archive, comparisons = context.archive, context.archive.comparisons
    pictures = [p for q in archive.questions[:1] for p in of_question(archive, q.id, context.beside)]
    for leaf in leaves(lines, sized(context.site, PER_PAGE)):
        first = leaf.number == 1
        page = FiguresPage(
            leaf=leaf,
            jumps=begin,
            groups=[list(alike) for _, alike in groupby(leaf.items, _counted)],
            few=any(facet.key == "document" for facet in facets),
            facets=facets,
            pictures=pictures if first else (),
            compared=[c for c in comparisons if first and across_sources(c)],
            lone=_of_one_source(comparisons) if first else (),
            names=bool(context.archive.entities),
        )
        path = paths.numbered(paths.FIGURES, leaf.number)
        yield context.page(path, page, title=str(context.words.gettext("Figures")))


def _counted(line: Line) -> tuple[str | None, ...]:
    figure = line.use.figure
    return figure.kind, figure.currency, figure.unit


def _begins(context: Context, line: Line) -> str:
    """What a part of the list is called: of money the currency, of dates the decade or century, of all else the kind."""
    figure = line.use.figure
    if figure.kind == "money" and figure.currency:
        return numbers.currency_name(figure.currency, context.locale)
    if figure.kind == "date" and line.value.isdigit():
        first = int(line.value) // 100_000 * 10
        days = span(figure.value)
        return f"{first}–{days[1][0] if days and days[1][0] > first + 9 else first + 9}"
    kind = TERMS["kind"][figure.kind]
    return str(context.words.gettext(kind))


def _of_one_source(comparisons: Sequence[Comparison]) -> list[Comparison]:
    return sorted((c for c in comparisons if not across_sources(c)), key=lambda c: len(c.statements) == 1)


def _lines(context: Context) -> list[Line]:
    """By kind, by what is counted, the greatest first."""
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
    documents = {
        key: names.brief(context.archive.documents[key].document)
        for key in {use.place.document for use in ordered}
    }
    return [_line(context, use, documents[use.place.document]) for use in ordered]


def _line(context: Context, use: FigureUse, document: Document) -> Line:
    rank = _rank(use)
    return Line(
        use,
        document,
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
    made = [
        Facet("kind", _kinds(context, lines)),
        Facet("currency", _currencies(context, lines)),
        Facet("unit", _units(context, lines)),
        Facet("entity", _entities(context, lines)),
        Facet("document", _documents(context, lines)),
    ]
    return [facet for facet in made if facet.choices]


def _kinds(context: Context, lines: Sequence[Line]) -> list[Choice]:
    counts = Counter(str(line.use.figure.kind) for line in lines)
    return [
        Choice(kind, Name(str(context.words.gettext(words)), None), counts[kind])
        for kind, words in TERMS["kind"].items()
        if counts[kind]
    ]


def _currencies(context: Context, lines: Sequence[Line]) -> list[Choice]:
    counts = Counter(line.use.figure.currency for line in lines if line.use.figure.currency)
    return [
        Choice(code, Name(numbers.currency_name(code, context.locale), None), count)
        for code, count in _ranked(counts)
    ]


def _units(context: Context, lines: Sequence[Line]) -> list[Choice]:
    counts = Counter(line.use.figure.unit for line in lines if line.use.figure.unit)
    return [Choice(unit, Name(context.reader.unit(unit), None), count) for unit, count in _ranked(counts)]


def _entities(context: Context, lines: Sequence[Line]) -> list[Choice]:
    offered = set(context.lookup.most_named[:FACET_ENTITIES])
    counts = Counter(key for line in lines for key in line.entities if key in offered)
    entities = context.archive.entities
    return [
        Choice(key, names.entity_name(entities[key].entity, context.language), count)
        for key, count in _ranked(counts)
    ]


def _documents(context: Context, lines: Sequence[Line]) -> list[Choice]:
    counts = Counter(line.use.place.document for line in lines)
    if len(counts) > FACET_DOCUMENTS:
        return []
    return [
        Choice(key, names.document_title(annotated.document, context.language), counts[key])
        for key, annotated in context.archive.documents.items()
        if counts[key]
    ]


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
