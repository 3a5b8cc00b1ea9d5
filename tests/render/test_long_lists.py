"""A list of several pages leads to where a year or a letter begins."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

import pytest

from build_tools.model import Archive, Occurrence, Place
from build_tools.render.context import Context
from build_tools.render.listing import Jump, jumps
from build_tools.render.making import render
from build_tools.render.pages.entity import newest
from build_tools.render.pages.figures import Line, _begins
from build_tools.render.paths import is_shared
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


def _passages(page: str) -> int:
    return len(re.findall(r'<li><a href="[^"]*#p\d+">\d+</a>', page))


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
    kinds = _links(made["entities/index.md"], "Go to")
    assert {"organizations", "places"} <= {kind for _, kind in kinds}
    assert not _links(made["entities/by/documents.md"], "Go to")


def test_a_short_list_offers_none(pages: dict[str, str]) -> None:
    assert not [path for path, page in pages.items() if 'aria-label="Go to"' in page]


def test_an_entity_that_is_named_often_shows_the_newest_and_leads_to_all(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PER_PAGE", "AT_HOME"):
        monkeypatch.setattr(f"build_tools.render.pages.mentions.{name}", 2)
    monkeypatch.setattr("build_tools.render.pages.entity.NEWEST", 2)
    made = {file.path: file.content.decode() for file in render(archive, sample.SITE, exports=False)}
    use = archive.entities["delta-bank"]
    places = list(dict.fromkeys(mention.place for mention in use.occurrences))
    assert len(places) > 2
    shared = [made[path] for path in made if path.startswith("entities/delta-bank/mentions")]
    assert len(shared) == -(-len(places) // 2), "one list, in the default language"
    assert sum(map(_passages, shared)) == len(places)
    for tag, address in (("", "mentions/"), (".ar", "../../../entities/delta-bank/mentions/")):
        page = made[f"entities/delta-bank{tag}.md"]
        assert _passages(page) == 2
        assert f'<a href="{address}">' in page
    assert is_shared("entities/delta-bank/mentions")
    assert is_shared("entities/delta-bank/mentions/page/2")
    assert not is_shared("entities/delta-bank")
    assert not is_shared("entities/by/name/page/2")


def test_of_one_document_no_more_than_two_passages_are_the_newest(archive: Archive) -> None:
    mention = archive.entities["delta-bank"].occurrences[0]

    def paragraph(document: str, number: int, times: int) -> list[Occurrence]:
        return [replace(mention, place=Place(document, number))] * times

    paragraphs = [paragraph(f"b{n}", 1, 1) for n in range(30)]
    paragraphs += [paragraph("a", n, times) for n, times in ((1, 1), (2, 3), (3, 1), (4, 2))]
    chosen = newest(paragraphs)
    assert [(one[0].place.document, one[0].place.paragraph) for one in chosen[:3]] == [
        ("a", 2),
        ("a", 4),
        ("b29", 1),
    ]
    assert len(chosen) == 20


def test_the_figures_of_several_pages_are_gone_into_by_kind(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_tools.render.pages.figures.PER_PAGE", 2)
    made = {file.path: file.content.decode() for file in render(archive, sample.SITE, exports=False)}
    kinds = _links(made["figures/index.md"], "Go to")
    assert kinds[0] == ("./", "Chinese Yuan")
    assert "2020–2029" in [kind for _, kind in kinds]
    for address, kind in kinds[1:]:
        number = re.search(r"(\d+)/$", address)
        assert number, kind
        assert f"figures/page/{number[1]}.md" in made


@pytest.mark.parametrize(
    ("value", "day", "called"), [("1804", "18040101", "1800–1809"), ("180X", "18000101", "1800–1809"), ("18XX", "18000101", "1800–1899")]
)  # fmt: skip
def test_a_century_is_no_decade(archive: Archive, value: str, day: str, called: str) -> None:
    use = archive.figures[0]
    dated = replace(use, figure=replace(use.figure, kind="date", value=value))
    line = Line(dated, archive.documents[use.place.document].document, (), day)
    assert _begins(cast(Context, None), line) == called
