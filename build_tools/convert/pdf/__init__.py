"""PDF → paragraphs, through PDFium. What is printed on every page is left out and listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from build_tools.convert import clean
from build_tools.convert.converter import About, Doubt, Given, Made, UnreadableError
from build_tools.convert.packages import load
from build_tools.convert.pdf import furniture, letters, paragraphs
from build_tools.convert.pdf.ligatures import plain
from build_tools.convert.pdf.line import Line

_PICTURE = 0.5
"""A page with less than a line of text whose pictures cover so much of it is scanned."""
_FEW = 20
"""Letters."""
_NAMES = re.compile(
    r"untitled|unknown|microsoft word - .*|.*\.(?:docx?|indd|qxd|tex|dvi|pdf|rtf|odt|html?)", re.IGNORECASE
)
_PASSWORD = 4
"""What PDFium calls a file that wants a password."""


def convert(given: Given) -> Made:
    pdfium: Any = load("pypdfium2")
    try:
        document = pdfium.PdfDocument(given.data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise UnreadableError(
                "encrypted", "The file is locked with a password", "Save a copy without it"
            ) from None
        raise
    pages: list[list[Line]] = []
    scanned = []
    for number in range(len(document)):
        page = document[number]
        pages.append(letters.of_page(page, number))
        if sum(len(line.text) for line in pages[-1]) < _FEW and _is_picture(page, pdfium):
            scanned.append(number)
        page.close()
    labels = [
        clean.said(document.get_page_label(number)) or str(number + 1) for number in range(len(document))
    ]
    text, left_out = furniture.without(pages)
    found = [(line, page) for raw, page in paragraphs.of(text) if (line := clean.one_line(plain(raw)))]
    meta = document.get_metadata_dict(skip_empty=True)
    if scanned and len(scanned) == len(pages):
        raise UnreadableError(
            "no-text",
            "Its pages are pictures, without text",
            "Run text recognition first, and take in what that makes",
        )
    return Made(
        tuple(line for line, _ in found),
        f"pypdfium2 {pdfium.PYPDFIUM_INFO}",
        About(title=_title(meta.get("Title")), byline=clean.said(meta.get("Author"))),
        pages=tuple(_beginnings([page for _, page in found], labels)),
        left_out=(
            *clean.told("running heads", left_out.heads),
            *clean.told("page numbers", left_out.numbers),
            *clean.told("lines of contents", left_out.contents),
        ),
        doubts=tuple(_scanned(scanned, labels)),
    )


def _title(value: object) -> str | None:
    """The title, unless a program put the name of its file there."""
    title = clean.said(value)
    return None if title and _NAMES.fullmatch(title) else title


def _beginnings(pages: Sequence[int], labels: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The first paragraph that begins on each page."""
    last = None
    for number, page in enumerate(pages, 1):
        if page != last:
            yield number, labels[page]
            last = page


def _scanned(pages: Sequence[int], labels: Sequence[str]) -> Iterator[Doubt]:
    if pages:
        named = ", ".join(labels[page] for page in pages[:20]) + (" …" if len(pages) > 20 else "")
        yield Doubt(
            "scanned-page",
            f"Pages that are pictures, without text: {named}",
            "Run text recognition first, and take in what that makes",
        )


def _is_picture(page: Any, pdfium: Any) -> bool:
    width, height = page.get_size()
    covered = 0.0
    for item in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, low, right, high = item.get_bounds()
        covered += max(0.0, right - left) * max(0.0, high - low)
    return bool(covered >= _PICTURE * width * height)
