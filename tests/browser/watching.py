"""What no page may do in any story."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

WATCH_THE_POLICY = """
self.offences = []
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
  self.offences.push(`${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`))
"""
OFFENCES = "self.offences"
"""What in a page that is watched so offended against its policy."""


def watched(page: Page, address: str) -> list[str]:
    """A list that fills with the errors that the page logs, and its requests that fail or go to another host."""
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
    return faults
