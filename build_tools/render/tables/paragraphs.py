"""The published texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Document, Paragraph, Site
from build_tools.render.tables.table import Column, Reference, Table
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    document: Document
    number: int
    paragraph: Paragraph

    @property
    def text(self) -> str:
        return self.document.text[self.paragraph.start : self.paragraph.end]


def table(site: Site) -> Table[_Row]:
    return Table(
        "paragraphs",
        N_("Texts by paragraph"),
        "The published text, paragraph by paragraph",
        _rows,
        (
            Column("document", "string", "Id of the document", lambda r: r.document.id, required=True),
            Column(
                "paragraph", "integer", "Number of the paragraph, from 1", lambda r: r.number, required=True
            ),
            Column(
                "start",
                "integer",
                "Where it begins in the text, in code points from 0",
                lambda r: r.paragraph.start,
                required=True,
            ),
            Column("end", "integer", "Where it ends, exclusive", lambda r: r.paragraph.end, required=True),
            Column(
                "boilerplate",
                "string",
                "promotion, caption, credit or notice, where it is no report",
                lambda r: r.paragraph.boilerplate,
            ),
            Column("page", "string", "Page of the original on which it begins", lambda r: r.paragraph.page),
            Column("text", "string", "The text", lambda r: r.text, required=True),
        ),
        key=("document", "paragraph"),
        references=(Reference(("document",), "documents", ("id",)),),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for annotated in archive.documents.values():
        for number, paragraph in enumerate(annotated.document.paragraphs, 1):
            yield _Row(annotated.document, number, paragraph)
