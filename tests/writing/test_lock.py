"""One writer at a time; who waits is told for whom."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from build_tools.problems import DataError
from build_tools.writing import held, lock, of_project, of_seeds

HOLD = """
import pathlib, sys, time
from build_tools.writing import held
with held([pathlib.Path(sys.argv[1])], "archive build"):
    print("held", flush=True)
    time.sleep(60)
"""


class Holder:
    """A process that holds a lock until it is ended."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE)
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == b"held\n"

    def end(self, number: signal.Signals = signal.SIGKILL) -> None:
        self.process.send_signal(number)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def test_the_second_waits_and_is_told_for_whom(tmp_path: Path) -> None:
    path = of_project(tmp_path)
    holder = Holder(path)
    told: list[str] = []

    def free_it() -> None:
        time.sleep(0.5)
        holder.end(signal.SIGTERM)

    threading.Thread(target=free_it).start()
    before = time.monotonic()
    with held([path], "archive add", tell=told.append):
        assert time.monotonic() - before >= 0.4
    assert len(told) == 1
    assert told[0].startswith(f"Waiting for archive build (process {holder.process.pid}, since 2")


def test_waiting_has_an_end(tmp_path: Path) -> None:
    path = of_project(tmp_path)
    holder = Holder(path)
    try:
        told = pytest.raises(DataError, match=r"archive build \(process .*is writing here.*\[locked\]")
        with told, held([path], "archive add", patience=0.2):
            pass
    finally:
        holder.end()


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    path = of_project(tmp_path)
    Holder(path).end()
    assert path.exists()
    told: list[str] = []
    with held([path], "archive add", tell=told.append):
        pass
    assert told == []
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_outlives_its_parent_holds_it_still(tmp_path: Path) -> None:
    path = of_project(tmp_path)
    program = """
import os, pathlib, signal, subprocess, sys
from build_tools.writing import held, lock
with held([pathlib.Path(sys.argv[1])], "archive build"):
    child = subprocess.Popen(["sleep", "60"], pass_fds=lock.descriptors(), stdout=subprocess.DEVNULL)
    print(child.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, check=False)
    child = int(done.stdout)
    with pytest.raises(DataError, match="locked"), held([path], "archive add", patience=0):
        pass
    os.kill(child, signal.SIGKILL)
    with held([path], "archive add", patience=5):
        pass


def test_one_process_takes_it_twice(tmp_path: Path) -> None:
    path = of_project(tmp_path)
    with held([path], "archive add", patience=0), held([path], "archive add", patience=0):
        pass
    assert lock.descriptors() == ()


def test_many_at_once_never_overlap(tmp_path: Path) -> None:
    """Each removes the lock's file when it is done, while others wait for it."""
    program = """
import os, pathlib, sys, time
from build_tools.writing import held
work = pathlib.Path(sys.argv[2])
for _ in range(15):
    with held([pathlib.Path(sys.argv[1])], "archive add"):
        os.close(os.open(work, os.O_CREAT | os.O_EXCL))
        time.sleep(0.002)
        work.unlink()
"""
    arguments = [sys.executable, "-c", program, str(of_project(tmp_path)), str(tmp_path / "work")]
    running = [subprocess.Popen(arguments) for _ in range(4)]
    assert [process.wait(120) for process in running] == [0] * 4


def test_sources_have_the_lock_of_the_project_around_them(tmp_path: Path) -> None:
    seeds = tmp_path / "texts/seeds"
    seeds.mkdir(parents=True)
    assert of_seeds(seeds) == seeds / ".archive-lock"
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "link").symlink_to(seeds)
    assert of_seeds(seeds) == of_seeds(tmp_path / "link") == of_project(tmp_path)


def test_sources_without_a_project_keep_no_trace_of_a_lock(tmp_path: Path) -> None:
    with held([of_seeds(tmp_path)], "archive add"):
        assert (tmp_path / ".archive-lock").exists()
    assert list(tmp_path.iterdir()) == []
