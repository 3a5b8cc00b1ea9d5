from __future__ import annotations

import pytest
from playwright.sync_api import Page, Response

from tests.browser.stories import KINDS, LANGUAGES, localized

LIMIT = 350 * 1024
"""Bytes before any compression, the search left aside."""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "search"])
def test_no_page_loads_more_than_it_needs(page: Page, address: str, kinds: dict[str, str], kind: str) -> None:
    loaded: dict[str, int] = {}

    def weigh(response: Response) -> None:
        path = response.url.removeprefix(address).partition("?")[0]
        if not path.startswith(("search/", "assets/search/")):
            loaded[path] = len(response.body())

    page.on("response", weigh)
    page.goto(address + localized(kinds[kind], LANGUAGES[1]), wait_until="networkidle")
    heaviest = sorted(loaded.items(), key=lambda item: -item[1])[:6]
    assert sum(loaded.values()) <= LIMIT, heaviest
