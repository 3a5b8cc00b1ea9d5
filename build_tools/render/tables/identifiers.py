"""What other registers call the entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Site
from build_tools.read.identifiers import address
from build_tools.render.tables.table import Column, Reference, Table
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    entity: str
    scheme: str
    identifier: str


def table(site: Site) -> Table[_Row]:
    return Table(
        "identifiers",
        N_("Identifiers in other registers"),
        "Identifiers of entities in other registers",
        _rows,
        (
            Column("entity", "string", "Id of the entity", lambda r: r.entity, required=True),
            Column("scheme", "string", "The register", lambda r: r.scheme, required=True),
            Column("identifier", "string", "The identifier in it", lambda r: r.identifier, required=True),
            Column("url", "uri", "The register's page", lambda r: address(r.scheme, r.identifier)),
        ),
        key=("entity", "scheme"),
        references=(Reference(("entity",), "entities", ("id",)),),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, entity in archive.authority.entities.items():
        for scheme, identifier in sorted(entity.identifiers.items()):
            yield _Row(key, scheme, identifier)
