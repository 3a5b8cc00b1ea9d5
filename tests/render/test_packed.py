"""What pages of an archive offer whose downloads are packed: nothing less, in fewer files."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from build_tools.model import Archive
from build_tools.render.making import render
from build_tools.render.pages.mentions import at_home
from tests.render import sample

PACKED = replace(sample.SITE, packed=True)


@pytest.fixture(scope="module")
def packed(archive: Archive) -> dict[str, str]:
    made = (file for file in render(archive, PACKED, exports=False) if file.path.endswith(".md"))
    return {file.path: file.content.decode() for file in made}


def test_a_page_holds_the_citations_of_its_document(packed: dict[str, str]) -> None:
    for tag in ("", ".ar", ".zh"):
        held = re.findall(
            r'<a href="(data:[^"]*)" download="([^"]*)">', packed[f"documents/flood-en{tag}.md"]
        )
        assert [name for _, name in held] == ["flood-en.bib", "flood-en.ris"]
        (bibtex, _), (ris, _) = held
        assert unquote(html.unescape(bibtex)).startswith("data:application/x-bibtex,@article{flood-en, ")
        assert unquote(html.unescape(ris)).endswith("ER  - \r\n")


def test_what_is_packed_for_all_documents_is_on_the_page_of_downloads(packed: dict[str, str]) -> None:
    for tag in ("", ".ar"):
        assert '<li><a href="../../data/">' in packed[f"documents/flood-en{tag}.md"]
    for name in ("tables.zip", "texts.zip", "annotations.zip", "archive.jsonl.gz", "archive.sqlite.zip"):
        assert f'<a href="{name}"' in packed["data.md"]
    assert '<data data-file="data/tables.zip#figures.csv">' in packed["data.md"]
    assert 'href="figures.csv"' not in packed["data.md"]


def test_names_that_are_named_often_have_a_list_of_their_own_sooner() -> None:
    assert at_home(PACKED) < at_home(sample.SITE)


def test_lists_are_of_fewer_pages(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.render.pages.figures.PER_PAGE", 3)
    made = {
        site.packed: [file.path for file in render(archive, site, ["en"], exports=False)]
        for site in (sample.SITE, PACKED)
    }
    many, few = (
        sum(path.startswith("figures/page/") for path in made[packed]) + 1 for packed in (False, True)
    )
    assert few == -(-many // 2)
