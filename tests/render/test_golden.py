"""Whole pages, one of each kind in every language, as they were when somebody last looked at them."""

from __future__ import annotations

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"

PAGES = [
    "index",
    "documents/index",
    "documents/flood-ar",
    "documents/flood-zh",
    "documents/flood-en",
    "documents/withheld",
    "entities/index",
    "entities/by/name",
    "entities/by/relations",
    "entities/delta-bank",
    "entities/merged-old",
    "figures/index",
    "figures/by/verdict",
    "figures/flood-fund",
    "figures/dike-share",
    "stories/index",
    "stories/flood",
    "disputed",
    "timeline",
    "signs",
]


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
@pytest.mark.parametrize("page", PAGES)
def test_golden(page: str, language: str, pages: dict[str, str], renew_golden: bool) -> None:
    path = f"{page}.md" if language == "en" else f"{page}.{language}.md"
    kept = GOLDEN / path
    if renew_golden:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(pages[path], "utf-8")
    assert pages[path] == kept.read_text("utf-8"), "see the difference, then: make golden"
