"""The register of names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Entity, Occurrence, Site
from build_tools.render.citing.reference import entity_url
from build_tools.render.tables.table import Column, Reference, Table, localized
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    entity: Entity
    occurrences: tuple[Occurrence, ...]
    page: str | None


def table(site: Site) -> Table[_Row]:
    return Table(
        "entities",
        N_("Entities"),
        "The register of names: one row for each person, organization, place …",
        _rows,
        (
            Column("id", "string", "Id of the entity", lambda r: r.entity.id, required=True),
            Column("type", "string", "Type of the entity", lambda r: r.entity.type, required=True),
            *localized(site, "name", "Name", lambda r: r.entity.names),
            *localized(site, "description", "Description", lambda r: r.entity.description),
            Column(
                "description_source",
                "string",
                "Where the description has from what no text of the archive states",
                lambda r: r.entity.description_source,
            ),
            Column("wikidata", "string", "Wikidata item", lambda r: r.entity.identifiers.get("wikidata")),
            Column(
                "merged_into",
                "string",
                "The entity that stands for this one since they were merged",
                lambda r: r.entity.merged_into,
            ),
            Column("documents", "integer", "Documents that name it", _documents, required=True),
            Column(
                "mentions",
                "integer",
                "Mentions in all documents",
                lambda r: len(r.occurrences),
                required=True,
            ),
            Column("page", "uri", "Page of the entity", lambda r: r.page),
        ),
        key=("id",),
        references=(Reference(("merged_into",), "entities", ("id",)),),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, entity in archive.authority.entities.items():
        use = archive.entities.get(key)
        yield _Row(entity, use.occurrences if use else (), entity_url(site, key) if use else None)


def _documents(row: _Row) -> int:
    return len({occurrence.place.document for occurrence in row.occurrences})
