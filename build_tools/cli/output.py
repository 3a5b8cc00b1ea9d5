"""Standard output for lines that programs read: UTF-8 whatever the locale; and what is said where it cannot be written,
or where the system refuses something else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, NoReturn

import click

from build_tools import problems
from build_tools.cli.report import complain
from build_tools.problems import Problem, unexpected

_held: list[IO[bytes]] = []


@contextmanager
def standard_output() -> Iterator[Callable[[str], None]]:
    """A function that writes a piece of text at once."""

    def write(text: str) -> None:
        _must_be_open()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()

    yield write


def answer(text: str | bytes, *, line: bool = True) -> None:
    """Print what the command was asked for, as a ``line`` or as it stands; a standard output that is closed is told."""
    _must_be_open()
    click.echo(text, nl=line)


def _must_be_open() -> None:
    if sys.stdout is None:
        end(Problem("-", 0, "no-output", "Standard output is closed, so nothing can be written", "Leave it open, or send it to a file"))  # fmt: skip


def refused(error: Exception) -> Problem:
    """What stopped the run, in words: the system, the memory, or a fault of the program."""
    if isinstance(error, BrokenPipeError):
        return Problem("-", 0, "broken-pipe", "Standard output was closed before everything was written")
    if isinstance(error, OSError) and error.strerror:
        return problems.refused(str(error.filename or "-"), error.strerror, error.errno)
    if isinstance(error, MemoryError):
        return Problem("archive", 0, "memory", "The memory of this machine does not hold it", "Take fewer or smaller texts, or a machine with more memory")  # fmt: skip
    return unexpected(error, "archive")


def end(problem: Problem) -> NoReturn:
    """Say what is wrong and leave with exit code 1, trying to write nothing more."""
    with suppress(OSError):
        complain([problem])
        if sys.stderr is not None:
            sys.stderr.flush()
    # An ordinary exit would try to write what is left, and complain once more.
    os._exit(1)


def hold_streams() -> None:
    """Let no file that is opened later become a standard stream that was closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            _held.append(open(os.devnull, "rb"))  # noqa: SIM115
