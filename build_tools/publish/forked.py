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


def _asked(pool: ProcessPoolExecutor, tasks: int) -> Iterator[Any]:
    with warnings.catch_warnings():
        # The threads of this process show how far it is; no copy of it needs what they hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        return pool.map(_one, range(tasks))


_given: list[Callable[[int], Any]] = []
"""In a copy: what it does."""


def _begin(work: Callable[[int], Any]) -> None:
    _given[:] = [work]
    watch_parent()


def _one(task: int) -> Any:
    return _given[0](task)
