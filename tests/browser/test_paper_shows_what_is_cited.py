from __future__ import annotations

from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.stories import LANGUAGES, localized


def test_the_text_and_its_address_are_printed_and_notes_where_they_are_wanted(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["document"])
    page.emulate_media(media="print")
    for selector in ("h1", ".paragraph .original >> nth=0", ".paragraph > a >> nth=0", ".citation"):
        assert page.locator(selector).first.is_visible(), selector
    assert page.locator(".print-only").inner_text().endswith(kinds["document"])
    for selector in (".md-header", ".md-tabs", ".md-footer", ".reading-controls", ".names", ".neighbours"):
        assert not page.locator(selector).first.is_visible(), selector
    for selector in ("dl.record", "table.readings"):
        assert not page.locator(selector).first.is_visible(), selector
    page.emulate_media(media="screen")
    page.locator("input[name=notes]").check()
    page.emulate_media(media="print")
    for selector in ("dl.record", "table.readings"):
        assert page.locator(selector).first.is_visible(), selector


def test_each_sheet_has_its_number(page: Page, address: str, kinds: dict[str, str]) -> None:
    page.goto(address + localized(kinds["document"], LANGUAGES[1]))
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} / {len(sheets)}" in sheet.extract_text()


def test_a_story_stands_whole_and_close_on_paper_and_its_words_are_not_torn(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + localized(kinds["story"], "ar"))
    page.emulate_media(media="print")
    words = page.locator('.alignment .said p[lang="zh"]').first
    assert words.evaluate("(words) => getComputedStyle(words).textAlign") == "start"
    assert words.evaluate("(words) => getComputedStyle(words).direction") == "ltr"
    assert words.evaluate("(words) => words.getClientRects().length") == 1, "a block of its own"
    # A line may end between a link that is a box and the sign or the letter that it touches.
    assert page.evaluate(
        "[...document.querySelectorAll('.alignment p a:not(.permalink)')].every((a) => getComputedStyle(a).display === 'inline')"
    )
    assert (
        page.locator(".alignment tr").nth(1).evaluate("(row) => getComputedStyle(row).breakInside") == "auto"
    )


def test_samples_of_wide_tables_are_left_to_the_files(
    page: Page, address: str, kinds: dict[str, str]
) -> None:
    page.goto(address + kinds["data"])
    page.emulate_media(media="print")
    # The theme unfolds whatever is folded before it is printed, and this would be.
    assert not page.locator("details:has(table.sample)").first.is_visible()
