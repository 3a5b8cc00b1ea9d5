"""Names and figures in their context: the words before and after, within the paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.model import Archive, Document, Occurrence, Place
from build_tools.render.marking.bidi import direction, isolated
from build_tools.tongues import language_of

CONTEXT = 70
"""Characters on either side."""


@dataclass(frozen=True, slots=True)
class Line:
    place: Place
    language: str
    before: str
    surface: str
    after: str
    apart: bool
    """The span is to be isolated from the words around it (``bidi.isolated``)."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines of one document, in the order of its text."""

    document: Document
    lines: Sequence[Line]


def concordances(archive: Archive, occurrences: Sequence[Occurrence]) -> Iterator[Concordance]:
    """The occurrences grouped by document, in the order given."""
    for identifier, group in groupby(occurrences, key=lambda o: o.place.document):
        document = archive.documents[identifier].document
        yield Concordance(
            document, [in_context(document, o.place, o.mention.start, o.mention.end) for o in group]
        )


def in_context(document: Document, place: Place, start: int, end: int) -> Line:
    """The span ``start``–``end`` of the document's text, which lies in the paragraph of ``place``."""
    paragraph = document.paragraphs[place.paragraph - 1]
    start, end = max(paragraph.start, start), min(paragraph.end, end)
    line = document.text[paragraph.start : paragraph.end]
    span = (start - paragraph.start, end - paragraph.start)
    return Line(
        place,
        language_of(document, paragraph),
        _before(document.text[paragraph.start : start]),
        document.text[start:end],
        _after(document.text[end : paragraph.end]),
        span in isolated(line, direction(language_of(document, paragraph)), [span]),
    )


def _before(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    cut = text[-CONTEXT - 1 :]
    at = cut.find(" ")
    return "…" + (cut[at + 1 :] if 0 <= at < CONTEXT // 2 else cut[1:])


def _after(text: str) -> str:
    if len(text) <= CONTEXT:
        return text
    cut = text[: CONTEXT + 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > CONTEXT // 2 else cut[:-1]) + "…"
