"""``seeds/NAME.yml`` → what the archive says of a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_tools.model import EditorAnnotation, Original, Paragraph, Record, Rights, Source
from build_tools.problems import DataError, Problem
from build_tools.read import quotes, tags
from build_tools.read.files import read_text, read_yaml
from build_tools.read.schema.records import (
    AnnotationModel,
    BoilerplateModel,
    PartModel,
    RecordModel,
    SourceModel,
)
from build_tools.read.validate import sound_part, validate
from build_tools.strict_yaml import Loaded

ORIGINALS = "originals"
"""Folder beside a record with the files that texts were converted from."""


def read_record(
    path: Path, root: Path | None = None, *, rights: Rights = "full", told: list[Problem] | None = None
) -> tuple[Record, Loaded]:
    """A record file's record, and its values with their lines. Raises ``DataError`` with every problem in it.

    ``rights`` are those of a document whose record does not say any. With ``told``, faults of form are put there, and the
    rest of the record is read without what has them.
    """
    loaded = read_yaml(path, root)
    if loaded.data is None:
        read_text(path, root)  # an empty file is an error
        loaded = replace(loaded, data={})  # comments, to be filled in
    model, problems = validate(RecordModel, loaded)
    if model is None:
        part = sound_part(RecordModel, loaded) if told is not None else None
        if told is None or part is None:
            raise DataError(problems)
        told.extend(problems)
        model, loaded = part
    if "excerpt" in model.model_fields_set and (model.rights or rights) != "excerpt":
        message = f"excerpt: {model.excerpt} is for rights: excerpt, and the rights are {rights}"
        raise DataError([Problem(str(path), loaded.line(("excerpt",)), "bad-value", message, "Write rights: excerpt")])  # fmt: skip
    record = Record(
        title=model.title,
        summary=model.summary,
        editorial=model.editorial.model_dump(exclude_none=True),
        language=model.language,
        source=_source(model.source),
        rights=model.rights or rights,
        excerpt=model.excerpt,
        story=model.story,
        tags=tuple(dict.fromkeys(model.tags)),
        collections=tuple(dict.fromkeys(model.collections)),
        division=model.paragraphs,
        kind=model.kind,
        figures=model.figures,
        annotations=tuple(
            _annotation(item, loaded.line(("annotations", index)))
            for index, item in enumerate(model.annotations)
        ),
        original=Original(path.parent / ORIGINALS / model.original.file, model.original.sha256)
        if model.original
        else None,
        path=path,
    )
    return record, loaded


def faults(loaded: Loaded) -> tuple[Problem, ...]:
    """What is wrong with the form of a record that is not on the disk."""
    return validate(RecordModel, loaded)[1] if loaded.data is not None else ()


def _source(source: SourceModel) -> Source:
    return Source(
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        byline=source.byline,
        translated_from=source.translated_from,
        reprinted_from=source.reprinted_from,
        credits=tuple(source.credits),
        retrieved=source.retrieved,
        section=source.section,
        page=source.page,
        edition=source.edition,
        place=source.place,
        note=source.note,
    )


def mark_pages(
    paragraphs: tuple[Paragraph, ...], loaded: Loaded
) -> tuple[tuple[Paragraph, ...], tuple[Problem, ...]]:
    """The paragraphs with the pages of the original that they begin on, and the numbers in the record that none has."""
    pages = {int(number): str(label) for number, label in ((loaded.data or {}).get("pages") or {}).items()}
    problems = tuple(
        Problem(
            loaded.path,
            loaded.line(("pages", str(number))),
            "no-paragraph",
            f"There is no paragraph {number}, but only {len(paragraphs)}",
            "Correct the number, or remove it",
        )
        for number in pages
        if number > len(paragraphs)
    )
    marked = []
    label = None
    for number, paragraph in enumerate(paragraphs, 1):
        label = pages.get(number, label)
        marked.append(replace(paragraph, page=label) if label else paragraph)
    return tuple(marked), problems


def mark_boilerplate(
    text: str, paragraphs: tuple[Paragraph, ...], loaded: Loaded
) -> tuple[tuple[Paragraph, ...], tuple[Problem, ...]]:
    """The paragraphs, those marked that the record quotes the beginning of; and the quotes that begin none."""
    marked = list(paragraphs)
    problems: list[Problem] = []
    for index, item in enumerate((loaded.data or {}).get("boilerplate") or []):
        model = BoilerplateModel.model_validate(item)
        line = loaded.line(("boilerplate", index))
        for number in _beginning(text, paragraphs, model.quote, model.nth, loaded.path, line, problems):
            marked[number] = replace(marked[number], boilerplate=model.kind)
    return tuple(marked), tuple(problems)


def mark_parts(
    text: str, paragraphs: tuple[Paragraph, ...], loaded: Loaded, language: str
) -> tuple[tuple[Paragraph, ...], tuple[Problem, ...]]:
    """The paragraphs with the language and the kind that ``parts`` of the record give them. ``language`` is the document's."""
    marked = list(paragraphs)
    problems: list[Problem] = []
    for index, item in enumerate((loaded.data or {}).get("parts") or []):
        model = PartModel.model_validate(item)
        line = loaded.line(("parts", index))
        for number in _beginning(text, paragraphs, model.quote, model.nth, loaded.path, line, problems):
            if model.language is not None:
                own = tags.shortest(model.language)
                marked[number] = replace(marked[number], language=own if own != language else None)
            if model.kind is not None:
                marked[number] = replace(marked[number], kind=None if model.kind == "prose" else model.kind)
    return tuple(marked), tuple(problems)


def _beginning(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    quote: str,
    nth: int | None,
    path: str,
    line: int,
    problems: list[Problem],
) -> list[int]:
    """Which paragraphs begin with a quote; that none does is a problem."""
    found = [
        number
        for number, paragraph in enumerate(paragraphs)
        if any(
            at[0] == paragraph.start for at in quotes.find(text, quote, paragraph.start, paragraph.end)[:1]
        )
    ]
    if nth is not None:
        found = found[nth - 1 : nth]
    if not found:
        problems.append(_not_found(text, quote, path, line))
    return found


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
        slip=model.slip,
        event=model.event,
        note=model.note,
    )
