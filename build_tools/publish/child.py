"""MkDocs in a process of its own, which ends with the one that started it, however that ends.

Run as ``python -m build_tools.publish.child ARGUMENTS``, with one end of a pipe whose other end only the parent holds:
when the parent is gone, even killed, the pipe says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from build_tools.writing import lock

_PIPE = "ARCHIVE_PARENT"
"""Environment variable with the number of the pipe's end."""


def start(
    arguments: Sequence[str], *, cwd: Path, environment: Mapping[str, str], given: Sequence[int] = ()
) -> subprocess.Popen[str]:
    """Run ``mkdocs ARGUMENTS``; its output, both kinds together, is read from ``stdout``. It is ``given`` open files of ours.

    The child holds the locks of this process too: who waits for them waits for its end.
    """
    reading, writing = os.pipe()
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "build_tools.publish.child", *arguments],
            env={**environment, _PIPE: str(reading)},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            pass_fds=(reading, *lock.descriptors(), *given),
        )
    except BaseException:
        os.close(writing)
        raise
    finally:
        os.close(reading)
    _parents_ends[process.pid] = writing
    return process


def end(processes: Sequence[subprocess.Popen[str]]) -> None:
    """Let those go that have ended, and end those that have not."""
    for process in processes:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(_parents_ends.pop(process.pid))


_parents_ends: dict[int, int] = {}


def _end_with_parent(pipe: int) -> None:
    os.read(pipe, 1)  # nobody ever writes: it ends when the parent does
    os._exit(1)


def main() -> None:
    pipe = int(os.environ.pop(_PIPE))
    threading.Thread(target=_end_with_parent, args=(pipe,), daemon=True).start()
    from mkdocs.__main__ import cli

    cli()


if __name__ == "__main__":
    main()
