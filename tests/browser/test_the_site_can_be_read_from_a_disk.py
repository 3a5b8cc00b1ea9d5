from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.readers import shut
from tests.browser.searching import BOX
from tests.browser.stories import localized, usually


@pytest.mark.parametrize("language", usually("ar"))
def test_without_a_server(
    browser: Browser, site: Path, kinds: dict[str, str], tmp_path: Path, language: str
) -> None:
    with zipfile.ZipFile(site / "data" / "site.zip") as archive:
        archive.extractall(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "all of it lies in one folder"
    folder = tmp_path / "site"
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((folder / localized(kinds["documents"], language) / "index.html").as_uri())
    page.locator(".page--documents h3 a, .page--documents .documents a").first.click()
    expect(page.locator(".page--document .original").first).to_be_visible()
    page.wait_for_load_state()
    page.locator(".original a:not(.reading)").first.focus()
    expect(page.locator(".card")).to_be_visible()
    page.locator("input[name=figures]").uncheck()
    expect(page.locator(".text")).to_have_attribute("data-figures", "off")
    page.keyboard.press("Escape")
    page.locator(".original a:not(.reading)").first.click()
    expect(page.locator(".page--entity h1")).to_be_visible()
    page.locator(".breadcrumbs a").first.click()
    expect(page.locator(".page--home h1")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == language

    page.locator(BOX).click()
    page.keyboard.type("40 billion yuan")
    page.locator(".md-search-result__item").first.wait_for()
    page.locator(".search-notes a").click()
    expect(page.locator(".search-hit")).to_have_count(1)
    page.locator("#search-q").fill("字节跳动")
    expect(page.locator(".search-hit")).to_have_count(4)
    page.locator(".search-hit .search-place").first.click()
    expect(page.locator(".page--document .paragraph:target")).to_be_visible()
    assert all(url.startswith(("file:", "data:", "blob:")) for url in asked)
    assert not faults
    shut(page)
