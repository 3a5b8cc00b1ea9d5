"""``serve`` shows the site, rebuilds it on a change once, shows faults until they are mended, lets other commands work
beside it, and ends on request, wherever it was started from."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from build_tools import publish
from tests.publish.forked import fork_mkdocs
from tests.tiny import contents, tiny_archive

BIN = Path(sys.executable).parent
SECONDS = 120
QUIET = 2
"""Longer than a build takes to begin."""


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.1)


def without_version(page: str) -> str:
    return re.sub(r"live\.js\?\d+", "", page)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Serving:
    """``archive serve`` in a folder, started by a shell that puts it into the background, as a script does."""

    def __init__(self, root: Path) -> None:
        self.root, self.port = root, free_port()
        self.log = root / "log"
        line = f"'{BIN}/archive' serve --port {self.port} >log 2>&1 & echo $!"
        done = subprocess.run(["/bin/sh", "-c", line], cwd=root, capture_output=True, text=True, check=True)
        self.pid = int(done.stdout)

    def page(self, path: str = "documents/one/") -> tuple[int, str]:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/archive/{path}", timeout=5) as response:
                return response.status, response.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
        except (URLError, TimeoutError, ConnectionError):
            return 0, ""

    def shows(self, text: str) -> bool:
        return text in self.page()[1]

    def builds(self) -> int:
        return len(re.findall(r"Built in", self.log.read_text("utf-8")))

    def family(self) -> list[int]:
        """The server and its children."""
        found = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True, check=False)
        return [self.pid, *map(int, found.stdout.split())]

    def ended(self) -> bool:
        return not runs(self.pid)


def runs(pid: int) -> bool:
    """Whether there is such a process; one that only waits to be buried is none."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return found.stdout.strip()[:1] not in ("", "Z")


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    tiny_archive(tmp_path)
    server = Serving(tmp_path)
    yield server
    for pid in server.family() if not server.ended() else ():
        os.kill(pid, signal.SIGKILL)


def archive(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([BIN / "archive", *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def test_working_on_an_archive(serving: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = serving.root
    until(lambda: serving.page()[0] == 503)  # word of the building, not silence
    until(lambda: serving.shows("said the mayor"))
    assert serving.shows("Content-Security-Policy"), "what is served is closed as what is published"

    seed = root / "seeds/one.txt"
    seed.write_text("The second text says more, and it says it in English too.\n", "utf-8")
    until(lambda: serving.shows("says more"))
    shown = serving.page()[1]
    assert serving.builds() == 1, "the whole site came first"
    until(lambda: serving.builds() == 2)
    assert "Showed what was saved" in serving.log.read_text("utf-8")
    assert without_version(serving.page()[1]) == without_version(shown)
    time.sleep(QUIET)
    assert serving.builds() == 2, "the server builds in circles"

    record = root / "seeds/one.yml"
    record.write_text("rights: nonsense\n", "utf-8")
    until(lambda: serving.page()[0] == 503)
    for path in ("", "documents/one/"):
        assert "<code>seeds/one.yml:1</code>" in serving.page(path)[1]
    record.write_text("rights: full\n", "utf-8")
    until(lambda: serving.shows("says more"))

    # Another command beside it: it takes in a text, and the server shows it.
    (root / "two.txt").write_text("A report of the river, which was high in the spring.\n", "utf-8")
    added = archive("add", "two.txt", cwd=root)
    assert (added.returncode, added.stdout) == (0, "seeds/two.txt\nseeds/two.yml\n")
    until(lambda: serving.page("documents/two/")[0] == 200)

    # A build beside it makes the bytes that it makes alone.
    built = archive("build", cwd=root)
    assert built.returncode == 0, built.stderr
    alone = tmp_path / "alone"
    alone.mkdir()
    for name in ("seeds", "docs"):
        shutil.copytree(root / name, alone / name)
    shutil.copy(root / "mkdocs.yml", alone)
    fork_mkdocs(monkeypatch)
    publish.build(alone / "mkdocs.yml")
    assert contents(root / "site") == contents(alone / "site")
    assert "data/site.zip" in contents(root / "site")

    # SIGINT, which a shell lets its background jobs ignore.
    os.kill(serving.pid, signal.SIGINT)
    until(serving.ended)
    assert serving.page() == (0, "")
    assert "Traceback" not in serving.log.read_text("utf-8")
    left = {*os.listdir(root / ".cache")} - {"last-build.json"}
    assert left == {"kept", "seeds-manifest-sha256.txt"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_it_ends_in_the_midst_of_a_build_and_leaves_no_child(
    serving: Serving, number: signal.Signals
) -> None:
    until(lambda: len(serving.family()) > 1)  # MkDocs is at work
    family = serving.family()
    os.kill(serving.pid, number)
    until(lambda: not any(map(runs, family)))
    assert serving.page() == (0, "")
    if number == signal.SIGTERM:
        assert os.listdir(serving.root / ".cache") == ["kept"]
    assert archive("clean", cwd=serving.root).returncode == 0
    assert not (serving.root / ".cache").exists()
    assert sorted(os.listdir(serving.root / "docs")) == ["about.en.md", "home.en.md"]
