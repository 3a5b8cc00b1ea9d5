"""Files → documents in ``seeds/``, one after the other; what cannot be taken in keeps none of the others out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.convert.process import Converters
from build_tools.intake import one_writer, store
from build_tools.intake.names import Names
from build_tools.intake.sources import Source, sources
from build_tools.intake.texts import Wishes, document_id, text_of
from build_tools.problems import DataError, Problem
from build_tools.writing import Tell, silent


def add_files(
    seeds: Path, paths: Sequence[Path], wishes: Wishes, converters: Converters, *, tell: Tell = silent
) -> Iterator[Path | Problem]:
    """The files that were written, and the problems met on the way, as they come."""
    names = Names(seeds)
    for path in paths:
        for found in sources(path, converters):
            if isinstance(found, Problem):
                yield found
                continue
            try:
                yield from _added(seeds, found, wishes, converters, names, tell)
            except DataError as error:
                yield from (_as_optional(problem, found) for problem in error.problems)


def _added(
    seeds: Path, source: Source, wishes: Wishes, converters: Converters, names: Names, tell: Tell
) -> Iterator[Path | Problem]:
    name = names.free(source, document_id(source, wishes))
    text = text_of(source, wishes, converters, name)
    with one_writer(seeds, "archive add", tell=tell):
        written = store(seeds, [text])
    names.take(name)
    yield from written
    yield from text.warnings


def _as_optional(problem: Problem, source: Source) -> Problem:
    """A frame of a page in a web archive need not hold an article."""
    return (
        replace(problem, severity="warning")
        if source.optional and problem.code in ("no-text", "no-article")
        else problem
    )
