from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stories import KINDS, LANGUAGES, localized


@pytest.fixture
def context_options() -> dict[str, Any]:
    return {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": False}


def test_every_kind_of_page_is_there(page: Page, address: str, kinds: dict[str, str]) -> None:
    for kind in KINDS:
        page.goto(address + localized(kinds[kind], LANGUAGES[1]))
        assert page.locator("h1").is_visible(), kind
        assert page.locator(".md-tabs a").first.is_visible(), kind
        useless = page.locator("form[data-facets]:visible, form[data-reading-controls]:visible")
        assert useless.count() == 0, kind


@pytest.mark.parametrize("language", LANGUAGES[:2])
def test_on_a_phone_the_sections_are_a_drawer(page: Page, address: str, language: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + localized("documents/", language))
    sections = page.locator(".md-tabs a")
    expect(sections.first).to_be_hidden()  # nor does the tab key go there
    page.locator("label[for=__drawer]:visible").click()
    expect(sections.last).to_be_in_viewport(ratio=1)
    sections.last.click()
    page.wait_for_url("**/about/", timeout=10_000)


def test_documents_of_a_language_have_a_list(page: Page, address: str) -> None:
    page.goto(address + "documents/")
    link = page.locator("noscript a[href^='by/language/'], dl.record a[href^='by/language/']").first
    promised = int(link.locator("xpath=following-sibling::span").first.inner_text())
    link.click()
    assert page.locator(".document-list > li").count() == promised


def test_a_text_is_there_with_its_links(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["document"])
    paragraphs = page.locator(".paragraph > .original")
    assert paragraphs.count() > 3
    assert all(paragraphs.nth(n).is_visible() for n in range(paragraphs.count()))
    page.locator(".original a:not(.reading)").first.click()
    expect(page.locator(".entity-head h1")).to_be_visible()
