"""The figures that are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model import Archive, MeasuredStatement, Site
from build_tools.render.tables.table import Column, Reference, Table, localized
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    measure: str
    number: int
    stated: MeasuredStatement
    quote: str | None


def table(site: Site) -> Table[_Row]:
    return Table(
        "statements",
        N_("Statements of measures"),
        "The figures that state a measure",
        _rows,
        (
            Column("measure", "string", "Id of the measure", lambda r: r.measure, required=True),
            Column("number", "integer", "Rank in the measure", lambda r: r.number, required=True),
            Column(
                "document",
                "string",
                "Id of the document",
                lambda r: r.stated.use.place.document,
                required=True,
            ),
            Column(
                "figure",
                "integer",
                "Number of the figure in the document",
                lambda r: r.stated.use.number,
                required=True,
            ),
            Column("as_of", "string", "When the value held, in EDTF", lambda r: r.stated.statement.as_of),
            *localized(site, "basis", "How that date is known", lambda r: r.stated.statement.basis),
            Column(
                "origin",
                "string",
                "Statements of one origin are of one voice: a story, a publisher, a text",
                lambda r: r.stated.origin,
                required=True,
            ),
            Column("quote", "string", "The words that state it", lambda r: r.quote),
        ),
        key=("measure", "number"),
        references=(
            Reference(("measure",), "measures", ("id",)),
            Reference(("document", "figure"), "figures", ("document", "number")),
        ),
    )


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for comparison in archive.comparisons:
        for number, stated in enumerate(comparison.statements, 1):
            text = archive.documents[stated.use.place.document].document.text
            # A quotation may run on into what may not be published.
            quote = stated.statement.quote if stated.statement.quote in text else None
            yield _Row(comparison.measure.id, number, stated, quote)
