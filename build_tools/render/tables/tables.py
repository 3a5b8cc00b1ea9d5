"""The archive as tables: what CSV files, their descriptions and the database are all made from.

A table is a name, its columns and the rows. Texts in several languages become one column for each interface
language (``name_en``, ``name_ar``); lists become tables of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from build_tools.model import Archive, Site
from build_tools.render.tables import rows as rows

Type = Literal["string", "integer", "number", "boolean", "uri"]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """``columns`` hold a key of ``table``."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. A table comes after those that it refers to, itself excepted."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...]
    rows: Callable[[Archive, Site], Iterator[rows.Row]]

    @property
    def path(self) -> str:
        """The CSV file, relative to the site's root."""
        return f"data/{self.name}.csv"


def tables(site: Site) -> tuple[Table, ...]:
    """Every table, in an order in which they can be filled."""

    def localized(name: str, description: str) -> list[Column]:
        return [Column(f"{name}_{tag}", "string", f"{description} ({tag})") for tag in site.languages]

    return (
        Table(
            "entities",
            "Entities",
            "The register of names: one row for each person, organization, place …",
            (
                Column("id", "string", "Id of the entity", True),
                Column("type", "string", "Type of the entity", True),
                *localized("name", "Name"),
                *localized("description", "Description"),
                Column("wikidata", "string", "Wikidata item"),
                Column("merged_into", "string", "The entity that stands for this one since they were merged"),
                Column("documents", "integer", "Documents that name it", True),
                Column("mentions", "integer", "Mentions in all documents", True),
                Column("page", "uri", "Page of the entity"),
            ),
            ("id",),
            (Reference(("merged_into",), "entities", ("id",)),),
            rows.entities,
        ),
        Table(
            "names",
            "Names",
            "Names and aliases in the register, with the conditions under which a form is taken for the entity",
            (
                Column("entity", "string", "Id of the entity", True),
                Column("number", "integer", "Rank among the names of the entity", True),
                Column("language", "string", "Language tag (BCP 47)", True),
                Column("form", "string", "The name", True),
                Column(
                    "kind",
                    "string",
                    "name: what the entity is called on its pages; alias: another form",
                    True,
                ),
                Column(
                    "case", "string", "fold: small and capital letters are alike; exact: they are not", True
                ),
                Column(
                    "needs",
                    "string",
                    "Entity ids or words, divided by |, one of which must stand in the scope",
                ),
                Column(
                    "unless",
                    "string",
                    "Entity ids or words, divided by |, none of which may stand in the scope",
                ),
                Column("scope", "string", "document or paragraph", True),
            ),
            ("entity", "number"),
            (Reference(("entity",), "entities", ("id",)),),
            rows.names,
        ),
        Table(
            "identifiers",
            "Identifiers",
            "Identifiers of entities in other registers",
            (
                Column("entity", "string", "Id of the entity", True),
                Column("scheme", "string", "The register", True),
                Column("identifier", "string", "The identifier in it", True),
                Column("url", "uri", "The register's page"),
            ),
            ("entity", "scheme"),
            (Reference(("entity",), "entities", ("id",)),),
            rows.identifiers,
        ),
        Table(
            "documents",
            "Documents",
            "One row for each document, with its record",
            (
                Column("id", "string", "Id of the document", True),
                Column("language", "string", "Language of the text (BCP 47)", True),
                Column("detected_language", "string", "Language as detected", True),
                Column("title", "string", "Title in the language of the text", True),
                Column("title_supplied", "boolean", "The title is the archive's own, not the source's", True),
                *localized("title", "Title"),
                Column("publisher_id", "string", "Entity id of the publication"),
                Column("publisher", "string", "Name of the publication"),
                Column("published", "string", "Date of publication, in EDTF with its uncertainty"),
                Column("published_from", "string", "First day on which it may have been published"),
                Column("published_to", "string", "Last day on which it may have been published"),
                Column("byline", "string", "Byline as it stands in the source"),
                Column("url", "string", "Where the source was"),
                Column("translated_from", "string", "Language that the publisher translated it from"),
                Column("reprinted_from", "string", "Publication that it was reprinted from"),
                Column("retrieved", "string", "When the text was retrieved, in EDTF"),
                Column("rights", "string", "full, excerpt or withheld", True),
                Column("story", "string", "Documents of one story share it"),
                Column("sha256", "string", "SHA-256 of the source file, unshortened", True),
                Column("encoding", "string", "Encoding of the source file", True),
                Column("length", "integer", "Characters (code points) of the published text", True),
                Column("paragraphs", "integer", "Published paragraphs", True),
                Column("mentions", "integer", "Mentions of entities", True),
                Column("figures", "integer", "Figures", True),
                Column("page", "uri", "Page of the document", True),
            ),
            ("id",),
            (Reference(("publisher_id",), "entities", ("id",)),),
            rows.documents,
        ),
        Table(
            "paragraphs",
            "Paragraphs",
            "The published text, paragraph by paragraph",
            (
                Column("document", "string", "Id of the document", True),
                Column("paragraph", "integer", "Number of the paragraph, from 1", True),
                Column("start", "integer", "Where it begins in the text, in code points from 0", True),
                Column("end", "integer", "Where it ends, exclusive", True),
                Column(
                    "boilerplate", "string", "promotion, caption, credit or notice, where it is no report"
                ),
                Column("text", "string", "The text", True),
            ),
            ("document", "paragraph"),
            (Reference(("document",), "documents", ("id",)),),
            rows.paragraphs,
        ),
        Table(
            "translations",
            "Translations",
            "Translations made for the archive, paragraph by paragraph",
            (
                Column("document", "string", "Id of the document", True),
                Column("language", "string", "Language of the translation (BCP 47)", True),
                Column("paragraph", "integer", "Number of the paragraph, from 1", True),
                Column("made_by", "string", "machine or person", True),
                Column("translator", "string", "Who translated"),
                Column("reviewed_by", "string", "Who reviewed it; empty: nobody"),
                Column("date", "string", "When it was made"),
                Column("text", "string", "The translation", True),
            ),
            ("document", "language", "paragraph"),
            (Reference(("document", "paragraph"), "paragraphs", ("document", "paragraph")),),
            rows.translations,
        ),
        Table(
            "mentions",
            "Mentions",
            "Every mention of an entity, with its exact place",
            (
                Column("document", "string", "Id of the document", True),
                Column("number", "integer", "Rank in the document, from 1", True),
                Column("paragraph", "integer", "Number of the paragraph", True),
                Column("start", "integer", "Where it begins in the text, in code points from 0", True),
                Column("end", "integer", "Where it ends, exclusive", True),
                Column("surface", "string", "The name as it stands in the text", True),
                Column("entity", "string", "Id of the entity", True),
                Column("type", "string", "Type of the entity", True),
                Column("rule", "string", "The form that matched, or: editor"),
            ),
            ("document", "number"),
            (
                Reference(("document", "paragraph"), "paragraphs", ("document", "paragraph")),
                Reference(("entity",), "entities", ("id",)),
            ),
            rows.mentions,
        ),
        Table(
            "figures",
            "Figures",
            "Every figure as the text states it: nothing is converted or rounded",
            (
                Column("document", "string", "Id of the document", True),
                Column("number", "integer", "Rank in the document, from 1", True),
                Column("paragraph", "integer", "Number of the paragraph", True),
                Column("start", "integer", "Where it begins in the text, in code points from 0", True),
                Column("end", "integer", "Where it ends, exclusive", True),
                Column("surface", "string", "The figure as it stands in the text", True),
                Column("kind", "string", "money, percent, count, duration, date …", True),
                Column(
                    "value", "string", "Plain decimal number, or a date in ISO 8601 or EDTF; empty when vague"
                ),
                Column("low", "string", "Lower end of a range"),
                Column("high", "string", "Upper end of a range"),
                Column("currency", "string", "ISO 4217"),
                Column("unit", "string", "What is counted or measured, an English singular noun"),
                Column("modifier", "string", "exact, about, more-than, less-than, at-least …", True),
                Column("suspect", "string", "Why the literal value is doubtful"),
                Column("corrected", "string", "The value in an editor's judgement"),
                Column("assumed", "string", "What the text leaves open: currency or year"),
                Column("equivalent_of", "integer", "Number of the figure that this one restates"),
                *localized("note", "The editor's note"),
                Column("rule", "string", "The rule that read it, or: editor"),
                Column("publisher", "string", "Name of the publication"),
                Column("published", "string", "Date of publication, in EDTF"),
                Column("page", "uri", "The figure on the document's page", True),
            ),
            ("document", "number"),
            (
                Reference(("document", "paragraph"), "paragraphs", ("document", "paragraph")),
                Reference(("document", "equivalent_of"), "figures", ("document", "number")),
            ),
            rows.figures,
        ),
        Table(
            "forms",
            "Attested forms",
            "Every spelling under which an entity is named, counted",
            (
                Column("entity", "string", "Id of the entity", True),
                Column("language", "string", "Language of the text", True),
                Column("form", "string", "The name as written", True),
                Column("mentions", "integer", "How often", True),
            ),
            ("entity", "language", "form"),
            (Reference(("entity",), "entities", ("id",)),),
            rows.forms,
        ),
        Table(
            "relations",
            "Relations",
            "Relations between entities, with the documents that state them",
            (
                Column("number", "integer", "Running number", True),
                Column("subject", "string", "Id of the entity that has the relation", True),
                Column("kind", "string", "Kind of relation", True),
                Column("object", "string", "Id of the other entity", True),
                Column("document", "string", "A document that states it"),
                Column("quote", "string", "The words that state it"),
            ),
            ("number",),
            (
                Reference(("subject",), "entities", ("id",)),
                Reference(("object",), "entities", ("id",)),
                Reference(("document",), "documents", ("id",)),
            ),
            rows.relations,
        ),
        Table(
            "measures",
            "Measures",
            "What is compared across sources, and the verdict",
            (
                Column("id", "string", "Id of the measure", True),
                Column("subject", "string", "Id of the entity that is measured", True),
                *localized("name", "Name"),
                Column("kind", "string", "Kind of figure", True),
                Column("unit", "string", "Unit, an English singular noun"),
                Column("currency", "string", "ISO 4217"),
                Column("period", "string", "month, week or day, where the measure is per period"),
                Column(
                    "verdict",
                    "string",
                    "agree, differ-by-date, conflict, not-comparable, converted, single",
                    True,
                ),
                Column("page", "uri", "Page of the measure", True),
            ),
            ("id",),
            (Reference(("subject",), "entities", ("id",)),),
            rows.measures,
        ),
        Table(
            "statements",
            "Statements",
            "The figures that state a measure",
            (
                Column("measure", "string", "Id of the measure", True),
                Column("number", "integer", "Rank in the measure", True),
                Column("document", "string", "Id of the document", True),
                Column("figure", "integer", "Number of the figure in the document", True),
                Column("as_of", "string", "When the value held, in EDTF"),
                *localized("basis", "How that date is known"),
                Column("origin", "string", "Statements of one origin are versions of one source", True),
                Column("quote", "string", "The words that state it"),
            ),
            ("measure", "number"),
            (
                Reference(("measure",), "measures", ("id",)),
                Reference(("document", "figure"), "figures", ("document", "number")),
            ),
            rows.statements,
        ),
        Table(
            "passages",
            "Passages",
            "Paragraphs of different documents that report the same",
            (
                Column("number", "integer", "Running number", True),
                Column("left_document", "string", "Id of the one document", True),
                Column("left_paragraph", "integer", "Paragraph in it", True),
                Column("right_document", "string", "Id of the other document", True),
                Column("right_paragraph", "integer", "Paragraph in it", True),
                Column("score", "number", "Likeness, 0 to 1", True),
                Column("entities", "string", "Ids of the entities that both name, divided by |"),
                Column("figures", "string", "Numbers of equal figures, left=right, divided by |"),
            ),
            ("number",),
            (
                Reference(("left_document", "left_paragraph"), "paragraphs", ("document", "paragraph")),
                Reference(("right_document", "right_paragraph"), "paragraphs", ("document", "paragraph")),
            ),
            rows.passages,
        ),
    )
