"""Tables: as CSV that spreadsheets cannot run, described for two kinds of tools, and as a database."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import csvw
import frictionless
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.model import Relation, Site
from build_tools.render.exports.csv_files import guarded, unguarded
from build_tools.render.exports.sqlite import database
from build_tools.render.tables import tables
from build_tools.render.tables.table import Table
from tests.exports.sample import ARABIC, SITE, archive, outputs


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data")
    for path, content in outputs().items():
        if path.startswith("data/"):
            (made / Path(path).name).write_bytes(content)
    return made


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(outputs()["data/archive.sqlite"])
        opened.row_factory = sqlite3.Row
        yield opened


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(outputs()[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


# --- CSV --------------------------------------------------------------------------------------------------------


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r＝a1.5 ب")))
@example("=SUM(A1)")
@example("'=x")
@example("''")
@example("-5")
def test_the_guard_against_formulas_loses_nothing(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "＝"):
        float(cell)


def test_every_file_is_csv_as_the_standard_has_it_and_as_excel_reads_it() -> None:
    for table in tables(SITE):
        content = outputs()[table.path]
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
        assert lines[0] == [column.name for column in table.columns]
        assert {len(line) for line in lines} == {len(table.columns)}


def test_texts_come_back_from_csv_as_they_are() -> None:
    paragraphs = [unguarded(row["text"]) for row in rows("paragraphs") if row["document"] == "doc-ar"]
    assert paragraphs == ARABIC.split("\n")
    assert rows("paragraphs")[-1]["text"] == "# not a heading"
    cells = [row["text"] for row in rows("paragraphs") if row["document"] == "doc-zh"]
    assert cells[-1] == "'-5%的利息"


def test_figures_have_their_place_their_source_and_numbers_as_they_are() -> None:
    figures = {row["surface"]: row for row in rows("figures")}
    found = figures["5.5 مليار دولار"]
    assert (found["value"], found["literal"]) == ("5400000000", "5500000000"), "what is meant leads"
    assert (found["corrected_by"], found["note_ar"]) == ("editor", "سهو")
    assert found["equivalent_of"] == "1"
    assert found["publisher"] == "The Tide"
    assert found["note_en"] == "'=evil"
    assert found["page"] == "https://archive.example/press/documents/doc-ar/#f2"
    assert ARABIC[int(found["start"]) : int(found["end"])] == found["surface"]
    assert figures["'-5%"]["value"] == "-5", "a number is no formula"


def test_documents_have_the_span_of_days_that_their_date_means() -> None:
    found = {
        row["id"]: (row["published"], row["published_from"], row["published_to"]) for row in rows("documents")
    }
    assert found["doc-ar"] == ("2024-12~", "2024-12-01", "2024-12-31")
    assert found["doc.hidden"] == ("2023/2024", "2023-01-01", "2024-12-31")


def test_texts_in_several_languages_have_a_column_for_each_language_of_the_site() -> None:
    columns = {
        table.name: [column.name for column in table.columns]
        for table in tables(Site("https://x/", ("en", "fr")))
    }
    assert "name_fr" in columns["entities"]
    assert "name_ar" not in columns["entities"]


# --- descriptions ------------------------------------------------------------------------------------------------


def test_the_data_package_is_valid_and_so_are_the_files(folder: Path) -> None:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert {task.name for task in report.tasks} == {table.name for table in tables(SITE)}


def test_the_data_package_tells_sizes_and_checksums(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_a_changed_file_is_noticed(folder: Path, tmp_path: Path) -> None:
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes().replace(b"river-bank", b"liver-bank", 1))
    assert not frictionless.Package(str(tmp_path / "datapackage.json")).validate().valid


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_csv_on_the_web_is_valid_and_its_keys_hold(folder: Path) -> None:
    group = csvw.TableGroup.from_file(folder / "csv-metadata.json")
    problems: list[Any] = []
    group.check_referential_integrity(log=_Log(problems))
    assert not problems
    assert [str(table.url) for table in group.tables] == [
        table.path.removeprefix("data/") for table in tables(SITE)
    ]
    documents = next(table for table in group.tables if str(table.url) == "documents.csv")
    assert {row["id"] for row in documents} == set(archive().documents)


class _Log:
    """Takes what a validator complains of."""

    def __init__(self, problems: list[Any]) -> None:
        self._problems = problems

    def warn(self, *said: Any) -> None:
        self._problems.append(said)

    warning = error = warn


# --- the database --------------------------------------------------------------------------------------------------


def test_the_database_is_whole(connection: sqlite3.Connection) -> None:
    assert [tuple(row) for row in connection.execute("PRAGMA integrity_check")] == [("ok",)]
    assert not connection.execute("PRAGMA foreign_key_check").fetchall()


def test_the_database_holds_the_rows_of_the_csv_files(connection: sqlite3.Connection) -> None:
    for table in tables(SITE):
        stored = [tuple(row) for row in connection.execute(f'SELECT * FROM "{table.name}"')]
        assert len(stored) == len(rows(table.name))
        for row, cells in zip(stored, rows(table.name), strict=True):
            kinds = (column.type for column in table.columns)
            for value, cell, kind in zip(row, cells.values(), kinds, strict=True):
                if value is None:
                    assert cell == ""
                elif kind == "boolean":
                    assert cell == ("true" if value else "false")
                elif isinstance(value, str):
                    assert unguarded(cell) == value
                else:
                    assert float(cell) == value


def test_a_question_over_several_tables_has_its_answer(connection: sqlite3.Connection) -> None:
    found = connection.execute(
        """SELECT documents.id, count(*) AS times FROM mentions
           JOIN documents ON documents.id = mentions.document
           JOIN paragraphs USING (document, paragraph)
           WHERE mentions.entity = 'river-bank' GROUP BY documents.id ORDER BY documents.id"""
    ).fetchall()
    assert [tuple(row) for row in found] == [("doc-ar", 3), ("doc-en", 1), ("doc-zh", 2)]


def test_the_database_has_the_same_bytes_whatever_the_order_of_hashes() -> None:
    code = (
        "import hashlib; from tests.exports.sample import outputs;"
        "print({path: hashlib.sha256(content).hexdigest() for path, content in sorted(outputs().items())})"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=Path(__file__).parents[2], capture_output=True, encoding="utf-8", check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1


def test_an_archive_that_contradicts_itself_is_refused() -> None:
    whole = archive()
    nobody = replace(whole.authority.entities["river-bank"], relations=(Relation("owner_of", "nobody"),))
    entities = {**whole.authority.entities, "river-bank": nobody}
    broken = replace(whole, authority=replace(whole.authority, entities=entities))
    with pytest.raises(sqlite3.IntegrityError, match="relations refers to no row of entities"):
        database(broken, SITE)


def test_numbers_of_the_database_are_numbers_and_dates_have_a_column(connection: sqlite3.Connection) -> None:
    columns = ("value", "low", "high", "literal")
    for column in columns:
        kinds = {row[0] for row in connection.execute(f'SELECT DISTINCT typeof("{column}") FROM figures')}
        assert kinds <= {"integer", "real", "null"}, column
    [(greatest,)] = connection.execute(
        "SELECT MAX(value) FROM figures WHERE value > 1000 AND currency = 'USD'"
    )
    assert greatest == 5400000000
    assert [
        tuple(row)
        for row in connection.execute("SELECT value FROM figures WHERE kind = 'date' AND value NOT NULL")
    ] == []
    assert {row[0] for row in connection.execute("SELECT typeof(date) FROM figures WHERE kind = 'date'")} <= {
        "text"
    }


def test_a_view_joins_figures_documents_and_measures(connection: sqlite3.Connection) -> None:
    every = connection.execute("SELECT COUNT(*) FROM figures").fetchone()[0]
    rows = connection.execute("SELECT * FROM stated").fetchall()
    assert len(rows) >= every
    compared = [row for row in rows if row["measure"]]
    assert compared
    for row in compared:
        assert row["title"]
        assert row["verdict"]
        assert row["measure_en"]


def test_every_column_has_a_value_of_its_type() -> None:
    types = {"string": str, "uri": str, "integer": int, "number": float, "decimal": str, "boolean": bool}
    for table in tables(SITE):
        made = list(table.rows(archive(), SITE))
        assert made, f"the sample has no row of {table.name}"
        for row in made:
            for column, value in zip(table.columns, row, strict=True):
                assert value is not None or not column.required, (table.name, column.name)
                assert value is None or type(value) is types[column.type], (table.name, column.name)


def test_a_table_comes_after_those_that_it_refers_to() -> None:
    known: dict[str, Table[Any]] = {}
    for table in tables(SITE):
        known[table.name] = table
        columns = {column.name for column in table.columns}
        assert columns.issuperset(table.key)
        for reference in table.references:
            assert columns.issuperset(reference.columns)
            assert known[reference.table].key == reference.keys
