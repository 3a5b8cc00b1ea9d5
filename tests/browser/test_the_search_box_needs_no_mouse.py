from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.searching import BOX, type_into_the_box
from tests.browser.stories import localized


def test_results_are_reached_with_the_arrows(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("s")
    type_into_the_box(page, "Huawei")
    page.locator(".md-search-result__item").first.wait_for()
    seen = []
    for _ in range(4):
        page.keyboard.press("ArrowDown")
        seen.append(str(page.evaluate("document.activeElement.href || ''")))
    assert seen[0].endswith("/entities/huawei/"), "names stand first"
    assert any("/documents/" in link for link in seen)
    box = page.locator(BOX)
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    expect(box).to_have_attribute("aria-expanded", "false")


def test_text_that_is_pasted_is_searched(page: Page, address: str) -> None:
    page.goto(address + localized("", "ar"))
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.insert_text("هواوي")
    page.locator(".md-search-result__item").first.wait_for()


def test_the_number_of_results_is_announced(page: Page, address: str) -> None:
    page.goto(address)
    type_into_the_box(page, "Huawei")
    page.locator(".md-search-result__item").first.wait_for()
    status = page.locator(".md-search [role=status]")
    assert "3" in status.inner_text()


def test_a_query_has_its_own_direction(page: Page, address: str) -> None:
    page.goto(address + localized("", "ar"))
    type_into_the_box(page, "40 billion yuan")
    box = page.locator("[data-md-component=search-query]")
    assert box.evaluate("element => getComputedStyle(element).direction") == "ltr"
    type_into_the_box(page, "40 مليار يوان")
    assert page.locator(".search-text").first.get_attribute("dir") == "rtl"


def test_results_can_be_read_without_the_network(page: Page, address: str) -> None:
    page.goto(address)
    type_into_the_box(page, "Huawei")
    page.locator(".md-search-result__item").first.wait_for()
    page.context.set_offline(True)
    page.keyboard.type(" ")
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    assert page.locator(".md-search-result__item").count() > 0


def test_an_empty_box_begins_where_the_page_does(page: Page, address: str) -> None:
    for path, field in (("ar/", BOX), ("ar/search/", "#search-q")):
        page.goto(address + path)
        assert page.locator(field).evaluate("element => getComputedStyle(element).direction") == "rtl"
