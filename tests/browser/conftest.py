"""The built site in Chromium. A page that logs an error or asks another host for anything fails its test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.readers import Readers, shut
from tests.browser.seen import See, seen
from tests.browser.server import serving
from tests.browser.stories import LANGUAGES
from tests.browser.watching import WATCH_THE_POLICY, watched
from tests.built_site import pages

SUBPATH = "/archive/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Address of the home page, below a folder as on a project site."""
    with serving(site, SUBPATH) as url:
        yield url


@pytest.fixture(scope="session")
def kinds(site: Path) -> dict[str, str]:
    """Kind of page → path of the first one in the default language: ``document`` → ``documents/a/``."""
    found: dict[str, str] = {}
    for path in pages(site):
        relative = path.relative_to(site)
        kind = re.search(r'class="page page--([\w-]+)"', path.read_text("utf-8"))
        if kind and relative.parts[0] not in LANGUAGES[1:] and relative.name == "index.html":
            found.setdefault(kind[1], relative.as_posix().removesuffix("index.html"))
    return found


@pytest.fixture(scope="session")
def see(
    browser: Browser, address: str, kinds: dict[str, str], shared: Path, pytestconfig: pytest.Config
) -> See:
    """``see(kind, language)``: what was seen of a page that was opened once for all stories."""
    thorough = bool(pytestconfig.getoption("--thorough"))
    return seen(browser, address, kinds, shared / "seen", thorough=thorough)


@pytest.fixture
def context_options() -> dict[str, Any]:
    """Overridden by tests that want another window, colour scheme or no JavaScript."""
    return {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def readers(browser: Browser, address: str) -> Iterator[Readers]:
    readers = Readers(browser, address)
    yield readers
    readers.leave()


@pytest.fixture
def context(readers: Readers, context_options: dict[str, Any]) -> Iterator[BrowserContext]:
    with readers.reader(context_options) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    page = context.new_page()
    page.add_init_script(WATCH_THE_POLICY)
    faults = watched(page, address)
    yield page
    shut(page)
    assert not faults, "\n".join(faults)
