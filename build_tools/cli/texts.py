"""What ``annotate`` and ``explain`` are given: files, JSON lines on standard input, an authority file, a language."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import click

from build_tools.annotate import Annotator
from build_tools.annotate.resident import keep_resident
from build_tools.cli.values import language_tag
from build_tools.model import AnnotatedDocument, Document
from build_tools.problems import DataError, Problem, naming
from build_tools.read import document_from_text, read_authority, read_document, record_of, tags

MAX_LINE = 64_000_000
"""Bytes of one JSON line."""


files_argument = click.argument("files", metavar="FILE...", nargs=-1, required=True)
seeds_option = click.option(
    "--seeds",
    metavar="DIR",
    default=None,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with the authority file, DIR/entities/*.yml.  [default: seeds]",
)
language_option = click.option(
    "--language",
    metavar="TAG",
    default=None,
    callback=language_tag,
    help="Language of the texts (BCP 47), instead of what the record says or the text shows.",
)


def annotated(
    files: Iterable[str], seeds: Path | None, language: str | None, problems: list[Problem]
) -> Iterator[AnnotatedDocument]:
    """Each text that can be read, annotated; errors met on the way are added to ``problems``."""
    authority, found = read_authority(seeds or Path("seeds"))
    problems.extend(problem for problem in found if problem.severity == "error")
    annotator = Annotator(authority)
    keep_resident()
    for document, line in _documents(files, language, problems):
        result, found = annotator.attempt(document)
        # On standard input a line is a document.
        problems.extend(
            replace(problem, line=line or problem.line) for problem in found if problem.severity == "error"
        )
        if result is not None:
            yield result


def _documents(
    files: Iterable[str], language: str | None, problems: list[Problem]
) -> Iterator[tuple[Document, int]]:
    """Each document with the line of standard input that it stands on; 0 where it has a file of its own."""
    for name in files:
        if name == "-":
            yield from _from_lines(sys.stdin.buffer, language, problems)
            continue
        path = Path(name)
        try:
            with naming(name):
                document = read_document(path, record=record_of(path), language=language)
            yield document, 0
        except DataError as error:
            problems.extend(error.problems)


def _from_lines(
    stream: BinaryIO, language: str | None, problems: list[Problem]
) -> Iterator[tuple[Document, int]]:
    number = 0
    while data := stream.readline(MAX_LINE):
        number += 1
        if not data.strip():
            continue
        try:
            document_id, text, tag = _given(data)
            with naming("-", number):
                document = document_from_text(document_id, text, language or tag)
        except DataError as error:
            problems.extend(error.problems)
        except ValueError as error:
            problems.append(Problem("-", number, "bad-line", f"This line cannot be used: {error}", 'Write {"id": "…", "text": "…"} on one line, in UTF-8'))  # fmt: skip
        else:
            yield document, number
        if len(data) >= MAX_LINE:
            # What follows is the rest of that line.
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass


def _given(data: bytes) -> tuple[str, str, str | None]:
    """Id, text and language of one JSON line. Raises ``ValueError`` with what is wrong, as half a sentence."""
    if len(data) >= MAX_LINE:
        raise ValueError(f"it is longer than {MAX_LINE} bytes")
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"it is no UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON ({error.msg}, column {error.colno})") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(given, dict):
        raise ValueError("it is no object")
    document_id, text, tag = given.get("id"), given.get("text"), given.get("language")
    if isinstance(document_id, int) and not isinstance(document_id, bool):
        document_id = str(document_id)
    if not isinstance(document_id, str):
        raise ValueError("it has no id")
    if not isinstance(text, str):
        raise ValueError("it has no text")
    if tag is not None and not isinstance(tag, str):
        raise ValueError("its language is no tag")
    wrong = tags.fault(tag) if tag else None
    if wrong:
        raise ValueError(wrong)
    try:
        (document_id + text).encode()
    except UnicodeEncodeError:
        raise ValueError("it holds half of a surrogate pair") from None
    return document_id, text, tag
