"""The site as one file can be read from the disk."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from build_tools.publish.offline import offering, pack, plain, to_files

URL = "https://example.org/papers/"
LINKS = [
    ("a/", "a/index.html"),
    ("../", "../index.html"),
    ("..", "../index.html"),
    (".", "./index.html"),
    ("../a/#p1", "../a/index.html#p1"),
    ("a/?q=x", "a/index.html?q=x"),
    ("a.txt", "a.txt"),
    ("#p1", "#p1"),
    ("?q=x", "?q=x"),
    ("https://example.org/a/", "https://example.org/a/"),
    ("mailto:a@example.org", "mailto:a@example.org"),
    ("javascript:void(0)", "javascript:void(0)"),
    ("/a/", "/a/"),
]


@pytest.mark.parametrize(("link", "expected"), LINKS)
def test_links_to_folders_name_the_page_in_them(link: str, expected: str) -> None:
    assert to_files(f'<a class="x" href="{link}">a/</a>') == f'<a class="x" href="{expected}">a/</a>'


def test_a_form_leads_to_the_page_in_a_folder() -> None:
    assert to_files('<form action="../search/">') == '<form action="../search/index.html">'


def test_every_file_is_in_it_but_itself_and_the_bytes_stay_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/">ا</a>', "utf-8")
    (tmp_path / "a" / "index.html").write_text('<a href="../">一</a>', "utf-8")
    (tmp_path / "a" / "b.bin").write_bytes(b"\0\xff")
    size = pack(tmp_path, "data/site.zip", URL)
    first = (tmp_path / "data/site.zip").read_bytes()
    assert size == len(first)
    assert pack(tmp_path, "data/site.zip", URL) == size
    assert (tmp_path / "data/site.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "data/site.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["site/a/b.bin", "site/a/index.html", "site/index.html"]
        assert archive.read("site/index.html").decode() == '<a href="a/index.html">ا</a>'
        assert archive.read("site/a/b.bin") == b"\0\xff"


def test_modules_become_plain_scripts_and_no_others_do() -> None:
    page = (
        '<script src="../assets/search/page.js" type="module"></script>'
        '<script src="../assets/own.js" type="module"></script>'
    )
    assert plain(page) == (
        '<script src="../assets/search/search.js" defer></script><script src="../assets/search/page.js" defer></script>'
        '<script src="../assets/own.js" type="module"></script>'
    )


def test_what_the_search_exports_is_left_for_pages() -> None:
    made = offering("const $a = (() => ({ b: 1, c: 2 }))();\nexport const { b, c: d } = $a;\n")
    assert "export" not in made
    assert "globalThis.archiveSearch = { b, d };" in made
    assert made.startswith('(() => {\n"use strict";\n')


def test_files_of_the_index_are_scripts_and_the_encoder_is_left_out(tmp_path: Path) -> None:
    for name in ("search/index.bin", "search/0a/s/1.bin", "search/words.en.json", "search/encoder/x.bin"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"\0\xff")
    (tmp_path / "search/search_index.json").write_text('{"docs":[]}')
    pack(tmp_path, "data/papers.zip", URL)
    with zipfile.ZipFile(tmp_path / "data/papers.zip") as archive:
        names = [
            "search/0a/s/1.bin.js",
            "search/index.bin",
            "search/index.bin.js",
            "search/search_index.json",
            "search/search_index.js",
            "search/words.en.json.js",
        ]
        assert archive.namelist() == [f"papers/{name}" for name in names]
        assert archive.read("papers/search/0a/s/1.bin.js") == b'archiveFile("0a/s/1.bin", "AP8=");\n'
        assert archive.read("papers/search/search_index.js") == b'var __index = {"docs":[]};\n'


def test_packed_downloads_are_left_out_and_led_to_where_they_are(tmp_path: Path) -> None:
    names = (
        "data/tables.zip",
        "data/texts.zip",
        "data/annotations.zip",
        "data/archive.sqlite.zip",
        "data/archive.jsonl.gz",
    )
    (tmp_path / "ar/data").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    links = "".join(f'<a href="../../{name}">x</a>' for name in names)
    (tmp_path / "ar/data/index.html").write_text(f'{links}<a href="../tables.zip.txt">x</a>', "utf-8")
    (tmp_path / "data/index.html").write_text('<a href="tables.zip">x</a><a href="names.csv">x</a>', "utf-8")
    pack(tmp_path, "data/site.zip", URL)
    with zipfile.ZipFile(tmp_path / "data/site.zip") as archive:
        assert archive.namelist() == ["site/ar/data/index.html", "site/data/index.html"]
        assert archive.read("site/ar/data/index.html").decode() == (
            "".join(f'<a href="{URL}{name}">x</a>' for name in names) + '<a href="../tables.zip.txt">x</a>'
        )
        assert archive.read("site/data/index.html").decode() == (
            f'<a href="{URL}data/tables.zip">x</a><a href="names.csv">x</a>'
        )
