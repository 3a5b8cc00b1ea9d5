"""A list of several pages leads to where a year or a letter begins."""

from __future__ import annotations

import re

import pytest

from build_tools.model import Archive
from build_tools.render import render
from build_tools.render.listing import Jump, jumps
from tests.render import sample

YEARS = ["2024", "2024", "2023", "", "2023", "1999"]


def _first(text: str) -> str:
    return text


def test_each_label_leads_to_the_page_on_which_it_begins() -> None:
    assert jumps(YEARS, 2, _first) == [Jump("2024", 1), Jump("2023", 2), Jump("1999", 3)]


@pytest.mark.parametrize(("items", "size"), [(YEARS, 6), (["2024", "2024", ""], 1), ([], 1)])
def test_where_there_is_nowhere_to_go_nothing_is_offered(items: list[str], size: int) -> None:
    assert jumps(items, size, _first) == []


def _links(page: str, words: str) -> list[tuple[str, str]]:
    found = re.search(rf'<nav class="page-links" aria-label="{words}">(.*?)</nav>', page, re.DOTALL)
    return re.findall(r'<a href="([^"]*)"><bdi>([^<]*)</bdi>', found[1]) if found else []


def test_lists_of_documents_and_of_names_offer_them(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_tools.render.pages.documents.PER_PAGE", 1)
    monkeypatch.setattr("build_tools.render.pages.entities.PER_PAGE", 1)
    made = {file.path: file.content.decode() for file in render(archive, sample.SITE, exports=False)}
    years = [year for _, year in _links(made["documents/index.md"], "Go to")]
    assert years == sorted(set(years), reverse=True)
    assert len(years) > 1
    assert _links(made["documents/index.ar.md"], "الانتقال إلى")
    letters = _links(made["entities/by/name.md"], "Go to")
    assert len(letters) > 1
    for address, letter in letters:
        number = re.search(r"(\d+)/$", address)
        path = f"entities/by/name/page/{number[1]}.md" if number else "entities/by/name.md"
        assert f"<h2><bdi>{letter}</bdi></h2>" in made[path]
    assert not _links(made["entities/index.md"], "Go to")


def test_a_short_list_offers_none(pages: dict[str, str]) -> None:
    assert not [path for path, page in pages.items() if 'aria-label="Go to"' in page]
