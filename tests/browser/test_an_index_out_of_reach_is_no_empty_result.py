from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.stories import LANGUAGES, localized

BOX = "[data-md-component=search-query]"
RESULT = "[data-md-component=search-result]"


@pytest.fixture
def unreliable(browser: Browser) -> Iterator[Page]:
    """A page that may log errors: requests fail in these stories."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_box_says_so_and_tries_again(unreliable: Page, address: str, language: str) -> None:
    page = unreliable
    page.goto(address + localized("", language))
    page.context.route(re.compile(r"/search/"), lambda route: route.abort())
    page.locator(BOX).click()
    page.keyboard.type("Huawei")
    wanted = page.locator(RESULT).get_attribute("data-failed")
    page.get_by_text(wanted or "-").wait_for()
    assert page.locator(RESULT).inner_text().strip() == wanted
    page.context.unroute(re.compile(r"/search/"))
    page.keyboard.type(" ")
    page.locator(".md-search-result__item").first.wait_for()


def test_the_search_page_says_so(unreliable: Page, address: str) -> None:
    page = unreliable
    page.context.route(re.compile(r"index\.bin"), lambda route: route.abort())
    page.goto(address + "search/?q=Huawei")
    page.wait_for_function("document.getElementById('search-status').textContent.length > 10")
    assert page.locator(".search-hit").count() == 0
    assert "could not be read" in page.locator("#search-status").inner_text()
