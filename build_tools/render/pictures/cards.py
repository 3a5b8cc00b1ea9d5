"""The picture that stands beside a link to a page where people share it: how the text runs, and what is marked in it.

It holds no words: these come with the link, in the reader's language, and no fonts need to be there when the site is
built. Every word of the text is a bar on its line, in the direction of its language; names have the colours of their
kinds on the pages, figures theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category, east_asian_width

from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.marking.bidi import direction
from build_tools.render.pictures.png import Sheet

SITE = "card.png"
"""The picture of every page that has none of its own."""
WIDTH, HEIGHT = 1200, 630
"""The size that sites which show such pictures ask for."""

_GROUND, _BAND, _WORD, _FIGURE, _NAME = range(5)
_KINDS = ("person", "publication", "place", "product", "model", "chip", "technology", "law", "event")
_COLOURS = (
    *("fcfbf8", "14537a", "cbc5b7", "d9a92b", "14537a"),
    *("6b3fa0", "4d5b66", "2c6b2f", "8a4b08", "8a4b08", "006a6a", "006a6a", "8c2f13", "9a2a63"),
)
_MARGIN, _TOP, _PITCH, _LINES = 90, 84, 48, 11
_UNIT = 15.5
"""Pixels of a letter; Han characters take two."""
_THIN, _THICK = 16, 26


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a line, in units from where the line begins; ``colour`` is its number."""

    start: float
    end: float
    colour: int


def files(archive: Archive, site: Site) -> Iterator[OutputFile]:
    """``documents/NAME.card.png`` for every document whose text is published, and the one of the site. Of a packed archive
    the documents of a language share one: the newest one's."""
    shown = [annotated for annotated in archive.documents.values() if annotated.document.paragraphs]
    pictured: dict[str, AnnotatedDocument] = {}
    for annotated in shown:
        pictured.setdefault(path(annotated, site), annotated)
    for name, annotated in pictured.items():
        yield OutputFile(name, card([annotated]), "site")
    first = shown[:1]
    other = [a for a in shown if a.document.language != first[0].document.language] or shown[1:]
    yield OutputFile(SITE, card(first + other[:1]), "site")


def path(annotated: AnnotatedDocument, site: Site) -> str:
    """The picture of a document's page."""
    document = annotated.document
    if not document.paragraphs:
        return SITE
    return f"card.{document.language}.png" if site.packed else f"{paths.document(document.id)}.card.png"


def card(texts: Sequence[AnnotatedDocument]) -> bytes:
    """One text over the whole width, or two side by side."""
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.box(0, 0, WIDTH, 18, _BAND)
    column = (WIDTH - _MARGIN * (len(texts) + 1)) // max(1, len(texts))
    for place, annotated in enumerate(texts):
        left = _MARGIN + place * (column + _MARGIN)
        backwards = direction(annotated.document.language) == "rtl"
        for number, line in enumerate(lines(annotated, column / _UNIT, _LINES)):
            for bar in line:
                start, end = round(bar.start * _UNIT), round(bar.end * _UNIT)
                height = _THIN if bar.colour == _WORD else _THICK
                at = left + (column - end if backwards else start)
                sheet.pill(at, _TOP + number * _PITCH - height // 2, end - start, height, bar.colour)
    return sheet.png(_COLOURS)


def lines(annotated: AnnotatedDocument, width: float, count: int) -> list[list[Bar]]:
    """The first ``count`` lines of the report when ``width`` units stand on a line."""
    made: list[list[Bar]] = []
    marks = _marks(annotated)
    document = annotated.document
    for paragraph in document.paragraphs:
        if paragraph.boilerplate:
            continue
        made.append([])
        at = 0.0
        for word in _words(document.text, paragraph.start, paragraph.end, marks):
            length = sum(units for units, _ in word)
            if at and at + length > width >= 3 * length:
                made.append([])
                at = 0.0
            for units, colour in word:
                left = units
                while left > 0:
                    if width - at < 1:
                        made.append([])
                        at = 0.0
                    taken = min(left, width - at)
                    made[-1].append(Bar(at, at + taken, colour))
                    at, left = at + taken, left - taken
            at += 0.8
            if len(made) > count:
                return made[:count]
    return made[:count]


def _marks(annotated: AnnotatedDocument) -> dict[int, int]:
    """Offset → colour of what is marked there."""
    marked: dict[int, int] = {}
    for figure in annotated.figures:
        marked.update(dict.fromkeys(range(figure.start, figure.end), _FIGURE))
    for mention in annotated.mentions:
        colour = _NAME + 1 + _KINDS.index(mention.type) if mention.type in _KINDS else _NAME
        marked.update(dict.fromkeys(range(mention.start, mention.end), colour))
    return marked


def _words(text: str, start: int, end: int, marks: dict[int, int]) -> Iterator[list[tuple[float, int]]]:
    """What stands between spaces and marks, as pieces of one colour: (units, colour). A name of several words is one."""
    word: list[tuple[float, int]] = []
    for offset in range(start, end):
        colour = marks.get(offset, _WORD)
        if colour == _WORD and (text[offset].isspace() or category(text[offset])[0] == "P"):
            if word:
                yield word
            word = []
            continue
        units = 2.0 if east_asian_width(text[offset]) in "WF" else 1.0
        if word and word[-1][1] == colour:
            word[-1] = (word[-1][0] + units, colour)
        else:
            word.append((units, colour))
    if word:
        yield word
