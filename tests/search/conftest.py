"""Pages of Chromium in which the search modules run over an index made for the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from build_tools.model import Archive
from build_tools.publish.squeeze.scripts import join_scripts
from tests.browser.server import serving
from tests.built_site import ROOT
from tests.search.sample import SAMPLE, written

MODULES = ROOT / "docs/assets/search"

HARNESS = """<!doctype html><html lang="en"><meta charset="utf-8"><script type="module">
import { Engine, Index, fetcher, marked } from "./assets/search/search.js";
window.read = [];
const read = fetcher(new URL("search/", location.href));
window.open = async () => new Engine(await new Index((path, fresh) => (window.read.push(path), read(path, fresh))).open());
window.ask = async (query, options) => {
  window.engine ??= await window.open();
  const { hits, crossed, elsewhere, apart, translated, total, weak, scattered, more, corrected, missing, clauses } = await window.engine.search(query, options);
  return {
    total, elsewhere, weak, scattered, more, corrected, missing,
    crossed: crossed.map((hit) => hit.id),
    apart: apart.map((hit) => hit.id),
    translated: translated.map((hit) => hit.id),
    terms: clauses.map((clause) => [...clause.terms.keys()]),
    ids: hits.map((hit) => hit.id),
    scores: hits.map((hit) => hit.score),
    weakly: hits.filter((hit) => hit.weak).map((hit) => hit.id),
    why: Object.fromEntries(hits.map((hit) => [hit.id, hit.why.map(({ query, form }) => `${query} = ${form}`)])),
    first: Object.fromEntries(hits.map((hit) => [hit.id, hit.paragraphs[0]?.n ?? null])),
    shown: Object.fromEntries(hits.map((hit) => [hit.id, hit.paragraphs.map(({ text, marks }) => marked(text, marks))])),
    beside: Object.fromEntries(hits.map((hit) => [hit.id, hit.paragraphs.map(({ translation }) => translation && marked(translation.text, translation.marks))])),
  };
};
window.ready = true;
</script>"""

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def module_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page with the index of the sample archive, shared by tests that only ask."""
    with _page(browser, tmp_path_factory.mktemp("search"), SAMPLE) as page:
        yield page


@pytest.fixture(scope="session")
def joined_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The same with all modules in one, as they are published."""
    folder = tmp_path_factory.mktemp("joined")
    with _page(browser, folder, SAMPLE, joined=True) as page:
        yield page


@pytest.fixture
def ask(module_page: Page) -> Ask:
    """``ask(query, **options)`` over the sample archive."""
    return asker(module_page)


@pytest.fixture
def page_of(browser: Browser, tmp_path: Path) -> Iterator[Callable[[Archive], Page]]:
    """A page with the index of any archive."""
    opened: list[Any] = []

    def page(archive: Archive) -> Page:
        manager = _page(browser, tmp_path / str(len(opened)), archive)
        opened.append(manager)
        return manager.__enter__()

    yield page
    for manager in opened:
        manager.__exit__(None, None, None)


def asker(page: Page) -> Ask:
    def ask(query: str, **options: Any) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate(
            "([query, options]) => window.ask(query, options)", [query, options]
        )
        return found

    return ask


class _page:  # noqa: N801 - used like a function
    """A context manager: the modules and an index served, and a page that has loaded them."""

    def __init__(self, browser: Browser, folder: Path, archive: Archive, joined: bool = False) -> None:
        folder.mkdir(exist_ok=True)
        shutil.copytree(MODULES, folder / "assets/search")
        if joined:
            join_scripts(folder)
        (folder / "index.html").write_text(HARNESS, "utf-8")
        written(archive, folder)
        self._serving = serving(folder, "/below/")
        self._browser = browser

    def __enter__(self) -> Page:
        address = self._serving.__enter__()
        self._context = self._browser.new_context()
        page = self._context.new_page()
        page.goto(address)
        page.wait_for_function("window.ready")
        return page

    def __exit__(self, *error: Any) -> None:
        self._context.close()
        self._serving.__exit__(None, None, None)
