from __future__ import annotations

from playwright.sync_api import Page


def test_the_text_its_record_and_its_address_are_printed(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document"])
    page.emulate_media(media="print")
    for selector in ("h1", ".paragraph .original >> nth=0", ".paragraph .permalink >> nth=0", "dl.record"):
        assert page.locator(selector).first.is_visible(), selector
    assert page.locator(".print-only").inner_text().endswith(kinds["document"])
    for selector in (".md-header", ".md-tabs", ".md-footer", ".reading-controls", ".names", ".neighbours"):
        assert not page.locator(selector).first.is_visible(), selector
