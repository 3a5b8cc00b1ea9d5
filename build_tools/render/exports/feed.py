"""A news feed (Atom, RFC 4287) for each interface language: the newest documents.

Times come from the documents, never from the clock: an entry was updated when its text was retrieved or its
translation made, or, where neither is known, on the first day on which it may have been published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from xml.etree import ElementTree as ET

from build_tools.archive.dates import span
from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.citing.dates import certain, iso
from build_tools.render.citing.reference import reference, site_name
from build_tools.render.formats import Download, Export
from build_tools.render.wording.names import choose, document_title, entity_name, opening
from build_tools.render.wording.vocabulary import N_

MEDIA_TYPE = "application/atom+xml"
ENTRIES = 100
EXTRACT = 400
"""Characters of the text that stand for a summary where there is none."""
NEVER = "1970-01-01T00:00:00Z"
"""Atom demands a time of everything; this one stands where no document has any date."""

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``feed.LANGUAGE.xml`` for every interface language."""
    for language in site.languages:
        yield OutputFile(of_language(language).path, feed(archive, site, language), "site")


def feed(archive: Archive, site: Site, language: str) -> bytes:
    """The feed of one language, at most ``ENTRIES`` documents."""
    home = paths.absolute(site, paths.address(site, paths.HOME, language))
    newest = list(islice(archive.documents.values(), ENTRIES))
    root = ET.Element("feed", {"xmlns": _ATOM, _LANG: language})
    _add(root, "id", home)
    _add(root, "title", site_name(site, language))
    about = choose(site.description, language)
    if about and about.language == language:
        _add(root, "subtitle", about.text)
    _add(root, "updated", max((updated(annotated) for annotated in newest), default=NEVER))
    _link(root, "alternate", home, type="text/html", hreflang=language)
    _link(root, "self", paths.absolute(site, of_language(language).path), type=MEDIA_TYPE)
    _add(_add(root, "author"), "name", site_name(site, language))
    for annotated in newest:
        _entry(_add(root, "entry"), archive, site, annotated, language)
    ET.indent(root, " ")
    body: str = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()


def updated(annotated: AnnotatedDocument) -> str:
    """When the document last changed in the archive, as far as its own dates tell: ``2025-01-20T00:00:00Z``."""
    known = (
        annotated.document.record.source.retrieved,
        *(t.translation.date for t in annotated.translations),
    )
    spans = [span(date) for date in known if date]
    days = [found[0] for found in spans if found]
    if not days:
        published = span(annotated.document.record.source.published)
        days = [published[0]] if published else []
    last = max(days, default=(0, 0, 0))
    return f"{last[0]:04d}-{last[1]:02d}-{last[2]:02d}T00:00:00Z" if last[0] > 0 else NEVER


def _entry(
    entry: ET.Element, archive: Archive, site: Site, annotated: AnnotatedDocument, language: str
) -> None:
    document = annotated.document
    cited = reference(archive, site, annotated, language)
    title = document_title(document, language)
    _add(entry, "id", cited.page)
    _add(entry, "title", title.text, _tongue(title.language))
    _add(entry, "updated", updated(annotated))
    date = certain(cited.published)
    if date and date.day:
        _add(entry, "published", f"{iso(cited.published)}T00:00:00Z")
    for name in cited.authors or ((cited.publication,) if cited.publication else ()):
        _add(_add(entry, "author"), "name", name)
    _link(entry, "alternate", cited.page, type="text/html", hreflang=language)
    if cited.original_url:
        _link(entry, "via", cited.original_url)
    for key in dict.fromkeys(mention.entity for mention in annotated.mentions):
        if key in archive.entities:
            label = entity_name(archive.entities[key].entity, language).text
            scheme = paths.absolute(site, "entities/")
            _add(entry, "category", None, {"term": key, "scheme": scheme, "label": label})
    summary = choose(document.record.summary, language)
    if summary:
        _add(entry, "summary", summary.text, _tongue(summary.language))
    else:
        paragraph = next((p for p in document.paragraphs if not p.boilerplate), None)
        if paragraph:
            extract = opening(annotated, paragraph, EXTRACT)
            _add(entry, "summary", extract, _tongue(document.language))


def _tongue(language: str | None) -> dict[str, str]:
    return {_LANG: language} if language else {}


def _add(
    parent: ET.Element, tag: str, text: str | None = None, attributes: Mapping[str, str] | None = None
) -> ET.Element:
    clean = {key: _NOT_XML.sub("\ufffd", value) for key, value in (attributes or {}).items()}
    element = ET.SubElement(parent, tag, clean)
    if text is not None:
        element.text = _NOT_XML.sub("\ufffd", text)
    return element


def _link(parent: ET.Element, rel: str, href: str, **attributes: str) -> None:
    _add(parent, "link", None, {"rel": rel, "href": href, **attributes})


def of_language(language: str) -> Download:
    """The feed of one interface language."""
    return Download(f"feed.{language}.xml", MEDIA_TYPE, N_("News feed (Atom)"), language=language)


def offered(site: Site) -> tuple[Download, ...]:
    return tuple(of_language(language) for language in site.languages)


EXPORT = Export(files, of_archive=offered)
