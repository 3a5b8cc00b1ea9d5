"""Names in the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.archive.places import paragraph_at
from build_tools.model import Archive, Mention, Site
from build_tools.render.tables.table import Column, Reference, Table
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    document: str
    number: int
    paragraph: int
    mention: Mention


def table(site: Site) -> Table[_Row]:
    return Table(
        "mentions",
        N_("Mentions of names"),
        "Every mention of an entity, with its exact place",
        _rows,
        (
            Column("document", "string", "Id of the document", lambda r: r.document, required=True),
            Column("number", "integer", "Rank in the document, from 1", lambda r: r.number, required=True),
            Column("paragraph", "integer", "Number of the paragraph", lambda r: r.paragraph, required=True),
            Column(
                "start",
                "integer",
                "Where it begins in the text, in code points from 0",
                lambda r: r.mention.start,
                required=True,
            ),
            Column("end", "integer", "Where it ends, exclusive", lambda r: r.mention.end, required=True),
            Column(
                "surface",
                "string",
                "The name as it stands in the text",
                lambda r: r.mention.surface,
                required=True,
            ),
            Column("entity", "string", "Id of the entity", lambda r: r.mention.entity, required=True),
            Column("type", "string", "Type of the entity", lambda r: r.mention.type, required=True),
            Column("rule", "string", "The form that matched, or: editor", lambda r: r.mention.rule or None),
        ),
        key=("document", "number"),
        references=(
            Reference(("document", "paragraph"), "paragraphs", ("document", "paragraph")),
            Reference(("entity",), "entities", ("id",)),
        ),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, annotated in archive.documents.items():
        places = annotated.document.paragraphs
        for number, mention in enumerate(annotated.mentions, 1):
            yield _Row(key, number, paragraph_at(places, mention.start), mention)
