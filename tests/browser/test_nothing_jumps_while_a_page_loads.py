from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.seen import SHIFTS, WATCH_SHIFTS, See
from tests.browser.stories import KINDS, LANGUAGES, localized
from tests.thorough import first

MOST = 0.02
"""Of the measure of Core Web Vitals, which calls up to 0.1 good."""

MOVING = ("document", "entity", "figures", "home", "search")
"""Kinds of which most is arranged or filled while they load."""


@pytest.fixture
def context_options() -> dict[str, Any]:
    return {"viewport": {"width": 390, "height": 900}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_stays_where_it_is(
    see: See, address: str, kinds: dict[str, str], kind: str, language: str, request: pytest.FixtureRequest
) -> None:
    shifts = see(kind, language).shifts
    if sum(value for value, _ in shifts) >= MOST:
        # On a busy machine a page may be painted before all of it is there; what jumps by itself jumps each time.
        page: Page = request.getfixturevalue("page")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.add_init_script(WATCH_SHIFTS)
        page.goto(address + localized(kinds[kind], language), wait_until="networkidle")
        shifts = page.evaluate(SHIFTS)
    assert sum(value for value, _ in shifts) < MOST, shifts


@pytest.mark.parametrize("kind", first(sorted(KINDS, key=lambda kind: kind not in MOVING), len(MOVING)))
def test_on_a_narrow_screen(page: Page, address: str, kinds: dict[str, str], kind: str) -> None:
    page.add_init_script(WATCH_SHIFTS)
    query = "?q=ByteDance" if kind == "search" else ""
    page.goto(address + localized(kinds[kind], LANGUAGES[1]) + query)
    if query:
        page.locator(".search-hit").first.wait_for()
    page.wait_for_timeout(200)
    shifts = page.evaluate(SHIFTS)
    assert sum(value for value, _ in shifts) < MOST, shifts


def test_while_results_come(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_init_script(WATCH_SHIFTS)
    page.goto(f"{address}{localized('search/', LANGUAGES[1])}?q=ByteDance")
    page.locator(".search-hit").first.wait_for()
    page.wait_for_timeout(200)
    shifts = page.evaluate(SHIFTS)
    assert sum(value for value, _ in shifts) < MOST, shifts
