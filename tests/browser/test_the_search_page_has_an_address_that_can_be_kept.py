from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import found_in_the_box, found_on_the_page, type_into_the_box
from tests.browser.stories import RIGHT_TO_LEFT, localized, usually
from tests.thorough import first


def narrow(page: Page) -> None:
    """Open what the results can be narrowed down by."""
    page.locator("#search-narrow > summary").click()


def query_of(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("language", usually("ar"))
def test_an_address_with_a_query_shows_its_results(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}{localized('search/', language)}?q={quote('40 billion yuan')}")
    assert found_on_the_page(page) == ["002_d9f66c3f087b2b70"]
    assert page.locator("#search-q").input_value() == "40 billion yuan"
    assert not page.locator("#__search").is_checked(), "the theme's box must stay shut"
    snippet = page.locator(".search-text").first
    assert snippet.get_attribute("dir") == ("rtl" if "ar" in RIGHT_TO_LEFT else "ltr")
    assert snippet.locator("mark").first.inner_text() == "40 مليار رنمينبي"


def test_what_is_typed_and_chosen_stands_in_the_address(page: Page, address: str) -> None:
    page.goto(address + "search/")
    page.locator("#search-q").fill("ByteDance")
    page.wait_for_url("**/search/?q=ByteDance")
    assert query_of(page) == {"q": ["ByteDance"]}
    narrow(page)
    page.locator("select[name=lang]").select_option("zh")
    expect(page.locator(".search-hit")).to_have_count(1)
    assert query_of(page) == {"q": ["ByteDance"], "lang": ["zh"]}
    page.reload()
    assert found_on_the_page(page) == ["003_04e41d7397bdb8f1"]
    assert page.locator("select[name=lang]").input_value() == "zh"
    page.locator("#search-filters button[type=reset]").click()
    expect(page.locator(".search-hit")).to_have_count(4)
    assert query_of(page) == {"q": ["ByteDance"]}


def test_cross_language_matching_is_a_switch(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('腾讯')}")
    assert len(found_on_the_page(page)) == 4
    page.locator("input[name=cross]").uncheck()
    expect(page.locator(".search-hit")).to_have_count(1)
    assert query_of(page)["cross"] == ["0"]


def test_a_range_of_figures(page: Page, address: str) -> None:
    page.goto(address + "search/")
    narrow(page)
    page.locator("input[name=low]").fill("39,000,000,000")
    page.locator("input[name=high]").fill("41000000000")
    page.locator("select[name=unit]").focus()
    page.locator("select[name=unit] option", has_text="Chinese Yuan").wait_for(state="attached")
    page.locator("select[name=unit]").select_option("Chinese Yuan")
    page.locator("button[name=range]").click()
    expect(page.locator(".search-hit")).to_have_count(1)
    assert query_of(page)["q"] == ["39000000000..41000000000 Chinese Yuan"]


@pytest.mark.parametrize(("language", "unit"), first([("ar", "يوان صيني"), ("zh", "人民币")]))
def test_units_are_named_in_the_language_of_the_page(
    page: Page, address: str, language: str, unit: str
) -> None:
    page.goto(address + localized("search/", language))
    narrow(page)
    page.locator("input[name=low]").fill("39000000000")
    page.locator("input[name=high]").fill("41000000000")
    page.locator("select[name=unit] option", has_text=unit).wait_for(state="attached")
    page.locator("select[name=unit]").select_option(label=unit)
    page.locator("button[name=range]").click()
    expect(page.locator(".search-hit")).to_have_count(1)
    assert unit in query_of(page)["q"][0]


def test_a_translation_is_called_one(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('share buyback programme')}")
    found_on_the_page(page)
    facts = page.locator(".search-facts").first.inner_text()
    assert "Machine translation" in facts or "Summary" in facts


def test_the_box_leads_to_all_results(page: Page, address: str) -> None:
    page.goto(address + "zh/")
    type_into_the_box(page, "Nvidia")
    in_the_box = found_in_the_box(page)
    page.locator(".search-notes a").click()
    page.wait_for_url(address + "zh/search/?q=Nvidia")
    assert found_on_the_page(page) == in_the_box


def test_back_leads_to_the_search_before(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=Huawei")
    first = found_on_the_page(page)
    page.locator("#search-q").fill("TSMC")
    page.keyboard.press("Enter")
    expect(page.locator(".search-hit")).to_have_count(1)
    page.locator(".search-hit h2 a").click()
    page.wait_for_url("**/documents/**")
    page.go_back()
    assert found_on_the_page(page) == ["003_04e41d7397bdb8f1"]
    assert first != ["003_04e41d7397bdb8f1"]


def test_each_query_is_one_step_back(page: Page, address: str) -> None:
    page.goto(address + "search/")
    before = page.evaluate("history.length")
    box = page.locator("#search-q")
    for query in ("Huawei", "Nvidia"):
        box.click()
        page.keyboard.press("Control+A")
        page.keyboard.type(query, delay=30)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/search/?q={query}")
    assert page.evaluate("history.length") == before + 2
    page.go_back()
    expect(box).to_have_value("Huawei")
    expect(page.locator("#search-status")).to_contain_text("3")
    page.go_back()
    expect(box).to_have_value("")


def test_back_from_a_document_leads_to_the_place_among_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=ByteDance")
    link = page.locator(".search-hit .search-place").last
    link.scroll_into_view_if_needed()
    page.mouse.wheel(0, 50)
    page.wait_for_timeout(100)
    at = page.evaluate("scrollY")
    assert at > 200
    link.click()
    expect(page.locator(".paragraph:target")).to_be_visible()
    page.go_back()
    expect(page.locator(".search-hit")).to_have_count(4)
    page.wait_for_function("at => Math.abs(scrollY - at) < 60", arg=at)


def test_another_language_of_the_interface_keeps_the_query(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=Huawei")
    page.locator(".md-select button").focus()
    page.locator("a[data-language-switch][lang=zh]").click()
    page.wait_for_url("**/zh/search/?q=Huawei")
    assert len(found_on_the_page(page)) == 3


def test_a_result_leads_to_the_words_that_were_found(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('Huawei chips')}")
    expect(page.locator(".search-hit .translation mark").first).to_be_visible()
    page.locator(".search-hit .search-place").first.click()
    expect(page.locator(".paragraph:target")).to_be_visible()
    assert page.evaluate("CSS.highlights.get('found').size") > 0


@pytest.mark.parametrize(
    ("language", "query"),
    first([("zh/", "2024年12月"), ("", "December 2024"), ("", "2024-12"), ("ar/", "ديسمبر 2024")]),
)
def test_a_month_finds_what_appeared_and_what_speaks_of_it(
    page: Page, address: str, language: str, query: str
) -> None:
    page.goto(f"{address}{language}search/?q={quote(query)}")
    assert {one[:3] for one in found_on_the_page(page)} == {"000", "002", "003"}


def test_months_of_the_home_page_lead_to_their_documents(page: Page, address: str) -> None:
    page.goto(address)
    page.locator('.tally a[href$="?month=2024-12"]').click()
    expect(page.locator(".document-item:visible")).to_have_count(2)


def test_results_are_narrowed_by_month_and_verdict(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=ByteDance&month=2024-12")
    expect(page.locator(".search-hit")).to_have_count(2)
    expect(page.locator("select[name=month] option:checked")).to_contain_text("December 2024")
    page.locator("select[name=month]").select_option("")
    expect(page.locator(".search-hit")).to_have_count(4)
    page.locator("select[name=verdict]").select_option("single")
    expect(page.locator("#search-status")).to_have_text(re.compile(r"[1-4]"))
    assert query_of(page) == {"q": ["ByteDance"], "verdict": ["single"]}


def test_without_javascript_the_page_leads_to_the_lists(page: Page, address: str) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(address + "search/")
    for path in ("documents/", "entities/", "figures/"):
        assert plain.locator(f'noscript a[href="../{path}"], .page a[href="../{path}"]').first.is_visible()
    assert not plain.locator("#search-page").is_visible()
    context.close()
