"""How a run ends when it is asked to: by putting things in order first, and never in the midst of an exchange."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ASKING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def ended_in_order(*, even_in_background: bool = False) -> Iterator[None]:
    """Let SIGTERM, and the end of the terminal, raise ``KeyboardInterrupt`` within, as Ctrl+C does.

    What the surroundings had ignored stays so (``nohup``); but ``even_in_background`` lets SIGINT count also where a
    shell started the program with ``&`` and ignores it.
    """

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _answered(interrupt, even_in_background=even_in_background):
        yield


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put off what asks for the end until what is within is done; then raise ``KeyboardInterrupt``."""
    asked: list[int] = []
    with _answered(lambda number, frame: asked.append(number)):
        yield
    if asked:
        raise KeyboardInterrupt


@contextmanager
def _answered(
    answer: Callable[[int, FrameType | None], None], *, even_in_background: bool = False
) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():  # which no signal reaches
        yield
        return
    before = {number: signal.getsignal(number) for number in _ASKING}
    try:
        for number, handler in before.items():
            if handler is not signal.SIG_IGN or (even_in_background and number != signal.SIGHUP):
                signal.signal(number, answer)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
