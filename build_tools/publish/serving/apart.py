"""Work in a process that begins as a copy of this one, and that can be stopped.

Where the system cannot copy a process safely, this one does it.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from build_tools.publish.parent import watch_parent

T = TypeVar("T")
_PATIENCE = 60.0
"""Seconds in which work that is stopped puts things in order."""


class Apart(Generic[T]):
    """One piece of work, which raises nothing but what asks for the end."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._process: Any = None
        self._told: Connection[Any, Any] | None = None
        if sys.platform == "linux":
            self._told, telling = multiprocessing.Pipe(duplex=False)
            self._process = multiprocessing.get_context("fork").Process(target=_do, args=(work, telling))
            self._process.start()
            telling.close()

    def waited(self, seconds: float) -> bool:
        """Whether it is done, or nothing is to be waited for, after so many seconds at most."""
        return self._told is None or self._told.poll(seconds)

    def result(self) -> T:
        """What it gave. Where its process died, as the system kills one where memory is short, it is done here."""
        try:
            return self._told.recv() if self._told else self._work()
        except EOFError:
            return self._work()
        finally:
            self.stop()

    def ask_to_stop(self) -> None:
        """Without waiting for it."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()

    def stop(self) -> None:
        if self._process is not None:
            self._process.join(_PATIENCE if self._process.exitcode is None else 0)
            if self._process.exitcode is None:
                self._process.kill()
                self._process.join()
        if self._told is not None:
            self._told.close()
            self._told = None


def _do(work: Callable[[], Any], telling: Connection[Any, Any]) -> None:
    watch_parent()
    with suppress(KeyboardInterrupt):  # it was asked to stop, and has put things in order
        telling.send(work())
