from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stories import LANGUAGES, localized, usually


def focused(page: Page) -> str:
    """What has the focus, as its words or label."""
    return str(
        page.evaluate(
            "(document.activeElement.innerText || document.activeElement.ariaLabel || document.activeElement.name || '').trim()"
        )
    )


def test_the_first_stop_skips_to_the_text(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["document"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('skip-link')")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"), (
        "the link must show itself"
    )
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_every_stop_can_be_seen(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["entity"])
    stops: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
              const element = document.activeElement
              // The choice of colours is a hidden button with a visible label beside it.
              const seen = element.matches(".md-option") ? element.nextElementSibling : element
              const style = getComputedStyle(seen), box = seen.getBoundingClientRect()
              return element === document.body || (box.width > 0 && style.visibility === "visible")
            }"""
        )
        assert shown, f"the focus is nowhere to be seen after {stops[-3:]}"
        stops.append(focused(page))
    assert len(set(stops)) > 20


def test_a_language_is_chosen_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    go_to(page, f"a[data-language-switch][lang={LANGUAGES[1]}]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{LANGUAGES[1]}/")
    assert page.locator("html").get_attribute("lang") == LANGUAGES[1]


def go_to(page: Page, selector: str, most: int = 250) -> None:
    """Press the tab key until an element that ``selector`` describes has the focus."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached")


@pytest.mark.parametrize("language", usually("ar"))
def test_a_tour_from_the_list_to_a_copied_quotation(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("documents/", language))
    go_to(page, "input[name=language]")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?language="))
    # What the other choices leave out takes no stop.
    go_to(page, "#document-list h3 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*/")

    go_to(page, "input[name=names]")
    page.keyboard.press("Space")
    expect(page.locator(".text")).to_have_attribute("data-names", "off")
    page.keyboard.press("Space")

    go_to(page, "#p1 > a")
    expect(page.locator(".card [role=menuitem]")).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.locator(".card [role=menuitem]").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card [role=menuitem]").first).to_have_text(
        page.locator(".text").get_attribute("data-done") or ""
    )
    assert "#p1" in page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("Escape")
    expect(page.locator(".card:visible")).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('#p1 > a')"), "the focus goes back"

    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.matches('.original a:not(.reading)')")
    expect(page.locator(".card[role=tooltip]")).to_be_visible()
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.matches('a.reading')")
    assert not page.locator("#__search").is_checked(), "the letter is not the theme's here"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#r\d+$"))
    page.locator("#p1 > a").focus()
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    expect(page.locator("details.related[open] q").first).to_be_visible()


def test_a_text_has_one_stop_for_each_paragraph(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["document"])
    page.locator("#p1 > a").focus()
    for paragraph in ("#p2", "#p3", "#p4"):
        page.keyboard.press("Tab")
        assert page.evaluate("selector => document.activeElement.matches(selector)", f"{paragraph} > a")
    page.keyboard.press("k")
    page.keyboard.press("Shift+J")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('#p3 > a')")
    stops = page.evaluate(
        "[...document.querySelectorAll('.text :is(a, button, summary)')].filter(one => one.tabIndex >= 0).length"
    )
    assert stops == page.locator(".paragraph").count() + page.locator(".elsewhere a").count()


def test_a_search_is_made_by_keyboard(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["home"])
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.dataset.mdComponent") == "search-query"
    page.keyboard.type("Nvidia")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") != "query"
