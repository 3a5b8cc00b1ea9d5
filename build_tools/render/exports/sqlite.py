"""The tables as one SQLite database, with keys, and with the same bytes for the same archive.

There is no full-text index: none of SQLite's tokenizers finds a Chinese word of two characters, and ``LIKE`` goes
through the text of ten thousand documents in less than a second.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from build_tools.model import Archive, OutputFile, Site
from build_tools.render.formats import Download, Export
from build_tools.render.formats.packing import zipped
from build_tools.render.tables import tables
from build_tools.render.tables.table import Column, Reference, Table
from build_tools.render.wording.vocabulary import N_

_TYPES = {
    "string": "TEXT",
    "uri": "TEXT",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "number": "REAL",
    "decimal": "NUMERIC",
}
_WRITER = slice(92, 100)
"""Bytes of the header that say which version of SQLite wrote the file; zero in files of versions before 3.7.0."""


ALL, PACKED = "data/archive.sqlite", "data/archive.sqlite.zip"


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``data/archive.sqlite``, of a packed archive in a ``.zip``."""
    content = database(archive, site)
    if site.packed:
        yield OutputFile(PACKED, zipped([("archive.sqlite", content)]), "site")
    else:
        yield OutputFile(ALL, content, "site")


def database(archive: Archive, site: Site) -> bytes:
    """The database's file. Raises ``sqlite3.IntegrityError`` when the archive contradicts itself."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("BEGIN")
        for table in tables(site):
            connection.execute(_create(table))
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', table.rows(archive, site))
            for index in _indexes(table):
                connection.execute(index)
        connection.execute(_view(site))
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise sqlite3.IntegrityError(f"row {broken[1]} of {broken[0]} refers to no row of {broken[2]}")
        connection.execute("COMMIT")
        content = connection.serialize()
    view = memoryview(content)
    return b"".join((view[: _WRITER.start], bytes(8), view[_WRITER.stop :]))


def _create(table: Table[Any]) -> str:
    parts = [_column(column, table) for column in table.columns]
    parts.append(f"PRIMARY KEY ({_quoted(table.key)})")
    parts += [
        f'FOREIGN KEY ({_quoted(reference.columns)}) REFERENCES "{reference.table}" ({_quoted(reference.keys)})'
        for reference in table.references
    ]
    described = f"-- {table.description}\n"
    return f'CREATE TABLE "{table.name}" ({described}  ' + ",\n  ".join(parts) + "\n)"


def _view(site: Site) -> str:
    """Every figure with the document that states it and, where it is compared, its measure."""
    titles = ", ".join(f'm."name_{tag}" AS "measure_{tag}"' for tag in site.languages)
    return f"""CREATE VIEW "stated" AS
SELECT f.*, d."title", d."language", d."story", s."measure", {titles}, m."subject", m."period", s."as_of", s."origin",
  m."verdict"
FROM "figures" AS f
JOIN "documents" AS d ON d."id" = f."document"
LEFT JOIN "statements" AS s ON s."document" = f."document" AND s."figure" = f."number"
LEFT JOIN "measures" AS m ON m."id" = s."measure"
"""


def _column(column: Column[Any], table: Table[Any]) -> str:
    return f'"{column.name}" {_TYPES[column.type]}{" NOT NULL" if column.required else ""}'


def _indexes(table: Table[Any]) -> list[str]:
    """An index for each foreign key that the primary key does not begin with."""
    return [
        f'CREATE INDEX "{table.name}_{"_".join(reference.columns)}" ON "{table.name}" ({_quoted(reference.columns)})'
        for reference in table.references
        if not _leads(reference, table)
    ]


def _leads(reference: Reference, table: Table[Any]) -> bool:
    return table.key[: len(reference.columns)] == reference.columns


def _quoted(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def offered(site: Site) -> tuple[Download, ...]:
    name, description = N_("Everything as a SQLite database"), N_("The tables below with their keys.")
    if site.packed:
        return (Download(PACKED, "application/zip", name, description),)
    return (Download(ALL, "application/vnd.sqlite3", name, description),)


EXPORT = Export(files, of_archive=offered)
