from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.stories import KINDS, LANGUAGES, localized


@pytest.fixture
def context_options() -> dict[str, Any]:
    """320 CSS pixels: a small telephone, or 1280 pixels at 400 % zoom (WCAG 1.4.10)."""
    return {"viewport": {"width": 320, "height": 640}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_window(
    page: Page, address: str, kinds: dict[str, str], kind: str, language: str
) -> None:
    page.goto(address + localized(kinds[kind], language))
    wide = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
             [...document.querySelectorAll("article *")].filter(element => {
               const box = element.getBoundingClientRect();
               return box.width && (box.right > innerWidth + 1 || box.left < -1);
             }).slice(0, 5).map(element => element.outerHTML.slice(0, 160))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, wide
