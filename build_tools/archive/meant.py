"""What the figures of a document are held to mean: an editor's correction leads, the literal reading stands beside it."""

from __future__ import annotations

from dataclasses import replace

from build_tools.archive.places import paragraph_at
from build_tools.model import AnnotatedDocument, AnnotatedTranslation, Figure


def as_meant(annotated: AnnotatedDocument) -> AnnotatedDocument:
    """The document with its corrected figures as they are meant, and its translations with theirs.

    A translation repeats a slip of its source; the figure of the same paragraph that states the same literal value
    is corrected with it.
    """
    figures = tuple(map(meant, annotated.figures))
    document = replace(annotated, figures=figures)
    return replace(document, translations=tuple(_carried(document, t) for t in annotated.translations))


def meant(figure: Figure) -> Figure:
    """The figure as it is held to be meant. A correction that gives no modifier keeps the text's."""
    literal = figure.literal
    if literal is None:
        return figure
    value, low, high = figure.value, figure.low, figure.high
    if figure.corrected is not None:
        value = figure.corrected
        # One value put in the place of a range is the range no longer.
        low, high = (
            None if same else end for end, same in ((low, low == literal.low), (high, high == literal.high))
        )
    elif (low, high) != (literal.low, literal.high):
        value = None
    return replace(figure, value=value, low=low, high=high, corrected=None)


def _carried(annotated: AnnotatedDocument, made: AnnotatedTranslation) -> AnnotatedTranslation:
    paragraphs, theirs = annotated.document.paragraphs, made.translation.paragraphs
    free = [(paragraph_at(theirs, figure.start), figure) for figure in made.figures]
    found: list[tuple[int, Figure]] = []
    for number, figure in enumerate(annotated.figures, 1):
        if figure.literal is None:
            continue
        place = paragraph_at(paragraphs, figure.start)
        same = next((one for one in free if one[0] == place and _alike(one[1], figure.literal)), None)
        if same:
            free.remove(same)
            found.append((number, _put_right(same[1], figure)))
    return replace(made, corrected=tuple(found))


def _alike(translated: Figure, literal: Figure) -> bool:
    said = ("kind", "value", "low", "high", "currency")
    return all(getattr(translated, key) == getattr(literal, key) for key in said)


def _put_right(translated: Figure, source: Figure) -> Figure:
    """The translation's figure, meant as the source's is."""
    return replace(
        source,
        start=translated.start,
        end=translated.end,
        surface=translated.surface,
        rule=translated.rule,
        literal=translated,
        equivalent_of=None,
    )
