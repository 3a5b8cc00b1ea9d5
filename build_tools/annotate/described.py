"""What an editor states that no text does: a description's dates and numbers, and those of a title or a summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from build_tools.annotate import Annotator
from build_tools.annotate.figures import has_data
from build_tools.model import AnnotatedDocument, Entity, Figure, Seeds
from build_tools.problems import Problem
from build_tools.read import document_from_text

Stated = tuple[str, str | None, str | None, str | None]
"""Kind, value and ends of a figure."""


def check_described(
    seeds: Seeds, annotated: Sequence[AnnotatedDocument], annotator: Annotator
) -> Iterator[Problem]:
    """Warnings: descriptions with a number or a date that stands in no paragraph that names the entity, unless
    ``description_source`` tells where it is from; titles and summaries with one that their text does not hold.

    Nothing is said without texts.
    """
    if not annotated:
        return
    for document in annotated:
        yield from _untold(document, annotator)
    beside = _beside(annotated)
    for entity in seeds.authority.entities.values():
        if entity.description_source is None and entity.merged_into is None:
            yield from _unsaid(entity, beside.get(entity.id, frozenset()), annotator)


def _unsaid(entity: Entity, said: frozenset[Stated], annotator: Annotator) -> Iterator[Problem]:
    told = [
        figure.surface
        for language, text in entity.description.items()
        for figure in _read(text, language, annotator)
        if _stated(figure) not in said
    ]
    if told:
        line = entity.lines.get("description", entity.line)
        message = f"{entity.id}: no paragraph that names it says {', '.join(map(repr, told))}, as its description does"
        hint = "Say where it is from with description_source, or leave it out"
        yield Problem(str(entity.path or ""), line, "unsourced-description", message, hint, "warning")


def _untold(annotated: AnnotatedDocument, annotator: Annotator) -> Iterator[Problem]:
    """A title or a summary that the archive wrote rounds nothing, adds nothing up and divides nothing."""
    record = annotated.document.record
    if record.figures == "none" or not has_data(annotated.document.language):
        return
    held = {value for figure in annotated.figures for value in _values(figure)}
    held.add((record.source.published or "")[:4])
    written = {"title": record.title, "summary": record.summary}
    told = [
        figure.surface
        for key, texts in written.items()
        if key in record.editorial
        for language, text in texts.items()
        for figure in _read(text, language, annotator)
        if not held.intersection(_values(figure))
    ]
    if told:
        path = str(record.path or annotated.document.path)
        message = f"the text does not say {', '.join(map(repr, told))}, as its title or summary does"
        hint = "Say it as the text does, or leave it out"
        yield Problem(path, 0, "unstated-in-text", message, hint, "warning")


def _values(figure: Figure) -> Iterator[str]:
    """What may be equal: a value, one end of a range, and the year of a date."""
    for value in (figure.corrected, figure.value, figure.low, figure.high):
        if value is not None:
            yield value
            if figure.kind == "date":
                yield value[:4]


def _read(text: str, language: str, annotator: Annotator) -> Sequence[Figure]:
    read, _ = annotator.attempt(document_from_text("stated", text, language))
    return read.figures if read else ()


def _beside(annotated: Sequence[AnnotatedDocument]) -> Mapping[str, frozenset[Stated]]:
    """Entity → the figures of all paragraphs that name it."""
    found: dict[str, set[Stated]] = defaultdict(set)
    for document in annotated:
        for paragraph in document.document.paragraphs:
            figures = {_stated(f) for f in document.figures if paragraph.start <= f.start < paragraph.end}
            if figures:
                for mention in document.mentions:
                    if paragraph.start <= mention.start < paragraph.end:
                        found[mention.entity] |= figures
    return {entity: frozenset(figures) for entity, figures in found.items()}


def _stated(figure: Figure) -> Stated:
    value = figure.corrected if figure.corrected is not None else figure.value
    return figure.kind, value, figure.low, figure.high
