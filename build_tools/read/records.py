"""``seeds/NAME.yml`` → what the archive says of a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_tools.model import EditorAnnotation, Paragraph, Record, Source
from build_tools.problems import DataError, Problem
from build_tools.read import quotes
from build_tools.read.files import read_yaml
from build_tools.read.schema import AnnotationModel, BoilerplateModel, RecordModel
from build_tools.read.validate import validate
from build_tools.strict_yaml import Loaded


def read_record(path: Path, root: Path | None = None) -> tuple[Record, Loaded]:
    """A record file's record, and its values with their lines. Raises ``DataError`` with every problem in it."""
    loaded = read_yaml(path, root)
    if loaded.data is None:
        raise DataError([Problem(str(path), 0, "empty", "The record says nothing", "Fill it or remove it")])
    model, problems = validate(RecordModel, loaded)
    if model is None:
        raise DataError(problems)
    source = model.source
    record = Record(
        title=model.title,
        summary=model.summary,
        editorial=model.editorial.model_dump(exclude_none=True),
        language=model.language,
        source=Source(
            publisher=source.publisher,
            published=source.published,
            url=source.url,
            byline=source.byline,
            translated_from=source.translated_from,
            reprinted_from=source.reprinted_from,
            retrieved=source.retrieved,
            note=source.note,
        ),
        rights=model.rights,
        excerpt=model.excerpt,
        story=model.story,
        annotations=tuple(
            _annotation(item, loaded.line(("annotations", index)))
            for index, item in enumerate(model.annotations)
        ),
        path=path,
    )
    return record, loaded


def mark_boilerplate(
    text: str, paragraphs: tuple[Paragraph, ...], loaded: Loaded
) -> tuple[tuple[Paragraph, ...], tuple[Problem, ...]]:
    """The paragraphs, those marked that the record quotes the beginning of; and the quotes that begin none."""
    given = (loaded.data or {}).get("boilerplate") or []
    marked = list(paragraphs)
    problems = []
    for index, item in enumerate(given):
        boilerplate = BoilerplateModel.model_validate(item)
        line = loaded.line(("boilerplate", index))
        beginning = [
            number
            for number, paragraph in enumerate(paragraphs)
            if any(at[0] == paragraph.start for at in quotes.find(text, boilerplate.quote, paragraph.start, paragraph.end)[:1])
        ]  # fmt: skip
        if boilerplate.nth is not None:
            beginning = beginning[boilerplate.nth - 1 : boilerplate.nth]
        if not beginning:
            problems.append(_not_found(text, boilerplate.quote, loaded.path, line))
        for number in beginning:
            marked[number] = replace(marked[number], boilerplate=boilerplate.kind)
    return tuple(marked), tuple(problems)


def _not_found(text: str, quote: str, path: str, line: int) -> Problem:
    hint = quotes.remedy(text, quote, "Copy the first words of the paragraph from the text")
    return Problem(path, line, "quote-not-found", f"No paragraph begins with {quote!r}", hint)


def _annotation(model: AnnotationModel, line: int) -> EditorAnnotation:
    figure = model.figure.model_dump(exclude_unset=True) if model.figure is not None else None
    return EditorAnnotation(
        quote=model.quote,
        nth=None if model.nth == "all" else model.nth,
        every=model.nth == "all",
        line=line,
        entity=model.entity,
        figure=figure,
        reject=model.reject,
        note=model.note,
    )
