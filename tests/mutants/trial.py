"""Whether a test notices a change: the program with it, in a copy, against the tests of its room."""

from __future__ import annotations

import importlib
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.mutants.changes import Change
from tests.mutants.draw import FIGURES, ROOT

ROOMS = {
    "build_tools/read/": ("tests/read",),
    FIGURES: ("tests/figures",),
    "build_tools/annotate/names/": ("tests/names",),
    "build_tools/annotate/suggest/": ("tests/names", "tests/cli/test_suggest.py"),
    "build_tools/annotate/": ("tests/editor", "tests/names", "tests/cli/test_annotate.py"),
    "build_tools/archive/": ("tests/archive", "tests/passages", "tests/render"),
    "build_tools/meaning/": ("tests/meaning",),
    "build_tools/render/exports/": ("tests/exports",),
    "build_tools/render/": ("tests/render", "tests/exports"),
    "build_tools/search/": ("tests/search",),
    "build_tools/writing/": (
        "tests/writing",
        "tests/publish/test_exchange.py",
        "tests/publish/test_ownership.py",
    ),
    "build_tools/publish/": ("tests/publish", "tests/cli/test_faults_are_told.py"),
    "build_tools/convert/": ("tests/convert", "tests/intake"),
    "build_tools/intake/": ("tests/intake",),
    "build_tools/accepting.py": ("tests/cli/test_accept.py",),
    "build_tools/cli/": ("tests/cli",),
    "build_tools/": ("tests/read", "tests/names", "tests/search"),
}
"""Folder of the program → where its tests are; the first one that fits."""

LIBRARIES = (
    "pytest", "_pytest.assertion.rewrite", "xdist", "hypothesis", "hypothesis.strategies", "playwright.sync_api",
    "babel.dates", "babel.numbers", "babel.support", "bagit", "click.testing", "jinja2.ext", "lunr", "markdown", "mkdocs.config",
    "numpy", "pydantic", "py3langid.langid", "pypinyin", "rich.console", "rjieba", "ruamel.yaml", "trafilatura", "yaml",
)  # fmt: skip
"""Loaded once, before a process is forked for each change: what costs most of the time of a test that fails at once."""

SECONDS = 120
"""Of processor time, and three times as many by the clock. Who needs more goes round in circles or waits for ever, which
is noticed."""

MEMORY = 6_000_000_000
"""Bytes of address space: what goes round in circles may gather without end."""


@dataclass(frozen=True, slots=True)
class Verdict:
    noticed: bool
    seconds: float


def room_of(path: str) -> Sequence[str]:
    """Where the tests of a module are."""
    return next(tests for room, tests in ROOMS.items() if path.startswith(room))


def files_of(path: str, root: Path = ROOT, *, near: bool = False) -> list[str]:
    """Files of tests of a module's room, those first that import the module or have its name; ``near``: these alone, where
    there are some."""
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    stem = module.rpartition(".")[2]

    def distance(file: Path) -> tuple[int, int]:
        text = file.read_text("utf-8")
        near = f"{module} import" in text or f"from {module.rpartition('.')[0]} import {stem}" in text
        return (0 if near else 1 if stem in file.stem else 2), len(text)

    files = sorted((file for tests in room_of(path) for file in _files(root / tests)), key=distance)
    beside = [file for file in files if distance(file)[0] < 2] if near else []
    return [file.relative_to(root).as_posix() for file in beside or files]


def _files(tests: Path) -> list[Path]:
    return [tests] if tests.is_file() else sorted(tests.rglob("test_*.py"))


class Copy:
    """What tests need of the repository: the program and its tests as files, the rest as links. One trial at a time."""

    def __init__(self, folder: Path, *, near: bool = False) -> None:
        self.folder, self._near = folder, near
        self._trials = 0

    @classmethod
    def made(cls, folder: Path, *, near: bool = False) -> Copy:
        """Copy the repository into ``folder``; ``near`` as in ``files_of``."""
        for name in ("build_tools", "tests", "docs", "seeds"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for path in ROOT.iterdir():
            if path.name not in ("site", ".cache", ".git") and not (folder / path.name).exists():
                (folder / path.name).symlink_to(path)
        return cls(folder, near=near)

    def start(self, path: str, change: Change | None) -> Trial:
        """Start the tests of the room of ``path``, with the change in it."""
        file = self.folder / path
        source, stat = file.read_text("utf-8"), file.stat()
        if change:
            file.write_text(change.applied(source), "utf-8")
            # Compiled modules are known by the second in which their source was written: each change has its own.
            self._trials += 1
            os.utime(file, (stat.st_atime, stat.st_mtime + 10 * self._trials))

        def undo() -> None:
            file.write_text(source, "utf-8")
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))

        process = os.fork()
        if process == 0:
            _be_the_tests(self.folder, files_of(path, self.folder, near=self._near))
        return Trial(self, process, time.monotonic(), undo)


@dataclass(frozen=True, slots=True)
class Trial:
    """Tests that run over a change."""

    copy: Copy
    process: int
    started: float
    undo: Callable[[], None]

    def ended(self, status: int) -> Verdict:
        """What came of it. The copy is whole again."""
        with suppress(ProcessLookupError):
            os.killpg(self.process, signal.SIGKILL)  # what an endless test has left
        self.undo()
        return Verdict(status != 0, time.monotonic() - self.started)


Changed = tuple[str, Change | None]


def verdicts(changed: Iterable[Changed], copies: Sequence[Copy]) -> Iterator[tuple[int, Verdict]]:
    """Place (from 0) and verdict of each change to a module, as they come; as many at once as there are copies.

    Without a change the tests are tried as they are.
    """
    waiting = enumerate(changed)
    running: dict[int, tuple[int, Trial]] = {}
    free = list(copies)
    while True:
        for place, (path, change) in islice(waiting, len(free)):
            trial = free.pop().start(path, change)
            running[trial.process] = place, trial
        if not running:
            return
        process, status = os.wait()
        place, trial = running.pop(process)
        yield place, trial.ended(status)
        free.append(trial.copy)


def load_libraries() -> None:
    """Load what every run of tests needs, once."""
    for name in LIBRARIES:
        with suppress(ImportError):
            importlib.import_module(name)


def _be_the_tests(folder: Path, files: Sequence[str]) -> None:
    """Run them in this process, which ends with their exit code."""
    code = 70
    try:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(3 * SECONDS)
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(silence, stream)
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(folder)
        os.environ["CI"] = "true"  # hypothesis tries the same examples each time
        for name in [name for name in sys.modules if name.split(".")[0] in ("tests", "build_tools")]:
            del sys.modules[name]
        sys.path[:] = [str(folder), *(path for path in sys.path if path and Path(path) != ROOT)]
        import pytest

        # faulthandler keeps a thread, which a forked process has not.
        options = [
            "-n",
            "0",
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:faulthandler",
            "-m",
            "not browser",
        ]
        code = pytest.main([*options, *files])
    finally:
        os._exit(int(code))
