"""How a text runs: every word a bar on its line, names and figures in their colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category, east_asian_width

from build_tools.model import AnnotatedDocument

WORD, FIGURE, NAME = 2, 3, 4
"""Numbers of colours; names of the kinds in ``KINDS`` have those after ``NAME``, others ``NAME``."""
KINDS = ("person", "publication", "place", "product", "model", "chip", "technology", "law", "event")


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a line, in units from where the line begins; ``colour`` is its number."""

    start: float
    end: float
    colour: int


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
        marked.update(dict.fromkeys(range(figure.start, figure.end), FIGURE))
    for mention in annotated.mentions:
        colour = NAME + 1 + KINDS.index(mention.type) if mention.type in KINDS else NAME
        marked.update(dict.fromkeys(range(mention.start, mention.end), colour))
    return marked


def _words(text: str, start: int, end: int, marks: dict[int, int]) -> Iterator[list[tuple[float, int]]]:
    """What stands between spaces and marks, as pieces of one colour: (units, colour). A name of several words is one."""
    word: list[tuple[float, int]] = []
    for offset in range(start, end):
        colour = marks.get(offset, WORD)
        if colour == WORD and (text[offset].isspace() or category(text[offset])[0] == "P"):
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
