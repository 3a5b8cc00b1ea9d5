"""Documents as entries of lists, and the facets that narrow such a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.archive.dates import span
from build_tools.ids import collision_key
from build_tools.model import AnnotatedDocument, Document
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.wording import names
from build_tools.render.wording.edtf import spoken
from build_tools.render.wording.names import Name
from build_tools.render.wording.vocabulary import TERMS

FACET_ENTITIES = 60
"""How many of the entities named in most documents can be chosen; the search reaches the others."""


@dataclass(frozen=True, slots=True)
class Label:
    """A tag or a collection; spellings that differ in case alone share a page."""

    kind: str
    key: str
    label: str

    @property
    def path(self) -> str:
        return paths.labelled(self.kind, self.key)


def labels(kind: str, given: Sequence[str]) -> list[Label]:
    """The labels of a document, each key once, in the order given."""
    by_key: dict[str, str] = {}
    for label in given:
        by_key.setdefault(collision_key(label), label)
    return [Label(kind, key, label) for key, label in by_key.items()]


@dataclass(frozen=True, slots=True)
class Entry:
    document: Document
    year: str
    """Of publication; empty when it is not known."""
    month: str
    """Of publication, as EDTF; empty where the record says no month."""
    verdicts: Sequence[str]
    """On comparisons in which the document has a say."""
    types: Sequence[str]
    entities: Sequence[str]
    """Those that the facet offers."""
    tags: Sequence[Label]
    collections: Sequence[Label]
    versions: int
    """Documents of the same story; 0 when it has no page."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: Name
    count: int
    path: str | None = None
    """The page path of what is chosen, where it has a page of its own."""


@dataclass(frozen=True, slots=True)
class Facet:
    """``key`` is the name of the form's field and of the entries' ``data-`` attribute."""

    key: str
    choices: Sequence[Choice]


def year_of(document: Document) -> str:
    """The year of publication; empty when the record leaves it open."""
    found = span(document.record.source.published)
    return str(found[0][0]) if found and found[0][0] == found[1][0] else ""


def month_of(document: Document) -> str:
    """The month of publication as EDTF; empty when the record leaves it open."""
    found = span(document.record.source.published)
    return "{:04}-{:02}".format(*found[0][:2]) if found and found[0][:2] == found[1][:2] else ""


def entry(context: Context, annotated: AnnotatedDocument) -> Entry:
    document = annotated.document
    offered = set(context.lookup.most_named[:FACET_ENTITIES])
    named = context.lookup.named[document.id]
    entities = context.archive.entities
    story = context.archive.stories.get(document.record.story or "")
    return Entry(
        names.brief(document),
        year_of(document),
        month_of(document),
        context.lookup.verdicts_on.get(document.id, ()),
        sorted({entities[key].entity.type for key in named if key in entities}),
        [key for key in named if key in offered],
        labels("tag", document.record.tags),
        labels("collection", document.record.collections),
        len(story.documents) if story else 0,
    )


def facets(context: Context, entries: Sequence[Entry]) -> list[Facet]:
    """What the whole list may be narrowed by, each value with its number of documents."""
    made = [
        Facet(
            "language", [_language(context, *one) for one in _counted(e.document.language for e in entries)]
        ),
        Facet("publisher", [_publisher(context, *one) for one in _counted(map(_publisher_of, entries))]),
        Facet("year", [_year(*one) for one in sorted(_counted(e.year for e in entries), reverse=True)]),
        Facet(
            "month",
            [_month(context, *one) for one in sorted(_counted(e.month for e in entries), reverse=True)],
        ),
        Facet(
            "verdict", [_verdict(context, *one) for one in _counted(v for e in entries for v in e.verdicts)]
        ),
        Facet("type", [_type(context, *one) for one in _counted(t for e in entries for t in e.types)]),
        Facet("story", _stories(context, entries)),
        Facet("collection", _labelled(label for e in entries for label in e.collections)),
        Facet("tag", _labelled(label for e in entries for label in e.tags)),
        Facet("entity", [_entity(context, key) for key in context.lookup.most_named[:FACET_ENTITIES]]),
    ]
    return [facet for facet in made if facet.choices]


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    """The values that are not empty with their number, the most frequent first."""
    return sorted(Counter(value for value in values if value).items(), key=lambda c: (-c[1], c[0]))


def _labelled(found: Iterable[Label]) -> list[Choice]:
    """The labels with the number of their documents, the most frequent first, each as it is spelt first."""
    first: dict[str, Label] = {}
    counts: Counter[str] = Counter()
    for label in found:
        first.setdefault(label.key, label)
        counts[label.key] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Choice(key, Name(first[key].label, None), count, first[key].path) for key, count in ranked]


def _publisher_of(entry: Entry) -> str:
    return entry.document.record.source.publisher or ""


def _language(context: Context, tag: str, count: int) -> Choice:
    name = Name(names.language_name(tag, context.locale), context.language)
    return Choice(tag, name, count, paths.in_language(tag))


def _publisher(context: Context, key: str, count: int) -> Choice:
    name = names.publisher_name(context.archive, key, context.language)
    return Choice(key, name, count, paths.entity(key) if key in context.archive.entities else None)


def _year(year: str, count: int) -> Choice:
    return Choice(year, Name(year, None), count, paths.TIMELINE)


def _month(context: Context, month: str, count: int) -> Choice:
    said = str(spoken(month, context.locale, context.words))
    return Choice(month, Name(said, context.language), count, paths.TIMELINE)


def _verdict(context: Context, verdict: str, count: int) -> Choice:
    words = TERMS["verdict"][verdict]
    said = str(context.words.gettext(words))
    return Choice(verdict, Name(said, context.language), count, paths.DISPUTED)


def _type(context: Context, identifier: str, count: int) -> Choice:
    known = context.archive.authority.types.get(identifier)
    found = names.choose(known.plural, context.language, ("en",)) if known else None
    return Choice(identifier, found or Name(identifier, None), count)


def _stories(context: Context, entries: Sequence[Entry]) -> list[Choice]:
    """Those of several documents, each called like its newest one."""
    first: dict[str, Document] = {}
    for one in entries:
        first.setdefault(one.document.record.story or "", one.document)
    return [
        Choice(
            story,
            names.document_title(first[story], context.language),
            count,
            paths.story(story) if story in context.archive.stories else None,
        )
        for story, count in _counted(e.document.record.story or "" for e in entries)
        if count > 1
    ]


def _entity(context: Context, key: str) -> Choice:
    name = names.entity_name(context.archive.entities[key].entity, context.language)
    return Choice(key, name, len(context.lookup.documents_naming[key]), paths.entity(key))
