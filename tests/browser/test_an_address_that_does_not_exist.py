from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.browser.readers import shut
from tests.browser.stories import LANGUAGES


def test_the_page_for_missing_pages_leads_home_in_every_language(browser: Browser, address: str) -> None:
    page = browser.new_page()
    response = page.goto(f"{address}ar/documents/nowhere/deep/")
    assert response is not None
    assert response.status == 404
    links = page.locator("article section a")
    assert links.count() == len(LANGUAGES)
    for number in range(links.count()):
        page.goto(f"{address}ar/documents/nowhere/deep/")
        page.locator("article section a").nth(number).click()
        expect(page).not_to_have_title(re.compile("404"))
        expect(page.locator("h1")).to_have_count(1)
    shut(page)


def test_what_a_grown_archive_has_elsewhere_is_found(
    browser: Browser, address: str, kinds: dict[str, str]
) -> None:
    page = browser.new_page()
    page.goto(f"{address}ar/{kinds['entity']}page/2/")
    page.wait_for_url(f"{address}ar/{kinds['entity']}", timeout=10_000)
    assert page.locator(".entity-head h1").is_visible()
    page.goto(f"{address}documents/nowhere.csl.json")
    page.wait_for_url(f"{address}documents/nowhere/", timeout=10_000)
    assert page.locator("article section a").count() == len(LANGUAGES)
    shut(page)
