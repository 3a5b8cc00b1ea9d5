from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.searching import type_into_the_box
from tests.browser.stories import KINDS, LANGUAGES, localized

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def context_options() -> dict[str, Any]:
    return {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", "reduced_motion": "reduce"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(page: Page, address: str, kinds: dict[str, str], kind: str, language: str) -> None:
    page.goto(address + localized(kinds[kind], language))
    page.evaluate(AXE)
    assert not violations(page)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert not violations(page, only="color-contrast")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_violation_among_results(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("search/?q=ByteDance", language))
    page.locator(".search-hit").first.wait_for()
    page.evaluate(AXE)
    assert not violations(page)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert not violations(page, only="color-contrast")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_violation_in_the_search_box(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("", language))
    type_into_the_box(page, "ByteDance")
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_timeout(
        500
    )  # until the theme's box has come into sight: half-transparent text has no contrast
    page.evaluate(AXE)
    assert not violations(page)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert not violations(page, only="color-contrast")


def violations(page: Page, only: str = "") -> str:
    """What axe finds, in words; with ``only`` by that rule alone."""
    options = {"runOnly": [only] if only else RULES, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options).then(result => result.violations)", options)
    return "\n".join(
        f"{violation['id']}: {violation['help']}\n  "
        + "\n  ".join(
            f"{node['html'][:160]} – {node['failureSummary'][:300]}" for node in violation["nodes"][:4]
        )
        for violation in found
    )
