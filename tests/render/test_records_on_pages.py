"""What a record says beside its title stands on the pages; a text in several languages has each in its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.annotate import Annotator
from build_tools.archive import gather
from build_tools.model import Site
from build_tools.read import read_seeds
from build_tools.render.making import render
from tests.cli.command import archive

ENGLISH = "The port authority of Molde counted 1,204 containers in March 2023, 12% more than a year before."
ARABIC = "أعلنت هيئة ميناء مولده أنها أحصت 1204 حاويات في مارس 2023، أي بزيادة 12% عن العام السابق."
SONG = "Salt on the rope,\nand salt on the hand\n"
RECORD = """
source: {section: Harbour, page: A4, edition: Late, place: Molde}
tags: [Ships, salt]
collections: [Harbour books]
paragraphs: blocks
parts: [{quote: Salt, kind: verse}]
"""
ENTITY = "- id: molde\n  type: place\n  names: {en: Molde, ar: مولده}\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "entities").mkdir(parents=True)
    (folder / "port.txt").write_text(f"{ENGLISH} {ENGLISH}\n\n{ARABIC}\n\n{SONG}", "utf-8")
    (folder / "port.yml").write_text(RECORD, "utf-8")
    (folder / "other.txt").write_text(f"{ENGLISH}\n", "utf-8")
    (folder / "other.yml").write_text("tags: [ships]\n", "utf-8")
    (folder / "entities/a.yml").write_text(ENTITY, "utf-8")
    return folder


@pytest.fixture
def pages(seeds: Path) -> dict[str, str]:
    found, _ = read_seeds(seeds)
    annotator = Annotator(found.authority)
    archived = gather(found, [annotator.annotate(document)[0] for document in found.documents])
    site = Site("https://a.example/", ("en",), {"en": "Archive"})
    return {file.path: file.content.decode() for file in render(archived, site) if file.place == "docs"}


def test_each_paragraph_has_its_language_and_direction(pages: dict[str, str]) -> None:
    page = pages["documents/port.md"]
    assert '<p class="original" lang="en" dir="ltr">' in page
    assert '<p class="original" lang="ar" dir="rtl">' in page
    assert "Also in it" in page
    assert "<dd>Arabic</dd>" in page
    assert pages["documents/other.md"].count('dir="rtl"') == 0


def test_each_paragraph_is_read_in_its_language(seeds: Path) -> None:
    done = archive("annotate", "seeds/port.txt", cwd=seeds.parent)
    said = json.loads(done.stdout)
    assert said["language"] == "en"
    assert [paragraph.get("language") for paragraph in said["paragraphs"]] == [None, "ar", None]
    start, end = said["paragraphs"][1]["start"], said["paragraphs"][1]["end"]
    arabic = [figure for figure in said["figures"] if start <= figure["start"] < end]
    assert [(figure["kind"], figure["value"]) for figure in arabic] == [
        ("count", "1204"),
        ("date", "2023-03"),
        ("percent", "12"),
    ]
    assert [mention["surface"] for mention in said["mentions"]] == ["Molde", "Molde", "مولده"]


def test_verse_keeps_its_lines(pages: dict[str, str]) -> None:
    assert (
        'keeps-lines-verse" lang="en" dir="ltr">Salt on the rope,&#10;and salt' in pages["documents/port.md"]
    )


def test_where_in_the_paper_it_stood_is_told(pages: dict[str, str]) -> None:
    page = pages["documents/port.md"]
    for label, value in (
        ("Section", "Harbour"),
        ("Page in print", "A4"),
        ("Edition", "Late"),
        ("Place of publication", "Molde"),
    ):
        assert f"<dt>{label}</dt><dd>" in page
        assert value in page


def test_tags_and_collections_have_pages_and_narrow_the_list(pages: dict[str, str]) -> None:
    ships = pages["documents/by/tag/ships.md"]
    assert ships.count('<li class="document-item"') == 2
    assert pages["documents/by/tag/salt.md"].count('<li class="document-item"') == 1
    assert pages["documents/by/collection/harbour-books.md"].count('<li class="document-item"') == 1
    assert (
        'href="../by/tag/ships.md"' in pages["documents/port.md"]
        or "by/tag/ships" in pages["documents/port.md"]
    )
    listed = pages["documents/index.md"]
    assert 'data-tag="ships salt"' in listed
    assert 'data-collection="harbour-books"' in listed
    assert 'name="tag" value="ships"' in listed
