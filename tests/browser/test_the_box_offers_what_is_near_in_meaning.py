"""After its own results the search box offers what is near in meaning; nothing for it is read before a reader agrees."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.searching import BOX, RESULT, type_into_the_box
from tests.browser.stories import localized
from tests.browser.test_a_question_finds_its_answer_in_another_language import QUESTIONS, WAIT, asked_of

OFFER = f"{RESULT} a.search-near-look"
NEAR = f"{RESULT} .search-near-hit"
CHOICE = "localStorage.getItem('search-by-meaning')"


def ask(page: Page, question: str) -> None:
    """Put a question into the box at once; typing it letter by letter takes long and proves nothing here."""
    page.locator(BOX).click()
    page.locator(BOX).fill(question)


def test_what_is_near_stands_below_the_results_and_is_marked(page: Page, address: str) -> None:
    # Typed from right to left, found in another script; the words of all languages are looked at on the search page.
    language = "ar"
    asked = asked_of(page)
    question, other = QUESTIONS[language]
    page.goto(address + localized("", language))
    ask(page, f"{question} lang:{other}")
    expect(page.locator(OFFER)).to_be_visible(timeout=WAIT)
    assert not [url for url in asked if "/encoder/" in url or "/near/" in url]
    page.locator(OFFER).click()
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    expect(page.locator(f"{NEAR} .search-near-mark").first).not_to_be_empty()
    place = page.locator(f'{NEAR} .search-text[lang="{other}"]').first
    expect(place).to_have_attribute("dir", "rtl" if other == "ar" else "ltr")
    expect(place.locator("mark").first).not_to_be_empty()
    expect(
        page.locator(f'{NEAR} .search-translation .search-text[lang="{language}"]').first
    ).not_to_be_empty()
    order = page.eval_on_selector_all(
        f"{RESULT} > *", "parts => parts.map((part) => part.className.split(' ')[0])"
    )
    assert order.index("md-search-result__list") < order.index("search-near")


def test_who_has_agreed_is_not_asked_again_but_who_has_switched_it_off_is(page: Page, address: str) -> None:
    question = QUESTIONS["en"][0]
    page.goto(address)
    ask(page, question)
    # As with all results, the keys reach it.
    expect(page.locator(OFFER)).to_be_visible(timeout=WAIT)
    page.locator(OFFER).focus()
    page.keyboard.press("Enter")
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    assert page.evaluate(CHOICE) == "on"
    page.reload()
    ask(page, question)
    expect(page.locator(NEAR).first).to_be_visible(timeout=WAIT)
    type_into_the_box(page, "ByteDance")
    expect(page.locator(f'{RESULT} .search-near a[href*="{question[:8]}"]')).to_have_count(0)
    page.evaluate("localStorage.setItem('search-by-meaning', 'off')")
    page.reload()
    asked = asked_of(page)
    ask(page, question)
    expect(page.locator(OFFER)).to_be_visible(timeout=WAIT)
    ask(page, '"data centres"')
    expect(page.locator(OFFER)).to_be_hidden(timeout=WAIT)
    assert not [url for url in asked if "/encoder/" in url]
