"""Work is shared by copies of a process, in order and whatever becomes of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys

import pytest

from build_tools.publish.forked import apart, shared


def test_results_come_in_order() -> None:
    held = {"what is not sent": object()}
    assert list(shared(lambda number: (number, len(held)), 9, 3)) == [(number, 1) for number in range(9)]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_this_process_is_one_of_those_that_work() -> None:
    both, met = multiprocessing.get_context("fork").Barrier(2), set[int]()

    def work(_: int) -> int:
        if os.getpid() not in met:
            met.add(os.getpid())
            both.wait(20)  # for the other one that works at the same time
        return os.getpid()

    found = set(shared(work, 12, 2))
    assert len(found) == 2
    assert os.getpid() in found


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_this_process_works_only_where_it_is_to() -> None:
    found = set(shared(lambda _: os.getpid(), 9, 2, here=False))
    assert os.getpid() not in found


@pytest.mark.parametrize(("tasks", "jobs"), [(3, 1), (1, 4), (0, 4)])
def test_little_work_is_done_here(tasks: int, jobs: int) -> None:
    assert list(shared(lambda _: os.getpid(), tasks, jobs)) == [os.getpid()] * tasks


def test_what_a_dead_process_leaves_is_done_here() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 2 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number * number

    assert list(shared(work, 6, 2)) == [0, 1, 4, 9, 16, 25]


def test_an_error_is_that_of_the_work() -> None:
    def work(number: int) -> int:
        return 1 // (1 - number)

    with pytest.raises(ZeroDivisionError):
        list(shared(work, 3, 2))


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")
def test_work_apart_goes_on_beside() -> None:
    asked, told = multiprocessing.Pipe()
    result = apart(lambda: (told.poll(20) and told.recv(), os.getpid()), 2)
    asked.send("meanwhile")
    said, where = result()
    assert said == "meanwhile"
    assert where != os.getpid()


def test_work_apart_of_one_process_is_done_here() -> None:
    assert apart(os.getpid, 1)() == os.getpid()


def test_work_apart_whose_process_dies_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert apart(work, 2)() == "done"


def test_an_error_apart_is_that_of_the_work() -> None:
    with pytest.raises(ZeroDivisionError):
        apart(lambda: 1 // 0, 2)()
