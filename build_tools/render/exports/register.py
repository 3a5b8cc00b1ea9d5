"""The register of names for others: everything in it as JSON, and which Wikidata items it describes as BEACON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_tools.model import Archive, Entity, EntityUse, OutputFile, Relation, Site
from build_tools.render import paths
from build_tools.render.citing.reference import entity_url, site_name
from build_tools.render.formats import Download, Export
from build_tools.render.json_text import compact
from build_tools.render.wording.names import entity_name
from build_tools.render.wording.vocabulary import N_


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``data/entities.json`` and ``data/beacon.txt``."""
    yield OutputFile("data/entities.json", register(archive, site).encode(), "site")
    yield OutputFile("data/beacon.txt", beacon(archive, site).encode(), "site")


def register(archive: Archive, site: Site) -> str:
    """All types and entities, merged ones too; one entity a line.

    ``companions`` are named in the same paragraphs, the weightiest first; how the weight is made is said with
    ``archive.occurrences``.
    """
    types = {
        key: {"names": dict(kind.names), "plural": dict(kind.plural), "schema_org": kind.schema_org}
        for key, kind in archive.authority.types.items()
    }
    rows = [
        compact(_entity(entity, archive.entities.get(key), site))
        for key, entity in archive.authority.entities.items()
    ]
    return f'{{"types":{compact(types)},\n"entities":[\n' + ",\n".join(rows) + "\n]}\n"


def beacon(archive: Archive, site: Site) -> str:
    """Links from Wikidata items to entity pages: ``Q42|name|id``.

    Source: J. Voß, M. Schindler, "BEACON link dump format", 2017 (draft-voss-beacon-003).
    """
    base = paths.absolute(site, paths.address(site, paths.entity("ID"), site.languages[0]))
    lines = [
        "#FORMAT: BEACON",
        "#PREFIX: http://www.wikidata.org/entity/",
        f"#TARGET: {base.replace('ID', '{ID}')}",
        f"#NAME: {_token(site_name(site, 'en'))}",
        f"#HOMEPAGE: {site.url}",
        f"#FEED: {paths.absolute(site, 'data/beacon.txt')}",
        "",
    ]
    for key, use in archive.entities.items():
        item = use.entity.identifiers.get("wikidata")
        if item:
            address = paths.entity(key).removeprefix("entities/")
            lines.append(f"{item}|{_token(entity_name(use.entity, 'en').text)}|{address}")
    return "\n".join(lines) + "\n"


def _token(text: str) -> str:
    """BEACON has no way to write its own separator."""
    return " ".join(text.replace("|", " ").split())


def _entity(entity: Entity, use: EntityUse | None, site: Site) -> dict[str, Any]:
    occurrences = use.occurrences if use else ()
    described: dict[str, Any] = {
        "id": entity.id,
        "type": entity.type,
        "names": dict(entity.names),
        "aliases": [
            {
                "form": alias.form,
                "language": alias.language,
                "case": alias.case,
                "needs": list(alias.needs),
                "unless": list(alias.unless),
                "scope": alias.scope,
            }
            for alias in entity.aliases
        ],
        "description": dict(entity.description),
        "description_source": entity.description_source,
        "identifiers": dict(entity.identifiers),
        "relations": [_relation(relation) for relation in entity.relations],
        "merged_into": entity.merged_into,
        "page": entity_url(site, entity.id) if use else None,
        "documents": list(dict.fromkeys(occurrence.place.document for occurrence in occurrences)),
        "mentions": len(occurrences),
        "forms": [
            {"form": form.surface, "language": form.language, "mentions": form.count}
            for form in (use.forms if use else ())
        ],
        "companions": [
            {"entity": other.entity, "weight": other.weight, "paragraphs": len(other.places)}
            for other in (use.companions if use else ())
        ],
        "measures": list(use.measures) if use else [],
    }
    return {key: value for key, value in described.items() if value not in (None, [], {})}


def _relation(relation: Relation) -> dict[str, Any]:
    said = {
        "kind": relation.kind,
        "object": relation.object,
        "documents": list(relation.documents),
        "quote": relation.quote,
    }
    return {key: value for key, value in said.items() if value not in (None, [])}


def offered(site: Site) -> tuple[Download, ...]:
    return (
        Download(
            "data/entities.json",
            "application/json",
            N_("Register of names (JSON)"),
            N_("Every entity with all its names, attested forms, identifiers and relations."),
        ),
        Download(
            "data/beacon.txt",
            "text/plain",
            N_("Wikidata links (BEACON)"),
            N_("Which Wikidata items this archive has a page about."),
        ),
    )


EXPORT = Export(files, of_archive=offered)
