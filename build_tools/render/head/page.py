"""What a page says of itself to machines, as the items of ``head`` in its front matter.

A document's page is to be read by Zotero as the newspaper article it shows. What its translators look at (Embedded
Metadata and RDF, in the state of 2024) decides what stands here:

* The kind of item comes from ``DC.type`` when that is one of Zotero's own names. ``og:type`` "website" and
  ``citation_journal_title`` would overrule it; "article" would not.
* The publication comes from ``DC.source``; for newspaper articles without it it comes from ``og:site_name``, which is
  therefore never given.
* The abstract comes from ``og:description``, and from the page's general description without it.
* Title, date and language come from ``citation_title`` and its like, which overrule Dublin Core's: these are given only
  where there are none of the former.
* Authors come from ``citation_author``; without any, a list of class ``byline`` in the page would be read as such.
* ``DC.identifier`` is searched for anything that could be an ISBN or ISSN, ``DC.coverage`` is taken for a shelf mark:
  both are left out.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from build_tools.model import AnnotatedDocument, Archive, Site
from build_tools.render.citing.dates import certain, iso
from build_tools.render.citing.reference import Reference, reference, site_name
from build_tools.render.exports import Download, feed, of_document
from build_tools.render.head import json_ld
from build_tools.render.wording.names import opening

ABSTRACT = 140
"""Characters of the text that stand for a summary where there is none."""

Item = dict[str, Any]


def document_head(archive: Archive, site: Site, annotated: AnnotatedDocument, language: str) -> list[Item]:
    """The items of a document's page in an interface language."""
    cited = reference(archive, site, annotated, language)
    named = [
        *_dublin_core(cited),
        *_highwire(cited),
    ]
    properties = _open_graph(cited, _abstract(annotated, cited))
    return [
        *({"meta": {"name": name, "content": content}} for name, content in named if content),
        *({"meta": {"property": name, "content": content}} for name, content in properties if content),
        *(
            _alternate(file)
            for file in of_document(annotated.document.id, site, text=bool(annotated.document.paragraphs))
            if not file.held
        ),
        {"json_ld": json_ld.document(archive, site, annotated, language)},
    ]


def entity_head(archive: Archive, site: Site, identifier: str, language: str) -> list[Item]:
    """The items of an entity's page. Raises ``KeyError`` for an entity that is merged or unknown."""
    return [{"json_ld": json_ld.entity(archive, site, identifier, language)}]


def data_head(archive: Archive, site: Site, language: str) -> list[Item]:
    """The items of the page of downloads."""
    return [{"json_ld": json_ld.dataset(archive, site, language)}]


def feed_head(site: Site, language: str) -> list[Item]:
    """The item by which a feed reader finds the feed of an interface language."""
    file = feed.of_language(language)
    return [
        {
            "link": {
                "rel": "alternate",
                "type": file.media_type,
                "href": file.path,
                "title": site_name(site, language),
            }
        }
    ]


def _dublin_core(cited: Reference) -> list[tuple[str, str | None]]:
    return [
        ("DC.type", "newspaperArticle"),
        ("DCTERMS.alternative", cited.translated_title),
        *(("DC.creator", name) for name in cited.authors),
        ("DC.source", cited.publication),
        ("DC.date", None if certain(cited.published) else iso(cited.published) or cited.published),
        ("DCTERMS.isVersionOf", cited.original_url),
    ]


def _highwire(cited: Reference) -> list[tuple[str, str | None]]:
    date = certain(cited.published)
    return [
        ("citation_title", cited.cited_title),
        *(("citation_author", name) for name in cited.authors),
        ("citation_publication_date", "/".join(f"{n:02d}" for n in date.numbers) if date else None),
        ("citation_language", cited.language),
        ("citation_public_url", cited.page),
    ]


def _open_graph(cited: Reference, abstract: str | None) -> list[tuple[str, str | None]]:
    return [
        ("og:type", "article"),
        ("og:description", abstract),
    ]


def _abstract(annotated: AnnotatedDocument, cited: Reference) -> str | None:
    """The summary, else how the text begins."""
    if cited.summary:
        return cited.summary
    document = annotated.document
    paragraph = next((p for p in document.paragraphs if not p.boilerplate), None)
    return opening(annotated, paragraph, ABSTRACT) if paragraph else None


def _alternate(file: Download) -> Item:
    return {"link": {"rel": "alternate", "type": file.media_type, "href": quote(file.path)}}
