"""What readers type of a name or word when they do not know all of it: its end, its parts, its sound, another region's
word; and the translation that stands beside what was found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from build_tools.model import (
    Comparison,
    Entity,
    FigureUse,
    Measure,
    MeasuredStatement,
    Place,
    Source,
    Statement,
)
from build_tools.search.aliases import Name
from build_tools.search.collect import in_order
from build_tools.search.collected import collect
from build_tools.search.facets import facets
from build_tools.search.sounds import spellings
from build_tools.search.word_ends import word_ends
from tests.search.conftest import Ask, _page, asker
from tests.search.sample import archive, document

QIAOSHUI = Entity("qiaoshui", "organization", {"en": "HarborLink", "zh": "桥水造船"})
LUYE = Entity("luye", "person", {"en": "Ye Lü", "zh": "吕夜明"})
STORE = Entity("cold-store", "technology", {"en": "cold store", "zh": "冷库"})
CONTENT = archive(
    document("en", "en", ["HarborLink built a shipyard for open-air work with SteamYard cranes.", "It kept a cold store."],
             names={"HarborLink": "qiaoshui", "cold store": "cold-store"}),
    document("zh", "zh", ["桥水造船公司雇用了吕夜明，为服务器采购芯片。", "冷库已建成。"],
             names={"桥水造船": "qiaoshui", "吕夜明": "luye", "冷库": "cold-store"},
             translations={"en": ["HarborLink hired Ye Lü and bought chips.", "The cold store is built."]}),
    document("fish", "en", ["A mail-order firm and an ebusiness sold fish.", "The boat house was painted."]),
    entities=[QIAOSHUI, LUYE, STORE],
)  # fmt: skip


@pytest.fixture(scope="module")
def parts(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with _page(browser, tmp_path_factory.mktemp("parts"), CONTENT) as page:
        yield asker(page)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "ids"),
    [
        # The end of a name, and of a word whose capitals part it.
        ("Link", {"en", "zh"}),
        ("borlink", {"en", "zh"}),
        ("yard", {"en"}),
        ("nk", set()),
        # By sound: in one word, by word, by syllable, with tones.
        ("qiaoshui zaochuan", {"en", "zh"}),
        ("qiao shui zao chuan", {"en", "zh"}),
        ("qiaoshuizaochuan", {"en", "zh"}),
        ("Qiáoshuǐ Zàochuán", {"en", "zh"}),
        ("lü yeming", {"zh"}),
        ("lv yeming", {"zh"}),
        ("lu yeming", {"zh"}),
        # A compound in one word, in two, with a hyphen.
        ("openair", {"en"}),
        ("mailorder", {"fish"}),
        ("e-business", {"fish"}),
        ("boathouse", {"fish"}),
        ("coldstore", {"en", "zh"}),
        ("openfish", set()),
        # Words of Taiwan, alone and in others.
        ("伺服器", {"zh"}),
        ("採購晶片", {"zh"}),
        ("伺服器晶片", {"zh"}),
        ("軟體", set()),
    ],
)
def test_parts_of_words_are_enough(parts: Ask, query: str, ids: set[str]) -> None:
    found = parts(query)
    # What names a technology in another language stands below.
    assert {*found["ids"], *found["crossed"]} == ids


@pytest.mark.browser
def test_the_translation_stands_beside_what_was_found_with_the_same_marks(parts: Ask) -> None:
    assert parts("芯片", beside="en")["beside"]["zh"] == ["HarborLink hired Ye Lü and bought chips."]
    assert parts("HarborLink", beside="en")["beside"]["zh"][0].startswith("<mark>HarborLink</mark> hired")
    assert parts("芯片")["beside"]["zh"] == [None], "nobody is named to whom it is to be shown"
    assert parts("芯片", beside="zh")["beside"]["zh"] == [None], "readers of the text itself need none"
    assert parts("shipyard", beside="zh")["beside"]["en"] == [None]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("桥水", ["qiao shui", "qiaoshui"]),
        ("吕夜明", ["lv ye ming", "lv yeming", "lvyeming", "lu ye ming", "lu yeming", "luyeming"]),
        ("Qiaoshui", []),
        ("桥水AI", []),
        ("桥", []),
        # “panda” is an English word.
        ("潘达", ["pan da"]),
    ],
)
def test_chinese_names_are_spelled_by_sound(name: str, made: list[str]) -> None:
    assert set(made) <= set(spellings(name))
    assert set(spellings(name)) <= {*made, "lvye ming", "luye ming"}


def test_words_that_have_ends_are_names_and_words_made_of_parts() -> None:
    name = Name("harborlink", ("harborlink", "ag"), "x", 3, "HarborLink AG")
    inside = collect(in_order(CONTENT)).inside
    assert list(word_ends(inside, [name])) == ["<knilrobrah", "<draymaets"]


def test_documents_can_be_told_apart_by_month_publisher_and_verdict() -> None:
    first = document(
        "a",
        "en",
        ["It cost 5 euros."],
        figures={"5 euros": {"kind": "money", "value": "5"}},
        published="2024-12-06",
    )
    record = replace(first.document.record, source=Source(publisher="gazette", published="2024-12-06"))
    first = replace(first, document=replace(first.document, record=record))
    said = Statement("a", "5 euros", None, None, {})
    measure = Measure("cost", "x", {}, "money", None, "EUR", None, (said,))
    stated = MeasuredStatement(said, FigureUse(Place("a", 1), 1, first.figures[0]), "a")
    content = replace(
        archive(first, document("b", "en", ["It cost nothing."], published="2024")),
        comparisons=(Comparison(measure, (stated, stated), "conflict"),),
    )
    columns = json.loads(facets(content))
    assert (columns["months"], columns["month"]) == (["2024-12"], [[0], []])
    assert (columns["publishers"], columns["publisher"]) == (["gazette"], [[0], []])
    assert (columns["verdicts"], columns["verdict"]) == (["conflict"], [[0], []])
