from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.readers import shut
from tests.browser.stories import localized, usually


@pytest.mark.parametrize("language", usually("ar"))
def test_a_name_with_the_focus_shows_its_card_without_a_request(
    page: Page, address: str, kinds: dict[str, str], language: str
) -> None:
    page.goto(address + localized(kinds["document"], language), wait_until="networkidle")
    asked: list[str] = []
    # The theme and the search may still be fetching their own scripts; of the archive itself nothing is asked.
    page.on(
        "request",
        lambda request: (
            asked.append(request.url)
            if "/assets/" not in request.url and "/search/" not in request.url
            else None
        ),
    )
    name = page.locator(".original a:not(.reading)").first
    entry = page.locator(f'.names a[href="{name.get_attribute("href")}"]')
    name.focus()
    card = page.locator(".card")
    expect(card).to_be_visible()
    assert name.get_attribute("aria-describedby") == card.get_attribute("id")
    expect(card).to_contain_text(entry.inner_text())
    expect(card).to_contain_text(entry.locator("xpath=..").locator("p").last.text_content() or "")
    expect(card.locator("small")).to_have_count(1)  # its kind; not how often it stands in this text
    heading = entry.locator("xpath=ancestor::ul/preceding-sibling::h3[1]")
    expect(card.locator(".kind")).to_have_text(heading.get_attribute("data-one") or "")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    assert not asked


def test_a_figure_pointed_at_shows_its_reading(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["document"])
    figure = page.locator("a.reading").first
    row = page.locator(figure.get_attribute("href") or "")
    read = row.locator("td").nth(1).evaluate("cell => cell.firstChild.textContent.trim()")
    # A screen reader says so of the link, whether or not there is a card.
    described = re.compile(f"^{re.escape(read)}")
    expect(figure).to_have_accessible_description(described)
    figure.hover()
    expect(page.locator(".card")).to_contain_text(read)
    expect(figure).to_have_accessible_description(described)
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)
    expect(figure).to_have_accessible_description(described)


def test_the_card_stays_while_it_is_pointed_at(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + kinds["document"])
    page.locator(".original a:not(.reading)").first.hover()
    page.locator(".card").hover()
    page.wait_for_timeout(400)
    expect(page.locator(".card")).to_be_visible()
    page.locator("h1").hover()
    expect(page.locator(".card")).to_have_count(0)


def test_a_card_that_has_the_focus_is_left_alone_by_a_pointer_at_rest(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document"])
    page.locator(".original a:not(.reading)").first.hover()
    page.keyboard.press("Tab")
    number = page.locator("#p2 > a")
    number.focus()
    card = page.locator("#p2 > .card")
    expect(card).to_be_visible()
    page.mouse.wheel(0, 40)  # other names come to lie under the pointer
    page.wait_for_function("scrollY > 0")
    page.mouse.move(5, 300)  # and it leaves them
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_the_first_tap_shows_the_card_and_the_second_one_follows_the_link(
    browser: Browser, address: str, kinds: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(address + kinds["document"])
    figure = page.locator("a.reading").first
    figure.tap()
    expect(page.locator(".card[role=tooltip]")).to_be_visible()
    assert "#" not in page.url
    page.wait_for_timeout(400)
    expect(page.locator(".card[role=tooltip]")).to_be_visible()
    figure.tap()
    expect(page).to_have_url(re.compile(r"#r\d+$"))
    shut(page)
