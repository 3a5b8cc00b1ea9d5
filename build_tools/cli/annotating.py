"""``archive annotate`` and ``archive explain``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import click

from build_tools.annotate import Annotator
from build_tools.cli.report import complain, exit_code
from build_tools.model import AnnotatedDocument, Document, Figure
from build_tools.problems import DataError, Problem
from build_tools.read import document_from_text, read_authority, read_document, record_of, tags

MAX_LINE = 64_000_000
"""Bytes of one JSON line."""


def _tag(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    wrong = tags.fault(value) if value is not None else None
    if wrong:
        raise click.BadParameter(wrong)
    return value


_SEEDS = click.option(
    "--seeds",
    "seeds",
    metavar="DIR",
    default=None,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with the authority file, DIR/entities/*.yml.  [default: seeds]",
)
_LANGUAGE = click.option(
    "--language",
    metavar="TAG",
    default=None,
    callback=_tag,
    help="Language of the texts (BCP 47), instead of what the record says or the text shows.",
)


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@_SEEDS
@_LANGUAGE
def annotate(files: tuple[str, ...], seeds: Path | None, language: str | None) -> None:
    """Print the names and figures of each text, one JSON object a line.

    Offsets are code points of the decoded file, half-open. A record beside a text (NAME.yml) applies. With - as
    FILE, JSON lines {"id": …, "language": …, "text": …} are read from standard input; language may be left out.

    \b
    Examples:
        archive annotate seeds/*.txt
        echo '{"id": "a", "text": "Revenue rose 5% to $2bn."}' | archive annotate -
    """
    problems: list[Problem] = []
    annotator = _annotator(seeds, problems)
    with _output() as write:
        for document in _documents(files, language, problems):
            annotated, wrong = annotator.annotate(document)
            problems.extend(wrong)
            write(json.dumps(as_json(annotated), ensure_ascii=False) + "\n")
    errors = [problem for problem in problems if problem.severity == "error"]
    complain(errors)
    sys.exit(exit_code(errors))


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@_SEEDS
@_LANGUAGE
def explain(files: tuple[str, ...], seeds: Path | None, language: str | None) -> None:
    """Show each name and figure with its value and the rule behind it.

    One line each, as line:column, the words of the text, what they are taken for, and why.

    \b
    Example:
        archive explain seeds/*.txt
    """
    problems: list[Problem] = []
    annotator = _annotator(seeds, problems)
    with _output() as write:
        for document in _documents(files, language, problems):
            annotated, wrong = annotator.annotate(document)
            problems.extend(wrong)
            for line in explanation(annotated):
                write(line + "\n")
    errors = [problem for problem in problems if problem.severity == "error"]
    complain(errors)
    sys.exit(exit_code(errors))


def as_json(annotated: AnnotatedDocument) -> dict[str, Any]:
    """The object that ``annotate`` prints for a document."""
    document = annotated.document
    return {
        "id": document.id,
        "path": str(document.path),
        "sha256": document.sha256,
        "language": document.language,
        "text_length": len(document.text),
        "paragraphs": [{"start": p.start, "end": p.end} for p in document.paragraphs],
        "mentions": [
            {"start": m.start, "end": m.end, "surface": m.surface, "entity": m.entity, "type": m.type}
            for m in annotated.mentions
        ],
        "figures": [_figure(figure) for figure in annotated.figures],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "start": figure.start,
        "end": figure.end,
        "surface": figure.surface,
        "kind": figure.kind,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "currency": figure.currency,
        "unit": figure.unit,
        "modifier": figure.modifier,
        "rule": figure.rule,
        "suspect": figure.suspect,
        "equivalent_of": figure.equivalent_of,
    }
    # Said where there is something to say.
    if figure.assumed is not None:
        shown["assumed"] = figure.assumed
    if figure.corrected is not None:
        shown["corrected"] = figure.corrected
    if figure.note:
        shown["note"] = dict(figure.note)
    return shown


def explanation(annotated: AnnotatedDocument) -> Iterator[str]:
    """One line a span: ``path:line:column  kind  «surface»  value  [rule]``, in the order of the text."""
    text = annotated.document.text
    items: list[tuple[int, str, str, str, str]] = []
    for mention in annotated.mentions:
        items.append(
            (mention.start, "name", mention.surface, f"{mention.entity} ({mention.type})", mention.rule)
        )
    for figure in annotated.figures:
        items.append((figure.start, figure.kind, figure.surface, _value(figure), figure.rule))
    for open_ in annotated.undecided:
        items.append((open_.start, "undecided", open_.surface, " or ".join(open_.candidates), open_.reason))
    for annotation, start, end in annotated.rejected:
        items.append(
            (start, "rejected", text[start:end], "nothing", f"editor, line {annotation.line} of the record")
        )
    for start, kind, surface, value, rule in sorted(items):
        before = text[:start]
        line = before.count("\n") + 1
        column = start - (before.rfind("\n") + 1) + 1
        words = " ".join(surface.split())
        yield f"{annotated.document.path}:{line}:{column}\t{kind}\t{words}\t{value}\t[{rule}]"


def _value(figure: Figure) -> str:
    parts: list[str] = []
    if figure.modifier != "exact":
        parts.append(figure.modifier)
    if figure.value is not None:
        parts.append(figure.value)
    elif figure.low is not None or figure.high is not None:
        parts.append(f"{figure.low or '…'} to {figure.high or '…'}")
    parts.extend(part for part in (figure.currency, figure.unit) if part)
    if figure.corrected is not None:
        parts.append(f"(corrected: {figure.corrected})")
    if figure.assumed:
        parts.append(f"({figure.assumed} assumed)")
    if figure.suspect:
        parts.append(f"(suspect: {figure.suspect})")
    if figure.equivalent_of is not None:
        parts.append(f"(restates the figure at {figure.equivalent_of})")
    return " ".join(parts)


def _annotator(seeds: Path | None, problems: list[Problem]) -> Annotator:
    authority, found = read_authority(seeds or Path("seeds"))
    problems.extend(problem for problem in found if problem.severity == "error")
    return Annotator(authority)


def _documents(files: Iterable[str], language: str | None, problems: list[Problem]) -> Iterator[Document]:
    """Each text that can be read; what cannot be is added to the problems."""
    for name in files:
        if name == "-":
            yield from _from_lines(sys.stdin.buffer, language, problems)
            continue
        path = Path(name)
        try:
            yield read_document(path, record=record_of(path), language=language)
        except DataError as error:
            problems.extend(error.problems)


def _from_lines(stream: BinaryIO, language: str | None, problems: list[Problem]) -> Iterator[Document]:
    number = 0
    while data := stream.readline(MAX_LINE):
        number += 1
        if not data.strip():
            continue
        try:
            yield _from_line(data, language)
        except ValueError as error:
            problems.append(Problem("-", number, "bad-line", f"This line cannot be used: {error}", 'Write {"id": "…", "text": "…"} on one line, in UTF-8'))  # fmt: skip


def _from_line(data: bytes, language: str | None) -> Document:
    """The document of one JSON line. Raises ``ValueError`` with what is wrong, as half a sentence."""
    if len(data) >= MAX_LINE:
        raise ValueError(f"it is longer than {MAX_LINE} bytes")
    try:
        given = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"it is no UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON ({error.msg}, column {error.colno})") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(given, dict):
        raise ValueError("it is no object")
    document_id, text, tag = given.get("id"), given.get("text"), language or given.get("language")
    if isinstance(document_id, int) and not isinstance(document_id, bool):
        document_id = str(document_id)
    if not isinstance(document_id, str):
        raise ValueError("it has no id")
    if not isinstance(text, str):
        raise ValueError("it has no text")
    if tag is not None and (not isinstance(tag, str) or tags.fault(tag)):
        raise ValueError(tags.fault(tag) if isinstance(tag, str) else "its language is no tag")
    try:
        (document_id + text).encode()
    except UnicodeEncodeError:
        raise ValueError("it holds half of a surrogate pair") from None
    return replace(document_from_text(document_id, text, tag), path=Path("-"))


class _output:  # noqa: N801 (a context manager that reads like a function)
    """Writes UTF-8 to standard output, whatever the locale; a reader who leaves ends the run in one line."""

    def __enter__(self) -> Any:
        return self._write

    def _write(self, text: str) -> None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, BrokenPipeError):
            # Nobody reads any more; without this the interpreter would complain once more when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            complain(
                [Problem("-", 0, "broken-pipe", "Standard output was closed before everything was written")]
            )
            sys.exit(1)
