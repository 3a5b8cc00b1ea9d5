"""Tables of records as CSV: one row a document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from build_tools.intake.columns import COLUMNS, FILE, NAME, Column, close_to, column_of
from build_tools.intake.rows import Row
from build_tools.problems import DataError, Problem
from build_tools.read.decoding import decode
from build_tools.read.files import read_bytes

_SEPARATORS = (",", ";", "\t")
csv.field_size_limit(10_000_000)


def is_one(path: Path) -> bool:
    """Whether a file is a table whose rows say which documents they are of."""
    if path.suffix.lower() not in (".csv", ".tsv"):
        return False
    try:
        read(path)
    except DataError as error:
        return error.problems[0].line > 1  # a fault of a row is told when it is read
    return True


def read(path: Path) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows, and warnings on columns that mean nothing. Raises ``DataError`` when it is no table of records."""
    shown = str(path)
    text = decode(read_bytes(path), shown).text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        headings = [heading.strip() for heading in next(reader, [])]
        columns, told = _columns(headings, shown)
        rows = tuple(_rows(reader, columns, shown))
    except csv.Error as error:
        raise _refused(
            shown, reader.line_num, f"It is no CSV: {error}", "Save it as CSV (UTF-8) from the spreadsheet"
        ) from None
    return rows, told


def _columns(headings: Sequence[str], shown: str) -> tuple[list[Column | None], tuple[Problem, ...]]:
    columns = [column_of(heading) for heading in headings]
    known = [column for column in columns if column]
    if not {NAME, FILE} & {column.name for column in known}:
        raise _refused(
            shown,
            1,
            f"No column says which document a row is of: {', '.join(headings)}",
            f"Name one {NAME} (the document's id) or {FILE} (the file to take in)",
        )
    twice = next((column for number, column in enumerate(known) if column in known[:number]), None)
    if twice:
        raise _refused(shown, 1, f"Two columns are {twice}", "Remove or rename one of them")
    unknown = [
        heading for heading, column in zip(headings, columns, strict=True) if column is None and heading
    ]
    told = []
    for heading in unknown:
        close = close_to(heading)
        hint = f"Did you mean {close}?" if close else f"Columns are {', '.join(COLUMNS)}"
        told.append(
            Problem(shown, 1, "unknown-column", f"The column {heading!r} is not read", hint, "warning")
        )
    return columns, tuple(told)


def _rows(reader: Iterator[list[str]], columns: Sequence[Column | None], shown: str) -> Iterator[Row]:
    line = 1
    for cells in reader:
        line, begun = reader.line_num, line + 1  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            raise _refused(
                shown,
                begun,
                f"The row has {len(cells)} cells, and there are {len(columns)} columns",
                "Put cells with a separator in them into quotes",
            )
        values = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
        name, file = values.pop(Column(NAME), ""), values.pop(Column(FILE), "")
        if not name and not file:
            raise _refused(shown, begun, "The row names no document", f"Fill {NAME} or {FILE}")
        yield Row(
            shown, begun, (name,) if name else (), (file,) if file else (), values, name or file, name or None
        )


def written(records: Mapping[str, Mapping[Column, str]]) -> bytes:
    """The records, by name, as a table; with the signature by which spreadsheets know UTF-8."""
    used = {column for values in records.values() for column in values}
    columns = [
        column for name in COLUMNS if name not in (NAME, FILE) for column in _in_all_languages(name, used)
    ]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([NAME, *map(str, columns)])
    for name, values in records.items():
        writer.writerow([name, *(values.get(column, "") for column in columns)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _in_all_languages(name: str, used: set[Column]) -> list[Column]:
    return [Column(name), *sorted((c for c in used if c.name == name and c.language), key=str)]


def _refused(path: str, line: int, message: str, hint: str) -> DataError:
    return DataError([Problem(path, line, "table", message, hint)])
