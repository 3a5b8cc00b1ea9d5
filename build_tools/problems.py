"""Faults in the data: what is wrong, where, and what to do about it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. ``path`` is shown as given; ``line`` is 1-based, 0 where there is none."""

    path: str
    line: int
    code: str
    """Stable, hyphenated: ``duplicate-key``."""
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """``path:line: code: message. hint`` on one line."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        text = " ".join(f"{self.message}. {self.hint}".split()).strip()
        return f"{where}: {self.severity}: {text} [{self.code}]"


class DataError(Exception):
    """Raised with every problem of a run when the data cannot be used; the command line prints them, exit code 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


TRACEBACK = "ARCHIVE_TRACEBACK"
"""Set in the environment, faults of the program are not put into one line: Python shows where they happened."""


_FULL = (errno.ENOSPC, errno.EDQUOT)


def refused(path: str, reason: str, number: int | None = None) -> Problem:
    """What the system said of ``path``, in words; ``number`` is that of the error (``errno``)."""
    if number in _FULL or reason in map(os.strerror, _FULL):
        hint = "Make room and run the command again"
        return Problem(path, 0, "disk-full", f"{reason}, so it was not written whole", hint)
    hint = f"Check the file or folder, its permissions and the space on its disk; {TRACEBACK}=1 shows what asked for it"
    return Problem(path, 0, "system", reason, hint)


def unexpected(error: Exception, path: str, line: int = 0, where: str = "") -> Problem:
    """A fault of the program itself, met at a place of the data; ``where`` says it more closely. Raises ``error`` where
    ``ARCHIVE_TRACEBACK`` is set."""
    if os.environ.get(TRACEBACK):
        raise error
    reason = " ".join(str(error).split()) or "no reason given"
    return Problem(
        path,
        line,
        "internal",
        f"{where}{': ' if where else ''}{type(error).__name__}: {reason}",
        f"This is a fault of the program; {TRACEBACK}=1 shows where",
    )


@contextmanager
def naming(path: str, line: int = 0) -> Iterator[None]:
    """Turn a fault of the program itself, met inside, into a ``DataError`` that names a place of the data.

    What the system refuses (``OSError``) and what memory does not hold goes on as it is.
    """
    try:
        yield
    except (DataError, OSError, MemoryError):
        raise
    except Exception as error:
        raise DataError([unexpected(error, path, line)]) from error
