"""Work shared by processes that begin as copies of this one, through the interface of ``concurrent.futures``.

What is there already, an archive or the templates of a site, is at hand in each of them without being sent; only what
they find is. Where the system cannot copy a process safely, this one does all of it.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from build_tools.publish.parent import watch_parent

T = TypeVar("T")


def shared(work: Callable[[int], T], tasks: int, jobs: int, *, here: bool = True) -> Iterator[T]:
    """What ``work`` gives for each number below ``tasks``, in their order, with up to ``jobs`` processes.

    This one is among them, since a copy more would hold once more what all of them touch; not where it is not to work
    ``here``: what the work loads, and leaves behind, then goes with the copies. A task may be done twice: when a process
    dies, as the system kills one where memory is short, this one does the rest.
    """
    copies = min(jobs, tasks) - here
    if jobs < 2 or copies < 1 or sys.platform != "linux":
        yield from map(work, range(tasks))
        return
    gc.freeze()  # the copies share what nobody looks through
    with ProcessPoolExecutor(copies, multiprocessing.get_context("fork"), _begin, (work,)) as pool:
        begun = _asked(pool, tasks)
        try:
            yield from _in_order(work, begun, here=here)
        finally:
            for one in begun:
                one.cancel()


def _in_order(work: Callable[[int], T], begun: Sequence[Future[T]], *, here: bool) -> Iterator[T]:
    """The results of all tasks; those that no copy has begun are done here meanwhile."""
    own: dict[int, T] = {}
    told = 0
    for number in range(len(begun)):
        if here and begun[number].cancel():
            own[number] = work(number)
        while told in own or begun[told].done():
            yield _result(work, begun, own, told)
            told += 1
            if told == len(begun):
                return
    for left in range(told, len(begun)):
        yield _result(work, begun, own, left)


def _result(work: Callable[[int], T], begun: Sequence[Future[T]], own: dict[int, T], number: int) -> T:
    if number in own:
        return own.pop(number)
    try:
        return begun[number].result()
    except BrokenProcessPool:
        return work(number)


def apart(work: Callable[[], T], jobs: int) -> Callable[[], T]:
    """Begin ``work`` in another process, where there are several ``jobs``. What is returned waits for what it gives."""
    if jobs < 2 or sys.platform != "linux":
        return work
    gc.freeze()
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _begin, (lambda _: work(),))
    with _of_threads_unheard():
        begun = pool.submit(_one, 0)

    def result() -> T:
        try:
            with pool:
                return begun.result()  # type: ignore[no-any-return]
        except BrokenProcessPool:
            return work()

    return result


def _asked(pool: ProcessPoolExecutor, tasks: int) -> list[Future[Any]]:
    """What becomes of each task; of those that a dead process can no longer be given, nothing, until it is done here."""
    begun: list[Future[Any]] = []
    with _of_threads_unheard(), suppress(BrokenProcessPool):
        for task in range(tasks):
            begun.append(pool.submit(_one, task))
    return [*begun, *(Future() for _ in range(tasks - len(begun)))]


@contextmanager
def _of_threads_unheard() -> Iterator[None]:
    """The threads of this process show how far it is; no copy of it needs what they hold."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


_given: list[Callable[[int], Any]] = []
"""In a copy: what it does."""


def _begin(work: Callable[[int], Any]) -> None:
    _given[:] = [work]
    watch_parent()


def _one(task: int) -> Any:
    return _given[0](task)
