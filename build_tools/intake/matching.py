"""Rows → records: those of documents that are there are changed, and files that rows name are taken in with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools import ids, writing
from build_tools.convert.process import Converters
from build_tools.intake import Text, one_writer, store
from build_tools.intake.changing import changed, check
from build_tools.intake.columns import Column, values_of
from build_tools.intake.names import Names
from build_tools.intake.rows import Row
from build_tools.intake.sources import Source, sources
from build_tools.intake.texts import Wishes, document_id, text_of
from build_tools.model import Document
from build_tools.problems import DataError, Problem
from build_tools.read import read_seeds
from build_tools.read.files import read_yaml
from build_tools.read.seeds import RECORD_SUFFIX
from build_tools.writing import Tell, silent


@dataclass(slots=True)
class _Work:
    """What is to be written. ``records`` are new contents by path."""

    records: dict[Path, str] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, name: str, text: Text, names: Names) -> None:
        names.take(name)
        self.texts.append(text)
        self.problems.extend(text.warnings)

    def take_all(
        self, sources: Iterable[Source], names: Names, wishes: Wishes, converters: Converters
    ) -> Iterator[Problem]:
        """Take files of which no row says anything; yields what keeps one out."""
        for source in sources:
            try:
                name = names.free(source, document_id(source, wishes))
                self.take(name, text_of(source, wishes, converters, name), names)
            except DataError as error:
                yield from error.problems


def match(
    seeds: Path,
    rows: Sequence[Row],
    files: Sequence[Path],
    wishes: Wishes,
    converters: Converters,
    *,
    others: bool = False,
    tell: Tell = silent,
) -> Iterator[Path | Problem]:
    """Change the records that ``rows`` speak of, and take in the ``files`` that they name; ``others``: those too that no
    row names. Yields the files that were written, and problems: with an error in a row or its file, nothing is written.

    An empty cell empties the value of a document that is there; of one that is taken in, what its file says stays.
    """
    with one_writer(seeds, "archive add", tell=tell):
        documents = (
            {ids.collision_key(document.id): document for document in read_seeds(seeds)[0].documents}
            if seeds.is_dir()
            else {}
        )
        work = _Work()
        aside: list[Problem] = []
        offered = _Files(files, converters, work.problems, aside if others else work.problems)
        names = Names(seeds)
        seen: dict[str, int] = {}
        for row in rows:
            try:
                _do(row, documents, offered, names, wishes, converters, work, seen)
            except DataError as error:
                work.problems.extend(error.problems)
        if any(problem.severity == "error" for problem in work.problems):
            yield from work.problems
            return
        if others:
            aside.extend(work.take_all(offered.left(), names, wishes, converters))
        else:
            aside = [_unnamed(source) for source in offered.left()]
        yield from _written(seeds, work)
    yield from (*work.problems, *aside)


def _do(
    row: Row, documents: Mapping[str, Document], offered: _Files, names: Names, wishes: Wishes, converters: Converters,
    work: _Work, seen: dict[str, int],
) -> None:  # fmt: skip
    known = next((documents[key] for key in _keys(row) if key in documents), None)
    if known is not None:
        first = seen.setdefault(known.id, row.line)
        if first != row.line:
            message = f"The row of line {first} is of the same document, {known.id}"
            raise DataError([Problem(row.path, row.line, "twice", message, "Remove one of them")])
        _change(row, known, work)
        return
    source = offered.of(row)
    if source is None:
        work.problems.append(_without_text(row))
        return
    wanted = replace(wishes, name=row.name) if row.name else wishes
    name = names.free(source, document_id(source, wanted))
    text = text_of(
        source,
        replace(wishes, language=row.values.get(Column("language")) or wishes.language),
        converters,
        name,
    )
    said = {column: cell for column, cell in row.values.items() if cell}
    record = changed(text.record, said, text.language)
    check(record, row.path, row.line)
    work.take(name, replace(text, record=record), names)


def _keys(row: Row) -> Iterator[str]:
    """By which the document of a row may be known."""
    return map(ids.collision_key, (*row.names, *_stems(row)))


def _without_text(row: Row) -> Problem:
    what = f"There is no file {row.files[0]}, for" if row.files else "No document and no file is named as"
    return Problem(
        row.path,
        row.line,
        "no-text",
        f"{what} “{row.what}”" + ("" if row.files else " is"),
        "Name its file, or take it in first: archive add FILE",
        "error" if row.files else "warning",
    )


def _change(row: Row, document: Document, work: _Work) -> None:
    path = document.record.path or document.path.with_name(document.id + RECORD_SUFFIX)
    present = values_of(read_yaml(path).data or {}, document.language) if path.exists() else {}
    changes = {column: cell for column, cell in row.values.items() if present.get(column, "") != cell}
    if changes:
        text = changed(path.read_text("utf-8") if path.exists() else "", changes, document.language)
        check(text, row.path, row.line)
        work.records[path] = text


def _written(seeds: Path, work: _Work) -> Iterator[Path]:
    for path, text in work.records.items():
        writing.write(path, text.encode())
        yield path
    yield from store(seeds, work.texts)


def _stems(row: Row) -> tuple[str, ...]:
    return tuple(ids.slug(Path(file.replace("\\", "/")).stem) for file in row.files)


def _unnamed(source: Source) -> Problem:
    return Problem(
        source.shown,
        0,
        "no-row",
        "No row speaks of this file, so it was not taken in",
        "Add a row, or take it in by itself: archive add FILE",
        "warning",
    )


class _Files:
    """The files that were named, to be found by their paths or names; each is taken once."""

    def __init__(
        self, paths: Sequence[Path], converters: Converters, problems: list[Problem], aside: list[Problem]
    ) -> None:
        """``problems`` is told what is wrong with a file that a row names, ``aside`` of the others."""
        self._converters = converters
        self._problems = aside
        self._found: list[Source] = []
        self._taken: set[int] = set()
        for path in paths:
            self._enter(path)
        self._problems = problems

    def of(self, row: Row) -> Source | None:
        """The file of a row: that at its path, from the table's folder, else one of its name."""
        for file in row.files:
            path = Path(row.path).parent / file.replace("\\", "/")
            if path.is_file() and not any(Path(source.shown) == path for source in self._found):
                self._enter(path)
        wanted = set(_keys(row))
        plain = {file.replace("\\", "/").rsplit("/", 1)[-1] for file in row.files}
        for at, source in enumerate(self._found):
            if at not in self._taken and source.name in plain:
                return self._take(at)
        for at, source in enumerate(self._found):
            if at not in self._taken and ids.collision_key(ids.slug(source.name.rsplit(".", 1)[0])) in wanted:
                return self._take(at)
        return None

    def left(self) -> Iterator[Source]:
        """The files that no row named."""
        return (source for at, source in enumerate(self._found) if at not in self._taken)

    def _take(self, at: int) -> Source:
        self._taken.add(at)
        return self._found[at]

    def _enter(self, path: Path) -> None:
        for found in sources(path, self._converters):
            if isinstance(found, Problem):
                self._problems.append(found)
            else:
                self._found.append(found)
