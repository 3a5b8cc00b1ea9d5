"""A function run in a process that is killed before or after each of its steps that change the disk."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator

from build_tools.writing import swap

STEPS = ("mkdir", "link", "rename", "replace", "rmdir", "unlink", "fsync")
"""Functions of ``os``; beside them the moment at which two folders change places."""


EVERY = 1 if os.environ.get("STRESS") else 7
"""How many steps later the next kill comes: ``make stress`` tries every one, the suite some."""


def killed_at_each_step(function: Callable[[], None]) -> Iterator[int]:
    """Run ``function`` again and again, killed later each time, and yield after each; until it gets to its end.

    Yields the number of the step.
    """
    number = 0
    while _killed(function, number):
        yield number
        number += EVERY


def _killed(function: Callable[[], None], number: int) -> bool:
    child = os.fork()
    if child == 0:
        _count(number)
        try:
            function()
        finally:
            os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL)
    return code != 0


def _count(left: int) -> None:
    def step() -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            step()
            result = real(*arguments, **options)
            step()
            return result

        return call

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    swap.exchange = counted(swap.exchange)  # type: ignore[assignment]
