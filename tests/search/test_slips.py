"""Names and words with one slip in them, above all in their first letter, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from build_tools.model import Archive, Entity
from build_tools.search.aliases import names
from build_tools.search.first_letters import first_letters, first_letters_of_names
from tests.search.conftest import Ask, _page, asker
from tests.search.sample import SAMPLE, archive, document

QUAVEX = Entity("quavex", "organization", {"en": "Quavex", "ar": "كوافكس", "zh": "夸维克斯"})
TAL_OMRI = Entity("tal-omri", "person", {"en": "Tal Omri", "zh": "塔欧米"})
DATABASE = Entity("database", "technology", {"en": "database", "zh": "数据库"})
CONTENT = archive(
    document("en", "en", ["Quavex ordered turbines.", "Its orchards froze."], names={"Quavex": "quavex"}),
    document("ar", "ar", ["طلبت كوافكس مضخات.", "تجمدت البساتين."], names={"كوافكس": "quavex"}),
    document("zh", "zh", ["夸维克斯订购了涡轮机，塔欧米表示满意。", "数据库已更新。"],
             names={"夸维克斯": "quavex", "塔欧米": "tal-omri", "数据库": "database"}),
    entities=[QUAVEX, TAL_OMRI, DATABASE],
)  # fmt: skip


@pytest.fixture(scope="module")
def slips(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with _page(browser, tmp_path_factory.mktemp("slips"), CONTENT) as page:
        yield asker(page)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("wuavex", "Quavex"),
        ("uavex", "Quavex"),
        ("uqavex", "Quavex"),
        ("qquavex", "Quavex"),
        ("quavez", "Quavex"),
        ("دوافكس", "كوافكس"),
        ("ماوافكس", None),
        ("跨维克斯", "夸维克斯"),
        ("维夸克斯", "夸维克斯"),
        ("夸唯克斯", "夸维克斯"),
        ("夸维可斯", "夸维克斯"),
        ("誇維刻斯", "夸维克斯"),
    ],
)
def test_a_name_with_a_slip_finds_every_language(slips: Ask, query: str, meant: str | None) -> None:
    found = slips(query)
    if meant is None:
        assert found["total"] == 0
        return
    assert set(found["ids"]) == {"en", "ar", "zh"}
    said = [form for one in found["corrected"] for form in one["forms"]]
    assert said == [meant]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "identifier"),
    [("rchards", "en"), ("irchards", "en"), ("لساتين", "ar"), ("ضمخات", "ar"), ("他欧米", "zh")],
)
def test_a_word_with_its_first_letter_wrong(slips: Ask, query: str, identifier: str) -> None:
    assert slips(query)["ids"] == [identifier]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["数据线", "数据仓", "house", "crowd", "维也纳", "خبز", "欧米茄"])
def test_another_word_is_no_slip(slips: Ask, query: str) -> None:
    assert slips(query)["corrected"] == []


@pytest.mark.browser
def test_what_was_typed_and_what_was_meant_are_said(slips: Ask) -> None:
    found = slips("WUAVEX turbines")
    assert (found["ids"], found["missing"]) == (["en"], [])
    assert [(one["query"], one["forms"]) for one in found["corrected"]] == [("WUAVEX", ["Quavex"])]
    assert slips("wuavex")["why"] == {"en": [], "ar": ["Quavex = كوافكس"], "zh": ["Quavex = 夸维克斯"]}
    word = slips("irchards")["corrected"]
    assert [(one["query"], one["forms"]) for one in word] == [("irchards", ["orchards"])]


@pytest.mark.browser
def test_a_word_that_the_archive_has_stays_what_it_is(page_of: Callable[[Archive], Page]) -> None:
    korvan = Entity("korvan", "organization", {"en": "Korvan", "zh": "科尔凡河"})
    ask = asker(
        page_of(
            archive(
                document("name", "en", ["Korvan grows."], names={"Korvan": "korvan"}),
                document("word", "en", ["A dorvan is a tool."]),
                document("zh", "zh", ["科尔凡河上游。"], names={"科尔凡河": "korvan"}),
                document("river", "zh", ["可尔凡河是另一条河。"]),
                entities=[korvan],
            )
        )
    )
    assert (ask("dorvan")["ids"], ask("dorvan")["corrected"]) == (["word"], [])
    assert (ask("可尔凡河")["ids"], ask("可尔凡河")["corrected"]) == (["river"], [])


@pytest.mark.browser
def test_without_other_languages_names_are_not_guessed(slips: Ask) -> None:
    assert slips("跨维克斯", cross=False)["corrected"] == []


def test_words_stand_under_what_follows_their_first_letter() -> None:
    terms = ["harbour", "port", "كوافك", "بيت", "h100", "科尔", "#CNY:604", "@korvane"]
    assert list(first_letters(terms)) == ["~arbour~h", "~وافك~ك"]
    made = set(first_letters_of_names(names(SAMPLE)))
    assert "~尔凡系统~科" in made
    assert not any("涡轮 机" in term or "systems" in term for term in made), "names of several words"
