from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.seen import See
from tests.browser.stories import KINDS, LANGUAGES

LIMIT = 350 * 1024
"""Bytes before any compression, the search left aside."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "search"])
def test_no_page_loads_more_than_it_needs(see: See, address: str, kind: str, language: str) -> None:
    home = urlsplit(address).path
    weights = see(kind, language).weights.items()
    paths = {urlsplit(url).path.removeprefix(home): weight for url, weight in weights}
    loaded = {path: n for path, n in paths.items() if not path.startswith(("search/", "assets/search/"))}
    heaviest = sorted(loaded.items(), key=lambda item: -item[1])[:6]
    assert sum(loaded.values()) <= LIMIT, heaviest
