"""The small parts that pages are made of."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model import AnnotatedDocument, Archive, Figure, Mention, Place
from build_tools.render import paths
from build_tools.render.context import context_of
from build_tools.render.listing import leaves
from build_tools.render.lookup import Lookup
from build_tools.render.marking.kwic import in_context
from build_tools.render.marking.runs import Run, runs
from build_tools.render.pages import parts as shared_words
from build_tools.render.wording import names
from build_tools.render.wording.collation import initial, sort_key
from tests.render import sample

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 15)), max_size=8)


def _mark(text: str, names_at: list[tuple[int, int]], figures_at: list[tuple[int, int]]) -> list[Run]:
    mentions = [Mention(s, s + n, text[s : s + n], "e", "t") for s, n in names_at]
    figures = [(i, Figure(s, s + n, text[s : s + n], "count")) for i, (s, n) in enumerate(figures_at, 1)]
    return list(runs(text, 0, len(text), mentions, figures))


@given(st.text(min_size=1, max_size=40), SPANS, SPANS)
def test_runs_join_to_the_text_and_their_elements_nest(
    text: str, names_at: list[tuple[int, int]], figures_at: list[tuple[int, int]]
) -> None:
    pieces = _mark(text, names_at, figures_at)
    assert "".join(run.text for run in pieces) == text
    stack: list[int] = []
    first: list[int] = []
    for run in pieces:
        for (number, _), is_first in run.opens:
            stack.append(number)
            if is_first:
                first.append(number)
        assert (run.figure[0] if run.figure else None) == (stack[-1] if stack else None)
        assert run.closes <= len(stack)
        del stack[len(stack) - run.closes :]
    assert not stack
    expected = {i for i, (s, n) in enumerate(figures_at, 1) if n and s < len(text)}
    assert sorted(first) == sorted(expected)  # every figure has its anchor, once


def test_a_name_that_crosses_the_end_of_a_figure_is_cut_there() -> None:
    pieces = _mark("abcdefgh", [(2, 4)], [(0, 4)])
    assert [(r.text, r.mention is not None, r.figure is not None, r.closes) for r in pieces] == [
        ("ab", False, True, 0),
        ("cd", True, True, 1),
        ("ef", True, False, 0),
        ("gh", False, False, 0),
    ]


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("documents/x/", "entities/y/", "../../entities/y/"),
        ("documents/x/", "documents/z/", "../z/"),
        ("documents/x/", "documents/x/", "./"),
        ("", "documents/x/", "documents/x/"),
        ("documents/x/", "", "../../"),
        ("ar/documents/x/", "documents/x/", "../../../documents/x/"),
        ("documents/page/2/", "documents/", "../../"),
        ("", "data/a b.csv", "data/a%20b.csv"),
        ("ar/", "ar/documents/تقرير/", "documents/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1/"),
    ],
)
def test_links_are_relative(source: str, target: str, link: str) -> None:
    assert paths.link(source, target) == link
    assert paths.link(source, target, "p3") == ("" if link == "./" else link) + "#p3"


def test_addresses_and_files() -> None:
    site = sample.SITE
    assert paths.file(site, paths.document("a.b"), "en") == "documents/a-b.md"
    assert paths.file(site, paths.document("a.b"), "ar") == "documents/a-b.ar.md"
    assert paths.address(site, paths.ENTITIES, "zh") == "zh/entities/"
    assert paths.address(site, paths.HOME, "en") == ""
    assert paths.numbered(paths.DOCUMENTS, 1) == "documents/index"
    assert paths.numbered(paths.DOCUMENTS, 3) == "documents/page/3"
    assert paths.numbered("entities/x", 2) == "entities/x/page/2"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            [
                "360",
                "Alpha",
                "beta",
                "Édouard",
                "Łódź",
                "Oneal",
                "O’Neill",
                "Øresund",
                "The Post",
                "“Quote”",
                "Zulu",
                "الصين",
                "字节",
            ],
        ),
        ("ar", ["۱۲", "آبل", "الاتحاد", "أحمد", "ألمانيا", "بايدو", "الصين", "هواوي", "Alpha"]),
        (
            "zh",
            [
                "01.AI",
                "阿里巴巴",
                "百度",
                "Baidu",
                "长城",
                "重庆",
                "腾讯",
                "西安",
                "西藏",
                "先锋",
                "字节跳动",
                "الصين",
            ],
        ),
    ],
)
def test_order_of_names(language: str, expected: list[str]) -> None:
    assert sorted(set(expected), key=lambda name: sort_key(name, language)) == expected


def test_chinese_surnames_have_readings_of_their_own() -> None:
    people = ["任正非", "单田芳", "解缙", "尉迟恭", "曾国藩", "张一鸣"]
    assert sorted(people, key=lambda name: sort_key(name, "zh", person=True)) == people
    assert initial("单田芳", "zh", person=True) == "S"
    assert initial("解放军", "zh") == "J"


def test_names_are_filed_under_their_letter() -> None:
    assert initial("字节跳动", "zh") == "Z"
    assert initial("الصين", "ar") == "ص"
    assert initial("ألمانيا", "ar") == "ا"
    assert initial("The Herald", "en") == "H"
    assert initial("01.AI", "en") == "#"
    assert initial("OpenAI", "en") == "O"
    assert initial("360", "en") == "#"


def test_shortened_keeps_words_whole() -> None:
    assert names.shortened("one two three", 20) == "one two three"
    assert names.shortened("one two three four", 11) == "one two…"
    assert names.shortened("长江大桥已经建成", 5) == "长江大桥…"


def test_leaves() -> None:
    assert [leaf.items for leaf in leaves([1, 2, 3, 4, 5], 2)] == [[1, 2], [3, 4], [5]]
    assert [leaf.first_from_end for leaf in leaves([1, 2, 3, 4, 5], 2)] == [5, 3, 1]
    assert [(leaf.count, leaf.total) for leaf in leaves([], 2)] == [(1, 0)]


def test_context_stays_within_the_paragraph() -> None:
    document = sample.document("x", "en", "Before.\nIt names Qasr here.\nAfter.", sample.Record())
    line = in_context(AnnotatedDocument(document), Place("x", 2), [(17, 21)])
    assert [(piece.text, piece.marked) for piece in line.pieces] == [
        ("It names ", False),
        ("Qasr", True),
        (" here.", False),
    ]


@pytest.mark.parametrize("language", sample.SITE.languages)
def test_scripts_are_told_words_with_places_that_they_fill(archive: Archive, language: str) -> None:
    (file,) = shared_words.pages(context_of(archive, sample.SITE, Lookup(archive), language))
    said = json.loads(file.content.decode().partition(" = ")[2].strip().removesuffix(";"))
    assert "{n}" in said["paragraph"]
    assert said["language"] == language
    assert all(said["colours"].get(key) for key in ("system", "light", "dark"))
    assert said["top"]
