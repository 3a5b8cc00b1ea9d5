"""``serve`` shows the site, rebuilds it on a change once, shows faults and waits them out, and ends on request."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.built_site import copy_sources

SECONDS = 120
QUIET = 12
"""Longer than a build takes on a busy machine."""


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.3)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serving(tmp_path: Path) -> None:
    config = copy_sources(tmp_path)
    # One short text is enough, and quick.
    for path in (tmp_path / "seeds").iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    seed = tmp_path / "seeds/one.txt"
    seed.write_text("The first text says little, but it says it in English.\n", "utf-8")
    port = free_port()
    program = (
        "import sys, pathlib; from build_tools import publish;"
        f"sys.exit(publish.serve(pathlib.Path({str(config)!r}), port={port}))"
    )
    log = tmp_path / "log"

    def builds() -> int:
        return len(re.findall(r"Documentation built in", log.read_text("utf-8")))

    def page() -> str:
        try:
            with urlopen(f"http://127.0.0.1:{port}/archive/documents/one/", timeout=5) as response:
                return str(response.read().decode())
        except (URLError, TimeoutError, ConnectionError):
            return ""

    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-c", program], stdout=output, stderr=subprocess.STDOUT, env=os.environ.copy()
        )
    try:
        until(lambda: "says little" in page())

        seed.write_text("The second text says more, and it says it in English too.\n", "utf-8")
        until(lambda: "says more" in page())
        # The pages that the build wrote are watched as well: builds may follow, but not without end.
        settled, quiet_since = builds(), time.monotonic()
        while time.monotonic() - quiet_since < QUIET:
            time.sleep(0.5)
            if builds() != settled:
                settled, quiet_since = builds(), time.monotonic()
            assert settled <= 4, "the server builds in circles"

        record = tmp_path / "seeds/one.yml"
        record.write_text("rights: nonsense\n", "utf-8")
        until(lambda: "one.yml:1:" in log.read_text("utf-8"))
        assert server.poll() is None
        record.write_text("rights: full\n", "utf-8")
        until(lambda: builds() > settled and "says more" in page())

        server.send_signal(signal.SIGINT)
        assert server.wait(30) == 0
        assert page() == ""
        assert "Traceback" not in log.read_text("utf-8")
    finally:
        server.kill()
