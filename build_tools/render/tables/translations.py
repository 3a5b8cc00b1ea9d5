"""Translations that were made for the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, Paragraph, Site, Translation
from build_tools.render.tables.table import Column, Reference, Table
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    document: str
    made: Translation
    number: int
    paragraph: Paragraph

    @property
    def text(self) -> str:
        return self.made.text[self.paragraph.start : self.paragraph.end]


def table(site: Site) -> Table[_Row]:
    return Table(
        "translations",
        N_("Translations by paragraph"),
        "Translations made for the archive, paragraph by paragraph",
        _rows,
        (
            Column("document", "string", "Id of the document", lambda r: r.document, required=True),
            Column(
                "language",
                "string",
                "Language of the translation (BCP 47)",
                lambda r: r.made.language,
                required=True,
            ),
            Column(
                "paragraph", "integer", "Number of the paragraph, from 1", lambda r: r.number, required=True
            ),
            Column("made_by", "string", "machine or person", lambda r: r.made.made_by, required=True),
            Column("translator", "string", "Who translated", lambda r: r.made.translator),
            Column("reviewed_by", "string", "Who reviewed it; empty: nobody", lambda r: r.made.reviewed_by),
            Column("date", "string", "When it was made", lambda r: r.made.date),
            Column("text", "string", "The translation", lambda r: r.text, required=True),
        ),
        key=("document", "language", "paragraph"),
        references=(Reference(("document", "paragraph"), "paragraphs", ("document", "paragraph")),),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, annotated in archive.documents.items():
        shown = len(annotated.document.paragraphs)
        for made in annotated.translations:
            for number, paragraph in enumerate(made.translation.paragraphs[:shown], 1):
                yield _Row(key, made.translation, number, paragraph)
