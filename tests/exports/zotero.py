"""What Zotero makes of a page's meta elements: the rules of its translators "Embedded Metadata" and "RDF" (as of
June 2024) that bear on a page of an archive, written down anew. Field by field, the first property present wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_PREFIXES = {"dc", "dcterms", "prism", "og", "article", "z", "eprints", "bib", "bibo", "so"}
_ITEM_TYPES = {"newspaperArticle", "magazineArticle", "journalArticle", "webpage", "blogPost", "document"}
_OF_OG = {"website": "webpage", "book": "book"}
_OF_DC = {
    "newsitem": "newspaperArticle",
    "webpage": "webpage",
    "article": "journalArticle",
    "dataset": "journalArticle",
}

_FIELDS = {
    "title": ("dc:title", "dcterms:title", "og:title", "so:headline"),
    "publicationTitle": ("prism:publicationName", "eprints:publication", "dc:source", "dcterms:source"),
    "date": (
        "eprints:date", "prism:publicationDate", "og:published_time", "article:published_time", "dc:date.issued",
        "dcterms:date.issued", "dcterms:issued", "dc:date", "dcterms:date", "dcterms:dateSubmitted",
    ),
    "language": ("dc:language", "dcterms:language"),
    "url": ("og:url",),
    "abstractNote": ("prism:teaser", "og:description", "dcterms:abstract", "dc:description"),
    "archiveLocation": ("dc:coverage", "dcterms:coverage"),
    "rights": ("prism:copyright", "dc:rights", "dcterms:rights"),
    "accessDate": ("dcterms:dateSubmitted",),
}  # fmt: skip
_HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_public_url": "url",
    "citation_language": "language",
}


def saved(metas: Iterable[Mapping[str, str]]) -> dict[str, object]:
    """The item that Zotero saves: its ``itemType``, its fields, its ``creators``."""
    metas = list(metas)
    statements: dict[str, list[str]] = {}
    highwire: dict[str, list[str]] = {}
    for meta in metas:
        name, content = meta.get("name") or meta.get("property", ""), meta["content"]
        prefix, prop = _split(name)
        if prefix:
            statements.setdefault(f"{prefix}:{prop}", []).append(content)
        else:
            highwire.setdefault(name, []).append(content)
    item: dict[str, object] = {"itemType": _item_type(statements, highwire)}
    for field, properties in _FIELDS.items():
        found = next((statements[p][0] for p in properties if p in statements), None)
        if found:
            item[field] = found
    if "publicationTitle" not in item and item["itemType"] in ("newspaperArticle", "webpage", "blogPost"):
        for name in statements.get("og:site_name", ())[:1]:
            item["publicationTitle"] = name
    for name, field in _HIGHWIRE.items():
        if name in highwire:
            item[field] = highwire[name][0]
    item["creators"] = highwire.get("citation_author") or statements.get("dc:creator", [])
    return item


def _split(name: str) -> tuple[str, str]:
    """Prefix and property; of three parts the second one is tried as a prefix first."""
    parts = name.replace(":", ".").replace("_", ".").split(".")
    if len(parts) > 2 and parts[1].lower() in _PREFIXES:
        at = len(parts[0]) + len(parts[1]) + 2
        return parts[1].lower(), name[at : at + 1].lower() + name[at + 1 :]
    if parts[0].lower() in _PREFIXES:
        at = len(parts[0]) + 1
        return parts[0].lower(), name[at : at + 1].lower() + name[at + 1 :]
    return "", name


def _item_type(statements: Mapping[str, list[str]], highwire: Mapping[str, list[str]]) -> str:
    for name, kind in (
        ("citation_journal_title", "journalArticle"),
        ("citation_technical_report_institution", "report"),
        ("citation_conference_title", "conferencePaper"),
        ("citation_book_title", "bookSection"),
        ("citation_dissertation_institution", "thesis"),
    ):
        if name in highwire:
            return kind
    for own in statements.get("z:itemType", statements.get("z:type", ()))[:1]:
        if own in _ITEM_TYPES:
            return own
    for og in statements.get("og:type", ())[:1]:
        if og in _OF_OG:
            return _OF_OG[og]
    for dc in statements.get("dc:type", statements.get("dcterms:type", ()))[:1]:
        kind = dc if dc in _ITEM_TYPES else _OF_DC.get(dc.lower().replace(" ", ""), "")
        if kind:
            return kind
    return "journalArticle" if "citation_title" in highwire else "webpage"
