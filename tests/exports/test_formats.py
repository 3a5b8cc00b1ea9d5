"""The folder of file formats and the register of them are the same, and a format offers what it makes."""

from __future__ import annotations

import gzip
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from build_tools.ids import slug
from build_tools.model import Site
from build_tools.render import exports, tables
from build_tools.render.exports import EXPORTS, FORMATS, Export, of_archive, of_document
from build_tools.render.pages.document.offered import data
from tests.exports.sample import SITE, archive, outputs

PACKED = replace(SITE, packed=True)


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


@pytest.mark.parametrize("site", [SITE, PACKED], ids=["files", "packed"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_format_makes_files_for_the_site_and_offers_no_others(name: str, site: Site) -> None:
    export = EXPORTS[FORMATS.index(name)]
    made = list(export.files(archive(), site))
    assert {file.place for file in made} <= {"site"}
    paths = {file.path for file in made}
    offered = {file.path for file in export.of_archive(site)}
    for annotated in archive().documents.values():
        text = bool(annotated.document.paragraphs)
        page = f"documents/{slug(annotated.document.id)}"
        files = [file for file in export.of_document(page, site) if text or not file.needs_text]
        offered |= {file.path for file in files if not file.held}
        for file in files:
            assert not file.held or file.held(archive(), site, annotated)
    assert offered <= paths
    # The tables are listed apart from the other files.
    assert {path for path in paths - offered if not path.endswith(".csv")} == set()


def test_what_needs_the_text_says_so() -> None:
    """Of a text that is withheld its citations are offered, and nothing that holds or quotes it."""
    whole = {file.path for file in of_document("doc.hidden", SITE, text=True)}
    left = {file.path for file in of_document("doc.hidden", SITE, text=False)}
    assert left == {path for path in whole if path in outputs()}
    assert left
    assert left < whole


def test_the_site_for_reading_offline_is_offered_where_it_is_made() -> None:
    offline = replace(SITE, offline="offline.zip")
    assert {file.path for file in of_archive(offline)} - {file.path for file in of_archive(SITE)} == {
        "offline.zip"
    }


def test_packed_downloads_hold_what_the_files_hold() -> None:
    files, packed = outputs(), outputs(packed=True)
    assert gzip.decompress(packed["data/archive.jsonl.gz"]) == files["data/archive.jsonl"]
    held: dict[str, bytes] = {}
    for name, folder in (
        ("data/archive.sqlite.zip", "data/"),
        ("data/tables.zip", "data/"),
        ("data/texts.zip", ""),
        ("data/annotations.zip", ""),
    ):
        with zipfile.ZipFile(io.BytesIO(packed[name])) as archive_:
            held |= {folder + part: archive_.read(part) for part in archive_.namelist()}
    assert held == {
        path: content
        for path, content in files.items()
        if path.endswith((".csv", ".md", ".jsonld", ".sqlite", "/datapackage.json", "/csv-metadata.json"))
    }
    assert packed["data/archive.bib"] == files["data/archive.bib"]


def test_of_a_packed_archive_a_document_has_its_text_and_its_page_holds_the_citations() -> None:
    files, packed = outputs(), outputs(packed=True)
    assert {path for path in packed if path.startswith("documents/doc-zh.")} == {"documents/doc-zh.txt"}
    annotated = archive().documents["doc-zh"]
    offered = {file.path: file for file in of_document("doc-zh", PACKED, text=True)}
    for path in ("documents/doc-zh.bib", "documents/doc-zh.ris"):
        held = offered[path].held
        assert held
        assert held(archive(), PACKED, annotated).split() == files[path].split()


@pytest.mark.parametrize(
    "content",
    [
        '@article{a,\n  title = {50 % of "x" & <y> #1},\n}\n',
        "TY  - NEWS\r\nTI  - 河岸银行 بنك النهر\r\n",
        '[{"a":"\\\\|`^"}]',
    ],
)
def test_a_page_that_holds_a_file_holds_all_of_it(content: str) -> None:
    address = data("text/plain", content.encode())
    assert not set(address) & set('\n\r\t"<>#')
    scheme, _, kept = address.partition(",")
    assert scheme == "data:text/plain"
    assert unquote(kept) == content
