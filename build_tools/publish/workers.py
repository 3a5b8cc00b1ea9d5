"""Work on many documents in several processes, through the interface of ``concurrent.futures``; results in order."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process

from build_tools.annotate import Annotator
from build_tools.annotate.resident import keep_resident
from build_tools.model import AnnotatedDocument, Authority, Document
from build_tools.problems import Problem

ENOUGH = 200
"""Documents from which on several processes are quicker than one: each takes seconds to begin."""
_TOGETHER = 8
"""Documents that a worker is given at a time."""
_AHEAD = 64
"""Documents for each worker that are asked for before their results are taken, so that memory holds few at a time."""

Annotated = tuple[AnnotatedDocument | None, tuple[Problem, ...]]


def sensible(documents: int) -> int:
    """How many processes to use for so many documents where nobody says."""
    return (os.cpu_count() or 1) if documents >= ENOUGH else 1


def annotated(documents: Sequence[Document], authority: Authority, jobs: int) -> Iterator[Annotated]:
    """Each document with its annotations and what is wrong with them, in the order given.

    When a worker dies, as the system kills one where memory is short, the rest is done in this process.
    """
    done = 0
    try:
        for result in _by_workers(documents, authority, jobs):
            yield result
            done += 1
    except BrokenProcessPool:
        annotator = Annotator(authority)
        yield from map(annotator.attempt, documents[done:])


def _by_workers(documents: Sequence[Document], authority: Authority, jobs: int) -> Iterator[Annotated]:
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (authority,)) as pool:
        for first in range(0, len(documents), _AHEAD * jobs):
            some = documents[first : first + _AHEAD * jobs]
            yield from pool.map(_annotate, some, chunksize=_TOGETHER)


_own: list[Annotator] = []
"""The annotator of a worker."""


def _begin(authority: Authority) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own[:] = [Annotator(authority)]
    keep_resident()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        sys.stderr.close()
        os._exit(1)


def _annotate(document: Document) -> Annotated:
    return _own[0].attempt(document)
