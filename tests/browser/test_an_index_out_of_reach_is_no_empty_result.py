"""Whatever of the search cannot be loaded: readers are told so in their language, see nothing that looks like a result,
and find what they look for as soon as it can be loaded, without loading the page anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.searching import BOX, RESULT
from tests.browser.stories import LANGUAGES, localized
from tests.thorough import first

LOADS = {
    "worker": r"/assets/search/worker\.js",
    "program": r"/assets/search/search\.js",
    "index": r"/search/index\.bin",
    "words": r"/search/words\.\w+\.json",
    "shards": r"/search/\w+/s/\d+\.bin",
    "documents": r"/search/\w+/f/\d+\.bin",
    "facets": r"/search/\w+/facets\.bin",
}
QUERY = "字节跳动 lang:zh"
"""Needs every kind of file: the filter needs the facets."""

Break = Callable[[str], Callable[[], None]]


@pytest.fixture
def context_options() -> dict[str, Any]:
    return {"service_workers": "block"}


@pytest.fixture
def unreliable(context: BrowserContext) -> Page:
    """A page that may log errors: requests fail in these stories."""
    page = context.new_page()
    page.set_default_timeout(10_000)
    return page


def out_of_reach(page: Page, load: str) -> Callable[[], None]:
    """Take one kind of file away from the page, or the whole network; what is returned gives it back."""
    if load == "network":
        page.context.set_offline(True)
        return lambda: page.context.set_offline(False)
    pattern = re.compile(LOADS[load])

    def refuse(route: Route) -> None:
        # Half of them are lost on the way, the other half answered by a server in trouble.
        route.abort() if load in ("worker", "index", "shards") else route.fulfill(
            status=503, body="<h1>503</h1>"
        )

    page.context.route(pattern, refuse)
    return lambda: page.context.unroute(pattern)


def said(page: Page, name: str) -> str:
    return page.locator(RESULT).get_attribute(f"data-{name}") or "-"


def in_vain(again: Locator) -> None:
    """Try again while it is still out of reach, and wait until that has been said."""
    again.evaluate("element => element.dataset.old = ''")
    again.click()
    expect(again).not_to_have_attribute("data-old", "")


CASES = [
    *((load, LANGUAGES[number % len(LANGUAGES)]) for number, load in enumerate(LOADS)),
    ("network", "ar"),
]
OFTEN = ("words", "documents", "network")
"""Those of which every run tries on the search page too whether it finds when it is told to try again."""


@pytest.mark.parametrize(("load", "language"), CASES)
def test_the_box_finds_with_the_next_key(unreliable: Page, address: str, load: str, language: str) -> None:
    page = unreliable
    page.goto(address + localized("", language), wait_until="networkidle")
    give_back = out_of_reach(page, load)
    page.locator(BOX).click()
    page.keyboard.type(QUERY)
    page.get_by_text(said(page, "failed")).wait_for()
    assert page.locator(RESULT).inner_text().split("\n") == [said(page, "failed"), "", said(page, "again")]
    give_back()
    page.keyboard.type(" ")
    page.locator(".md-search-result__item").first.wait_for()
    expect(page.get_by_text(said(page, "failed"))).to_have_count(0)


@pytest.mark.parametrize("load", first(["index", "worker", "documents"]))
def test_the_box_finds_when_it_is_told_to_try_again(unreliable: Page, address: str, load: str) -> None:
    page = unreliable
    page.goto(address, wait_until="networkidle")
    give_back = out_of_reach(page, load)
    page.locator(BOX).click()
    page.keyboard.type(QUERY)
    again = page.locator(".search-again")
    in_vain(again)
    give_back()
    page.keyboard.press("ArrowDown")
    expect(again).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.locator("#__search").is_checked(), "the box stays open"


def test_the_box_finds_by_itself_when_the_network_is_back(unreliable: Page, address: str) -> None:
    page = unreliable
    page.goto(address, wait_until="networkidle")
    give_back = out_of_reach(page, "network")
    page.locator(BOX).click()
    page.keyboard.type("Huawei")
    page.get_by_text(said(page, "failed")).wait_for()
    give_back()
    page.locator(".md-search-result__item").first.wait_for()


def test_results_from_before_do_not_stand_beside_it(unreliable: Page, address: str) -> None:
    page = unreliable
    page.goto(address)
    page.locator(BOX).click()
    page.keyboard.type("Huawei")
    page.locator(".md-search-result__item").first.wait_for()
    out_of_reach(page, "shards")
    page.keyboard.type(" ماليزيا")
    page.get_by_text(said(page, "failed")).wait_for()
    assert page.locator(".md-search-result__item, .search-name, .search-notes").count() == 0


@pytest.mark.parametrize(
    ("load", "language"),
    first(
        sorted((case for case in CASES if case[0] != "worker"), key=lambda case: case[0] not in OFTEN),
        len(OFTEN),
    ),
)
def test_the_search_page_finds_when_it_is_told_to_try_again(
    unreliable: Page, address: str, load: str, language: str
) -> None:
    page = unreliable
    page.goto(address + localized("search/", language), wait_until="networkidle")
    give_back = out_of_reach(page, load)
    page.locator("#search-q").fill("字节跳动")
    status, again = page.locator("#search-status"), page.locator("#search-further button")
    expect(status).to_have_text(said(page, "failed"))
    expect(again).to_have_text(said(page, "again"))
    assert page.locator("#search-page").inner_text().count(said(page, "failed")) == 1
    assert page.locator(".search-hit, #search-names li").count() == 0
    in_vain(again)
    give_back()
    if load != "network":  # which says itself when it is back
        again.click()
    page.locator(".search-hit").first.wait_for()
    expect(status).not_to_have_text(said(page, "failed"))


@pytest.mark.parametrize("load", first(["program", "shards", "facets"], 2))
def test_the_search_page_finds_with_the_next_key(unreliable: Page, address: str, load: str) -> None:
    page = unreliable
    give_back = out_of_reach(page, load)
    page.goto(address + "search/?q=Huawei")
    expect(page.locator("#search-status")).to_have_text(said(page, "failed"))
    give_back()
    page.locator("#search-q").press("End")
    page.keyboard.type(" ")
    page.locator(".search-hit").first.wait_for()


@pytest.mark.parametrize("language", LANGUAGES[1:2])
def test_a_search_page_without_its_script_can_be_loaded_again(
    unreliable: Page, address: str, language: str
) -> None:
    page = unreliable
    page.context.route("**/assets/search/page.js", lambda route: route.abort())
    page.goto(f"{address}{localized('search/', language)}?q=Huawei")
    unready = page.locator("#search-unready")
    expect(unready).to_contain_text(said(page, "failed"))
    page.context.unroute("**/assets/search/page.js")
    unready.get_by_role("link", name=said(page, "again")).click()
    page.locator(".search-hit").first.wait_for()
    expect(unready).to_be_hidden()


def test_the_box_needs_nothing_of_the_themes_own_index(unreliable: Page, address: str) -> None:
    page = unreliable
    page.context.route("**/search/search_index.json", lambda route: route.abort())
    page.goto(address)
    page.locator(BOX).click()
    page.keyboard.type("Huawei")
    page.locator(".md-search-result__item").first.wait_for()
