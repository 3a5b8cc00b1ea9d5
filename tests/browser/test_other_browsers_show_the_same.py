from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from tests.browser.others import NAMES, Run, driven, missing

TYPE = """
const box = document.querySelector("%s");
box.focus(); box.value = "%s"; box.dispatchEvent(new InputEvent("input", { bubbles: true }));
"""


def shown(run: Run, script: str, wanted: Any) -> None:
    """Ask until the page gives what is wanted."""
    end = time.monotonic() + 30
    while (found := run("", script)) != wanted:
        assert time.monotonic() < end, (script, found)
        time.sleep(0.1)


@pytest.mark.parametrize("name", NAMES)
def test_search_cards_switch_and_links_of_paragraphs(
    address: str, kinds: dict[str, str], tmp_path: Path, name: str
) -> None:
    if reason := missing(name):
        pytest.skip(reason)
    with driven(name, tmp_path) as run:
        for path, word, field, hits in (
            ("zh/", "华为", "[data-md-component=search-query]", ".md-search-result__item"),
            ("ar/search/", "هواوي", "#search-q", ".search-hit"),
        ):
            run(address + path, TYPE % (field, word))
            shown(run, f"return document.querySelectorAll('{hits}').length", 3)
        run(address + kinds["document"] + "?h=China#p2", "")
        shown(run, "return document.querySelector('.paragraph:target')?.id", "p2")
        run("", "document.querySelector('#p1 .original a').focus()")
        shown(run, "return document.querySelectorAll('.card[role=tooltip]').length", 1)
        run("", "document.querySelector('input[name=view][value=translation]').click()")
        shown(run, "return document.querySelector('#p1 .original').getClientRects().length", 0)
        assert run("", "return document.querySelector('#p1 .translation').getClientRects().length") > 0
