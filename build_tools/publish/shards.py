"""Annotations of a folder of texts as numbered files of JSON lines, made by several processes, to be gone on with.

A shard holds the annotations of so many texts that follow one another by name. It is written whole or not at all, and
``shards.json`` beside it says what each was made of: what is whole and was made of the same is not made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.annotate.objects import document_object
from build_tools.model import Document
from build_tools.problems import DataError, Problem, naming
from build_tools.publish.kept import key
from build_tools.publish.kept.program import program
from build_tools.publish.progress import Progress, silent
from build_tools.publish.workers import Workers
from build_tools.read import read_authority, read_document, record_of
from build_tools.writing import write

MANIFEST = "shards.json"
SIZE = 1_000
"""Texts in a shard."""


@dataclass(frozen=True, slots=True)
class Done:
    """``texts`` and ``shards`` are all there are; ``made`` are the shards that this run made."""

    texts: int
    shards: int
    made: int
    problems: tuple[Problem, ...]


def annotate_into(
    folder: Path,
    seeds: Path,
    output: Path,
    *,
    language: str | None = None,
    jobs: int = 1,
    scheduler: str | None = None,
    size: int = SIZE,
    progress: Progress = silent,
) -> Done:
    """Annotate the texts (``NAME.txt``) of a folder into the shards of another one.

    ``jobs`` and ``scheduler`` are those of ``workers.Workers``. A shard with a text that cannot be read holds the others, and is made again next time. Raises ``DataError`` where the
    authority file or the folders cannot be used.
    """
    authority, found = read_authority(seeds)
    problems = [problem for problem in found if problem.severity == "error"]
    texts = sorted(path for path in folder.glob("*.txt") if path.is_file())
    if not texts:
        problems.append(Problem(str(folder), 0, "no-texts", "There are no texts (NAME.txt) in it", "Name the folder of the texts"))  # fmt: skip
    if problems:
        raise DataError(problems)
    record = _Record(output)
    common = key(program(), repr(authority), language or "")
    made = 0
    with Workers(authority, jobs=jobs, scheduler=scheduler) as workers:
        for number, first in enumerate(range(0, len(texts), size), 1):
            progress("annotate", min(first + size, len(texts)), len(texts))
            some = texts[first : first + size]
            name, source = f"{number:06}.jsonl", _made_of(common, some)
            if record.has(name, source):
                continue
            lines, faults = _annotated(some, language, workers)
            content = "".join(lines).encode("utf-8", "surrogatepass")
            write(output / name, content)
            record.add(name, "" if faults else source, content)
            problems.extend(faults)
            made += 1
    count = -(-len(texts) // size)
    record.drop_after(count)
    return Done(len(texts), count, made, tuple(problems))


def _annotated(
    texts: Sequence[Path], language: str | None, workers: Workers
) -> tuple[list[str], list[Problem]]:
    """A line for each text that can be read, in order, and the errors met."""
    documents: list[Document] = []
    faults: list[Problem] = []
    for path in texts:
        try:
            with naming(str(path)):
                documents.append(read_document(path, record=record_of(path), language=language))
        except DataError as error:
            faults.extend(error.problems)
    lines: list[str] = []
    for result, problems in workers.annotated(documents):
        faults.extend(problem for problem in problems if problem.severity == "error")
        if result is not None:
            lines.append(json.dumps(document_object(result), ensure_ascii=False) + "\n")
    return lines, faults


def _made_of(common: bytes, texts: Sequence[Path]) -> str:
    parts: list[str | bytes] = [common]
    for path in texts:
        record = record_of(path)
        parts += [path.name, path.read_bytes(), record.read_bytes() if record else b""]
    return key(*parts).hex()


class _Record:
    """``shards.json``: for each shard the key of what it was made of, and its SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shards: dict[str, dict[str, str]] = {}
        if folder.exists() and not folder.is_dir():
            raise DataError([Problem(str(folder), 0, "exists", "It is no folder", "Name another one")])
        path = folder / MANIFEST
        if path.is_file():
            self._shards = _read(path)
        elif folder.is_dir() and any(folder.iterdir()):
            hint = "Name a new folder, or one that this command has made"
            raise DataError(
                [Problem(str(folder), 0, "not-empty", f"It holds other files and no {MANIFEST}", hint)]
            )

    def has(self, name: str, source: str) -> bool:
        """Whether the shard is there, whole, and made of the same."""
        said = self._shards.get(name, {})
        path = self._folder / name
        return (
            said.get("made_of") == source
            and path.is_file()
            and _digest(path.read_bytes()) == said.get("sha256")
        )

    def add(self, name: str, source: str, content: bytes) -> None:
        self._shards[name] = {"made_of": source, "sha256": _digest(content)}
        self._write()

    def drop_after(self, count: int) -> None:
        """Remove the shards of an earlier run that had more of them."""
        spare = [name for name in self._shards if int(name.partition(".")[0]) > count]
        for name in spare:
            (self._folder / name).unlink(missing_ok=True)
            del self._shards[name]
        if spare:
            self._write()

    def _write(self) -> None:
        write(self._folder / MANIFEST, (json.dumps(self._shards, indent=1) + "\n").encode())


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        loaded = json.loads(path.read_text("utf-8"))
        if all(
            name[:6].isdecimal() and name[6:] == ".jsonl" and isinstance(said, dict)
            for name, said in loaded.items()
        ):
            return dict(loaded)
    except (ValueError, AttributeError):
        pass
    hint = "Remove it: the shards are then made anew"
    raise DataError([Problem(str(path), 0, "no-manifest", "This is no record of shards", hint)])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
