"""Problems → lines for people, programs and GitHub, and the exit code that they mean."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import groupby
from textwrap import shorten
from typing import Literal

import click

from build_tools.problems import Problem

Format = Literal["text", "json", "github"]

FEW = 3
"""Warnings of one kind in one file that are printed one by one, and that stand for the others where there are more."""

WIDTH = 90
"""Characters of a message that shares a line with others."""


def lines(problems: Iterable[Problem], style: Format = "text", *, every: bool = True) -> list[str]:
    """One line a problem, sorted by file and line; as JSON one array over all lines.

    Without ``every``, text has one line for all warnings of a kind in a file, where they are more than ``FEW``;
    errors keep their own lines. JSON and GitHub's annotations always have every one.
    """
    ordered = sorted({_shown_from_here(problem) for problem in problems})
    if style == "json":
        return json.dumps([asdict(problem) for problem in ordered], ensure_ascii=False, indent=1).splitlines()
    if style == "github":
        return [_annotation(problem) for problem in ordered]
    return [_printable(line) for line in ([*map(str, ordered)] if every else _summed_up(ordered))]


def _summed_up(ordered: Sequence[Problem]) -> Iterator[str]:
    for _, of_file in groupby(ordered, key=lambda problem: problem.path):
        kinds: dict[tuple[str, str], list[Problem]] = {}
        for problem in of_file:
            # An error is a kind of its own each time.
            key = (problem.code, "" if problem.severity == "warning" else str(problem))
            kinds.setdefault(key, []).append(problem)
        for alike in kinds.values():
            if len(alike) > FEW:
                yield _together(alike)
            else:
                yield from map(str, alike)


def _together(alike: Sequence[Problem]) -> str:
    """``file: 17 warnings [kind], such as line 2: …; line 15: …; line 26: …. What to do``."""
    first = alike[0]
    told = "; ".join(
        (f"line {problem.line}: " if problem.line else "") + shorten(problem.message, WIDTH, placeholder=" …")
        for problem in alike[:FEW]
    )
    return " ".join(f"{first.path}: {len(alike)} warnings [{first.code}], such as {told}. {first.hint}".split())  # fmt: skip


def exit_code(problems: Iterable[Problem], *, strict: bool = False) -> int:
    """1 where there is an error (``strict``: or a warning), else 0."""
    return int(any(strict or problem.severity == "error" for problem in problems))


def complain(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, one line each, and one for many warnings of a kind."""
    for line in lines(problems, every=False):
        click.echo(line, err=True)


def tell(line: str) -> None:
    """Print one line on standard error: what is being waited for."""
    click.echo(_printable(f"archive: {line}"), err=True)


def _shown_from_here(problem: Problem) -> Problem:
    """Paths below the current folder are shown from there."""
    if not os.path.isabs(problem.path):
        return problem
    relative = os.path.relpath(problem.path)
    return problem if relative.startswith("..") else replace(problem, path=relative)


def _printable(line: str) -> str:
    """No character that moves the cursor or turns the line around: quoted text is data."""
    return "".join(
        char if char.isprintable() or char in "\u200c\u200d" else f"\\u{ord(char):04x}" for char in line
    )


def _annotation(problem: Problem) -> str:
    """GitHub's workflow command; properties and message are escaped as its documentation asks."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def property_(text: str) -> str:
        return escaped(text).replace(":", "%3A").replace(",", "%2C")

    where = f"file={property_(problem.path)}" + (f",line={problem.line}" if problem.line else "")
    message = f"{problem.message}. {problem.hint}".strip()
    return f"::{problem.severity} {where},title={property_(problem.code)}::{escaped(message)}"
