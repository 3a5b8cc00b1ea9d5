from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.searching import type_into_the_box
from tests.browser.seen import See
from tests.browser.stories import KINDS, LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_on_every_kind_of_page(see: See, kind: str, language: str) -> None:
    asked = see(kind, language).asked
    assert not [url for url in asked if url.endswith(".bin")]
    assert sum("search/search_index.json" in url for url in asked) <= 1


def test_the_focus_makes_ready(page: Page, address: str) -> None:
    page.goto(address)
    with page.expect_request("**/search/index.bin"):
        page.locator("[data-md-component=search-query]").click()


def test_the_themes_own_index_is_empty(page: Page, address: str) -> None:
    page.goto(address)
    assert page.request.get(address + "search/search_index.json").json()["docs"] == []


def test_searching_asks_no_other_host(page: Page, address: str) -> None:
    page.goto(address)
    type_into_the_box(page, "Huawei")  # the page fixture fails the test when another host is asked
    page.locator(".md-search-result__item").first.wait_for()
