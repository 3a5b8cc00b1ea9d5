from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.stories import KINDS, LANGUAGES, localized

MOST = 0.02
"""Of the measure of Core Web Vitals, which calls up to 0.1 good."""

WATCH = """
window.shifts = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    shifts.push([entry.value, entry.sources.map(source => source.node?.outerHTML?.slice(0, 120))])
}).observe({ type: "layout-shift", buffered: true })
"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_stays_where_it_is(
    page: Page, address: str, kinds: dict[str, str], kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(WATCH)
    query = "?q=ByteDance" if kind == "search" else ""
    page.goto(address + localized(kinds[kind], LANGUAGES[1]) + query, wait_until="networkidle")
    if query:
        page.locator(".search-hit").first.wait_for()
    page.wait_for_timeout(200)
    shifts = page.evaluate("shifts")
    assert sum(value for value, _ in shifts) < MOST, shifts
