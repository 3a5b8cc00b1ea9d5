"""An entity: its names, what it is said to be, and every place where it is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_tools import languages
from build_tools.archive.dates import span
from build_tools.model import (
    AnnotatedDocument,
    Archive,
    Comparison,
    Document,
    Entity,
    EntityUse,
    FigureUse,
    Maker,
    Occurrence,
    OutputFile,
    Place,
)
from build_tools.problems import naming
from build_tools.read.identifiers import SCHEMES, address
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.head.page import entity_head
from build_tools.render.marking.kwic import (
    Concordance,
    Line,
    by_paragraph,
    concordances,
    makers,
    named,
    quoted,
)
from build_tools.render.pages.entities import PER_PAGE as INDEX_PAGE
from build_tools.render.pages.mentions import at_home
from build_tools.render.pictures.network import Network, Ties, around, ties
from build_tools.render.pictures.over_time import Named, OverTime, over_time
from build_tools.render.pictures.statements import Picture, of_questions
from build_tools.render.wording.names import Name, choose, document_title, entity_name, language_name

NEWEST = 20
"""Paragraphs shown of an entity that is named in more than a page of them (``mentions``)."""
OF_ONE = 2
"""Of these, how many may be of one document."""
COMPANIONS = 24
PLACES = 2
"""Paragraphs linked for each companion."""
FIGURES = 30
PUBLISHED = 60


@dataclass(frozen=True, slots=True)
class Stated:
    """A place that states a relation, with the words there: what the register quotes, or both names."""

    line: Line | None
    """``None`` where the names do not stand in one paragraph."""
    document: Document
    place: Place


@dataclass(frozen=True, slots=True)
class Sentence:
    """A relation of the page's entity: which ids it relates in which words, and where that is stated."""

    wording: Name
    """With ``%(subject)s`` and ``%(object)s``."""
    subject: str
    object: str
    statements: list[Stated]


@dataclass(frozen=True, slots=True)
class Identifier:
    name: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in another language of the interface, or of another one."""

    language_name: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """The documents that name the entity, by their dates."""

    picture: OverTime
    titles: Mapping[str, Name]
    """Of the documents with a date."""
    first: Document
    last: Document | None
    """``None`` where only one has a date."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure in a sentence that names the entity."""

    use: FigureUse
    document: Document


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that is named in the same paragraphs; ``more`` of them are not among ``places``."""

    entity: str
    type: str
    paragraphs: int
    places: Sequence[tuple[Document, Place]]
    more: int


@dataclass(frozen=True, kw_only=True)
class EntityPage(Page):
    """What is known of the entity, with its mentions; where these are many, with some and a way to all of them."""

    kind = "entity"

    use: EntityUse
    entity: Entity
    name: Name
    one_index: bool
    """The index of names is a single page, on which the entity's type has its place."""
    documents: int
    shown_in_full: bool
    """Whether every text of the archive may be shown whole."""
    silent: Sequence[str]
    """Languages of texts of which none names it."""
    names: Sequence[Spelling]
    identifiers: Sequence[Identifier]
    merged: Sequence[str]
    """Ids of entities that were merged into it."""
    sentences: Sequence[Sentence]
    when: When | None
    every: int
    """Paragraphs that name it."""
    shown: int
    """Of these, how many stand on the page."""
    source_of: int
    """Documents that it published."""
    published: Sequence[Document]
    """These, those reprinted from it and those that credit it, newest first, as far as the page lists them."""
    more_published: bool
    groups: Sequence[Concordance]
    makers: Sequence[Maker]
    """Of the translations on the page."""
    pictures: Sequence[Picture]
    """Of the questions that measures of the entity belong to."""
    comparisons: Sequence[Comparison]
    figures: Sequence[Beside]
    more_figures: bool
    network: Network | None
    companions: Sequence[Companion]


@dataclass(frozen=True, kw_only=True)
class MergedPage(Page):
    kind = "merged"

    name: Name
    target: str
    """The entity that the one of this page was merged into."""


