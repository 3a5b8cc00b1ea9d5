"""The built site in Chromium. A page that logs an error or asks another host for anything fails its test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.server import serving
from tests.browser.stories import LANGUAGES
from tests.built_site import pages, site

__all__ = ["site"]

SUBPATH = "/archive/"

WATCH_THE_POLICY = """
self.offences = []
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  self.offences.push(`${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`))
"""
OFFENCES = "self.offences"
"""What in a page that is watched so offended against its policy."""


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


@pytest.fixture
def context_options() -> dict[str, Any]:
    """Overridden by tests that want another window, colour scheme or no JavaScript."""
    return {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def context(browser: Browser, context_options: dict[str, Any]) -> Iterator[BrowserContext]:
    context = browser.new_context(**context_options)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    page = context.new_page()
    page.add_init_script(WATCH_THE_POLICY)
    faults: list[str] = []
    host = urlsplit(address).netloc

    def watch(url: str) -> None:
        if urlsplit(url).scheme not in ("data", "blob", "about") and urlsplit(url).netloc != host:
            faults.append(f"asked another host: {url}")

    page.on("request", lambda request: watch(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "response",
        lambda response: (
            faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None
        ),
    )
    yield page
    # Closing a page that is still on its way to another one can wait for ever.
    page.wait_for_load_state()
    page.close()
    assert not faults, "\n".join(faults)
