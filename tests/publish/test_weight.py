"""How much a site is, and who hosts it, is said in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publish.weight import Weight, told, weigh


def test_files_of_other_programs_weigh_nothing(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/pack").write_bytes(bytes(1000))
    (tmp_path / "a").mkdir()
    for path, size in (("index.html", 10), ("a/b.html", 30), ("a/c.html", 30)):
        (tmp_path / path).write_bytes(bytes(size))
    assert weigh(tmp_path, {".git"}) == Weight(files=3, bytes=70, largest="a/b.html", file=30, folder=2)


def test_an_empty_folder_weighs_nothing(tmp_path: Path) -> None:
    assert weigh(tmp_path) == Weight(0, 0, "", 0, 0)


SMALL = Weight(600, 9_400_000, "data/site.zip", 2_100_000, 80)


def test_what_is_left_out_for_its_size_is_said() -> None:
    line = told(SMALL, left_out="data/site.zip")
    assert line.endswith(
        "data/site.zip is not made of so many documents, but with offline: true in mkdocs.yml"
    )


def test_that_downloads_are_packed_is_said_where_nobody_asked_for_it() -> None:
    assert told(SMALL, packed="number").endswith(
        "downloads are packed, of so many documents, but with downloads: files in mkdocs.yml"
    )
    assert "packed" not in told(SMALL, packed="asked")


def test_a_small_site_is_held_by_all() -> None:
    assert told(SMALL, offline="data/site.zip") == (
        "600 files, 9.4 MB, the largest data/site.zip (2.1 MB); GitHub Pages, Cloudflare Pages and Netlify hold it"
    )


@pytest.mark.parametrize(
    ("weight", "who", "why"),
    [
        (Weight(600, 1_000_000_001, "a", 1, 80), "GitHub Pages", "at most 1,000.0 MB"),
        (Weight(20_001, 1, "a", 1, 80), "Cloudflare Pages", "at most 20,000 files"),
        (Weight(600, 26_300_000, "a", 26_214_401, 80), "Cloudflare Pages", "at most 26.2 MB a file"),
        (Weight(600, 1, "a", 1, 54_001), "Netlify", "at most 54,000 files in a folder, there are 54,001"),
    ],
)
def test_who_does_not_hold_it_is_said_with_the_reason(weight: Weight, who: str, why: str) -> None:
    line = told(weight)
    assert f"; {who} does not hold it ({why}); " in line
    assert line.endswith("downloads: packed in mkdocs.yml makes it lighter, and of fewer files")
    assert told(weight, packed="asked").endswith("make it lighter")
    just = Weight(20_000, 1_000_000_000, "a", 26_214_400, 54_000)
    assert "does not" not in told(just)


def test_what_would_help_is_said() -> None:
    heavy = Weight(600, 60_000_000, "data/site.zip", 30_000_000, 80)
    assert told(heavy, offline="data/site.zip").endswith(
        "offline: false in mkdocs.yml leaves data/site.zip out"
    )
