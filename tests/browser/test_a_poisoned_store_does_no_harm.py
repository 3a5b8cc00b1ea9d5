"""Other sites of one origin write into the same store: whatever stands there, pages come up as if it were empty."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.thorough import first

POISON = [
    "{",
    '{"index": "2", "color": {"scheme": "slate"}}',
    '{"index": {}, "color": {"onload": "alert(1)", "scheme": "\\"><script>alert(1)</script>"}}',
    '{"view": ["original"], "names": "<img src=x onerror=alert(1)>", "style": "x", "length": 0}',
    '{"__proto__": {"names": "off"}, "constructor": "off", "toString": "off", "item": "off"}',
    "\ud800",
    # Of a kind with these:
    '"',
    "null",
    "0",
    "-1",
    '"view"',
    "[]",
    "[1, 2]",
    "{}",
    "true",
    '{"index": 99}',
    '{"index": -1}',
    '{"index": null, "color": null}',
    '{"index": 1.5, "color": 7}',
    '{"view": "nothing", "names": 3, "figures": null, "related": {}}',
    "x" * 1_000_000,
    "NaN",
]


def poison(page: Page, address: str, value: str) -> None:
    theme = (f"{urlsplit(address).path}.{name}" for name in ("__palette", "__tabs", "__announce"))
    keys = ["archive.reading", *theme]
    page.add_init_script(
        f"for (const key of {json.dumps(keys)}) localStorage.setItem(key, {json.dumps(value)})"
    )


@pytest.mark.parametrize("value", first(POISON, 6), ids=range(len(POISON)))
def test_a_document_is_shown_as_ever(page: Page, address: str, kinds: dict[str, str], value: str) -> None:
    poison(page, address, value)
    page.goto(address + kinds["document"])
    assert page.evaluate("localStorage.getItem('archive.reading') !== null")
    expect(page.locator(".original").first).to_be_visible()
    for name in ("names", "figures"):
        expect(page.locator(f"input[name={name}]")).to_be_checked()
    assert page.locator("input[name=view]:checked").count() == min(
        1, page.locator("input[name=view]").count()
    )
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    label = page.locator("form[data-md-component=palette] label:visible")
    expect(label).to_have_count(1)
    label.click()  # still chooses
    expect(label).to_have_count(1)


def test_a_refused_store_is_an_empty_one(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.add_init_script(
        "Object.defineProperty(self, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    for kind in ("home", "document", "search"):
        page.goto(address + kinds[kind])
    page.goto(address + kinds["document"])
    page.locator("input[name=names]").uncheck()
    page.locator("form[data-md-component=palette] label:visible").click()


def test_what_was_chosen_before_is_kept_beside_garbage(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    poison(page, address, '{"figures": "off", "names": "perhaps", "view": 12}')
    page.goto(address + kinds["document"])
    expect(page.locator("input[name=figures]")).not_to_be_checked()
    expect(page.locator("input[name=names]")).to_be_checked()
