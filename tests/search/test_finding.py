"""What a query finds, in the browser, over a small archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from build_tools.model import Archive
from tests.search.conftest import Ask, _page, asker
from tests.search.sample import archive, document

ALL_OF_KORVANE = {"harbour-en", "mina-ar", "gangkou-zh"}


@pytest.mark.parametrize(
    "query",
    [
        "Korvane Systems",
        "كورفان سيستمز",
        "科尔凡系统",
        "科爾凡系統",
        "ＫＯＲＶＡＮＥ ｓｙｓｔｅｍｓ",
        "وكورفان سيستمز",
    ],
)
def test_a_name_in_any_spelling_finds_every_language(ask: Ask, query: str) -> None:
    assert set(ask(query)["ids"]) == ALL_OF_KORVANE


def test_documents_in_the_language_of_the_query_come_first(ask: Ask) -> None:
    assert [ask(query)["ids"][0] for query in ("Korvane Systems", "كورفان سيستمز", "科尔凡系统")] == [
        "harbour-en",
        "mina-ar",
        "gangkou-zh",
    ]


def test_it_says_why_another_spelling_was_found(ask: Ask) -> None:
    why = ask("Korvane Systems")["why"]
    assert why["mina-ar"] == ["Korvane Systems = كورفان سيستمز"]
    assert why["harbour-en"] == []


def test_matching_across_languages_can_be_switched_off(ask: Ask) -> None:
    found = ask("Korvane Systems", cross=False, all=True)
    assert (found["ids"], found["translated"]) == (["harbour-en"], ["mina-ar"])
    assert ask("科尔凡系统", cross=False)["ids"] == ["gangkou-zh"]


@pytest.mark.parametrize(
    "query",
    [
        "40 billion yuan", "400亿元", "40 مليار يوان", "٤٠ مليار يوان", "Rmb40bn", "四百亿元", "RMB 40 billion",
        "40,000,000,000 yuan", "40 مليار", "0.04 trillion yuan",
    ],
)  # fmt: skip
def test_a_figure_however_it_is_written(ask: Ask, query: str) -> None:
    assert set(ask(query)["ids"]) == ALL_OF_KORVANE


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("300 مليون", ["mina-ar"]),
        ("300 مليار", ["gangkou-zh"]),
        ("300 billion dollars", ["gangkou-zh"]),
        ("300 million users", ["mina-ar"]),
        ("21,500", ["markup-en"]),
    ],
)
def test_scale_and_unit_tell_figures_apart(ask: Ask, query: str, ids: list[str]) -> None:
    assert ask(query)["ids"] == ids


def test_a_range_of_figures(ask: Ask) -> None:
    assert set(ask("39..41 billion yuan")["ids"]) == ALL_OF_KORVANE
    assert ask("250..350 billion dollars")["ids"] == ["gangkou-zh"]
    assert ask("41..350 billion yuan")["total"] == 0


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("مهندس", ["mina-ar"]),
        ("والمهندسون", ["mina-ar"]),
        ("للشركة", ["mina-ar"]),
        ("رقاقة", ["mina-ar"]),
        ("مصنع", ["mina-ar"]),
        ("القديمه", ["mina-ar"]),
        ("الـمـيـنـاء", ["mina-ar"]),
        ("engineer", ["harbour-en"]),
        ("ordering", ["harbour-en"]),
        ("廣告業務的成本優化", ["gangkou-zh"]),
        ("台风", ["taifeng-hant"]),
        ("颱風", ["taifeng-hant"]),
        ("电力", ["taifeng-hant"]),
    ],
)
def test_other_forms_of_a_word(ask: Ask, query: str, ids: list[str]) -> None:
    assert ask(query)["ids"] == ids


def test_people_are_told_from_what_is_done(page_of: Callable[[Archive], Page]) -> None:
    people = document("people", "ar", ["قال منافسون إنهم مطلعون على الأمر."])
    deeds = document("deeds", "ar", ["اشتدت المنافسة، والمنافسة مفيدة."])
    both = document("both", "ar", ["المنافسة بين المنافسين."])
    ask = asker(page_of(archive(people, deeds, both)))
    assert set(ask("المنافسين")["ids"]) == {"people", "both"}
    assert ask("منافس")["ids"][-1] == "deeds"
    assert set(ask("المنافسة")["ids"]) == {"people", "deeds", "both"}
    alone = asker(page_of(archive(deeds)))
    assert alone("المنافسين")["ids"] == ["deeds"], "better than nothing"


def test_all_words_must_be_there_when_some_document_has_them(ask: Ask) -> None:
    assert ask("harbour steel")["ids"] == ["harbour-en"]
    assert ask("harbour quokkas")["missing"] == []
    assert set(ask("harbour quokkas")["ids"]) == {"harbour-en", "markup-en"}
    assert ask("harbour zzyzx")["missing"] == ["zzyzx"]
    assert ask("zzyzx harbour zzyzx")["missing"] == ["zzyzx"], "each once"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("an order that obliges the sale of a ferry", "sold"),
        ("obliged ferry", "obliged"),
        ("obliging captains", "obliged"),
    ],
)
def test_more_of_the_words_go_before_a_rare_one(
    page_of: Callable[[Archive], Page], query: str, first: str
) -> None:
    sold = document("sold", "en", ["The court upheld the order on the sale of the ferry to a cousin."])
    others = [
        document(f"other-{n}", "en", [f"An order of {n} sales lists, and a ferry."]) for n in ("two", "three")
    ]
    obliged = document("obliged", "en", ["The ferry obliged.", "Captains obliged with songs."])
    ask = asker(page_of(archive(obliged, *others, sold)))
    assert ask(query)["ids"][0] == first


def test_words_of_one_paragraph_go_before_words_that_stand_apart(page_of: Callable[[Archive], Page]) -> None:
    one = document("one", "ar", ["وقع الرئيس على أمر تنفيذي.", "ثم سافر."])
    apart_ = document("apart", "ar", ["استقال المدير التنفيذي.", "قال شخص مطلع على الأمر."])
    title = document("title", "ar", ["أمر الرئيس بذلك."], title={"ar": "أمر تنفيذي جديد"})
    ask = asker(page_of(archive(one, apart_, title)))
    found = ask("أمر تنفيذي")
    assert (set(found["ids"]), found["total"], found["scattered"]) == ({"one", "title"}, 2, 1)
    assert found["apart"] == []
    assert ask("أمر تنفيذي", all=True)["apart"] == ["apart"]
    assert ask("سافر تنفيذي")["ids"] == ["one"], "better apart than not at all"


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"the old harbour"', ["harbour-en"]),
        ('"old the harbour"', []),
        ("“الميناء القديم”", ["mina-ar"]),
        ('"ميناء القديم"', []),
        ("「成本优化」", ["gangkou-zh"]),
        ('"廣告業務"', ["gangkou-zh", "taifeng-hant"]),
    ],
)
def test_a_phrase_is_taken_word_for_word(ask: Ask, query: str, ids: list[str]) -> None:
    assert sorted(ask(query)["ids"]) == sorted(ids)


def test_excluded_words_and_phrases(ask: Ask) -> None:
    assert set(ask("Korvane Systems -钢材")["ids"]) == ALL_OF_KORVANE - {"gangkou-zh"}
    assert set(ask("Korvane Systems -Lomira")["ids"]) == {"mina-ar"}
    assert set(ask('Korvane Systems -"old harbour"')["ids"]) == ALL_OF_KORVANE - {"harbour-en"}


@pytest.mark.parametrize("query", ["Korvan", "Korvane Syst", "quokk", "مهند", "Lomi"])
def test_the_beginning_of_a_word_is_enough(ask: Ask, query: str) -> None:
    assert ask(query)["total"] > 0


@pytest.mark.parametrize(
    ("query", "identifier"),
    [
        ("quokaks", "markup-en"),
        ("enginers", "harbour-en"),
        ("Korvnae", "harbour-en"),
        ("المهندصين", "mina-ar"),
        ("uqokkas", "markup-en"),
        ("hharbour", "harbour-en"),
        ("arbour", "harbour-en"),
        ("jarbour", "harbour-en"),
    ],
)
def test_one_slip_is_forgiven(ask: Ask, query: str, identifier: str) -> None:
    assert identifier in ask(query)["ids"]


@pytest.mark.parametrize("query", ["كورفن سيستمز", "لوميرا تلفر"])
def test_a_slip_inside_a_name_is_forgiven(ask: Ask, query: str) -> None:
    assert ask(query)["total"] > 0


@pytest.mark.parametrize(
    ("word", "name", "is_name"),
    [
        ("ماليزا", "ماليزيا", True),
        ("كاليفورنيه", "كاليفورنيا", True),
        ("امريكي", "امريكا", False),
        ("صينيه", "صين", False),
        ("ماليزيا", "ماليزيا", False),
        ("nvida", "nvidia", True),
        ("invidia", "nvidia", False),
    ],
)
def test_an_inflected_word_is_no_misspelt_name(
    module_page: Page, word: str, name: str, is_name: bool
) -> None:
    module_page.evaluate("window.ask('open')")
    told = module_page.evaluate(
        "async ([word, name]) => (await import('./assets/search/expand.js')).misspells(word, name)",
        [word, name],
    )
    assert told is is_name


def test_with_words_missing_what_documents_say_themselves_goes_first(ask: Ask) -> None:
    found = ask("hall engineers zzyzx")
    assert (found["ids"], found["weakly"], found["weak"]) == (["harbour-en"], [], 1)
    found = ask("engineers companies zzyzx")
    assert (found["ids"], found["weakly"]) == (["mina-ar"], ["mina-ar"])
    assert "<mark>companies</mark>" in found["shown"]["mina-ar"][0] + found["shown"]["mina-ar"][1]


def test_part_of_a_persons_name(ask: Ask) -> None:
    assert set(ask("Telvor")["ids"]) == {"harbour-en", "gangkou-zh"}


@pytest.mark.parametrize(
    ("query", "first"),
    [("wind turbine", "harbour-en"), ("توربين رياح", "mina-ar"), ("风力涡轮机", "gangkou-zh")],
)
def test_a_general_term_crosses_languages_as_names_do(ask: Ask, query: str, first: str) -> None:
    found = ask(query)
    assert {*found["ids"], *found["crossed"]} == ALL_OF_KORVANE
    assert (found["ids"], found["total"], found["elsewhere"]) == ([first], 1, 2), (
        "its own language stands apart"
    )
    assert found["ids"][0] == first


def test_what_only_a_translation_says_is_shown_when_nothing_else_is_found(ask: Ask) -> None:
    found = ask("foundry")
    assert (found["ids"], found["weakly"]) == (["mina-ar"], ["mina-ar"])
    found = ask("hall engineers")
    assert (found["ids"], found["weak"], found["translated"]) == (["harbour-en"], 1, [])
    assert ask("hall engineers", all=True)["translated"] == ["mina-ar"]
    assert ask("zeppelin")["weakly"] == ["mina-ar"]


def test_boilerplate_never_ranks(ask: Ask) -> None:
    assert ask("picture desk")["total"] == 0


def test_the_best_paragraph_leads(ask: Ask) -> None:
    assert ask("steel")["first"] == {"harbour-en": 2}
    assert ask("3000亿美元")["first"] == {"gangkou-zh": 2}


def test_filters(ask: Ask) -> None:
    assert ask("Korvane Systems lang:ar")["ids"] == ["mina-ar"]
    assert ask("year:2024")["total"] == 2
    assert ask("Korvane Systems", filters={"languages": ["zh"]})["ids"] == ["gangkou-zh"]
    assert ask("lang:zh")["total"] == 2
    assert ask("Korvane Systems entity:lomira year:2024 lang:en")["ids"] == ["harbour-en"]
    assert set(ask("type:person")["ids"]) == {"harbour-en", "gangkou-zh"}
    assert set(ask("tag:ports")["ids"]) == {"harbour-en", "mina-ar"}
    assert ask("tag:steel_and_iron")["ids"] == ["harbour-en"]
    assert ask("Korvane Systems", filters={"tags": ["steel and iron", "Ports"]})["ids"] == ["harbour-en"]
    assert ask("Korvane Systems collection:موانئ")["ids"] == ["harbour-en"]
    assert ask("tag:steel")["ids"] == []


DATES = archive(
    document("en", "en", ["It opened in December 2024."], figures={"December 2024": {"kind": "date", "value": "2024-12"}}),
    document("ar", "ar", ["افتتح في كانون الأول 2024."], figures={"كانون الأول 2024": {"kind": "date", "value": "2024-12"}}),
    document("zh", "zh", ["2024年12月5日开业。"], figures={"2024年12月5日": {"kind": "date", "value": "2024-12-05"}}),
    document("hant", "zh-Hant", ["民國114年6月動工。"], figures={"民國114年6月": {"kind": "date", "value": "2025-06"}}),
    document("other", "en", ["In December the year 2024 seemed far."]),
    document("appeared", "en", ["Nothing was opened yet."], published="2024-12~"),
    document("day", "zh", ["没有开业。"], published="2023-03-07"),
    document("year", "en", ["Nobody knew the day."], published="2024"),
)  # fmt: skip


@pytest.fixture(scope="module")
def months(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with _page(browser, tmp_path_factory.mktemp("months"), DATES) as page:
        yield asker(page)


@pytest.mark.parametrize(
    ("query", "first", "ids"),
    [
        *(
            (query, first, {"en", "ar", "zh", "appeared", "other"})
            for query, first in [
                ("December 2024", "en"),
                ("Dec. 5, 2024", "en"),
                ("5 December 2024", "en"),
                ("2024-12", "en"),
                ("ديسمبر 2024", "ar"),
                ("ديسمبر من عام ٢٠٢٤", "ar"),
                ("كانون الأول/ديسمبر 2024", "ar"),
                ("2024年12月", "zh"),
            ]
        ),
        ("June 2025", "hant", {"hant"}),
        ("民国114年6月", "hant", {"hant"}),
        ("يونيو 2025", "hant", {"hant"}),
        ("opened December 2024", "en", {"en", "appeared"}),
        ("March 2023", "day", {"day"}),
        ("2023年3月", "day", {"day"}),
    ],
)
def test_a_month_of_a_year_finds_what_speaks_of_it_and_what_appeared_then(
    months: Ask, query: str, first: str, ids: set[str]
) -> None:
    found = months(query)
    assert set(found["ids"]) == ids
    assert found["ids"][0] == first


def test_a_month_that_no_document_names_is_two_words(months: Ask) -> None:
    assert months("December far")["ids"] == ["other"]
    assert months("November 2024")["missing"] == ["November"]


def test_sources_are_shown_escaped(ask: Ask) -> None:
    shown = ask("quokkas bold")["shown"]["markup-en"][0]
    assert "&lt;b&gt;<mark>bold</mark>&lt;/b&gt; &amp; &lt;img" in shown
    assert "<img" not in shown


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', '"" -', "-", "\u200f\u202e", "<script>", "'; DROP TABLE", "lang:", "%", "🙂", "…", "a" * 10_000, "字" * 10_000,
     "كلمة " * 2_000, '"' * 999, "9" * 500, "1..2", "..", "𠀀𠀀", "\ud800"],
)  # fmt: skip
def test_any_query_is_answered(ask: Ask, query: str) -> None:
    assert ask(query)["total"] >= 0


def test_marks_of_direction_are_no_part_of_a_query(ask: Ask) -> None:
    assert set(ask("\u200f\u202bكورفان\u202c \u200eسيستمز")["ids"]) == ALL_OF_KORVANE
