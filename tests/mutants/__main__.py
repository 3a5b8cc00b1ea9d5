"""``make mutants``: draw changes by a fixed seed, try each against the tests of its room, and list what nobody noticed.

``python -m tests.mutants [--number 200] [--seed 1] [--only FOLDER] [--jobs N]``; without ``--only`` in all but the
figure reader, which is as large as all the rest and drawn from on its own. Exit code 1 when less than nine tenths were
caught. ``equivalent.yml`` beside this names changes that change nothing that a test could see, each with the reason.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import yaml

from tests.mutants.changes import Change, changes

ROOT = Path(__file__).parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent.yml")
GOAL = 0.9
TIMEOUT = 600

FIGURES = "build_tools/annotate/figures/"

ROOMS = {
    "build_tools/read/": ("tests/read",),
    FIGURES: ("tests/figures",),
    "build_tools/annotate/names/": ("tests/names",),
    "build_tools/annotate/suggest/": ("tests/names", "tests/cli/test_suggest.py"),
    "build_tools/annotate/": ("tests/editor", "tests/names", "tests/cli"),
    "build_tools/archive/": ("tests/archive", "tests/passages", "tests/render"),
    "build_tools/render/exports/": ("tests/exports",),
    "build_tools/render/": ("tests/render", "tests/exports"),
    "build_tools/search/": ("tests/search",),
    "build_tools/writing/": (
        "tests/writing",
        "tests/publish/test_exchange.py",
        "tests/publish/test_ownership.py",
    ),
    "build_tools/publish/": ("tests/publish", "tests/cli"),
    "build_tools/cli/": ("tests/cli", "tests/publish"),
    "build_tools/": ("tests/read", "tests/names", "tests/search", "tests/cli"),
}
"""Folder of the program → where its tests are; the first one that fits."""

_LEFT_OUT = ("build_tools/model.py",)


@dataclass(frozen=True, slots=True)
class Mutant:
    path: str
    change: Change

    def __str__(self) -> str:
        change = self.change
        return (
            f"{self.path}:{change.line}:{change.column + 1}: {change.before.strip()} → {change.after.strip()}"
        )


def drawn(number: int, seed: int, only: str) -> list[Mutant]:
    """``number`` changes out of all that can be made below ``only`` (empty: in all but the figures), by lot, sorted."""
    known = {
        (entry["path"], entry["line"], entry["after"])
        for entry in yaml.safe_load(EQUIVALENT.read_text("utf-8")) or ()
    }
    every = [
        mutant for mutant in _every(only) if (mutant.path, _line(mutant), mutant.change.after) not in known
    ]
    chosen = random.Random(seed).sample(every, min(number, len(every)))
    return sorted(chosen, key=lambda mutant: (mutant.path, mutant.change))


def _every(only: str) -> Iterator[Mutant]:
    for file in sorted((ROOT / "build_tools").rglob("*.py")):
        path = file.relative_to(ROOT).as_posix()
        if (
            path.startswith(only or "build_tools/")
            and (only or not path.startswith(FIGURES))
            and path not in _LEFT_OUT
        ):
            yield from (Mutant(path, change) for change in changes(file.read_text("utf-8")))


def _line(mutant: Mutant) -> str:
    return (ROOT / mutant.path).read_text("utf-8").splitlines()[mutant.change.line - 1].strip()


def room_of(path: str) -> Sequence[str]:
    """Where the tests of a module are."""
    return next(tests for room, tests in ROOMS.items() if path.startswith(room))


def caught(mutant: Mutant, copy: Path) -> bool:
    """Whether a test fails in ``copy`` of the repository with this change in it."""
    file = copy / mutant.path
    source = file.read_text("utf-8")
    file.write_text(mutant.change.applied(source), "utf-8")
    try:
        return not _green(copy, room_of(mutant.path))
    finally:
        file.write_text(source, "utf-8")


def _green(copy: Path, tests: Sequence[str]) -> bool:
    command = [sys.executable, "-m", "pytest", "-n", "0", "-x", "-q", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, "-m", "not browser", *tests],
            cwd=copy,
            env=environment,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _copied(target: Path) -> Path:
    """What tests need of the repository; the program and its tests as files, the rest as links."""
    for name in ("build_tools", "tests", "docs", "seeds"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.name not in ("site", ".cache", ".git") and not (target / path.name).exists():
            (target / path.name).symlink_to(path)
    return target


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.mutants")
    options.add_argument("--number", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    mutants = drawn(given.number, given.seed, given.only)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(given.jobs):
            copies.put(_copied(Path(folder) / str(number)))

        def tried(mutant: Mutant) -> bool:
            copy = copies.get()
            try:
                return caught(mutant, copy)
            finally:
                copies.put(copy)

        survivors = []
        with ThreadPoolExecutor(given.jobs) as pool:
            for mutant, noticed in zip(mutants, pool.map(tried, mutants), strict=True):
                if not noticed:
                    survivors.append(mutant)
                    print(f"not noticed: {mutant}", flush=True)
    share = 1 - len(survivors) / max(len(mutants), 1)
    print(f"{len(mutants) - len(survivors)} of {len(mutants)} caught, {share:.1%} (at least {GOAL:.0%})")
    return int(share < GOAL)


if __name__ == "__main__":
    sys.exit(main())
