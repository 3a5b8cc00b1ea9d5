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
    language = language_of(document, paragraph)
    # One character more than is shown tells whether anything is left out.
    before = _before(document.text[max(paragraph.start, start - CONTEXT - 1) : start])
    surface = document.text[start:end]
    after = _after(document.text[end : min(paragraph.end, end + CONTEXT + 1)])
    span = (len(before), len(before) + len(surface))
    apart = span in isolated(before + surface + after, direction(language), [span])
    return Line(place, language, before, surface, after, apart)


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
