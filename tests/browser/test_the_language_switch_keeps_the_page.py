from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.seen import See
from tests.browser.stories import KINDS, LANGUAGES, localized


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_it_leads_to_the_same_page(
    see: See, address: str, kinds: dict[str, str], kind: str, language: str
) -> None:
    wanted = {other: urlsplit(address).path + localized(kinds[kind], other) for other in LANGUAGES}
    assert see(kind, language).translations == wanted


@pytest.mark.parametrize("kind", ["home", "entity"])
def test_there_and_back_again(page: Page, address: str, kinds: dict[str, str], kind: str) -> None:
    page.goto(address + kinds[kind])
    for language in [*LANGUAGES[1:], LANGUAGES[0]]:
        page.locator(".md-select button").focus()
        page.locator(f'.md-select a[hreflang="{language}"]').click()
        page.wait_for_url(address + localized(kinds[kind], language))
        assert page.locator("html").get_attribute("lang") == language


def test_the_paragraph_is_kept_too(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(f"{address}{kinds['document']}#p2")
    page.locator(".md-select button").focus()
    page.locator(f'.md-select a[hreflang="{LANGUAGES[1]}"]').click()
    page.wait_for_url(f"{address}{localized(kinds['document'], LANGUAGES[1])}#p2")
