"""Pages are in one language: whatever is in another says so, and turns its own way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.render.reader import Element, body, read

# Names of formats and programs, which no language translates.
_NAMES = re.compile(
    r"(?i)(?<![A-Za-z])(json(-ld|l)?|lines|csv|on the web|sqlite|frictionless|bibtex|ris|csl|atom|beacon|wikidata|markdown|w3c|"
    r"web annotation|javascript|xml|zip|html|utf-8|delta bank|qasr)(?![A-Za-z])"
)


def _words(element: Element) -> Iterator[str]:
    """What the page itself says: not the isolated, quoted or marked-up words of others."""
    for attribute in ("title", "aria-label", "placeholder", "data-none", "data-shown"):
        if attribute in element.attributes:
            yield re.sub(r"\{\w+\}", "", element.attributes[attribute])
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.name not in ("bdi", "code", "q", "script", "abbr", "mark") and not {"lang", "rel"} & set(
            child.attributes
        ):
            yield from _words(child)


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_no_english_word_stands_on_a_page_in_another_language(language: str, pages: dict[str, str]) -> None:
    checked = 0
    for path, page in pages.items():
        if path.endswith(f".{language}.md") and not path.startswith("search"):
            for words in _words(read(body(page))):
                left = re.findall(r"[A-Za-z]{2,}", _NAMES.sub("", words))
                assert not left, f"{path}: {words.strip()!r}"
            checked += 1
    assert checked > 15


def test_texts_carry_their_language_and_direction(pages: dict[str, str]) -> None:
    for interface in ("", ".ar", ".zh"):
        for tag, direction in (("ar", "rtl"), ("zh", "ltr"), ("en", "ltr")):
            page = read(body(pages[f"documents/flood-{tag}{interface}.md"]))
            texts = page.all("p", class_="original")
            assert texts
            assert all((p.attributes["lang"], p.attributes["dir"]) == (tag, direction) for p in texts)


def test_names_and_figures_in_texts_are_links(pages: dict[str, str]) -> None:
    page = read(body(pages["documents/flood-ar.zh.md"]))
    links = [link for text in page.all("p", class_="original") for link in text.all("a")]
    assert len(links) == 9
    assert all(link.attributes["href"] for link in links)
    figures = page.all("a", class_="reading")
    assert [f.attributes["id"] for f in figures] == [f"f{n}" for n in range(1, 7)]
    rows = {row.attributes["id"] for row in page.all("tr") if "id" in row.attributes}
    assert {link.attributes["href"] for link in page.all("a", class_="reading")} == {
        f"#{row}" for row in rows
    }


def test_headings_come_in_order(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        if path.startswith(("index.", "search.")):
            continue
        html = re.sub(r"(?m)^## (.*)$", r"<h2>\1</h2>", body(page))
        levels = [int(e.name[1]) for e in read(html).all() if re.fullmatch(r"h[1-6]", e.name)]
        assert (levels[0], levels.count(1)) == (1, 1), path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_tables_say_what_they_hold(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        for table in read(body(page)).all("table"):
            assert table.all("caption"), path
            assert all(th.attributes.get("scope") for th in table.all("th")), path


def test_withheld_text_is_on_no_page(pages: dict[str, str]) -> None:
    from tests.render.sample import WITHHELD

    assert all(WITHHELD not in page and "Nobody may read" not in page for page in pages.values())
    assert "documents/withheld.md" in pages
