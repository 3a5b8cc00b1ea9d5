from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.searching import type_into_the_box
from tests.browser.seen import CONTRAST, DARK, EACH_DIRECTION, See, violations
from tests.browser.stories import KINDS, LANGUAGES, localized
from tests.thorough import first


@pytest.fixture
def context_options() -> dict[str, Any]:
    return {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", "reduced_motion": "reduce"}


BY_DIRECTION = sorted(LANGUAGES, key=lambda language: language not in EACH_DIRECTION)


@pytest.mark.parametrize("language", first(BY_DIRECTION, len(EACH_DIRECTION)))
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(see: See, kind: str, language: str) -> None:
    assert see(kind, language).barriers == ""


@pytest.mark.parametrize("language", first(LANGUAGES))
def test_no_violation_among_results(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("search/?q=ByteDance", language))
    page.locator(".search-hit").first.wait_for()
    assert not violations(page)
    page.evaluate(DARK)
    assert not violations(page, CONTRAST)


@pytest.mark.parametrize("language", first(reversed(LANGUAGES)))
def test_no_violation_in_the_search_box(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("", language))
    type_into_the_box(page, "ByteDance")
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_timeout(
        500
    )  # until the theme's box has come into sight: half-transparent text has no contrast
    assert not violations(page)
    page.evaluate(DARK)
    assert not violations(page, CONTRAST)
