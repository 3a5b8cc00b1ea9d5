"""A scheduler of Dask's and two workers on this machine, over TCP."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

WAIT = 60.0
"""Seconds, on a machine that does other things too."""


class Cluster:
    """A scheduler and two workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self._log = (folder / "log").open("w")
        self._file = folder / "scheduler.json"
        self._begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self._file))
        self.address = self._address()
        self.workers = [
            self._begin("worker", self.address, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1", "--local-directory", str(folder))
            for _ in range(2)
        ]  # fmt: skip

    def _begin(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            "distributed.cli.dask_" + arguments[0],
            *arguments[1:],
            "--no-dashboard",
        ]
        process = subprocess.Popen(command, stdout=self._log, stderr=self._log, cwd=Path(__file__).parents[2])
        self.processes = [*getattr(self, "processes", []), process]
        return process

    def _address(self) -> str:
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            if self._file.is_file() and self._file.stat().st_size:
                return str(json.loads(self._file.read_text("utf-8"))["address"])
            time.sleep(0.05)
        raise TimeoutError("no scheduler")

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()
        self._log.close()
