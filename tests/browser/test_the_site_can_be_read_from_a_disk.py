from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.readers import shut
from tests.browser.stories import LANGUAGES, localized


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_server(
    browser: Browser, site: Path, kinds: dict[str, str], tmp_path: Path, language: str
) -> None:
    with zipfile.ZipFile(site / "data" / "site.zip") as archive:
        archive.extractall(tmp_path)
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / localized(kinds["documents"], language) / "index.html").as_uri())
    page.locator(".page--documents h3 a, .page--documents .documents a").first.click()
    expect(page.locator(".page--document .original").first).to_be_visible()
    page.locator(".original a:not(.reading)").first.click()
    expect(page.locator(".page--entity h1")).to_be_visible()
    page.locator(".breadcrumbs a").first.click()
    expect(page.locator(".page--home h1")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == language
    assert all(url.startswith(("file:", "data:", "blob:")) for url in asked)
    shut(page)
