from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import found_in_the_box, found_on_the_page, type_into_the_box
from tests.browser.stories import localized, usually

BYTEDANCE = {
    "000_3da771af4504faa0",
    "001_607af3dc2c998b26",
    "002_d9f66c3f087b2b70",
    "003_04e41d7397bdb8f1",
}


@pytest.mark.parametrize("language", usually("ar"))
def test_in_the_box(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("", language))
    for query in ("ByteDance", "بايت دانس", "字节跳动", "字節跳動"):
        type_into_the_box(page, query)
        assert set(found_in_the_box(page)) == BYTEDANCE, query
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        expect(page.locator(".md-search-result__item")).to_have_count(0)


def test_what_names_a_technology_in_other_languages_stands_below(page: Page, address: str) -> None:
    own, others = "003_04e41d7397bdb8f1", {"000_3da771af4504faa0", "002_d9f66c3f087b2b70"}
    page.goto(f"{address}zh/search/?q={quote('聊天机器人')}")
    assert found_on_the_page(page) == [own]
    crossed = page.locator("#search-crossed")
    expect(crossed.locator("h2", has_text="其他语言")).to_contain_text("2")
    expect(crossed.locator("li h3")).to_have_count(2)
    assert crossed.evaluate("""one => Boolean(
        document.getElementById("search-results").compareDocumentPosition(one) & 4
        && one.compareDocumentPosition(document.getElementById("search-near")) & 4)"""), (
        "below what is in its language, above what is only near in meaning"
    )
    page.goto(f"{address}zh/")
    type_into_the_box(page, "聊天机器人")
    first, *rest = found_in_the_box(page)
    assert (first, set(rest)) == (own, others)


def test_it_leads_to_the_paragraph_and_says_why(page: Page, address: str) -> None:
    page.goto(address)
    type_into_the_box(page, "字节跳动 马来西亚")
    page.locator(".md-search-result .search-why", has_text="ماليزيا").first.wait_for()
    section = page.locator('.md-search-result__item a[href*="000_3da771af4504faa0"][href*="#p"]').first
    target = str(section.get_attribute("href"))
    section.click()
    page.wait_for_url(target)
    expect(page.locator(f"#{target.rpartition('#')[2]}")).to_be_visible()
    words = page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString())")
    assert "ماليزيا" in words, "what was found is marked"
    assert page.locator(".original mark").count() == 0, "and the text left as it is"


def test_suggestions_name_the_entity_and_its_type(page: Page, address: str) -> None:
    page.goto(address + "ar/")
    type_into_the_box(page, "Nvid")
    name = page.locator(".search-name").first
    assert "إنفيديا" in name.inner_text()
    assert "Nvidia" in name.inner_text()
    assert name.locator(".search-type").inner_text()
    name.click()
    page.wait_for_url(f"{address}ar/entities/nvidia/")
    expect(page.locator(".entity-head h1")).to_be_visible()
