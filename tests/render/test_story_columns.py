"""In a story's versions what stands for the same carries the same mark, whatever its language."""

from __future__ import annotations

import re

from build_tools.model import Archive, Place
from build_tools.render.marking.kwic import whole
from build_tools.render.pages.stories import _reader_between
from build_tools.render.wording.parallel import Parallels
from tests.render import sample


def test_names_and_figures_of_all_versions_have_marks_in_common(archive: Archive) -> None:
    def marks(document: str) -> dict[str, str]:
        line = whole(archive.documents[document], Place(document, 1), Parallels("zh"))
        assert "".join(piece.text for piece in line.pieces) == line.words
        return {piece.same: piece.text for piece in line.pieces if piece.same}

    arabic, chinese, english = marks("flood-ar"), marks("flood-zh"), marks("flood-en")
    assert [arabic["delta-bank"], chinese["delta-bank"], english["delta-bank"]] == ["بنك الدلتا", "三洲行", "Delta Bank"]  # fmt: skip
    fund = "money=40000000000=CNY"
    assert [arabic[fund], chinese[fund], english[fund]] == ["40 مليار يوان", "400亿元", "Rmb40bn"]
    assert chinese["percent=30="] == "30%"
    assert "percent=30=" not in english
    vague = whole(archive.documents["flood-zh"], Place("flood-zh", 2), Parallels("zh"))
    assert [piece.same for piece in vague.pieces if piece.text == "数十亿元"] == [""]


def test_on_the_page_they_are_links(pages: dict[str, str]) -> None:
    page = pages["stories/flood.zh.md"]
    names = re.findall(r'<a href="([^"]+delta-bank/)">', page)
    assert len(names) >= 3
    assert set(names) == {"../../entities/delta-bank/"}
    assert re.search(r'<a href="../../documents/flood-ar/#p1" data-same="money=40000000000=CNY">', page)


def test_what_only_one_version_tells_comes_first_and_leads_to_its_row(pages: dict[str, str]) -> None:
    page = pages["stories/flood.md"]
    of_versions = re.findall(r'<h3 class="version">.*?<small>(\w+)</small></h3>\n<ul class="only-here">\n(.*?)</ul>', page, re.DOTALL)  # fmt: skip
    listed = [row for _, rows in of_versions for row in re.findall(r'<a href="#(row-\d+)">', rows)]
    assert sorted(listed) == sorted(re.findall(r'<tr role="row" id="(row-\d+)" class="only">', page))
    assert len({version for version, _ in of_versions}) == len(of_versions), "each version is headed once"


def test_translations_stand_apart_from_what_the_sources_say(pages: dict[str, str]) -> None:
    page = pages["stories/flood.md"]
    cells = re.findall(
        r'<td role="cell"[^>]*><div class="said">(.*?)</div>(?:<div class="meant">(.*?)</div>)?</td>', page
    )
    assert any('lang="ar"' in said and 'lang="en"' in meant for said, meant in cells)
    for said, meant in cells:
        assert 'lang="en"' not in said or not meant
        assert all(tag == "en" for tag in re.findall(r'<p lang="(\w+)"', meant))
    assert "alignment between" not in page, "three versions leave no room between them"


def test_the_readers_own_version_stands_between_the_others() -> None:
    def order(*tags: str, reader: str) -> list[str]:
        versions = [sample.document(f"d{n}", tag, "text", sample.Record()) for n, tag in enumerate(tags)]
        return [document.language for document in _reader_between(versions, reader)]

    assert order("en", "ar", "zh", reader="en") == ["ar", "en", "zh"]
    assert order("ar", "zh", reader="en") == ["ar", "zh"]
    assert order("zh", "ar", reader="zh") == ["ar", "zh"]
    assert order("ar", "en", "zh", "fr", reader="zh") == ["ar", "en", "zh", "fr"]
