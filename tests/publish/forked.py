"""MkDocs in a process that is forked from this one, which has loaded it: starting a Python takes most of a small build.

The whole site, ``archive build``, ``serve`` and the wheel are tried with processes of their own, as people have them.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from build_tools.publish import child


class Forked:
    """As much of ``subprocess.Popen`` as who runs MkDocs asks of it."""

    def __init__(self, arguments: Sequence[str], *, cwd: Path, environment: Mapping[str, str]) -> None:
        import mkdocs.__main__  # loaded here, once

        self.returncode: int | None = None
        self._output, output = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
                os.dup2(output, 1)
                os.dup2(output, 2)
                sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
                os.chdir(cwd)
                os.environ.clear()
                os.environ.update(environment)
                mkdocs.__main__.cli(list(arguments))
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
            except BaseException:
                sys.excepthook(*sys.exc_info())
            finally:
                sys.stdout.flush()
                os._exit(code)
        os.close(output)

    def communicate(self) -> tuple[str, None]:
        with open(self._output, encoding="utf-8", errors="replace") as output:
            said = output.read()
        self.wait()
        return said, None

    def poll(self) -> int | None:
        return self._ended(os.WNOHANG)

    def wait(self) -> int | None:
        return self._ended(0)

    def kill(self) -> None:
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)

    def _ended(self, options: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, options)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def end(processes: Sequence[Forked]) -> None:
    for process in processes:
        process.kill()
        process.wait()


def fork_mkdocs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let builds of this process fork MkDocs."""
    monkeypatch.setattr(child, "start", Forked)
    monkeypatch.setattr(child, "end", end)
