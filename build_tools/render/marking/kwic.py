"""Names and figures in their context: the words before and after, within the paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.model import AnnotatedDocument, Archive, Document, Occurrence, Place
from build_tools.render.marking.bidi import direction, isolated
from build_tools.render.wording.cuts import kept, places
from build_tools.tongues import language_of

CONTEXT = 70
"""Characters on either side."""
WINDOW = 4 * CONTEXT
"""Characters on either side in which a place to cut is looked for."""


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
        annotated = archive.documents[identifier]
        yield Concordance(
            annotated.document,
            [in_context(annotated, o.place, o.mention.start, o.mention.end) for o in group],
        )


def in_context(annotated: AnnotatedDocument, place: Place, start: int, end: int) -> Line:
    """The span ``start``–``end`` of the document's text, which lies in the paragraph of ``place``.

    What stands before and after is cut where no name, no figure and no word is cut with it.
    """
    document = annotated.document
    paragraph = document.paragraphs[place.paragraph - 1]
    start, end = max(paragraph.start, start), min(paragraph.end, end)
    language = language_of(document, paragraph)
    # A paragraph may be a book: no more of it is looked at than could be shown.
    first, last = max(paragraph.start, start - WINDOW), min(paragraph.end, end + WINDOW)
    spans = kept(annotated.mentions, annotated.figures, document.text, first, last)
    free = [first + at for at in places(document.text[first:last], spans)]
    before = _before(document.text, free, paragraph.start, start)
    surface = document.text[start:end]
    after = _after(document.text, free, end, paragraph.end)
    span = (len(before), len(before) + len(surface))
    apart = span in isolated(before + surface + after, direction(language), [span])
    return Line(place, language, before, surface, after, apart)


def _before(text: str, free: Sequence[int], least: int, end: int) -> str:
    at = next((at for at in free if end - CONTEXT <= at <= end), end)
    return ("…" if at > least else "") + text[at:end]


def _after(text: str, free: Sequence[int], start: int, most: int) -> str:
    at = next((at for at in reversed(free) if start <= at <= start + CONTEXT), start)
    return text[start:at].rstrip() + "…" if at < most else text[start:at]
