"""Work shared by processes that begin as copies of this one, through the interface of ``concurrent.futures``.

What is there already, an archive or the templates of a site, is at hand in each of them without being sent; only what
they find is. Where the system cannot copy a process safely, this one does all of it.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from build_tools.publish.parent import watch_parent

T = TypeVar("T")


def shared(work: Callable[[int], T], tasks: int, jobs: int) -> Iterator[T]:
    """What ``work`` gives for each number below ``tasks``, in their order, with up to ``jobs`` processes.

    A task may be done twice: when a process dies, as the system kills one where memory is short, this one does the rest.
    """
    done = 0
    if jobs > 1 and tasks > 1 and sys.platform == "linux":
        gc.freeze()  # the copies share what nobody looks through
        context = multiprocessing.get_context("fork")
        try:
            with ProcessPoolExecutor(min(jobs, tasks), context, _begin, (work,)) as pool:
                for result in _asked(pool, tasks):
                    yield result
                    done += 1
            return
        except BrokenProcessPool:
            pass
    yield from map(work, range(done, tasks))


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


def _asked(pool: ProcessPoolExecutor, tasks: int) -> Iterator[Any]:
    with _of_threads_unheard():
        return pool.map(_one, range(tasks))


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
