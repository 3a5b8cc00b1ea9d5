"""Which changes are tried: drawn by lot, and the same ones as long as their lines stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

import yaml

from tests.mutants.changes import Change, changes, is_program

ROOT = Path(__file__).parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent.yml")
FIGURES = "build_tools/annotate/figures/"

_LEFT_OUT = ("build_tools/model/",)


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    path: str
    change: Change
    line: str
    """As it is written, without indentation."""

    def __str__(self) -> str:
        change = self.change
        before, after = change.before.strip(), change.after.strip()
        return f"{self.path}:{change.line}:{change.column + 1}: {before} → {after}"


def drawn(number: int, seed: int, only: str) -> list[Mutant]:
    """``number`` changes out of all that can be made below ``only`` (empty: in all but the figures), by lot, sorted.

    Each change has a lot of its own, made of what its line says, so that work on other lines brings in few others.
    """
    known = {(entry["path"], entry["line"], entry["after"]) for entry in equivalent()}
    every = (
        mutant for mutant in _every(only) if (mutant.path, mutant.line, mutant.change.after) not in known
    )
    by_lot = sorted(every, key=lambda mutant: _lot(mutant, seed))
    return sorted(islice(filter(_leaves_a_program, by_lot), number))


def _leaves_a_program(mutant: Mutant) -> bool:
    return is_program(mutant.change.applied((ROOT / mutant.path).read_text("utf-8")))


def equivalent() -> list[dict[str, str]]:
    """The entries of ``equivalent.yml``: path, line, after, why."""
    return yaml.safe_load(EQUIVALENT.read_text("utf-8")) or []


def _lot(mutant: Mutant, seed: int) -> bytes:
    change = mutant.change
    said = (str(seed), mutant.path, mutant.line, str(change.column), change.before, change.after)
    return sha256("\0".join(said).encode()).digest()


def _every(only: str) -> Iterator[Mutant]:
    for file in sorted((ROOT / "build_tools").rglob("*.py")):
        path = file.relative_to(ROOT).as_posix()
        if (
            path.startswith(only or "build_tools/")
            and (only or not path.startswith(FIGURES))
            and not path.startswith(_LEFT_OUT)
        ):
            yield from _of(path, file.read_text("utf-8"))


@cache
def _of(path: str, source: str) -> tuple[Mutant, ...]:
    lines = source.splitlines()
    return tuple(Mutant(path, change, lines[change.line - 1].strip()) for change in changes(source))
