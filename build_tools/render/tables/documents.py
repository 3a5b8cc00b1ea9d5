"""The documents with their records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.archive.dates import Day, span
from build_tools.model import AnnotatedDocument, Archive, Document, Record, Site, Source
from build_tools.render.citing.reference import Reference as Cited
from build_tools.render.citing.reference import document_url, reference
from build_tools.render.tables.table import Column, Reference, Table, localized
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    annotated: AnnotatedDocument
    cited: Cited
    publisher: str | None
    """The publication, where it is an entity."""
    days: tuple[Day, Day] | None
    """The first and the last one on which it may have been published."""
    page: str

    @property
    def document(self) -> Document:
        return self.annotated.document

    @property
    def record(self) -> Record:
        return self.document.record

    @property
    def source(self) -> Source:
        return self.record.source


def table(site: Site) -> Table[_Row]:
    return Table(
        "documents",
        N_("Documents with their records"),
        "One row for each document, with its record",
        _rows,
        (*_names(site), *_origin(), *_extent()),
        key=("id",),
        references=(Reference(("publisher_id",), "entities", ("id",)),),
    )


def _names(site: Site) -> Iterator[Column[_Row]]:
    yield Column("id", "string", "Id of the document", lambda r: r.document.id, required=True)
    yield Column(
        "language", "string", "Language of the text (BCP 47)", lambda r: r.document.language, required=True
    )
    yield Column(
        "detected_language",
        "string",
        "Language as detected",
        lambda r: r.document.detected_language,
        required=True,
    )
    yield Column(
        "title", "string", "Title in the language of the text", lambda r: r.cited.title, required=True
    )
    yield Column(
        "title_supplied",
        "boolean",
        "The title is the archive's own, not the source's",
        lambda r: r.cited.supplied,
        required=True,
    )
    yield from localized(site, "title", "Title", lambda r: r.record.title)


def _origin() -> Iterator[Column[_Row]]:
    yield Column("publisher_id", "string", "Entity id of the publication", lambda r: r.publisher)
    yield Column("publisher", "string", "Name of the publication", lambda r: r.cited.publication)
    yield Column(
        "published",
        "string",
        "Date of publication, in EDTF with its uncertainty",
        lambda r: r.source.published,
    )
    yield Column(
        "published_from",
        "string",
        "First day on which it may have been published",
        lambda r: _day(r.days[0]) if r.days else None,
    )
    yield Column(
        "published_to",
        "string",
        "Last day on which it may have been published",
        lambda r: _day(r.days[1]) if r.days else None,
    )
    yield Column("byline", "string", "Byline as it stands in the source", lambda r: r.source.byline)
    yield Column("url", "string", "Where the source was", lambda r: r.source.url)
    yield Column(
        "translated_from",
        "string",
        "Language that the publisher translated it from",
        lambda r: r.source.translated_from,
    )
    yield Column(
        "reprinted_from",
        "string",
        "Publication that it was reprinted from",
        lambda r: r.source.reprinted_from,
    )
    yield Column("retrieved", "string", "When the text was retrieved, in EDTF", lambda r: r.source.retrieved)
    yield Column("section", "string", "Section of the paper", lambda r: r.source.section)
    yield Column("printed_page", "string", "Page as printed", lambda r: r.source.page)
    yield Column("edition", "string", "Edition", lambda r: r.source.edition)
    yield Column("place", "string", "Place of publication", lambda r: r.source.place)
    yield Column("tags", "string", "Tags, with | between them", lambda r: " | ".join(r.record.tags) or None)
    yield Column(
        "collections",
        "string",
        "Collections, with | between them",
        lambda r: " | ".join(r.record.collections) or None,
    )
    yield Column("rights", "string", "full, excerpt or withheld", lambda r: r.record.rights, required=True)
    yield Column("story", "string", "Documents of one story share it", lambda r: r.record.story)


def _extent() -> Iterator[Column[_Row]]:
    yield Column(
        "sha256",
        "string",
        "SHA-256 of the source file, unshortened",
        lambda r: r.document.sha256,
        required=True,
    )
    yield Column(
        "encoding", "string", "Encoding of the source file", lambda r: r.document.encoding, required=True
    )
    yield Column(
        "length",
        "integer",
        "Characters (code points) of the published text",
        lambda r: len(r.document.text),
        required=True,
    )
    yield Column(
        "paragraphs", "integer", "Published paragraphs", lambda r: len(r.document.paragraphs), required=True
    )
    yield Column(
        "mentions", "integer", "Mentions of entities", lambda r: len(r.annotated.mentions), required=True
    )
    yield Column("figures", "integer", "Figures", lambda r: len(r.annotated.figures), required=True)
    yield Column("page", "uri", "Page of the document", lambda r: r.page, required=True)


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, annotated in archive.documents.items():
        source = annotated.document.record.source
        yield _Row(
            annotated,
            reference(archive, site, annotated, site.languages[0]),
            source.publisher if source.publisher in archive.authority.entities else None,
            span(source.published),
            document_url(site, key),
        )


def _day(day: Day) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
