"""Problems → lines for people, programs and GitHub, and the exit code that they mean."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Literal

import click

from build_tools.problems import Problem

Format = Literal["text", "json", "github"]


def lines(problems: Iterable[Problem], style: Format = "text") -> list[str]:
    """One line a problem, sorted by file and line; as JSON one array over all lines."""
    ordered = sorted({_shown_from_here(problem) for problem in problems})
    if style == "json":
        return json.dumps([asdict(problem) for problem in ordered], ensure_ascii=False, indent=1).splitlines()
    if style == "github":
        return [_annotation(problem) for problem in ordered]
    return [_printable(str(problem)) for problem in ordered]


def exit_code(problems: Iterable[Problem], *, strict: bool = False) -> int:
    """1 where there is an error (``strict``: or a warning), else 0."""
    return int(any(strict or problem.severity == "error" for problem in problems))


def complain(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, one line each."""
    for line in lines(problems):
        click.echo(line, err=True)


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
