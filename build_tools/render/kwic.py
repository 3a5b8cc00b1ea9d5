"""Mentions in their context: the words before and after a name, within its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_tools.model import Archive, Document, Occurrence, Place

CONTEXT = 70
"""Characters on either side."""


@dataclass(frozen=True, slots=True)
class Line:
    place: Place
    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines of one document, in the order of its text."""

    document: Document
    lines: Sequence[Line]


def concordances(archive: Archive, occurrences: Sequence[Occurrence]) -> Iterator[Concordance]:
    """The occurrences grouped by document, in the order given."""
    for identifier, group in groupby(occurrences, key=lambda o: o.place.document):
        document = archive.documents[identifier].document
        yield Concordance(document, [_line(document, occurrence) for occurrence in group])


def _line(document: Document, occurrence: Occurrence) -> Line:
    paragraph = document.paragraphs[occurrence.place.paragraph - 1]
    mention = occurrence.mention
    start, end = max(paragraph.start, mention.start), min(paragraph.end, mention.end)
    return Line(
        occurrence.place,
        _before(document.text[paragraph.start : start]),
        document.text[start:end],
        _after(document.text[end : paragraph.end]),
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
