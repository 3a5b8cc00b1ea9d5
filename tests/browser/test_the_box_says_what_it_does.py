from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from tests.browser.searching import found_on_the_page, type_into_the_box
from tests.browser.stories import LANGUAGES, localized, usually

BOX = "[data-md-component=search-query]"
RESULT = "[data-md-component=search-result]"


def words(page: Page, name: str) -> str:
    found = page.locator(RESULT).get_attribute(f"data-{name}")
    assert found
    return found


@pytest.mark.parametrize("language", usually("zh"))
def test_that_it_is_still_looking(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("", language))
    held: list[Route] = []
    page.context.route("**/search/index.bin", lambda route: held.append(route))
    page.locator(BOX).click()
    page.keyboard.type("Huawei")
    page.locator(".search-beside [role=status]").wait_for()
    assert page.locator(RESULT).inner_text().strip() == words(page, "waiting")
    for route in held:
        route.continue_()
    page.locator(".md-search-result__item").first.wait_for()
    assert not page.locator(".search-beside [role=status]").count()


def test_which_word_it_has_not_and_what_it_took_it_for(page: Page, address: str) -> None:
    page.goto(address)
    type_into_the_box(page, "vuawei")
    page.locator(".md-search-result__item").first.wait_for()
    beside = page.locator(".search-beside")
    assert "vuawei" in beside.locator("p").first.inner_text()
    assert beside.locator(".search-name").first.get_attribute("href").endswith("/entities/huawei/")  # type: ignore[union-attr]


@pytest.mark.parametrize("language", usually("ar"))
def test_where_to_look_when_nothing_is_found(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("", language))
    page.locator(BOX).click()
    page.keyboard.type("zzyzx")
    links = page.locator(".search-lists a")
    links.first.wait_for()
    targets = links.evaluate_all("links => links.map(link => link.href)")
    assert targets == [address + localized(f"{name}/", language) for name in ("documents", "entities")]


def test_enter_leads_to_all_results(page: Page, address: str) -> None:
    page.goto(address)
    type_into_the_box(page, "Huawei chips")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Huawei+chips")
    assert found_on_the_page(page)


def test_enter_need_not_wait(page: Page, address: str) -> None:
    page.goto(address + localized("", LANGUAGES[-1]))
    page.locator(BOX).click()
    page.keyboard.type("华为")
    page.keyboard.press("Enter")
    page.wait_for_url(address + localized("search/", LANGUAGES[-1]) + "?q=*")
    assert found_on_the_page(page)


def test_an_emptied_box_says_nothing_more(page: Page, address: str) -> None:
    page.goto(address)
    type_into_the_box(page, "Huawei")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    assert page.locator(".search-beside").inner_text() == ""
