from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.thorough import first

HOSTILE = ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "كلمة‮ bidi ‏", "a" * 10_000]


@pytest.mark.parametrize("query", first(HOSTILE))
def test_in_the_box(page: Page, address: str, query: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script of the query ran: {dialog.message}"))
    page.goto(address)
    page.locator("[data-md-component=search-query]").click()
    page.locator("[data-md-component=search-query]").fill(query)
    page.locator(".search-notes, .md-search-result__meta").first.wait_for()
    page.locator("[data-md-component=search-query]").fill("Huawei")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.locator(".md-search img, .md-search script").count() == 0


@pytest.mark.parametrize("query", HOSTILE)
def test_on_the_search_page(page: Page, address: str, query: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a script of the query ran: {dialog.message}"))
    page.goto(f"{address}search/?q={quote(query[:1500])}&lang={quote(query[:200])}")
    expect(page.locator("#search-status")).not_to_be_empty()
    assert page.locator(".search-page img, .search-page ol script").count() == 0
