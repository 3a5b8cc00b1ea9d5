"""A source text → ``Document``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from build_tools import ids
from build_tools.model import Document, Localized, Paragraph, Record, Rights
from build_tools.problems import DataError, Problem
from build_tools.read import mixed, paragraphs, tags
from build_tools.read.files import read_text
from build_tools.read.language import detect
from build_tools.read.records import mark_boilerplate, mark_pages, mark_parts, read_record

SUFFIX = ".txt"

Divided = tuple[str, str, tuple[Paragraph, ...]]
"""The language that a text seems to be in, that it is taken to be in, and its paragraphs."""
Once = Callable[[tuple[str, ...], Callable[[], Divided]], Divided]
"""What dividing a text gives, made or known from before; the words are all that it depends on."""


def every_time(_: tuple[str, ...], divide: Callable[[], Divided]) -> Divided:
    """Knows nothing from before."""
    return divide()


def read_document(
    path: Path,
    *,
    record: Path | Record | None = None,
    language: str | None = None,
    root: Path | None = None,
    rights: Rights = "full",
    told: list[Problem] | None = None,
    once: Once = every_time,
) -> Document:
    """Read one source text, with its record where one is given (a record file, or what one says).

    ``language`` overrules both the record and what is detected. ``root`` is the folder that no link may lead out of;
    ``rights`` are those of a document whose record does not say any.
    Raises ``DataError`` with every problem of the text and its record.
    """
    problems: list[Problem] = []
    document_id = path.name.removesuffix(SUFFIX)
    wrong = ids.document_fault(document_id)
    if wrong and path.is_file():
        problems.append(Problem(str(path), 0, "bad-name", wrong[:1].upper() + wrong[1:], "Rename the file: letters, digits, - and _"))  # fmt: skip
    loaded = None
    said = Record(rights=rights)
    if isinstance(record, Record):
        said = record
    elif record is not None:
        try:
            said, loaded = read_record(record, root, rights=rights, told=told)
        except DataError as error:
            problems.extend(error.problems)
    try:
        decoded, data = read_text(path, root)
    except DataError as error:
        raise DataError([*problems, *error.problems]) from None
    document = document_from_text(
        document_id, decoded.text, language or said.language, record=said, once=once
    )
    document = replace(document, path=path, sha256=sha256(data).hexdigest(), encoding=decoded.encoding)
    if loaded is not None:
        marked, lost = mark_boilerplate(document.text, document.paragraphs, loaded)
        marked, lost_too = mark_parts(document.text, marked, loaded, document.language)
        marked, beyond = mark_pages(marked, loaded)
        document = replace(document, paragraphs=marked)
        (problems if told is None else told).extend((*lost, *lost_too, *beyond))
    if problems:
        raise DataError(problems)
    return document


def document_from_text(
    document_id: str,
    text: str,
    language: str | None = None,
    *,
    record: Record | None = None,
    once: Once = every_time,
) -> Document:
    """A document without a file: its path is ``-`` and its digest that of the text in UTF-8."""
    record = record or Record()
    given, division, kind = language, record.division, record.kind

    def divide() -> Divided:
        detected = detect(text)
        own = tags.shortest(given) if given else detected
        return detected, *mixed.told(
            text, paragraphs.split(text, division, kind), own, given=given is not None
        )

    detected, told, divided = once((text, repr((given, division, kind))), divide)
    return Document(
        id=document_id,
        path=Path("-"),
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        language=told,
        detected_language=detected,
        paragraphs=divided,
        record=replace(record, title=_filed(record.title, told), summary=_filed(record.summary, told)),
    )


def _filed(texts: Localized, language: str) -> Localized:
    """A text without a language is in the document's own."""
    if tags.UNDETERMINED not in texts:
        return texts
    return {language if tag == tags.UNDETERMINED else tag: text for tag, text in texts.items()}
