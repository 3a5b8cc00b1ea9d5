"""Work on many documents in several processes, through the interface of ``concurrent.futures``; results in order.

The processes are of this machine, or those of a scheduler of Dask's, on as many machines as there are: it gives the
work of a worker that died to another one.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from importlib import import_module
from itertools import chain
from multiprocessing import get_context
from types import TracebackType
from typing import Any

from build_tools.annotate import Annotator
from build_tools.annotate.resident import keep_resident
from build_tools.model import AnnotatedDocument, Authority, Document
from build_tools.problems import DataError, Problem
from build_tools.publish.parent import watch_parent

ENOUGH = 200
"""Documents from which on several processes are quicker than one: each takes seconds to begin."""
_TOGETHER = 16
"""Documents that a worker is given at a time."""
_AHEAD = 256
"""Documents that are asked for before their results are taken, so that memory holds few at a time."""
_PATIENCE = "20s"
"""How long a scheduler is waited for."""

Annotated = tuple[AnnotatedDocument | None, tuple[Problem, ...]]


def sensible(documents: int) -> int:
    """How many processes to use for so many documents where nobody says."""
    return (os.cpu_count() or 1) if documents >= ENOUGH else 1


class Workers:
    """Annotates against one authority file. Use in a ``with`` block, at whose end its processes end.

    ``jobs`` processes of this machine, which begin when there is enough to do; or those of the scheduler at an address
    (``tcp://HOST:8786``). Raises ``DataError`` where it does not answer, or the extra for it is not installed.
    """

    def __init__(self, authority: Authority, *, jobs: int = 1, scheduler: str | None = None) -> None:
        self._authority = authority
        self._jobs = jobs
        self._scheduler = scheduler
        self._open = ExitStack()
        self._executor: Executor | None = None
        self._own: Annotator | None = None

    def __enter__(self) -> Workers:
        if self._scheduler:
            self._executor = self._open.enter_context(_of_scheduler(self._scheduler, self._open))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._executor = None
        self._open.__exit__(kind, error, traceback)

    def annotated(self, documents: Sequence[Document]) -> Iterator[Annotated]:
        """Each document with its annotations and what is wrong with them, in the order given.

        When a worker dies, as the system kills one where memory is short, the rest is done in this process.
        """
        done = 0
        if self._executor is None and self._jobs > 1 and len(documents) >= ENOUGH:
            pool = ProcessPoolExecutor(self._jobs, get_context("spawn"), watch_parent)
            self._executor = self._open.enter_context(pool)
        if self._executor is not None:
            try:
                for result in _by(self._executor, self._authority, documents):
                    yield result
                    done += 1
            except BrokenProcessPool:
                self._executor, self._jobs = None, 1
        yield from map(self._here, documents[done:])

    def _here(self, document: Document) -> Annotated:
        if self._own is None:
            self._own = Annotator(self._authority)
            keep_resident()
        return self._own.attempt(document)


def _by(executor: Executor, authority: Authority, documents: Sequence[Document]) -> Iterator[Annotated]:
    packed = pickle.dumps(authority, pickle.HIGHEST_PROTOCOL)
    for first in range(0, len(documents), _AHEAD):
        window = documents[first : first + _AHEAD]
        some = [list(window[at : at + _TOGETHER]) for at in range(0, len(window), _TOGETHER)]
        results: Iterable[list[Annotated]] = executor.map(annotate_some, [packed] * len(some), some)
        yield from chain.from_iterable(results)


def annotate_some(authority: bytes, documents: Sequence[Document]) -> list[Annotated]:
    """What a worker does: annotate documents against a pickled authority file."""
    digest = hashlib.sha256(authority).digest()
    if digest not in _known:
        _known.clear()
        _known[digest] = Annotator(pickle.loads(authority))
        keep_resident()
    return [_known[digest].attempt(document) for document in documents]


_known: dict[bytes, Annotator] = {}
"""The annotator of a worker, by the digest of its authority file."""


def _of_scheduler(address: str, end: ExitStack) -> Executor:
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        hint = "Install it: pip install 'press-archive[scheduler]'"
        raise _refused(
            address, "no-scheduler", "Workers of a scheduler need the extra scheduler", hint
        ) from None
    try:
        client = end.enter_context(distributed.Client(address, timeout=_PATIENCE, set_as_default=False))
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or "no answer"
        hint = "Start one (dask scheduler) and workers (dask worker), and name it: tcp://HOST:8786"
        raise _refused(address, "no-scheduler", f"No scheduler answers there: {reason}", hint) from None
    executor: Executor = client.get_executor(retries=5, pure=False)
    return executor


def _refused(address: str, code: str, message: str, hint: str) -> DataError:
    return DataError([Problem(address, 0, code, message, hint)])
