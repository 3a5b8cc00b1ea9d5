"""The folder of file formats and the register of them are the same, and a format offers what it makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.read.ids import slug
from build_tools.render import exports, tables
from build_tools.render.exports import EXPORTS, FORMATS, Export, of_archive, of_document
from tests.exports.sample import SITE, archive, outputs


def modules(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def test_the_folder_holds_formats_only_and_the_register_all_of_them() -> None:
    assert sorted(FORMATS) == sorted(modules(Path(exports.__file__).parent))
    assert all(isinstance(export, Export) for export in EXPORTS)


def test_the_folder_holds_tables_only_and_the_register_all_of_them() -> None:
    named = {module.__name__.rpartition(".")[2] for module in tables.TABLES}
    assert named | {"table"} == modules(Path(tables.__file__).parent)
    assert [table.name for table in tables.tables(SITE)] == [
        module.__name__.rpartition(".")[2] for module in tables.TABLES
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_makes_files_for_the_site_and_offers_no_others(name: str) -> None:
    export = EXPORTS[FORMATS.index(name)]
    made = list(export.files(archive(), SITE))
    assert {file.place for file in made} <= {"site"}
    paths = {file.path for file in made}
    offered = {file.path for file in export.of_archive(SITE)}
    for annotated in archive().documents.values():
        text = bool(annotated.document.paragraphs)
        page = f"documents/{slug(annotated.document.id)}"
        offered |= {file.path for file in export.of_document(page) if text or not file.needs_text}
    assert offered <= paths
    # The tables are listed apart from the other files.
    assert {path for path in paths - offered if not path.endswith(".csv")} == set()


def test_what_needs_the_text_says_so() -> None:
    """Of a text that is withheld its citations are offered, and nothing that holds or quotes it."""
    whole = {file.path for file in of_document("doc.hidden", text=True)}
    left = {file.path for file in of_document("doc.hidden", text=False)}
    assert left == {path for path in whole if path in outputs()}
    assert left
    assert left < whole


def test_the_site_for_reading_offline_is_offered_where_it_is_made() -> None:
    offline = replace(SITE, offline="offline.zip")
    assert {file.path for file in of_archive(offline)} - {file.path for file in of_archive(SITE)} == {
        "offline.zip"
    }
