from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.stories import localized, usually

VISIBLE = "#document-list > li:not([hidden])"


@pytest.mark.parametrize("language", usually("ar"))
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
    expect(rows.first.get_by_role("cell")).not_to_have_count(0)
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


@pytest.mark.parametrize(
    ("entity", "typed"),
    [
        ("bytedance", "字節跳動"),  # Traditional characters for simplified ones
        ("bytedance", "ＢｙｔｅＤａｎｃｅ"),
        ("nvidia", "إنفیدیا"),  # Persian letters, as some keyboards have them
        ("nvidia", "انفيديا"),  # without its hamza
        ("nvidia", "إنــفيديا"),  # drawn out
    ],
)
def test_a_name_is_found_however_it_is_typed(page: Page, address: str, entity: str, typed: str) -> None:
    page.goto(address + "entities/")
    shown = page.locator(".name-list > li:not([hidden])")
    every = shown.count()
    page.locator("input[name=name]").fill(typed)
    expect(
        page.locator(
            f'.name-list > li:not([hidden]) a[href$="/{entity}/"], .name-list > li:not([hidden]) a[href^="{entity}/"]'
        ).first
    ).to_be_visible()
    assert shown.count() < every / 4


PAGES = 'id="name-list" data-pages="2" data-base="./"'
SECOND = """<!doctype html><div id="name-list" data-han="開开"><section class="name-group"><ul class="name-list">
<li data-text="开始"><a href="../../elsewhere/">开始</a></li></ul></section></div>"""


@pytest.mark.parametrize("language", usually("zh"))
def test_a_list_that_cannot_be_read_whole_says_so(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context()
    page = context.new_page()  # not the watched one: requests fail here
    first = address + localized("entities/", language)

    def of_two_pages(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('id="name-list"', PAGES))

    page.route(first, of_two_pages)
    page.route(f"{first}page/2/", lambda route: route.fulfill(status=503, body="<h1>503</h1>"))
    page.goto(first)
    form = page.locator("form[data-facets]")
    every = page.locator(".name-list > li").count()
    page.locator("input[name=name]").fill("開始")
    expect(form.locator("output")).to_have_text(form.get_attribute("data-failed") or "-")
    expect(page.locator(".name-list > li:not([hidden])")).to_have_count(every)
    again = form.get_by_role("button", name=form.get_attribute("data-again") or "-")
    page.unroute(f"{first}page/2/")
    page.route(
        f"{first}page/2/", lambda route: route.fulfill(body=SECOND, content_type="text/html; charset=utf-8")
    )
    again.click()
    expect(page.locator(".name-list > li:not([hidden])")).to_have_count(1)
    expect(page.locator(".name-list > li:not([hidden]) a")).to_have_attribute("href", f"{first}elsewhere/")
    expect(again).to_be_hidden()
    context.close()
