"""Standard output for lines that programs read: UTF-8 whatever the locale, and one line when the reader leaves."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from build_tools.cli.report import complain
from build_tools.problems import Problem


@contextmanager
def standard_output() -> Iterator[Callable[[str], None]]:
    """A function that writes a piece of text at once."""

    def write(text: str) -> None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()

    try:
        yield write
    except BrokenPipeError:
        complain([Problem("-", 0, "broken-pipe", "Standard output was closed before everything was written")])
        sys.stderr.flush()
        # An ordinary exit would try to write what is left, and complain once more.
        os._exit(1)
