from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stories import localized


@pytest.fixture(scope="session")
def translated(site: Path) -> str:
    """Address of a document that has a translation into the default language."""
    found = next(
        path
        for path in sorted((site / "documents").glob("*/index.html"))
        if 'class="translation"' in path.read_text("utf-8")
    )
    return found.parent.relative_to(site).as_posix() + "/"


@pytest.mark.parametrize(
    ("view", "original", "translation"),
    [("original", True, False), ("translation", False, True), ("both", True, True)],
)
def test_original_and_translation_are_shown_as_chosen(
    page: Page, address: str, translated: str, view: str, original: bool, translation: bool
) -> None:
    page.goto(address + translated)
    page.locator(f"input[name=view][value={view}]").check()
    for _ in range(2):
        expect(page.locator("p.original").first).to_be_visible(visible=original)
        expect(page.locator("p.translation").first).to_be_visible(visible=translation)
        page.reload()


def test_marks_are_switched_off_and_stay_off(page: Page, address: str, translated: str) -> None:
    page.goto(address + translated)
    page.locator("input[name=figures]").uncheck()
    page.reload()
    expect(page.locator("input[name=figures]")).not_to_be_checked()
    expect(page.locator("input[name=names]")).to_be_checked()
    assert (
        page.locator("a.reading").first.evaluate("e => getComputedStyle(e).backgroundColor")
        == "rgba(0, 0, 0, 0)"
    )


LINE = """(link) => ["Line", "Style", "Thickness", "Color"]
  .map((part) => getComputedStyle(link)[`textDecoration${part}`]).join()"""
FIRST = """(link) => [...link.closest("p").querySelectorAll("a")].find((one) => one.href === link.href)"""
OFFSET = "(link) => getComputedStyle(link).textUnderlineOffset"


def test_first_mentions_are_marked_others_on_demand_and_neighbours_are_told_apart(
    page: Page, address: str, translated: str
) -> None:
    page.goto(address + localized(translated, "zh"))
    further = page.locator("a.again").first
    further.wait_for()
    first = further.evaluate_handle(FIRST).as_element()
    assert first
    assert further.evaluate(LINE) != first.evaluate(LINE)
    page.locator("input[name=again]").check()
    assert further.evaluate(LINE) == first.evaluate(LINE)
    assert page.locator("a.touching").first.evaluate(OFFSET) != first.evaluate(OFFSET), "not by colour alone"
    assert page.locator(".mark-legend span").count() > 2


def test_what_one_came_for_stands_on_the_first_screen(page: Page, address: str, translated: str) -> None:
    for path, wanted in ((translated, "#p1"), ("search/?q=ByteDance", ".search-hit")):
        page.goto(address + path)
        page.locator(wanted).first.wait_for()
        top = page.locator(wanted).first.evaluate("(one) => one.getBoundingClientRect().top / innerHeight")
        assert top < 0.8, path


def test_words_in_what_is_folded_can_be_read_in_the_dark(page: Page, address: str, translated: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address + translated)
    page.locator("details.related").first.evaluate("(folded) => (folded.open = true)")
    colour = "(one) => getComputedStyle(one).color"
    assert page.locator("details.related q").first.evaluate(colour) == page.locator("h1").evaluate(colour)
