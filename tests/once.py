"""Things that take long, made once for all test processes of a run: the first one makes them, the others wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

SECONDS = 300


def once(folder: Path, make: Callable[[], str]) -> str:
    """What ``make`` gave to the process that came first. ``folder`` is one that all processes know, and is made here."""
    made, failed = folder / "made", folder / "failed"
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        return _awaited(made, failed)
    try:
        told = make()
    except BaseException as error:
        failed.write_text(str(error), "utf-8")
        raise
    unfinished = folder / "unfinished"
    unfinished.write_text(told, "utf-8")
    unfinished.rename(made)
    return told


def _awaited(made: Path, failed: Path) -> str:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if made.exists():
            return made.read_text("utf-8")
        if failed.exists():
            pytest.fail(f"it failed in another process: {failed.read_text('utf-8')}")
        time.sleep(0.1)
    pytest.fail(f"{made.parent.name} was not made in {SECONDS} seconds")
