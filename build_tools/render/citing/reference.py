"""What a citation of a document says, before any format: who, what, where, when, and where it was read.

The publication is the one in which the text appeared, never this archive, which is only where it can be read.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model import AnnotatedDocument, Archive, Document, Site
from build_tools.render import paths
from build_tools.render.citing.bylines import authors
from build_tools.render.wording.names import choose, document_title, publisher_name


@dataclass(frozen=True, slots=True)
class Reference:
    """One document, ready to be cited. Titles are plain text; ``None`` stands for what nobody knows."""

    id: str
    language: str
    """Of the document."""
    title: str
    title_language: str | None
    supplied: bool
    """The title is the archive's, not the source's: it goes in square brackets."""
    translated_title: str | None
    """In the reader's language, when ``title`` is not."""
    authors: tuple[str, ...]
    byline: str | None
    """The byline where it is not plainly a list of names."""
    publication: str | None
    publication_language: str | None
    reprinted_from: str | None
    """Another publication that the text had appeared in before."""
    credits: tuple[str, ...]
    """Those whose reporting the text says it passes on."""
    translated_from: str | None
    """Language tag."""
    published: str | None
    """EDTF."""
    original_url: str | None
    section: str | None
    printed_page: str | None
    edition: str | None
    place: str | None
    """Of publication."""
    tags: tuple[str, ...]
    page: str
    """The document's page in the archive, an absolute URL."""
    archive: str
    """What the archive is called."""
    summary: str | None
    summary_supplied: bool
    """The summary is the archive's, not the source's."""

    @property
    def cited_title(self) -> str:
        """The title as catalogues write it: in square brackets when it is not the source's own."""
        return f"[{self.title}]" if self.supplied else self.title


def reference(archive: Archive, site: Site, annotated: AnnotatedDocument, language: str) -> Reference:
    """The document as a reader in ``language`` cites it; ``language`` is one of the site's."""
    document = annotated.document
    source = document.record.source
    base = document.language.partition("-")[0]
    title = document_title(
        document, document.language if document.language in document.record.title else base
    )
    translated = document.record.title.get(language)
    # Where it had appeared before does not tell where this text appeared.
    publication = publisher_name(archive, source.publisher, base) if source.publisher else None
    earlier = source.reprinted_from if source.reprinted_from != source.publisher else None
    named = authors(source.byline, document.language)
    summary = choose(document.record.summary, language)
    return Reference(
        id=document.id,
        language=document.language,
        title=title.text,
        title_language=title.language,
        supplied=_is_supplied(document, title.text),
        translated_title=translated if translated != title.text else None,
        authors=named,
        byline=None if named else source.byline,
        publication=publication.text if publication else None,
        publication_language=publication.language if publication else None,
        reprinted_from=publisher_name(archive, earlier, base).text if earlier else None,
        credits=tuple(publisher_name(archive, credit, base).text for credit in source.credits),
        translated_from=source.translated_from,
        published=source.published,
        original_url=source.url,
        section=source.section,
        printed_page=source.page,
        edition=source.edition,
        place=source.place,
        tags=document.record.tags,
        page=document_url(site, document.id, language),
        archive=site_name(site, language),
        summary=summary.text if summary and summary.language == language else None,
        summary_supplied=bool(document.record.editorial.get("summary")),
    )


def document_url(site: Site, identifier: str, language: str | None = None, fragment: str = "") -> str:
    """Absolute URL of a document's page, in the default interface language unless another is given."""
    address = paths.address(site, paths.document(identifier), language or site.languages[0])
    return paths.absolute(site, address, fragment)


def entity_url(site: Site, identifier: str, language: str | None = None) -> str:
    """Absolute URL of an entity's page, in the default interface language unless another is given."""
    return paths.absolute(site, paths.address(site, paths.entity(identifier), language or site.languages[0]))


def site_name(site: Site, language: str) -> str:
    found = choose(site.name, language, site.languages)
    return found.text if found else site.url


def _is_supplied(document: Document, title: str) -> bool:
    """A title that the archive is said to have written is the source's own where the text itself holds it."""
    if not document.record.title:
        return True
    return bool(document.record.editorial.get("title")) and title not in document.text
