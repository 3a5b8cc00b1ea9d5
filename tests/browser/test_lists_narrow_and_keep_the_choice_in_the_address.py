from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stories import LANGUAGES, localized

VISIBLE = "#document-list > li:not([hidden])"


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_narrow_by_several_facets(page: Page, address: str, language: str) -> None:
    page.goto(address + localized("documents/", language))
    every = page.locator(VISIBLE).count()
    box = page.locator("input[name=language]").first
    promised = int(box.locator("xpath=..").locator(".count").inner_text())
    box.check()
    assert page.locator(VISIBLE).count() == promised < every
    assert re.search(r"\?language=\w+$", page.url)
    page.reload()
    expect(box).to_be_checked()
    assert page.locator(VISIBLE).count() == promised
    page.locator("form[data-facets] button[type=reset]").click()
    expect(page.locator(VISIBLE)).to_have_count(every)
    assert "?" not in page.url


def test_a_choice_of_a_name_and_a_year_is_read_from_the_address(page: Page, address: str) -> None:
    page.goto(address + "documents/")
    name = page.locator("select[name=entity] option[value]:not([value=''])").last.get_attribute("value") or ""
    year = page.locator("input[name=year]").last.get_attribute("value") or ""
    page.goto(address + f"documents/?entity={name}&year={year}")
    shown = page.locator(VISIBLE)
    wanted = page.locator(f"#document-list > li[data-entity~='{name}'][data-year='{year}']")
    expect(shown).to_have_count(wanted.count())
    expect(page.locator("select[name=entity]")).to_have_value(name)
    expect(page.locator("form[data-facets] output")).not_to_be_empty()


def test_on_a_narrow_screen_the_choices_unfold(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + "documents/")
    box = page.locator("input[name=language]").first
    expect(box).to_be_hidden()
    assert (page.locator(VISIBLE).first.bounding_box() or {"y": 999})["y"] < 500
    page.locator(".facets-toggle").click()
    box.check()
    page.reload()
    expect(box).to_be_checked()
    expect(box).to_be_visible()


def test_counts_are_those_within_the_other_choices(page: Page, address: str) -> None:
    page.goto(address + "documents/")
    page.locator("input[name=language]").first.check()
    for box in page.locator("input[name=year]:enabled").all():
        promised = int(box.locator("xpath=..").locator(".count").inner_text())
        box.check()
        assert page.locator(VISIBLE).count() == promised
        box.uncheck()


def test_figures_sort_by_value(page: Page, address: str) -> None:
    page.goto(address + "figures/?kind=money&currency=USD")
    rows = page.locator("#figure-list > tr:not([hidden])")
    assert rows.count() > 3
    button = page.locator("th[data-sort=value] button")
    for direction in ("ascending", "descending"):
        button.click()
        expect(page.locator("th[data-sort=value]")).to_have_attribute("aria-sort", direction)
        values = [float(row.get_attribute("data-value") or "nan") for row in rows.all()]
        known = [value for value in values if value == value]
        assert known == sorted(known, reverse=direction == "descending")
        assert known == values[: len(known)]  # those without a value come last


def test_entities_are_found_by_any_of_their_names(page: Page, address: str) -> None:
    page.goto(address + "entities/")
    entry = page.locator(".name-list > li").first
    words = (entry.get_attribute("data-text") or "").split()
    page.locator("input[name=name]").fill(words[-1].upper())
    expect(entry).to_be_visible()
    page.reload()
    expect(page.locator("input[name=name]")).to_have_value(words[-1].upper())
    expect(entry).to_be_visible()
    assert not page.locator("#__search").is_checked(), "the address asks nothing of the search"
    page.locator("input[name=name]").fill("qqqqqq")
    expect(page.locator(".name-list > li:not([hidden])")).to_have_count(0)
    expect(page.locator("form[data-facets] output")).not_to_be_empty()
