"""Writes what a person asked to take in: a new text with its record, or entities to look through.

Beside ``publish`` the only place that writes; it adds to ``seeds/`` and never changes what is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from build_tools import writing
from build_tools.problems import DataError, Problem
from build_tools.read.records import ORIGINALS


@contextmanager
def one_writer(seeds: Path, purpose: str, *, tell: writing.Tell = writing.silent) -> Iterator[None]:
    """Keep every other command from writing into ``seeds`` meanwhile; waits for one that does.

    What an interrupted one left there is finished or removed first. Raises ``DataError`` when another one goes on for
    too long.
    """
    made = not seeds.exists()
    if made:
        _made(seeds)
    try:
        with writing.held([writing.of_seeds(seeds)], purpose, tell=tell):
            writing.finish(seeds)
            yield
    finally:
        if made:
            with suppress(OSError):  # there is something in it by now
                seeds.rmdir()


@dataclass(frozen=True, slots=True)
class Text:
    """A text to store with its record. ``original`` is the name and the content of the file that it was made of."""

    id: str
    data: bytes
    record: str
    language: str
    original: tuple[str, bytes] | None = None
    warnings: tuple[Problem, ...] = ()


def store(seeds: Path, texts: Sequence[Text]) -> tuple[Path, ...]:
    """Write ``seeds/NAME.txt``, ``seeds/NAME.yml`` and the original in ``seeds/originals/`` of each text; all or nothing,
    whatever happens meanwhile. Returns texts and records.

    Raises ``DataError`` when one of them exists or cannot be written.
    """
    files: dict[str, bytes] = {}
    for text in texts:
        if text.original:
            files[f"{ORIGINALS}/{text.original[0]}"] = text.original[1]
        # The record first: nobody reads a text without knowing whether it may be shown.
        files[f"{text.id}.yml"] = text.record.encode()
        files[f"{text.id}.txt"] = text.data
    if not files:
        return ()
    with one_writer(seeds, "archive add"):
        try:
            writing.write_together(seeds, files)
        except OSError as error:
            raise DataError([_refused(error, seeds)]) from None
    return tuple(seeds / f"{text.id}{ending}" for text in texts for ending in (".txt", ".yml"))


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises ``DataError`` when it is, or cannot be written."""
    try:
        if path.exists():
            raise DataError(
                [
                    Problem(
                        str(path),
                        0,
                        "exists",
                        "The file exists already",
                        "Nothing was written; name another, or remove it",
                    )
                ]
            )
        writing.write(path, content)
    except OSError as error:
        raise DataError([_refused(error, path)]) from None


def append(path: Path, block: str) -> None:
    """Add a block of YAML to a list in a file, which is made where there is none; whole or not at all.

    Raises ``DataError`` when the file cannot be written.
    """
    with one_writer(path.parent, "archive suggest"):
        try:
            before = path.read_bytes() if path.exists() else b""
            if before and not before.endswith(b"\n"):
                before += b"\n"
            writing.write(path, before + block.encode())
        except OSError as error:
            raise DataError([_refused(error, path)]) from None


def _made(seeds: Path) -> None:
    try:
        seeds.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError([_refused(error, seeds)]) from None


def _refused(error: OSError, path: Path) -> Problem:
    shown = str(error.filename or path)
    if isinstance(error, FileExistsError):
        return Problem(shown, 0, "exists", "The file exists already", "Nothing was written; give another --name")  # fmt: skip
    hint = "Check the folder, its permissions and the space on its disk"
    return Problem(shown, 0, "unwritable", f"The file cannot be written: {error.strerror}", hint)