def keys(archive: Archive) -> Iterator[str]:
    """Of all entities, then of those that were merged into one."""
    yield from archive.entities
    for entity in archive.authority.entities.values():
        if entity.merged_into and entity.merged_into in archive.entities:
            yield entity.id


def common(context: Context) -> Ties:
    return context.lookup.always("ties", lambda: ties(context.archive))


def of(context: Context, key: str) -> Iterator[OutputFile]:
    known = common(context)
    use = context.archive.entities.get(key)
    if use is None:
        entity = context.archive.authority.entities[key]
        yield _merged(context, entity, entity.merged_into or key)
        return
    with naming(str(use.entity.path or use.entity.id), use.entity.line):
        file = _file(context, use, known)
    yield file


def _file(context: Context, use: EntityUse, known: Ties) -> OutputFile:
    entity = use.entity
    page = _page(context, use, known)
    description = choose(entity.description, context.language)
    front = {
        "description": description.text if description else None,
        "head": entity_head(context.archive, context.site, entity.id, context.language),
        "entity": entity.id,
        "type": entity.type,
        "names": dict(entity.names),
        "identifiers": dict(entity.identifiers),
    }
    return context.page(paths.entity(entity.id), page, title=page.name.text, front=front)


def _page(context: Context, use: EntityUse, known: Ties) -> EntityPage:
    entity, archive, lookup = use.entity, context.archive, context.lookup
    name = entity_name(entity, context.language)
    sentences = _sentences(context, entity)
    paragraphs = by_paragraph(use.occurrences)
    shown = paragraphs if len(paragraphs) <= at_home(context.site) else newest(paragraphs)
    groups = list(concordances(archive, shown, context.beside))
    evidence = (one.line for sentence in sentences for one in sentence.statements)
    return EntityPage(
        use=use,
        entity=entity,
        name=name,
        one_index=len(archive.entities) <= INDEX_PAGE,
        documents=len(lookup.documents_naming.get(entity.id, ())),
        shown_in_full=lookup.shown_in_full,
        silent=lookup.silent(entity.id),
        names=_spellings(context, entity, name),
        identifiers=_identifiers(entity),
        sentences=sentences,
        merged=lookup.merged_from.get(entity.id, ()),
        when=_when(context, entity),
        every=len(paragraphs),
        shown=len(shown),
        source_of=sum(
            document.record.source.publisher == entity.id for document in lookup.published.get(entity.id, ())
        ),
        published=lookup.published.get(entity.id, ())[:PUBLISHED],
        more_published=sum(
            document.record.source.publisher == entity.id for document in lookup.published.get(entity.id, ())
        )
        > PUBLISHED,
        groups=groups,
        makers=makers([*evidence, *(line for group in groups for line in group.lines)]),
        pictures=of_questions(archive, use.measures, context.beside),
        comparisons=[lookup.comparisons[key] for key in use.measures if key in lookup.comparisons],
        figures=[Beside(u, archive.documents[u.place.document].document) for u in use.figures[-FIGURES:]],
        more_figures=len(use.figures) > FIGURES,
        network=around(archive, use, known),
        companions=_companions(context, use),
    )


def newest(paragraphs: Sequence[Sequence[Occurrence]]) -> list[Sequence[Occurrence]]:
    """``NEWEST`` of the paragraphs, which come oldest first: those of the last documents, the last one's first, of each the
    ``OF_ONE`` that name the entity most."""
    chosen: list[Sequence[Occurrence]] = []
    groups = [list(group) for _, group in groupby(paragraphs, key=lambda one: one[0].place.document)]
    for found in reversed(groups):
        best = sorted(found, key=lambda one: -len(one))[:OF_ONE]
        chosen += [one for one in found if one in best]
        if len(chosen) >= NEWEST:
            break
    return chosen[:NEWEST]


