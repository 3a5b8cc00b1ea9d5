"""The site as one file can be read from the disk."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from build_tools.publish.offline import pack, to_files

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
    size = pack(tmp_path, "data/site.zip")
    first = (tmp_path / "data/site.zip").read_bytes()
    assert size == len(first)
    assert pack(tmp_path, "data/site.zip") == size
    assert (tmp_path / "data/site.zip").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "data/site.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a/b.bin", "a/index.html", "index.html"]
        assert archive.read("index.html").decode() == '<a href="a/index.html">ا</a>'
        assert archive.read("a/b.bin") == b"\0\xff"
