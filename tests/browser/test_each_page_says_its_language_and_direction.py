from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.stories import KINDS, LANGUAGES, RIGHT_TO_LEFT, localized


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_language_and_direction(
    page: Page, address: str, kinds: dict[str, str], kind: str, language: str
) -> None:
    page.goto(address + localized(kinds[kind], language))
    assert page.locator("html").get_attribute("lang") == language
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    assert page.evaluate("getComputedStyle(document.querySelector('article')).direction") == direction
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_another_language_says_its_own(
    page: Page, address: str, kinds: dict[str, str], language: str
) -> None:
    page.goto(address + localized(kinds["document"], language))
    wrong = page.evaluate(
        """rightToLeft => [...document.querySelectorAll("[dir][lang]")].filter(element =>
             element.dir !== "auto" && (element.dir === "rtl") !== rightToLeft.includes(element.lang)
           ).map(element => element.outerHTML.slice(0, 120))""",
        sorted(RIGHT_TO_LEFT),
    )
    assert wrong == []
    assert page.locator(".original[lang][dir]").count() > 0