def _merged(context: Context, entity: Entity, target: str) -> OutputFile:
    here = paths.address(context.site, paths.entity(entity.id), context.language)
    there = paths.address(context.site, paths.entity(target), context.language)
    name = entity_name(entity, context.language)
    front = {
        "canonical": paths.absolute(context.site, there),
        "robots": "noindex",
        "head": [{"meta": {"http-equiv": "refresh", "content": f"0; url={paths.link(here, there)}"}}],
    }
    page = MergedPage(name=name, target=target)
    return context.page(paths.entity(entity.id), page, title=name.text, front=front)


def _spellings(context: Context, entity: Entity, name: Name) -> list[Spelling]:
    return [
        Spelling(language_name(tag, context.locale), tag, text)
        for tag, text in entity.names.items()
        if text != name.text or tag != name.language
    ]


def _when(context: Context, entity: Entity) -> When | None:
    naming = reversed(context.lookup.documents_naming.get(entity.id, ()))
    documents = {key: context.archive.documents[key].document for key in naming}
    named = context.lookup.named
    picture = over_time(
        [
            Named(key, d.record.source.published, d.language, named[key][entity.id])
            for key, d in documents.items()
        ]
    )
    if not picture:
        return None
    dated = sorted(
        (d for d in documents.values() if span(d.record.source.published)),
        key=lambda d: (span(d.record.source.published), d.id),
    )
    titles = {d.id: document_title(d, context.language) for d in dated}
    return When(picture, titles, dated[0], dated[-1] if len(dated) > 1 else None)


def _companions(context: Context, use: EntityUse) -> list[Companion]:
    archive = context.archive
    known = [c for c in use.companions if c.entity in archive.entities][:COMPANIONS]
    return [
        Companion(
            one.entity,
            archive.entities[one.entity].entity.type,
            len(one.places),
            [(archive.documents[place.document].document, place) for place in one.places[:PLACES]],
            max(0, len(one.places) - PLACES),
        )
        for one in known
    ]


def _sentences(context: Context, entity: Entity) -> list[Sentence]:
    kinds: Mapping[str, Any] = languages.table("relations").get("relations", {})
    known = context.archive.entities
    related = [(entity.id, r.object, r) for r in entity.relations if r.object in known]
    related += [(subject, entity.id, r) for subject, r in context.lookup.relations_to.get(entity.id, ())]
    made: dict[tuple[str, str, str], Sentence] = {}
    for subject, object_, relation in related:
        kind = kinds.get(relation.kind, {})
        # What holds both ways is said once, of this entity first.
        said = (
            (entity.id, object_ if subject == entity.id else subject)
            if kind.get("symmetric")
            else (subject, object_)
        )
        wording = choose(kind.get("sentence", {}), context.language, ("en",))
        wording = wording or Name(f"%(subject)s {relation.kind.replace('_', ' ')} %(object)s", "en")
        sentence = made.setdefault((relation.kind, *said), Sentence(wording, *said, []))
        for place in context.lookup.stated_at(subject, relation):
            annotated = context.archive.documents[place.document]
            line = _evidence(context, annotated, relation.quote, (subject, object_), place)
            sentence.statements.append(Stated(line, annotated.document, place))
    return list(made.values())


def _evidence(
    context: Context, annotated: AnnotatedDocument, quote: str | None, both: tuple[str, str], place: Place
) -> Line | None:
    """The quotation in its context; of documents in which it does not stand, the first mentions of both names."""
    at = annotated.document.text.find(quote) if quote else -1
    if quote and at >= 0:
        return quoted(annotated, place, at, at + len(quote), both, context.beside)
    paragraph = context.lookup.paragraph(place)
    if paragraph is None:
        return None
    here = [m for m in annotated.mentions if paragraph.start <= m.start < paragraph.end]
    first = [next((m for m in here if m.entity == entity), None) for entity in both]
    if None in first:
        return None
    return named(annotated, [mention for mention in first if mention], place, context.beside)


def _identifiers(entity: Entity) -> list[Identifier]:
    return [
        Identifier(known.name, entity.identifiers[scheme], address(scheme, entity.identifiers[scheme]))
        for scheme, known in SCHEMES.items()
        if scheme in entity.identifiers
    ]
