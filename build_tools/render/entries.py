"""Documents as entries of lists, and the facets that narrow such a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.archive.dates import span
from build_tools.model import AnnotatedDocument, Document
from build_tools.render.context import Context
from build_tools.render.wording import names
from build_tools.render.wording.names import Name

FACET_ENTITIES = 60
"""How many of the entities named in most documents can be chosen; the search reaches the others."""


@dataclass(frozen=True, slots=True)
class Entry:
    document: Document
    year: str
    """Of publication; empty when it is not known."""
    types: Sequence[str]
    entities: Sequence[str]
    """Those that the facet offers."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: Name
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """``key`` is the name of the form's field and of the entries' ``data-`` attribute."""

    key: str
    choices: Sequence[Choice]


def year_of(document: Document) -> str:
    """The year of publication; empty when the record leaves it open."""
    found = span(document.record.source.published)
    return str(found[0][0]) if found and found[0][0] == found[1][0] else ""


def entry(context: Context, annotated: AnnotatedDocument) -> Entry:
    offered = set(context.lookup.most_named[:FACET_ENTITIES])
    named = context.lookup.named[annotated.document.id]
    entities = context.archive.entities
    return Entry(
        annotated.document,
        year_of(annotated.document),
        sorted({entities[key].entity.type for key in named if key in entities}),
        [key for key in named if key in offered],
    )


def facets(context: Context, entries: Sequence[Entry]) -> list[Facet]:
    """What the whole list may be narrowed by, each value with its number of documents."""
    archive = context.archive
    language = context.language
    types = archive.authority.types

    def counted(values: Iterable[str]) -> list[tuple[str, int]]:
        return sorted(Counter(value for value in values if value).items(), key=lambda c: (-c[1], c[0]))

    def story_name(story: str) -> Name:
        first = next(e.document for e in entries if e.document.record.story == story)
        return names.document_title(first, language)

    def type_name(identifier: str) -> Name:
        known = types.get(identifier)
        found = names.choose(known.plural, language, ("en",)) if known else None
        return found or Name(identifier, None)

    made = [
        Facet(
            "language",
            [
                Choice(tag, Name(names.language_name(tag, context.locale), language), count)
                for tag, count in counted(e.document.language for e in entries)
            ],
        ),
        Facet(
            "publisher",
            [
                Choice(value, names.publisher_name(archive, value, language), count)
                for value, count in counted(e.document.record.source.publisher or "" for e in entries)
            ],
        ),
        Facet(
            "year",
            sorted(
                (Choice(year, Name(year, None), count) for year, count in counted(e.year for e in entries)),
                key=lambda choice: choice.value,
                reverse=True,
            ),
        ),
        Facet(
            "type",
            [
                Choice(value, type_name(value), count)
                for value, count in counted(t for e in entries for t in e.types)
            ],
        ),
        Facet(
            "story",
            [
                Choice(value, story_name(value), count)
                for value, count in counted(e.document.record.story or "" for e in entries)
                if count > 1
            ],
        ),
        Facet(
            "entity",
            [
                Choice(
                    key,
                    names.entity_name(archive.entities[key].entity, language),
                    len(context.lookup.documents_naming[key]),
                )
                for key in context.lookup.most_named[:FACET_ENTITIES]
            ],
        ),
    ]
    return [facet for facet in made if facet.choices]
