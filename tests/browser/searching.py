"""What the stories about searching have in common."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from playwright.sync_api import Page, expect

BOX = "[data-md-component=search-query]"
RESULT = "[data-md-component=search-result]"


def type_into_the_box(page: Page, query: str) -> None:
    """Type into the theme's search box, letter by letter, and wait until it has answered."""
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.press("Control+A")
    page.keyboard.type(query)
    asked = re.escape("?q=" + quote(query, safe="-_.!~*()"))
    expect(page.locator(".search-notes a")).to_have_attribute("href", re.compile(f"{asked}$"))


def found_in_the_box(page: Page) -> list[str]:
    """Ids of the documents in the box, in order."""
    page.locator(".md-search-result__item").first.wait_for()
    links = page.eval_on_selector_all(
        ".md-search-result__item", "items => items.map(item => item.querySelector('a').href)"
    )
    return [found[1] for link in links if (found := re.search(r"/documents/([^/?#]+)/", unquote(link)))]


def found_on_the_page(page: Page) -> list[str]:
    """Ids of the documents on the search page, in order."""
    expect(page.locator("#search-status")).not_to_be_empty()
    links = page.eval_on_selector_all(".search-hit h2 a", "links => links.map(link => link.href)")
    return [found[1] for link in links if (found := re.search(r"/documents/([^/?#]+)/", unquote(link)))]
