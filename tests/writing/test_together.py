"""A text and its record come together or not at all, also when the program is killed between them."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.problems import DataError
from build_tools.read import read_seeds
from build_tools.writing import finish, together, write_together
from build_tools.writing.together import _same, _take_back

FILES = {"a.yml": b"rights: withheld\n", "a.txt": b"The dam held through the night, said the mayor.\n"}

STEPS = ("mkdir", "fsync", "rename", "link", "unlink", "rmdir")
"""Functions of ``os`` that change the disk on the way; the program is killed before and after each of their calls."""


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() if path.is_file() else b"" for path in folder.iterdir()}


def killed(folder: Path, number: int) -> int:
    """Write ``FILES`` in a process that kills itself at its step ``number``; 0 when it got to its end, else -9."""
    child = os.fork()
    if child == 0:
        left = number

        def step() -> None:
            nonlocal left
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

        def counted(function: Callable[..., object]) -> Callable[..., object]:
            def call(*arguments: object, **options: object) -> object:
                step()
                result = function(*arguments, **options)
                step()
                return result

            return call

        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))
        write_together(folder, FILES)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_killed_at_any_moment_both_are_there_or_none(tmp_path: Path) -> None:
    number, outcomes = 0, set()
    while True:
        folder = tmp_path / str(number)
        folder.mkdir()
        code = killed(folder, number)
        # Nobody reads a text without its record, not even before anything is put in order.
        assert (folder / "a.yml").exists() or not (folder / "a.txt").exists()
        finish(folder)
        found = content(folder)
        assert found in ({}, FILES)
        outcomes.add(len(found))
        if code == 0:
            break
        assert code == -9
        number += 1
    assert number > 15
    assert outcomes == {0, 2}


@pytest.mark.parametrize("step", ["fsync", "rename", "link", "unlink", "rmdir"])
@pytest.mark.parametrize("calls", [0, 1])
@pytest.mark.parametrize("fault", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
def test_a_failure_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, calls: int, fault: BaseException
) -> None:
    left = calls
    real = getattr(os, step)

    def failing(*arguments: object, **options: object) -> object:
        nonlocal left
        if left == 0:
            left = -1
            raise fault
        left -= 1
        return real(*arguments, **options)

    (tmp_path / "other.txt").write_bytes(b"other")
    monkeypatch.setattr(together.os, step, failing)
    try:
        write_together(tmp_path, FILES)
    except (OSError, KeyboardInterrupt):
        assert content(tmp_path) == {"other.txt": b"other"}
    else:
        assert content(tmp_path) == {"other.txt": b"other", **FILES}
        finish(tmp_path)
        assert content(tmp_path) == {"other.txt": b"other", **FILES}


@pytest.mark.parametrize("there", sorted(FILES))
def test_a_file_that_is_there_is_never_replaced(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_together(tmp_path, FILES)
    assert content(tmp_path) == {there: b"mine"}


def test_an_interrupted_addition_is_no_silent_half(tmp_path: Path) -> None:
    ready = tmp_path / ".archive-ready-1"
    ready.mkdir()
    (ready / "a.txt").write_bytes(FILES["a.txt"])
    (tmp_path / "a.yml").write_bytes(FILES["a.yml"])
    _, problems = read_seeds(tmp_path)
    assert ".archive-ready-1: error: An addition was interrupted" in "\n".join(map(str, problems))
    finish(tmp_path)
    assert content(tmp_path) == FILES
    assert read_seeds(tmp_path)[1] == ()


def test_what_cannot_be_finished_is_told(tmp_path: Path) -> None:
    ready = tmp_path / ".archive-ready-1"
    ready.mkdir()
    (ready / "a.txt").write_bytes(FILES["a.txt"])
    (tmp_path / "a.txt").write_bytes(b"another")
    with pytest.raises(DataError, match=r"another a\.txt by now"):
        finish(tmp_path)
    assert (tmp_path / "a.txt").read_bytes() == b"another"
    assert (ready / "a.txt").read_bytes() == FILES["a.txt"]


def test_what_was_not_moved_is_not_taken_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine", "utf-8")
    _take_back(tmp_path / "gone", tmp_path, {"a.txt": b"new"})
    assert (tmp_path / "a.txt").read_text("utf-8") == "mine"
    ready = tmp_path / "ready"
    ready.mkdir()
    (ready / "a.txt").write_text("new", "utf-8")  # it had not been moved yet
    (tmp_path / "b.txt").write_text("new", "utf-8")  # and this one had
    _take_back(ready, tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt"}


def test_two_names_of_one_file_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", "utf-8")
    (tmp_path / "other").write_text("x", "utf-8")
    os.link(tmp_path / "a", tmp_path / "b")
    assert _same(tmp_path / "a", tmp_path / "b")
    assert not _same(tmp_path / "a", tmp_path / "other")
    assert not _same(tmp_path / "a", tmp_path / "none")
