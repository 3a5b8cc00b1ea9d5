from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import BOX, RESULT


@pytest.mark.parametrize(("path", "field"), [("zh/", BOX), ("zh/search/", "#search-q")])
def test_nothing_is_searched_before_the_composition_ends(
    page: Page, address: str, path: str, field: str
) -> None:
    page.goto(address + path)
    page.locator(field).click()
    # The theme reads the box a millisecond after it was entered, on a busy machine perhaps after the first letter.
    page.evaluate("() => new Promise((read) => setTimeout(read, 2))")
    before = page.url
    session = page.context.new_cdp_session(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for composed in ("h", "hu", "hua", "huawei"):
        session.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
        )
        page.wait_for_timeout(250)
    assert page.locator(field).input_value() == "huawei"
    assert page.url == before
    assert not [url for url in asked if "/s/" in url], "shards are read for what is not meant"
    assert not page.locator(f".search-hit, {RESULT} .md-search-result__item").count()
    session.send("Input.insertText", {"text": "华为"})
    expect(page.locator(".search-hit, .md-search-result__item").first).to_be_visible()
    assert page.locator(field).input_value() == "华为"
