"""``archive explain``."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

import click

from build_tools.cli.output import standard_output
from build_tools.cli.report import complain, exit_code
from build_tools.cli.texts import annotated, files_argument, language_option, seeds_option
from build_tools.model import AnnotatedDocument, Figure
from build_tools.problems import Problem


@click.command()
@files_argument
@seeds_option
@language_option
def explain(files: tuple[str, ...], seeds: Path | None, language: str | None) -> None:
    """Show each name and figure with its value and the rule behind it.

    One line each, tabs between: file:line:column, what it is, the words of the text, what they are taken for, and
    the rule. Forms that are left undecided and annotations that an editor rejected are shown too.

    \b
    Example:
        archive explain seeds/*.txt
    """
    problems: list[Problem] = []
    with standard_output() as write:
        for document in annotated(files, seeds, language, problems):
            for line in explanation(document):
                write(line + "\n")
    complain(problems)
    sys.exit(exit_code(problems))


def explanation(annotated: AnnotatedDocument) -> Iterator[str]:
    """One line a span, in the order of the text."""
    text = annotated.document.text
    lines = [0, *(offset + 1 for offset, char in enumerate(text) if char == "\n")]
    rows: list[tuple[int, int, str, str, str]] = []
    rows.extend((m.start, m.end, "name", f"{m.entity} ({m.type})", m.rule) for m in annotated.mentions)
    rows.extend((f.start, f.end, f.kind, _value(f), f.rule) for f in annotated.figures)
    rows.extend(
        (u.start, u.end, "undecided", " or ".join(u.candidates), u.reason) for u in annotated.undecided
    )
    rows.extend((start, end, "rejected", "nothing", f"editor, line {said.line} of the record") for said, start, end in annotated.rejected)  # fmt: skip
    for start, end, kind, value, rule in sorted(rows):
        line = bisect_right(lines, start)
        place = f"{annotated.document.path}:{line}:{start - lines[line - 1] + 1}"
        yield "\t".join((place, kind, " ".join(text[start:end].split()), value, f"[{rule}]"))


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
