"""All mentions of an entity that is named often: one list for readers in every language, since most of it is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import Archive, Entity, EntityUse, Maker, Occurrence, OutputFile, Site
from build_tools.problems import naming
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.listing import Leaf, leaves, sized
from build_tools.render.marking.kwic import Concordance, by_paragraph, concordances, makers
from build_tools.render.wording.names import Name, entity_name

PER_PAGE = 100
"""Paragraphs with mentions on a page of the list."""
AT_HOME = 100
AT_HOME_PACKED = 40
"""So many stand on the entity's own page; of more, there is a list. In a large archive, whose downloads are packed, there are
many such pages in every language."""


def at_home(site: Site) -> int:
    return AT_HOME_PACKED if site.packed else AT_HOME


@dataclass(frozen=True, kw_only=True)
class MentionsPage(Page):
    kind = "mentions"

    entity: Entity
    name: Name
    mentions: int
    documents: int
    leaf: Leaf[Sequence[Occurrence]]
    """Paragraphs, each with its mentions."""
    list_path: str
    groups: Sequence[Concordance]
    makers: Sequence[Maker]
    """Of the translations on the page."""


def keys(archive: Archive) -> Iterator[str]:
    yield from archive.entities


def common(context: Context) -> None:
    """Nothing is."""


def of(context: Context, key: str) -> Iterator[OutputFile]:
    """In the default language only."""
    if context.language != context.site.languages[0]:
        return
    use = context.archive.entities[key]
    paragraphs = by_paragraph(use.occurrences)
    if len(paragraphs) <= at_home(context.site):
        return
    for leaf in leaves(paragraphs, sized(context.site, PER_PAGE)):
        with naming(str(use.entity.path or use.entity.id), use.entity.line):
            file = _file(context, use, leaf)
        yield file


def _file(context: Context, use: EntityUse, leaf: Leaf[Sequence[Occurrence]]) -> OutputFile:
    entity = use.entity
    name = entity_name(entity, context.language)
    groups = list(concordances(context.archive, leaf.items, context.beside))
    page = MentionsPage(
        entity=entity,
        name=name,
        mentions=len(use.occurrences),
        documents=len(context.lookup.documents_naming.get(entity.id, ())),
        leaf=leaf,
        list_path=paths.mentions(entity.id),
        groups=groups,
        makers=makers(line for group in groups for line in group.lines),
    )
    title = f"{name.text} – {context.words.gettext('Every mention')}"
    return context.page(
        paths.numbered(page.list_path, leaf.number),
        page,
        title=title,
        front={"part_of": paths.entity(entity.id)},
    )
