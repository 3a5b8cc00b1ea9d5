"""The home page: what the archive holds, and ways into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.archive.compare import across_sources
from build_tools.archive.dates import span
from build_tools.model import Comparison, Document, FigureUse, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.entries import Choice, Entry, entry
from build_tools.render.head.page import feed_head
from build_tools.render.pictures.across import Across, across
from build_tools.render.pictures.statements import Picture, of_question
from build_tools.render.wording import names
from build_tools.render.wording.names import Name

NEWEST = 5
MOST_NAMED = 12
MARKS = 8
"""Of the question's picture: it is to be seen at a glance, and leads to all of them."""
COMPARED = 8
DOUBTFUL = 4
DISPUTED = ("conflict", "versions-differ", "differ-by-date")
"""Verdicts under which statements are not of one mind, the gravest first."""
MONTHS = 24
"""Months of publication told one by one; of more, the years are told."""
PUBLISHERS = 12


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with the number of documents that name it."""

    entity: str
    type: str
    documents: int


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    kind = "home"

    name: Name | None
    text: str
    """Markdown that a person wrote."""
    documents: int
    entities: int
    """Those that a text names."""
    figures: int
    by_date: bool
    """``newest`` are: some documents have a date."""
    newest: Sequence[Entry]
    spellings: Sequence[Name]
    """Names of one entity, as examples of what may be asked."""
    across: Across | None
    pictures: Sequence[Picture]
    """Of the first question."""
    disputed: Sequence[Comparison]
    doubtful: Sequence[FigureUse]
    """Figures that an editor corrected, or whose reading is in doubt."""
    most_named: Sequence[Named]
    compared: Sequence[Comparison]
    lone: bool
    """Whether there are measures that one source only states."""
    languages: Sequence[Choice]
    publishers: Sequence[Choice]
    months: Sequence[tuple[str, int]]
    """Months or years with their documents."""
    undated: int
    most: int
    """The greatest of these numbers."""


def pages(context: Context) -> Iterator[OutputFile]:
    name = names.choose(context.site.name, context.language, ("en",))
    yield context.page(
        paths.HOME,
        _page(context, name),
        title=name.text if name else "",
        front={"head": feed_head(context.site, context.language)},
    )


def _page(context: Context, name: Name | None) -> HomePage:
    archive, lookup = context.archive, context.lookup
    documents = [annotated.document for annotated in archive.documents.values()]
    months = _months(documents)
    undated = len(documents) - sum(months.values())
    shown = lookup.once("across", lambda: across(archive))
    return HomePage(
        name=name,
        text=context.site.texts.get(("home", context.language), ""),
        documents=len(documents),
        entities=len(archive.entities),
        figures=len(archive.figures),
        by_date=bool(lookup.dated),
        spellings=_spellings(context, shown),
        across=shown,
        pictures=_pictures(context),
        disputed=sorted(
            (c for c in archive.comparisons if c.verdict in DISPUTED), key=lambda c: DISPUTED.index(c.verdict)
        )[:COMPARED],
        doubtful=[use for use in archive.figures if use.figure.literal or use.figure.suspect][:DOUBTFUL],
        newest=[entry(context, annotated) for annotated in list(archive.documents.values())[:NEWEST]],
        most_named=[
            Named(key, archive.entities[key].entity.type, len(lookup.documents_naming[key]))
            for key in _followed(context)[:MOST_NAMED]
        ],
        compared=[c for c in archive.comparisons if across_sources(c)][:COMPARED],
        lone=any(not across_sources(c) for c in archive.comparisons),
        languages=_languages(context, documents),
        publishers=_publishers(context, documents),
        months=sorted(months.items()),
        undated=undated,
        most=max(undated, *months.values(), 0),
    )


def _followed(context: Context) -> list[str]:
    """Those named in most documents, without what says where or in what field something is told."""
    types, uses = context.archive.authority.types, context.archive.entities
    setting = {key for key, kind in types.items() if kind.setting}
    return [key for key in context.lookup.most_named if uses[key].entity.type not in setting]


def _spellings(context: Context, shown: Across | None) -> list[Name]:
    keys = [shown.entity] if shown else _followed(context)[:1]
    known = [context.archive.entities[key].entity.names for key in keys]
    tags = (context.language, *context.site.languages)
    texts = {texts[tag]: tag for texts in known for tag in reversed(tags) if texts.get(tag)}
    return [Name(text, tag) for text, tag in reversed(texts.items())]


def _pictures(context: Context) -> Sequence[Picture]:
    """Those of the first question."""
    archive = context.archive
    return [p for q in archive.questions[:1] for p in of_question(archive, q.id, context.beside, MARKS)]


def _languages(context: Context, documents: Sequence[Document]) -> list[Choice]:
    counts = Counter(document.language for document in documents)
    return [
        Choice(tag, Name(names.language_name(tag, context.locale), context.language), count)
        for tag, count in counts.most_common()
    ]


def _publishers(context: Context, documents: Sequence[Document]) -> list[Choice]:
    counts = Counter(d.record.source.publisher for d in documents if d.record.source.publisher)
    return [
        Choice(key, names.publisher_name(context.archive, key, context.language), count)
        for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:PUBLISHERS]
    ]


def _months(documents: Iterable[Document]) -> Counter[str]:
    """How many documents appeared in each month, or in each year where there are too many months."""
    months = Counter(filter(None, (_month(d.record.source.published) for d in documents)))
    if len(months) <= MONTHS:
        return months
    years: Counter[str] = Counter()
    for month, count in months.items():
        years[month[:4]] += count
    return years


def _month(edtf: str | None) -> str | None:
    """The month of publication, or the year when the record says no more; ``None`` when it says neither."""
    found = span(edtf)
    if not found:
        return None
    (year, month, _), (last_year, last_month, _) = found
    if year != last_year:
        return None
    return f"{year:04}-{month:02}" if month == last_month else f"{year:04}"
