"""Work in a copy of the process: it gives what it gives here, is stopped in order, and is done here where the copy dies."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from build_tools.publish.ending import ended_in_order
from build_tools.publish.serving.apart import Apart

SECONDS = 20
copies = pytest.mark.skipif(sys.platform != "linux", reason="the work is done here")


def test_it_gives_what_the_work_gives() -> None:
    work = Apart(lambda: (os.getpid(), "done"))
    assert work.waited(SECONDS)
    process, said = work.result()
    assert said == "done"
    assert (process != os.getpid()) == (sys.platform == "linux")


@copies
def test_it_is_stopped_when_it_has_put_things_in_order(tmp_path: Path) -> None:
    def work() -> None:
        try:
            (tmp_path / "begun").touch()
            time.sleep(SECONDS)
        finally:
            (tmp_path / "in order").touch()

    with ended_in_order():
        apart = Apart(work)
        while not (tmp_path / "begun").exists():
            assert not apart.waited(0.01)
        apart.ask_to_stop()
        apart.stop()
    assert (tmp_path / "in order").exists()


@copies
def test_what_a_dead_copy_leaves_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return here

    apart = Apart(work)
    assert apart.waited(SECONDS)
    assert apart.result() == here
