"""The tables as CSV (RFC 4180), described for machines by a Frictionless data package and by CSV on the Web.

The files begin with a byte order mark: without it, Excel takes UTF-8 for the system's old encoding and shows
Arabic and Chinese as rubbish; readers of CSV that know the standards drop it.

Spreadsheets run a cell that begins with ``= + - @`` as a formula, and texts of others may begin so. Such a cell of
text gets an apostrophe before it, unless it is a plain number. Nothing is lost by that: ``unguarded`` takes exactly
those apostrophes away again, the rule stands in the data package, and the database holds the texts without them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

from build_tools.model import Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.citing.reference import site_name
from build_tools.render.formats import Download, Export
from build_tools.render.formats.packing import zipped
from build_tools.render.json_text import pretty
from build_tools.render.tables import tables
from build_tools.render.tables.table import Column, Reference, Row, Table
from build_tools.render.wording.vocabulary import N_

MARK = "\ufeff"
GUARD = (
    "A text that would begin with = + - @ (or their full-width forms), a tab or a carriage return is preceded by an"
    " apostrophe, so that spreadsheets do not take it for a formula. Take the first apostrophe away from every cell"
    " of text that begins with apostrophes and then one of these characters."
)

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?\Z")

Described = tuple[Table[Any], int, str]
"""A table with the size of its file in bytes and its SHA-256."""


PACKED = "data/tables.zip"


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``data/TABLE.csv`` for every table, then ``data/datapackage.json`` and ``data/csv-metadata.json``; of a packed archive
    all of them in one ``.zip``, which is a data package itself."""
    if site.packed:
        parts = ((path.removeprefix("data/"), content) for path, content in _described(archive, site))
        yield OutputFile(PACKED, zipped(parts), "site")
    else:
        for path, content in _described(archive, site):
            yield OutputFile(path, content, "site")


def _described(archive: Archive, site: Site) -> Iterator[tuple[str, bytes]]:
    made: list[Described] = []
    for table in tables(site):
        content = table_csv(table, archive, site)
        made.append((table, len(content), hashlib.sha256(content).hexdigest()))
        yield table.path, content
    yield "data/datapackage.json", pretty(_data_package(made, site))
    yield "data/csv-metadata.json", pretty(_csv_on_the_web(made, site))


def table_csv(table: Table[Any], archive: Archive, site: Site) -> bytes:
    """The file of one table."""
    out = io.BytesIO()
    text = io.TextIOWrapper(out, "utf-8", newline="")
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(_cells(row) for row in table.rows(archive, site))
    text.flush()
    return out.getvalue()


def guarded(text: str) -> str:
    """The text as it stands in a cell."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell stands for; the inverse of ``guarded``."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cells(row: Row) -> list[str | int | float | None]:
    return [str(value).lower() if isinstance(value, bool) else guarded(value) if isinstance(value, str) else value for value in row]  # fmt: skip


def _data_package(made: list[Described], site: Site) -> dict[str, Any]:
    """Source: Frictionless Data, Tabular Data Package 1.0."""
    return {
        "profile": "tabular-data-package",
        "name": "archive",
        "title": site_name(site, "en"),
        "description": GUARD,
        "homepage": site.url,
        "resources": [_resource(*described) for described in made],
    }


def _resource(table: Table[Any], size: int, sha256: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.path.removeprefix("data/"),
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": list(reference.columns),
                    "reference": {
                        "resource": "" if reference.table == table.name else reference.table,
                        "fields": list(reference.keys),
                    },
                }
                for reference in table.references
                if not _may_be_partly_empty(reference, table)
            ],
        },
    }


def _may_be_partly_empty(reference: Reference, table: Table[Any]) -> bool:
    """Whether a key of several columns may lack some: SQL and CSV on the Web pass over it, Frictionless does not."""
    optional = {column.name for column in table.columns if not column.required}
    return len(reference.columns) > 1 and not optional.isdisjoint(reference.columns)


def _field(column: Column[Any]) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "description": column.description}
    types = {"uri": {"type": "string", "format": "uri"}, "decimal": {"type": "number"}}
    field |= types.get(column.type, {"type": column.type})
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _csv_on_the_web(made: list[Described], site: Site) -> dict[str, Any]:
    """Source: W3C, Metadata Vocabulary for Tabular Data, 2015."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": site_name(site, "en"),
        "dc:description": GUARD,
        "dc:source": {"@id": paths.absolute(site, "")},
        "tables": [_csvw_table(table) for table, _, _ in made],
    }


def _csvw_table(table: Table[Any]) -> dict[str, Any]:
    return {
        "url": table.path.removeprefix("data/"),
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "dc:description": column.description,
                    "datatype": "anyURI" if column.type == "uri" else column.type,
                    "required": column.required,
                }
                for column in table.columns
            ],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "columnReference": list(reference.columns),
                    "reference": {
                        "resource": f"{reference.table}.csv",
                        "columnReference": list(reference.keys),
                    },
                }
                for reference in table.references
            ],
        },
    }


def offered(site: Site) -> tuple[Download, ...]:
    """The descriptions; the tables themselves are listed apart."""
    if site.packed:
        name, description = (
            N_("All tables with their descriptions"),
            N_("A data package (Frictionless, and CSV on the Web)."),
        )
        return (Download(PACKED, "application/zip", name, description),)
    return (
        Download(
            "data/datapackage.json",
            "application/json",
            N_("Description of the tables (Frictionless)"),
            N_("What each column holds, with sizes and checksums of the files."),
        ),
        Download(
            "data/csv-metadata.json",
            "application/csvm+json",
            N_("Description of the tables (CSV on the Web)"),
            N_("The same for tools of the W3C standard."),
        ),
    )


EXPORT = Export(files, of_archive=offered)
