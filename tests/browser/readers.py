"""Readers who forget: a story gets a browser without a past, which is cheaper to clear than to start anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page


def shut(page: Page) -> None:
    """Close a page, also one on its way to another.

    Chromium may say that it closes such a page and not do it (crbug.com/536385539), and Playwright's ``close`` waits for
    that for ever. So it is asked again.
    """
    for _ in range(20):
        with suppress(Error), page.expect_event("close", timeout=3_000):
            page.close(run_before_unload=True)
        if page.is_closed():
            return
    pytest.fail(f"Chromium does not close {page.url}")


class Readers:
    """Browser contexts of one process, one for all stories with the same options.

    A new context costs several times what a page does: programs and style sheets are fetched and compiled again, and
    processes started. What stories leave behind is cleared: pages, routes, cookies, and all stores of the site.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        parts = urlsplit(address)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._contexts: dict[str, tuple[BrowserContext, Page]] = {}

    @contextmanager
    def reader(self, options: dict[str, Any]) -> Iterator[BrowserContext]:
        """A context without a past, which may read and write the clipboard."""
        key = json.dumps(options, sort_keys=True)
        if key not in self._contexts:
            context = self._browser.new_context(**options)
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            # Stays open: from there the stores are cleared, and while a page is open its process need not start anew.
            self._contexts[key] = context, context.new_page()
        context, empty = self._contexts[key]
        yield context
        self._forget(context, empty)

    def _forget(self, context: BrowserContext, empty: Page) -> None:
        for page in context.pages:
            if page is not empty:
                shut(page)
        context.unroute_all(behavior="ignoreErrors")
        context.set_offline(False)
        context.clear_cookies()
        session = context.new_cdp_session(empty)
        session.send("Storage.clearDataForOrigin", {"origin": self._origin, "storageTypes": "all"})
        session.detach()

    def leave(self) -> None:
        """Close all contexts."""
        for context, _ in self._contexts.values():
            context.close()
