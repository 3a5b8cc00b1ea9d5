from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.stories import localized, usually


@pytest.mark.parametrize("language", usually("zh"))
def test_the_button_of_a_paragraph_copies_its_words_with_where_they_stand(
    page: Page, address: str, kinds: dict[str, str], language: str
) -> None:
    page.goto(address + localized(kinds["document"], language) + "?h=China#p2")
    paragraph = page.locator("#p2")
    paragraph.locator("> a").focus()
    words = (paragraph.locator("> .original").text_content() or "").strip()
    label = page.locator("[data-quotation]").get_attribute("data-quote")
    page.get_by_role("menuitem", name=label).click()
    page.wait_for_timeout(100)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert words in copied
    assert localized(kinds["document"], language) + "#p2" in copied
    assert "{" not in copied
    assert "?h=" not in copied, "what a search found is no part of the address"
    page.get_by_role("menuitem", name=page.locator("[data-copy]").get_attribute("data-copy")).click()
    page.wait_for_timeout(100)
    assert page.evaluate("navigator.clipboard.readText()") == (
        address + localized(kinds["document"], language) + "#p2"
    )


@pytest.mark.parametrize("language", usually("ar"))
def test_the_buttons_stand_beside_their_paragraph(
    page: Page, address: str, kinds: dict[str, str], language: str
) -> None:
    page.goto(address + localized(kinds["document"], language))
    link = page.locator("#p2 > a")
    link.focus()
    number, card = link.bounding_box(), page.locator(".card").bounding_box()
    assert number
    assert card
    assert card["x"] <= number["x"] + number["width"]
    assert number["x"] <= card["x"] + card["width"]
    below = card["y"] - (number["y"] + number["height"])
    above = number["y"] - (card["y"] + card["height"])
    assert 0 <= max(below, above) < 10
