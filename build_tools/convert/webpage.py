"""Web pages: the article by trafilatura, what is said of it by its metadata alone."""

from __future__ import annotations

from typing import Any

from build_tools.convert import clean, encodings, metadata, walls
from build_tools.convert.converter import Given, Made, UnreadableError
from build_tools.convert.packages import load


def convert(given: Given) -> Made:
    trafilatura: Any = load("trafilatura")
    source: Any = encodings.text_of(given) if given.encoding else given.data
    page = trafilatura.load_html(source)
    if page is None:
        raise _nothing()
    about = metadata.of(page)
    password = bool(page.xpath("//input[translate(@type, 'PASWORD', 'pasword')='password']"))
    whole = " ".join(page.text_content().split())
    found = trafilatura.extract(
        source,
        output_format="txt",
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        with_metadata=False,
    )
    paragraphs = tuple(line for line in map(_row, clean.lines(str(found or ""))) if line)
    wall = walls.doubt(about.title, paragraphs, whole, password=password)
    if wall and not paragraphs:
        raise UnreadableError(wall.code, wall.message, wall.hint)
    if not paragraphs:
        raise _nothing()
    return Made(paragraphs, f"trafilatura {trafilatura.__version__}", about, doubts=(wall,) if wall else ())


def _nothing() -> UnreadableError:
    return UnreadableError(
        "no-text", "No article is found in the page", "Save its text as .txt and take that in"
    )


def _row(line: str) -> str:
    """A row of a table, whose cells trafilatura puts between bars."""
    if not (line.startswith("|") and line.endswith("|")):
        return line
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return "" if all(set(cell) <= set("-: ") for cell in cells) else "\t".join(cells).strip("\t")
