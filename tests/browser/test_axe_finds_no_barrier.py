from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.stories import KINDS, LANGUAGES, localized

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(params=["light", "dark"])
def context_options(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {
        "viewport": {"width": 1280, "height": 900},
        "color_scheme": request.param,
        "reduced_motion": "reduce",
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(page: Page, address: str, kinds: dict[str, str], kind: str, language: str) -> None:
    page.goto(address + localized(kinds[kind], language))
    page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(r => r.violations)",
        RULES,
    )
    assert not found, "\n".join(
        f"{violation['id']}: {violation['help']}\n  "
        + "\n  ".join(
            f"{node['html'][:160]} – {node['failureSummary'][:200]}" for node in violation["nodes"][:4]
        )
        for violation in found
    )
