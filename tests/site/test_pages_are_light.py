"""Pages are light, with all that they load; those of documents: of 5 KB of text, at most 40 KB of HTML are not words, for
each language it is in."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.weight import loaded, words
from tests.built_site import pages

SEEDS = Path(__file__).parents[2] / "seeds"
EXAMPLES = ("001_607af3dc2c998b26", "003_04e41d7397bdb8f1", "004_250318e849e05411")
PER_BYTE = 40 / 5
BEYOND = 300_000
"""Bytes of a page, its styles, scripts and pictures, nothing of it compressed and its words left aside."""


def test_documents_have_little_beyond_their_words(site: Path) -> None:
    light = [path for name in EXAMPLES for path in site.rglob(f"documents/{name}/index.html")]
    # An archive of its own has texts of its own, with as many names as it likes.
    assert light or not any((SEEDS / f"{name}.txt").exists() for name in EXAMPLES)
    for path in light:
        page = path.read_text("utf-8")
        text = (SEEDS / f"{path.parent.name}.txt").stat().st_size
        languages = 1 + ('<p class="translation"' in page)
        beyond = len(page.encode()) - words(page)
        assert beyond / languages <= PER_BYTE * max(text, 5000), path


def test_no_page_loads_much_beyond_its_words(site: Path) -> None:
    heavy = {}
    for path in pages(site):
        page = path.read_text("utf-8")
        if (beyond := loaded(path, page) - words(page)) > BEYOND:
            heavy[path.relative_to(site).as_posix()] = beyond
    assert not heavy
