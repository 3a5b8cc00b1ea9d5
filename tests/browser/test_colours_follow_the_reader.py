from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.readers import shut


def luminance(page: Page) -> float:
    """Of the page's background, 0 to 1."""
    colour = page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    )
    return sum(colour) / 3 / 255


def around(page: Page) -> str:
    """In which colours the browser draws what is around the page: its bars, and the window before anything is there."""
    return str(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_the_system_decides_at_first(browser: Browser, address: str, scheme: str, dark: bool) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address, wait_until="commit")
    page.locator("h1").wait_for()
    assert (luminance(page) < 0.3) is dark
    shut(page)


def test_the_readers_choice_is_kept(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    for _ in range(3):
        page.locator("form[data-md-component=palette] label:visible").click()
        if luminance(page) < 0.3:
            break
    assert luminance(page) < 0.3
    assert around(page) == "dark"
    # The theme would have the browser go through the whole page again for one of its own.
    assert page.locator("meta[name=color-scheme]").count() == 1
    page.goto(f"{address}documents/")
    assert luminance(page) < 0.3
    assert around(page) == "dark"
