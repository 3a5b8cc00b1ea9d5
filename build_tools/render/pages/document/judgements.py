"""How the figures of a document were read, and what an editor has said of names and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.archive.places import paragraph_at
from build_tools.model import AnnotatedDocument, Figure, FigureUse, Localized, Mention
from build_tools.render.context import Context


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with the comparisons that use it."""

    number: int
    figure: Figure
    measures: Sequence[str]


@dataclass(frozen=True, slots=True)
class Edited:
    """A name that an editor set, with the reason given; ``paragraph`` is the number of the one it stands in."""

    mention: Mention
    paragraph: int
    note: Localized


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of which an editor says when it was (EDTF); ``paragraph`` is the number of the one they stand in."""

    surface: str
    paragraph: int
    date: str
    note: Localized


@dataclass(frozen=True, slots=True)
class Inferred:
    """A surname whose bearer a title or a related entity tells; ``paragraph`` is the number of the one it stands in."""

    mention: Mention
    paragraph: int


@dataclass(frozen=True, slots=True)
class Undecided:
    """A form that could mean several entities, the number of its paragraph, and which entities these are."""

    surface: str
    paragraph: int
    candidates: Sequence[str]


def readings(context: Context, uses: Sequence[FigureUse]) -> list[Reading]:
    measures = context.lookup.measures_of
    return [
        Reading(use.number, use.figure, measures.get((use.place.document, use.number), ())) for use in uses
    ]


def by_editor(annotated: AnnotatedDocument, uses: Sequence[FigureUse]) -> int:
    """How many names and figures an editor set or corrected."""
    return sum(mention.rule == "editor" for mention in annotated.mentions) + sum(
        use.figure.rule == "editor" or use.figure.literal is not None for use in uses
    )


def edited(annotated: AnnotatedDocument) -> list[Edited]:
    document = annotated.document
    notes = {(a.entity, a.quote): a.note for a in document.record.annotations if a.entity}
    return [
        Edited(
            mention,
            paragraph_at(document.paragraphs, mention.start),
            notes.get((mention.entity, mention.surface), {}),
        )
        for mention in annotated.mentions
        if mention.rule == "editor"
    ]


def dated(annotated: AnnotatedDocument) -> list[Dated]:
    document = annotated.document
    return [
        Dated(document.text[start:end], paragraph_at(document.paragraphs, start), said.event or "", said.note)
        for said, start, end in annotated.events
    ]


def inferred(annotated: AnnotatedDocument) -> list[Inferred]:
    """The first such mention of each person."""
    first: dict[str, Mention] = {}
    for mention in annotated.mentions:
        if mention.rule.endswith("(inferred)"):
            first.setdefault(mention.entity, mention)
    paragraphs = annotated.document.paragraphs
    return [Inferred(mention, paragraph_at(paragraphs, mention.start)) for mention in first.values()]


def undecided(context: Context, annotated: AnnotatedDocument) -> list[Undecided]:
    return [
        Undecided(
            place.surface,
            paragraph_at(annotated.document.paragraphs, place.start),
            [name for name in place.candidates if name in context.archive.entities],
        )
        for place in annotated.undecided
    ]
