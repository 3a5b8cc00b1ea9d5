"""Figures in the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from build_tools.archive.places import paragraph_at
from build_tools.model import Archive, Figure, Site
from build_tools.render.citing.reference import Reference as Cited
from build_tools.render.citing.reference import document_url, reference
from build_tools.render.tables.table import Column, Reference, Table, localized
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class _Row:
    document: str
    number: int
    paragraph: int
    figure: Figure
    restated: int | None
    """The number of the figure that this one restates."""
    corrected_by: str | None
    cited: Cited
    page: str


def table(site: Site) -> Table[_Row]:
    return Table(
        "figures",
        N_("Figures"),
        "Every figure as the text states it, or as an editor corrected it: nothing is converted or rounded",
        _rows,
        (*_place(), *_reading(), *_judgement(site), *_source()),
        key=("document", "number"),
        references=(
            Reference(("document", "paragraph"), "paragraphs", ("document", "paragraph")),
            Reference(("document", "equivalent_of"), "figures", ("document", "number")),
        ),
    )


def _place() -> Iterator[Column[_Row]]:
    yield Column("document", "string", "Id of the document", lambda r: r.document, required=True)
    yield Column("number", "integer", "Rank in the document, from 1", lambda r: r.number, required=True)
    yield Column("paragraph", "integer", "Number of the paragraph", lambda r: r.paragraph, required=True)
    yield Column(
        "start",
        "integer",
        "Where it begins in the text, in code points from 0",
        lambda r: r.figure.start,
        required=True,
    )
    yield Column("end", "integer", "Where it ends, exclusive", lambda r: r.figure.end, required=True)
    yield Column(
        "surface", "string", "The figure as it stands in the text", lambda r: r.figure.surface, required=True
    )


def _reading() -> Iterator[Column[_Row]]:
    yield Column(
        "kind", "string", "money, percent, count, duration, date …", lambda r: r.figure.kind, required=True
    )
    yield Column(
        "value",
        "decimal",
        "What is meant, in the archive's judgement: a plain decimal number; empty when vague, and for dates",
        lambda r: _number(r.figure, "value"),
    )
    yield Column("low", "decimal", "Lower end of a range", lambda r: _number(r.figure, "low"))
    yield Column("high", "decimal", "Upper end of a range", lambda r: _number(r.figure, "high"))
    yield Column("date", "string", "A date in ISO 8601 or EDTF", lambda r: _date(r.figure))
    yield Column("currency", "string", "ISO 4217", lambda r: r.figure.currency)
    yield Column(
        "unit", "string", "What is counted or measured, an English singular noun", lambda r: r.figure.unit
    )
    yield Column(
        "modifier",
        "string",
        "exact, about, more-than, less-than, at-least …",
        lambda r: r.figure.modifier,
        required=True,
    )


def _judgement(site: Site) -> Iterator[Column[_Row]]:
    yield Column("suspect", "string", "Why the literal value is doubtful", lambda r: r.figure.suspect)
    yield Column(
        "literal",
        "decimal",
        "What stands in the text, read literally, where an editor corrected it; for dates literal_date",
        lambda r: _number(r.figure.literal, "value"),
    )
    yield Column(
        "literal_low",
        "decimal",
        "Lower end of a range that stands there",
        lambda r: _number(r.figure.literal, "low"),
    )
    yield Column(
        "literal_high",
        "decimal",
        "Upper end of a range that stands there",
        lambda r: _number(r.figure.literal, "high"),
    )
    yield Column(
        "literal_date",
        "string",
        "The date that stands there, where an editor corrected it",
        lambda r: _date(r.figure.literal),
    )
    yield Column(
        "corrected_by", "string", "Who corrected it: machine, person, or editor", lambda r: r.corrected_by
    )
    yield Column(
        "assumed",
        "string",
        "What the text leaves open, and by what it is decided: currency (usage), currency-of-text, currency-of-record, currency-open (undecided)",
        lambda r: r.figure.assumed,
    )
    yield Column(
        "equivalent_of", "integer", "Number of the figure that this one restates", lambda r: r.restated
    )
    yield from localized(site, "note", "Why, and what else the editor notes", lambda r: r.figure.note)
    yield Column("rule", "string", "The rule that read it, or: editor", lambda r: r.figure.rule or None)


def _number(figure: Figure | None, key: Literal["value", "low", "high"]) -> str | None:
    if figure is None or figure.kind == "date":
        return None
    return {"value": figure.value, "low": figure.low, "high": figure.high}[key]


def _date(figure: Figure | None) -> str | None:
    """A date, or an interval of them."""
    if figure is None or figure.kind != "date":
        return None
    if figure.low is None and figure.high is None:
        return figure.value
    return f"{figure.low or '..'}/{figure.high or '..'}"


def _source() -> Iterator[Column[_Row]]:
    yield Column("publisher", "string", "Name of the publication", lambda r: r.cited.publication)
    yield Column("published", "string", "Date of publication, in EDTF", lambda r: r.cited.published)
    yield Column("page", "uri", "The figure on the document's page", lambda r: r.page, required=True)


def _rows(archive: Archive, site: Site) -> Iterator[_Row]:
    for key, annotated in archive.documents.items():
        cited = reference(archive, site, annotated, site.languages[0])
        page = document_url(site, key)
        places = annotated.document.paragraphs
        editor = annotated.document.record.editorial.get("annotations", "editor")
        numbers: dict[int | None, int] = {f.start: n for n, f in enumerate(annotated.figures, 1)}
        for number, figure in enumerate(annotated.figures, 1):
            paragraph = paragraph_at(places, figure.start)
            restated = numbers.get(figure.equivalent_of)
            by = editor if figure.literal else None
            yield _Row(key, number, paragraph, figure, restated, by, cited, f"{page}#f{number}")
