from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.searching import found_in_the_box, type_into_the_box
from tests.browser.stories import localized, usually
from tests.search.test_queries_over_the_seeds import CLASSES, queries

EACH = 3
"""Queries of each class that are typed; the quality of all of them is measured without the box."""


@pytest.mark.parametrize("language", usually("ar"))
def test_alike_in_every_language_of_the_interface(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("", language))
    page.locator("[data-md-component=search-query]").click()
    for kind in sorted(CLASSES):
        for _, query, right in [one for one in queries() if one[0] == kind][:EACH]:
            type_into_the_box(page, query)
            # The links above the results may come a moment before these.
            for _ in range(20):
                found = {one[:3] for one in found_in_the_box(page)}
                if found == right:
                    break
                page.wait_for_timeout(100)
            assert found == right, query
