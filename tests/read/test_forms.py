"""The forms of single values: EDTF dates, identifiers, ids, quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools import ids
from build_tools.read import edtf, identifiers, quotes

DATES = [
    "2024", "2024-12", "2024-12-06", "2024-02-29", "2000-02-29", "-0004", "-0004-02-29", "0000", "2024-12~", "2024?",
    "2024-12-06%", "2024-12-XX", "2024-XX", "2024-XX-XX", "202X", "20XX", "2024-21", "2024-24", "2024-12/2025-01",
    "2024/2024", "../2024", "2024/..", "/2024", "2024-12~/2025", "Y17000", "2024-12-06T10:20:30Z",
    "2024-12-06T10:20:30+08:00", "2024-12-06T24:00:00", "2024-21/2024-22", "2024-12-06/2024-12-06",
]  # fmt: skip

NO_DATES = [
    "", "24", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "1900-02-29", "2024-6", "2024-06-1", "2024/06/01",
    "06.12.2024", "December 2024", "2024-12-06 ", "~2024", "2024-25", "2024-21-01", "2024-XX-05", "202X-05", "/", "../..",
    "2025/2024", "2024-12-06/2024-12-05", "2024-12T10:20:30", "2024-12-06T25:00:00", "2024-12-06T10:61:00",
    "2024-12-32", "X024", "٢٠٢٤", "2024--2025", "2024-12-06T10:20",
]  # fmt: skip


@pytest.mark.parametrize("date", DATES)
def test_dates_with_their_uncertainty_are_right(date: str) -> None:
    assert edtf.fault(date) is None


@pytest.mark.parametrize("date", NO_DATES)
def test_what_is_no_date_or_not_in_the_calendar_is_told(date: str) -> None:
    assert edtf.fault(date)


@given(st.dates())
def test_every_day_of_the_calendar_is_right(day: object) -> None:
    assert edtf.fault(str(day)) is None


@given(st.text("0123456789-/~?%.XYTZ:+", max_size=24))
def test_no_text_breaks_the_check(text: str) -> None:
    edtf.fault(text)


def test_the_examples_shown_to_people_are_right() -> None:
    for example in edtf.EXAMPLES.split(", "):
        assert edtf.fault(example.split(" ")[0]) is None


@pytest.mark.parametrize("scheme", identifiers.SCHEMES)
def test_the_example_of_each_register_has_its_form(scheme: str) -> None:
    example = identifiers.SCHEMES[scheme].example
    assert identifiers.fault(scheme, example) is None
    assert identifiers.address(scheme, example).startswith("https://")


@pytest.mark.parametrize(
    ("scheme", "identifier"),
    [
        ("wikidata", "Q0"), ("wikidata", "55606242"), ("wikidata", "q42"), ("wikidata", "Q42 "), ("wikidata", "Q٤٢"),
        ("viaf", "0123"), ("isni", "0000000121032684"), ("isni", "0000 0001 2103 2683"), ("orcid", "0000-0002-1825-0098"),
        ("lei", "5493001KJTIIGC8Y1R13"), ("lei", "5493001kjtiigc8y1r12"), ("ror", "https://ror.org/05dxps055"),
        ("isin", "US0378331006"), ("issn", "0307-1767"), ("imdb", "0000001"), ("lccn", "79021164"), ("grid", "5335.0"),
        ("website", "example.org"), ("website", "javascript:alert(1)"), ("wikipedia", "Douglas_Adams"),
    ],
)  # fmt: skip
def test_a_wrong_identifier_is_told(scheme: str, identifier: str) -> None:
    assert identifiers.fault(scheme, identifier)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("000_3da771af4504faa0", "000_3da771af4504faa0"), ("report.zh", "report-zh"), ("a b", "a-b"),
        ("خبر عاجل", "خبر-عاجل"), ("新闻.2024", "新闻-2024"), ("cafe\u0301", "café"), ("v1..2", "v1-2"), ("(draft)", "draft"),
    ],
)  # fmt: skip
def test_an_address_is_made_of_letters_and_digits(name: str, slug: str) -> None:
    assert ids.slug(name) == slug


@pytest.mark.parametrize(("one", "other"), [("Report", "report"), ("a.b", "a-b"), ("caf\u00e9", "cafe\u0301"), ("ﬁn", "fin"), ("STRASSE", "straße"), ("a b", "a-b")])  # fmt: skip
def test_names_that_some_disk_takes_for_one_collide(one: str, other: str) -> None:
    assert ids.collision_key(one) == ids.collision_key(other)


@pytest.mark.parametrize("name", ["index", "README", "con", "LPT1", "a:b", "a%20b", "...", "-", "a\u202eb", "a\nb", " a", "x" * 151, "خ" * 76, "a#b"])  # fmt: skip
def test_names_that_no_address_can_have_are_told(name: str) -> None:
    assert ids.document_fault(name)


@pytest.mark.parametrize(
    "name", ["000_3da771af4504faa0", "report.zh", "a b", "خبر", "新闻", "a'b", "x" * 150]
)
def test_other_names_are_accepted(name: str) -> None:
    assert ids.document_fault(name) is None


@pytest.mark.parametrize(("entity", "right"), [("bytedance", True), ("01.ai", True), ("us-commerce", True), ("h100", True), ("a--b", False), ("-a", False), ("a b", False), ("字节", False), ("", False), ("index", False)])  # fmt: skip
def test_ids_of_entities_are_plain(entity: str, right: bool) -> None:
    assert (ids.entity_fault(entity) is None) is right


WRAPPED = "The ministry said that\nthe harvest fell. The ministry\r\n  said no more. The ministry"


def test_a_quote_is_found_wherever_it_stands_and_over_the_ends_of_lines() -> None:
    found = quotes.find(WRAPPED, "The ministry said")
    assert [WRAPPED[a:b] for a, b in found] == ["The ministry said", "The ministry\r\n  said"]
    assert quotes.find(WRAPPED, "the ministry") == ()
    assert quotes.find(WRAPPED, "  ") == ()
    assert quotes.find("a.c abc", "a.c") == ((0, 3),)


@given(st.text(min_size=1, max_size=80), st.data())
def test_what_is_copied_from_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    if quote.strip():
        assert any(
            a <= start + len(quote) - len(quote.lstrip()) < b or quote.strip() in text[a:b]
            for a, b in quotes.find(text, quote)
        )


@pytest.mark.parametrize(
    ("text", "quote", "near"),
    [
        ("وبلغت إيرادات الشركة 300 مليار دولار في العام الماضي", "300 مليون دولار", "300 مليار دولار"),
        ("公司去年投资约四百亿元用于建设", "投资约三百亿元", "投资约四百亿元"),
        ("The firm bought 100,000 chips in May.", "bought 10,000 chips", "bought 100,000 chips"),
    ],
)
def test_the_nearest_place_is_shown_for_a_quote_that_is_not_there(text: str, quote: str, near: str) -> None:
    found = quotes.nearest(text, quote)
    assert found is not None
    assert found.surface == near == text[found.start : found.end]


def test_nothing_alike_is_nothing() -> None:
    assert quotes.nearest("The firm bought chips.", "النفط والغاز الطبيعي") is None
    assert quotes.nearest("", "a") is None


def test_looking_for_the_nearest_place_is_bounded() -> None:
    import time

    text = "the same words over and over again and " * 25_000
    began = time.perf_counter()
    quotes.nearest(text, "the same words over and above again and " * 5)
    assert time.perf_counter() - began < 2
