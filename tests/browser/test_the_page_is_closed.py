"""Pages run, show and ask for nothing but files of the site: no story about them may offend against their policy. What
stories do with a page is watched, too (``conftest.page``)."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.readers import shut
from tests.browser.searching import BOX, RESULT, found_on_the_page, type_into_the_box
from tests.browser.seen import See
from tests.browser.stories import KINDS, LANGUAGES, localized
from tests.browser.watching import OFFENCES, WATCH_THE_POLICY
from tests.thorough import first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page(see: See, kind: str, language: str) -> None:
    page = see(kind, language)
    assert page.scheme == "default"
    assert page.offences == []
    assert page.faults == []


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_in_dark_colours(see: See, kind: str, language: str) -> None:
    assert see(kind, language).dark_scheme == "slate"


@pytest.mark.parametrize("language", first(LANGUAGES))
def test_searching_choosing_and_copying(
    page: Page, address: str, kinds: dict[str, str], language: str
) -> None:
    page.goto(address + localized("", language))
    page.locator("form[data-md-component=palette] label:visible").click()
    type_into_the_box(page, "ByteDance")
    assert page.evaluate(OFFENCES) == []
    page.locator(".search-notes a").click()
    assert found_on_the_page(page)
    assert page.evaluate(OFFENCES) == []
    page.goto(address + localized(kinds["document"], language))
    page.locator(".original a:not(.reading)").first.hover()
    expect(page.locator(".card")).to_be_visible()
    page.locator("#p2 > a").focus()
    page.locator(".card button").last.click()
    expect(page.locator(".card button").last).to_have_text(
        page.locator("[data-done]").get_attribute("data-done") or "-"
    )
    assert page.evaluate(OFFENCES) == []


@pytest.mark.parametrize(
    "line", ["<script>run = 1</script>", '<p style="color: red">', "<iframe src='https://example.org/'>"]
)
def test_what_slips_into_a_page_does_nothing(browser: Browser, address: str, line: str) -> None:
    """That the policy is in force, and that a story would notice an offence."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH_THE_POLICY)

    def tampered(route: Any) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</article>", f"{line}</article>"))

    page.route(address, tampered)
    page.goto(address)
    page.wait_for_load_state()
    assert len(page.evaluate(OFFENCES)) == 1
    assert page.evaluate("self.run") is None
    context.close()


@pytest.fixture(scope="session")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a reader has it who took the one file."""
    folder = tmp_path_factory.mktemp("disk")
    with zipfile.ZipFile(site / "data" / "site.zip") as archive:
        archive.extractall(folder)
    return folder / "site"


LOOKS = [(language, scheme) for scheme in ("dark", "light") for language in LANGUAGES]


@pytest.mark.parametrize(("language", "scheme"), first(LOOKS))
def test_every_kind_of_page_from_a_disk(
    browser: Browser, unpacked: Path, kinds: dict[str, str], language: str, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.add_init_script(WATCH_THE_POLICY)
    for kind in KINDS:
        page.goto((unpacked / localized(kinds[kind], language) / "index.html").as_uri())
        assert page.evaluate("document.body.dataset.mdColorScheme === 'slate'") is (scheme == "dark"), kind
        assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
        assert page.evaluate(OFFENCES) == [], kind
    shut(page)


@pytest.mark.parametrize("language", first(LANGUAGES))
def test_from_a_disk_the_search_says_when_its_files_are_not_there(
    browser: Browser, unpacked: Path, language: str
) -> None:
    page = browser.new_page()
    index = unpacked / "search/index.bin.js"
    away = index.rename(index.with_suffix(".away"))
    try:
        page.goto((unpacked / localized("search", language) / "index.html").as_uri())
        said = page.locator(RESULT).get_attribute("data-disk") or "-"
        page.locator(BOX).click()
        page.keyboard.type("Huawei")
        expect(page.locator(".search-beside")).to_have_text(said)
        expect(page.locator(".md-search-result__meta")).to_be_hidden()
        page.locator("#search-q").fill("Huawei")
        expect(page.locator("#search-status")).to_have_text(
            page.locator("#search-page").get_attribute("data-failed") or "-"
        )
    finally:
        away.rename(index)
    shut(page)
