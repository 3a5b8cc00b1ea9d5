"""A tiny archive whose builds are killed, in each kind of place that its site may have."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from build_tools import publish
from build_tools.file_names import EXCHANGE
from build_tools.publish import Settings
from build_tools.publish.kept.standing import Made
from build_tools.publish.squeeze.unchanged import is_filled
from tests.tiny import contents, tiny_archive

KILLS = int(os.environ.get("STRESS", "0"))
"""How many whole builds, in processes of their own as people start them, are killed in each setting; 0 for some quick
ones."""

FULL = KILLS > 0

ARCHIVE = Path(sys.executable).with_name("archive")

TEXTS = {
    "A": "The dam held through the night, said the mayor of the town.\n",
    "B": "The dam broke in the morning, said the mayor of the town, and 300 people left.\n",
}


class Run(Protocol):
    """A command at work."""

    pid: int

    def kill(self) -> None: ...

    def wait(self) -> int: ...

    def poll(self) -> int | None: ...


class Forked:
    """A function in a process of its own, with this one's modules and patches."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._code: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                function()
                code = 0
            finally:
                os._exit(code)

    def kill(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait()

    def poll(self) -> int | None:
        return self._ended(os.WNOHANG)

    def wait(self) -> int:
        code = self._ended(0)
        assert code is not None
        return code

    def _ended(self, options: int) -> int | None:
        if self._code is None:
            pid, status = os.waitpid(self.pid, options)
            if pid:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code


class Process:
    """The command ``archive`` in a process of its own."""

    def __init__(self, *arguments: str, cwd: Path) -> None:
        self._process = subprocess.Popen([ARCHIVE, *arguments], cwd=cwd, stderr=subprocess.DEVNULL)
        self.pid = self._process.pid

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def wait(self) -> int:
        return self._process.wait()

    def poll(self) -> int | None:
        return self._process.poll()


class Place:
    """The archive in ``root``, its ``site`` somewhere, and what lies around both and is nobody's business."""

    def __init__(self, root: Path, site: Path, around: tuple[Path, ...]) -> None:
        self.root, self.site, self._around = root, site, around
        self.config = tiny_archive(root, site=os.path.relpath(site, root))
        for folder in around:
            (folder / "theirs").mkdir(exist_ok=True)
            (folder / "theirs/thesis.txt").write_text("years of work", "utf-8")
            (folder / ".hidden").write_text("settings", "utf-8")

    def write(self, text: str) -> None:
        (self.root / "seeds/one.txt").write_text(TEXTS[text], "utf-8")

    def build(self) -> Run:
        if FULL:
            return Process("build", cwd=self.root)
        return Forked(lambda: publish.build(self.config))

    def serve(self, port: int) -> Run:
        if FULL:
            return Process("serve", "--port", str(port), cwd=self.root)
        return Forked(lambda: publish.serve(self.config, port=port))

    def content(self) -> dict[str, bytes]:
        """The site, but for what is only being prepared in it where it is a mount point."""
        return {path: b for path, b in contents(self.site).items() if not path.startswith(f"{EXCHANGE}/")}

    def is_finished_later(self) -> bool:
        """Whether a journal stands in the site, which the next start goes through."""
        return (self.site / EXCHANGE / "journal.json").exists()

    def is_made(self) -> bool:
        """Whether a build is about to put its site in the place of the old one."""
        return any(self.root.glob(".cache/build-*/site/manifest-sha256.txt"))

    def outside(self) -> dict[str, bytes]:
        """What no build may touch: everything around, sources and hand-written pages."""
        own = [*self.root.glob("seeds/*"), *self.root.glob("docs/*.en.md"), self.config]
        around = {
            f"{folder}/{path}": content
            for folder in self._around
            for path, content in contents(folder).items()
            if self.root not in (folder / path).parents and self.site not in (folder / path).parents
        }
        return {**around, **{str(path): path.read_bytes() for path in own}}

    def leftovers(self) -> list[str]:
        """What killed programs left anywhere: unfinished files, workspaces, locks, journals."""
        places = {self.root, self.site.parent, self.site, *(folder for folder in self._around)}
        found = {path for place in places for path in place.glob(".*archive-*")}
        found |= set(self.root.glob("docs/**/.archive-*")) | set(self.root.glob("seeds/.archive-*"))
        found |= {
            path
            for path in self.root.glob(".cache/*")
            if path.name not in ("kept", "last-build.json", "seeds-manifest-sha256.txt")
        }
        return sorted(str(path) for path in found if path.name != ".archive-site")

    def wait_for_children(self, server: Run | None = None) -> None:
        """Until MkDocs has noticed that whoever started it is gone; that of the ``server`` may stay."""
        deadline = time.monotonic() + 20
        while self._orphans(server):
            assert time.monotonic() < deadline, "MkDocs lives on"
            time.sleep(0.05)

    def _orphans(self, server: Run | None) -> bool:
        """Whether MkDocs is at work on this archive for anyone but the ``server``."""
        listed = subprocess.run(
            ["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
        ).stdout
        parents, at_work = {}, []
        for line in listed.splitlines():
            pid, parent, command = line.split(None, 2)
            parents[pid] = parent
            if "publish.child" in command and str(self.config) in command:
                at_work.append(pid)
        own = str(server.pid) if server else None
        return any(own not in _ancestors(pid, parents) for pid in at_work)


def _ancestors(pid: str, parents: Mapping[str, str]) -> Iterator[str]:
    while pid in parents:
        pid = parents[pid]
        yield pid


@contextmanager
def place(kind: str, tmp_path: Path) -> Iterator[Place]:
    """A place of one ``kind``: ``one disk``, ``two disks`` or ``mount point``."""
    around = tmp_path / "around"
    root = around / "archive"
    root.mkdir(parents=True)
    if kind == "two disks":
        if not os.access("/dev/shm", os.W_OK):
            pytest.skip("there is no second file system here: /dev/shm cannot be written")
        elsewhere = Path(tempfile.mkdtemp(prefix="archive-stress-", dir="/dev/shm"))
        try:
            yield Place(root, elsewhere / "site", (around, elsewhere))
        finally:
            shutil.rmtree(elsewhere)
    elif kind == "mount point":
        (root / "site").mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", root / "site"], capture_output=True, text=True, check=False)  # fmt: skip
        if done.returncode:
            pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
        try:
            yield Place(root, root / "site", (around,))
        finally:
            subprocess.run(["umount", root / "site"], check=True)
    else:
        yield Place(root, root / "site", (around,))


def quick_mkdocs(
    settings: Settings, target: Path, *, standing: Mapping[str, Made], **_: object
) -> tuple[list[str], dict[str, Made]]:
    """Stands for MkDocs where builds are quick: each page as it is unless it stands so already, and as many files as a small
    site has."""
    target.mkdir()
    same: list[str] = []
    made: dict[str, Made] = {}
    for source, content in contents(settings.docs).items():
        if source.startswith("."):
            continue
        path, key = f"{source.removesuffix('.md')}/index.html", hashlib.sha256(content).hexdigest()
        if path in standing and standing[path].of == key:
            same.append(path)
            continue
        if not is_filled(content.decode("utf-8")):
            made[path] = Made(key, key)
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    for name in ("404.html", "index.html", *(f"assets/{number}.css" for number in range(40))):
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text(name, "utf-8")
    return same, made
