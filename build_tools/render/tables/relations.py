"""What entities are to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Relation, Site
from build_tools.render.tables.table import Column, Reference, Table
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    subject: str
    relation: Relation
    document: str | None


def table(site: Site) -> Table[_Row]:
    return Table(
        "relations",
        N_("Relations between entities"),
        "Relations between entities, with the documents that state them",
        _rows,
        (
            Column("number", "integer", "Running number", lambda r: r.number, required=True),
            Column(
                "subject",
                "string",
                "Id of the entity that has the relation",
                lambda r: r.subject,
                required=True,
            ),
            Column("kind", "string", "Kind of relation", lambda r: r.relation.kind, required=True),
            Column("object", "string", "Id of the other entity", lambda r: r.relation.object, required=True),
            Column("document", "string", "A document that states it", lambda r: r.document),
            Column("quote", "string", "The words that state it", lambda r: r.relation.quote),
        ),
        key=("number",),
        references=(
            Reference(("subject",), "entities", ("id",)),
            Reference(("object",), "entities", ("id",)),
            Reference(("document",), "documents", ("id",)),
        ),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    number = 0
    for key, entity in archive.authority.entities.items():
        for relation in entity.relations:
            for document in relation.documents or (None,):
                number += 1
                yield _Row(number, key, relation, document if document in archive.documents else None)
