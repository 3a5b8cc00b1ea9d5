"""An entity: its names, what it is said to be, and every place where it is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from build_tools import languages
from build_tools.model import Entity, EntityUse, OutputFile, Place
from build_tools.read.identifiers import SCHEMES, address
from build_tools.render import paths
from build_tools.render.context import Context
from build_tools.render.head.page import entity_head
from build_tools.render.listing import Leaf, leaves
from build_tools.render.marking.kwic import concordances
from build_tools.render.pages.entities import PER_PAGE as INDEX_PAGE
from build_tools.render.pictures.chart import time_line
from build_tools.render.wording.names import Name, choose, entity_name, language_name

PER_PAGE = 100
"""Mentions on one page; further ones have pages of their own."""
COMPANIONS = 24
PLACES = 5
"""Paragraphs linked for each companion."""
FIGURES = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """A relation of the page's entity: which ids it relates in which words, and where that is stated.

    ``statements`` are the source's words, where the register quotes them, each with its place.
    """

    wording: Name
    """With ``%(subject)s`` and ``%(object)s``."""
    subject: str
    object: str
    statements: list[tuple[str | None, Place]]


@dataclass(frozen=True, slots=True)
class Identifier:
    scheme: str
    name: str
    value: str
    url: str


def pages(context: Context) -> Iterator[OutputFile]:
    for use in context.archive.entities.values():
        for leaf in leaves(use.occurrences, PER_PAGE):
            yield _page(context, use, leaf)
    for entity in context.archive.authority.entities.values():
        if entity.merged_into in context.archive.entities:
            yield _merged(context, entity)


def _page(context: Context, use: EntityUse, leaf: Leaf[Any]) -> OutputFile:
    entity = use.entity
    name = entity_name(entity, context.language)
    documents = list(reversed(context.lookup.documents_naming.get(entity.id, ())))
    dates = {key: context.archive.documents[key].document.record.source.published for key in documents}
    description = choose(entity.description, context.language)
    return context.page(
        paths.numbered(paths.entity(entity.id), leaf.number),
        kind="entity",
        title=name.text,
        front={
            "description": description.text if description else None,
            "head": entity_head(context.archive, context.site, entity.id, context.language),
            "entity": entity.id,
            "type": entity.type,
            "names": dict(entity.names),
            "identifiers": dict(entity.identifiers),
        },
        use=use,
        entity=entity,
        name=name,
        leaf=leaf,
        list_path=paths.entity(entity.id),
        groups=list(concordances(context.archive, leaf.items)),
        names=[
            (language_name(tag, context.locale), tag, text)
            for tag, text in entity.names.items()
            if text != name.text or tag != name.language
        ],
        identifiers=_identifiers(entity),
        sentences=_sentences(context, entity),
        merged=context.lookup.merged_from.get(entity.id, ()),
        documents=documents,
        line=time_line(dates) if leaf.number == 1 else None,
        undated=sum(1 for date in dates.values() if not date),
        companions=[c for c in use.companions if c.entity in context.archive.entities][:COMPANIONS],
        figures=use.figures[:FIGURES],
        shown=PLACES,
        one_index=len(context.archive.entities) <= INDEX_PAGE,
    )


def _merged(context: Context, entity: Entity) -> OutputFile:
    assert entity.merged_into is not None
    here = paths.address(context.site, paths.entity(entity.id), context.language)
    target = paths.address(context.site, paths.entity(entity.merged_into), context.language)
    name = entity_name(entity, context.language)
    return context.page(
        paths.entity(entity.id),
        kind="merged",
        title=name.text,
        front={
            "canonical": paths.absolute(context.site, target),
            "robots": "noindex",
            "head": [{"meta": {"http-equiv": "refresh", "content": f"0; url={paths.link(here, target)}"}}],
        },
        entity=entity,
        name=name,
        target=entity.merged_into,
    )


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
            # A quotation stands in one of the documents; the others only state the same.
            annotated = context.archive.documents[place.document]
            quoted = relation.quote and relation.quote in annotated.document.text
            sentence.statements.append((relation.quote if quoted else None, place))
    return list(made.values())


def _identifiers(entity: Entity) -> list[Identifier]:
    return [
        Identifier(
            scheme, known.name, entity.identifiers[scheme], address(scheme, entity.identifiers[scheme])
        )
        for scheme, known in SCHEMES.items()
        if scheme in entity.identifiers
    ]
