"""Pages in schema.org's vocabulary, as JSON-LD.

The archive shows reports of others: their publisher is the publication that they appeared in, and the page is where
they are archived. Dates that are in doubt are given as ``temporal``, since ``datePublished`` cannot say so. A title or a
summary that the archive made is the page's, never the report's headline or abstract.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from build_tools.archive.dates import span
from build_tools.model import AnnotatedDocument, Archive, Entity, Site
from build_tools.read.identifiers import SCHEMES, address
from build_tools.render import paths
from build_tools.render.citing.dates import iso
from build_tools.render.citing.reference import (
    Reference,
    document_url,
    entity_url,
    reference,
    site_name,
)
from build_tools.render.exports import of_archive
from build_tools.render.tables import tables
from build_tools.render.wording.names import choose, entity_name

CONTEXT = "https://schema.org"
MENTIONS = 10
"""Most entities that a document's page lists for machines, the most named ones."""

Node = dict[str, Any]


def document(archive: Archive, site: Site, annotated: AnnotatedDocument, language: str) -> Node:
    """A document's page: a news article, what it is based on, and whom it names."""
    cited = reference(archive, site, annotated, language)
    source = annotated.document.record.source
    publisher = _publisher(archive, site, source.publisher, cited, language)
    # Of many documents the rest is said once, where the address that names the report leads.
    whole = not site.packed or language == site.languages[0]
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "@id": document_url(site, cited.id),
            "mainEntityOfPage": _page(cited),
            "headline": None if cited.supplied else cited.title,
            "name": cited.cited_title if cited.supplied else None,
            "inLanguage": cited.language,
            "datePublished": iso(cited.published),
            "temporal": None if iso(cited.published) else cited.published,
            "author": [{"@type": "Person", "name": name} for name in cited.authors],
            "publisher": publisher,
            "abstract": None if cited.summary_supplied else cited.summary,
            "isBasedOn": cited.original_url,
            "archivedAt": cited.page if cited.original_url else None,
            "translationOfWork": _original(cited),
            "workTranslation": [
                _filled(
                    {
                        "@type": "CreativeWork",
                        "inLanguage": made.translation.language,
                        "translator": {"@type": "Person", "name": made.translation.translator}
                        if made.translation.translator
                        else None,
                        "dateCreated": iso(made.translation.date),
                    }
                )
                for made in annotated.translations
            ],
            "mentions": _mentions(archive, site, annotated, language) if whole else [],
            "sdPublisher": {"@type": "Organization", "name": cited.archive, "url": site.url}
            if whole
            else None,
        }
    )


def _page(cited: Reference) -> Node | str:
    """The archive's page of a report, with what the archive says of it in the reader's language, where that is not what the
    report says."""
    name = cited.translated_title or cited.title
    node = _filled(
        {
            "@type": "WebPage",
            "@id": cited.page,
            "name": name if cited.supplied or name != cited.title else None,
            "description": cited.summary if cited.summary_supplied else None,
        }
    )
    return node if len(node) > 2 else cited.page


def entity(archive: Archive, site: Site, identifier: str, language: str) -> Node:
    """An entity's page. Raises ``KeyError`` for an entity that is merged or unknown."""
    described = archive.entities[identifier].entity
    name = entity_name(described, language).text
    former = archive.entities[identifier].former
    others = dict.fromkeys(form for one in (described, *former) for form in _forms(one))
    about = choose(described.description, language)
    return _filled(
        {
            "@context": CONTEXT,
            **_entity(archive, site, described, language),
            "url": entity_url(site, identifier, language),
            "alternateName": [other for other in others if other != name],
            "description": about.text if about and about.language == language else None,
        }
    )


def _forms(described: Entity) -> list[str]:
    return [*described.names.values(), *(alias.form for alias in described.aliases)]


def dataset(archive: Archive, site: Site, language: str) -> Node:
    """The page of downloads."""
    page = paths.absolute(site, paths.address(site, paths.DATA, language))
    name = site_name(site, language)
    about = choose(site.description, language, site.languages)
    spans = [span(a.document.record.source.published) for a in archive.documents.values()]
    days = sorted(day for found in spans if found for day in found)
    files = [
        *((file.path, file.media_type) for file in of_archive(site)),
        *((table.path, "text/csv") for table in tables(site) if not site.packed),
    ]
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "@id": page,
            "url": page,
            "name": name,
            "description": about.text if about else name,
            "inLanguage": sorted({a.document.language for a in archive.documents.values()}),
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": name, "url": site.url},
            "temporalCoverage": f"{_day(days[0])}/{_day(days[-1])}" if days else None,
            "distribution": [
                _filled(
                    {
                        "@type": "DataDownload",
                        "contentUrl": paths.absolute(site, path),
                        "encodingFormat": media_type,
                    }
                )
                for path, media_type in files
            ],
        }
    )


def _publisher(
    archive: Archive, site: Site, publisher: str | None, cited: Reference, language: str
) -> Node | None:
    """The publication as an organization, which is what ``publisher`` takes."""
    known = archive.entities.get(publisher or "")
    if known:
        return {**_entity(archive, site, known.entity, language), "@type": "Organization"}
    return {"@type": "Organization", "name": cited.publication} if cited.publication else None


def _original(cited: Reference) -> Node | None:
    if not cited.translated_from:
        return None
    return {"@type": "CreativeWork", "inLanguage": cited.translated_from}


def _mentions(archive: Archive, site: Site, annotated: AnnotatedDocument, language: str) -> list[Node]:
    counts = Counter(mention.entity for mention in annotated.mentions if mention.entity in archive.entities)
    named = sorted(counts, key=lambda key: -counts[key])[:MENTIONS]
    return [_entity(archive, site, archive.entities[key].entity, language) for key in named]


def _entity(archive: Archive, site: Site, described: Entity, language: str) -> Node:
    kind = archive.authority.types.get(described.type)
    return _filled(
        {
            "@type": kind.schema_org if kind else "Thing",
            "@id": entity_url(site, described.id),
            "name": entity_name(described, language).text,
            "sameAs": same_as(described),
        }
    )


def same_as(described: Entity) -> list[str]:
    """Addresses of the entity in other registers, Wikidata's as the name of the thing itself."""
    found = []
    for scheme in SCHEMES:
        identifier = described.identifiers.get(scheme)
        if scheme == "wikidata" and identifier:
            found.append(f"http://www.wikidata.org/entity/{identifier}")
        elif identifier:
            found.append(address(scheme, identifier))
    return found


def _day(day: tuple[int, int, int]) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], {}, "")}
