"""The new site comes into the place of the old one: killed at any moment, one of the two is there, whole."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from build_tools.file_names import EXCHANGE
from build_tools.problems import DataError
from build_tools.publish import exchange, in_place
from build_tools.publish.ownership import MARK, mark
from build_tools.writing import swap
from tests.publish.killing import killed_at_each_step

OLD = {
    "index.html": "old",
    "same.css": "same",
    "zh/index.html": "old",
    "gone/a.html": "gone",
    "turned": "a file",
}
NEW = {
    "index.html": "new",
    "same.css": "same",
    "zh/index.html": "new",
    "came/b.html": "came",
    "turned/c.html": "in it",
}
KEPT = {".git/config": "mine", ".git/objects/1": "mine", "CNAME": "a.example"}
KEEP = (".git", "CNAME", "absent")


def fill(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    mark(folder)
    return folder


def content(folder: Path) -> dict[str, str]:
    found = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}
    return {path: text for path, text in found.items() if path != MARK}


def mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")


class Place:
    """A folder for the workspace, and a place for the site on the same disk, on another one, or a mount point."""

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.site = root, site

    def old(self) -> None:
        for path in self.site.iterdir() if self.site.exists() else ():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        fill(self.site, {**OLD, **KEPT})

    def new(self) -> Path:
        workspace = self.root / "workspace"
        shutil.rmtree(workspace, ignore_errors=True)
        return fill(workspace / "site", NEW)

    def leftovers(self) -> list[str]:
        """What lies beside the site, and of unfinished things in it."""
        beside = [
            path.name
            for path in self.site.parent.iterdir()
            if path not in (self.site, self.root / "workspace")
        ]
        return [*beside, *(path.name for path in self.site.glob(f"{EXCHANGE}*"))]


@pytest.fixture(
    params=["one disk", "two disks", "mount point", "bound folder", "no exchange", "fixed around"]
)
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    root, site = tmp_path / "root", tmp_path / "around/site"
    root.mkdir()
    site.mkdir(parents=True)
    mounted = False
    elsewhere: Path | None = None
    if request.param == "two disks":
        if not os.access("/dev/shm", os.W_OK):
            pytest.skip("there is no second file system here")
        elsewhere = Path(tempfile.mkdtemp(dir="/dev/shm"))
        site = elsewhere / "site"
        site.mkdir()
    elif request.param == "mount point":
        mount("-t", "tmpfs", "tmpfs", str(site))
        mounted = True
    elif request.param == "bound folder":
        (root / "bound").mkdir()
        mount("--bind", str(root / "bound"), str(site))
        mounted = True
    elif request.param == "no exchange":

        def unknown(one: Path, other: Path) -> None:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP), str(other))

        monkeypatch.setattr(swap, "exchange", unknown)
    elif request.param == "fixed around":

        def refused(new: Path, site: Path, keep: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(site))

        monkeypatch.setattr(exchange, "_rename", refused)
    yield Place(root, site)
    if mounted:
        subprocess.run(["umount", str(site)], check=True)
    if elsewhere is not None:
        shutil.rmtree(elsewhere)


def test_the_new_site_is_there_and_nothing_else(place: Place) -> None:
    place.old()
    exchange.replace(place.new(), place.site, KEEP)
    assert content(place.site) == {**NEW, **KEPT}
    assert place.leftovers() == []


def test_the_first_site_is_made(place: Place) -> None:
    with suppress(OSError):  # a mount point stays
        place.site.rmdir()
    exchange.replace(place.new(), place.site, KEEP)
    assert content(place.site) == NEW
    assert place.leftovers() == []


def test_killed_at_any_moment_one_of_the_two_is_there(place: Place) -> None:
    place.old()
    new = place.new()
    outcomes = set()

    def replaced() -> None:
        exchange.replace(new, place.site, KEEP)

    for _ in killed_at_each_step(replaced):
        exchange.recover(place.site)
        found = content(place.site)
        assert found in ({**OLD, **KEPT}, {**NEW, **KEPT})
        assert place.leftovers() == []
        outcomes.add(found["index.html"])
        place.old()
        new = place.new()
    outcomes.add(content(place.site)["index.html"])  # and then nobody killed it
    assert outcomes == {"old", "new"}


def test_what_was_refused_is_told_also_where_nothing_was_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, new, mkdir = fill(tmp_path / "site", OLD), fill(tmp_path / "new", NEW), Path.mkdir

    def full(self: Path, *arguments: Any, **options: Any) -> None:
        if EXCHANGE in self.parts:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        mkdir(self, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(OSError, match="No space left"):
        in_place.replace(new, site, ())
    assert content(site) == OLD


def test_killed_while_finishing_it_is_finished_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_done(site: Path, plan: in_place._Plan) -> None:
        raise KeyboardInterrupt  # the moment after the journal was written

    site = tmp_path / "site"

    def begun() -> None:
        shutil.rmtree(site, ignore_errors=True)
        fill(site, {**OLD, **KEPT})
        new = fill(tmp_path / "new", NEW)
        with monkeypatch.context() as patched:
            patched.setattr(in_place, "_settle", half_done)
            with pytest.raises(KeyboardInterrupt):
                in_place.replace(new, site, KEEP)

    begun()
    for _ in killed_at_each_step(lambda: exchange.recover(site)):
        exchange.recover(site)
        assert content(site) == {**NEW, **KEPT}
        begun()


@pytest.mark.parametrize("number", range(0, 40, 3))
def test_what_fails_leaves_the_old_site(place: Place, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """A disk that fails at one file: at each step on the way, in each kind of place."""
    place.old()
    new = place.new()
    left = number
    calls: dict[str, Callable[..., object]] = {
        name: getattr(os, name) for name in ("link", "rename", "replace", "mkdir")
    }

    def failing(name: str) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left == -1:
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(arguments[0]))
            return calls[name](*arguments, **options)

        return call

    with monkeypatch.context() as patched:
        for name in calls:
            patched.setattr(os, name, failing(name))
        try:
            exchange.replace(new, place.site, KEEP)
        except (OSError, DataError):
            expected = {**OLD, **KEPT}
        else:
            expected = {**NEW, **KEPT}
    assert content(place.site) == expected
    assert place.leftovers() == []


def test_the_rights_of_the_folder_stay(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", OLD)
    site.chmod(0o2775)
    exchange.replace(fill(tmp_path / "new", NEW), site, ())
    assert site.stat().st_mode & 0o7777 == 0o2775
    assert content(site) == NEW


def test_a_kept_folder_is_the_same_down_to_links_and_rights(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", {**OLD, **KEPT})
    (site / ".git/link").symlink_to("nowhere")
    (site / ".git/config").chmod(0o600)
    before = (site / ".git/config").stat()
    exchange.replace(fill(tmp_path / "new", NEW), site, KEEP)
    after = (site / ".git/config").stat()
    assert (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)
    assert os.readlink(site / ".git/link") == "nowhere"
    shutil.rmtree(tmp_path / "new")  # where the old site is now
    assert content(site) == {**NEW, **KEPT}


def test_what_is_mounted_in_a_site_is_neither_moved_nor_emptied(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", OLD)
    (site / "media").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/film").write_text("film", "utf-8")
    mount("--bind", str(tmp_path / "elsewhere"), str(site / "media"))
    try:
        exchange.replace(fill(tmp_path / "new", NEW), site, ("media",))
        assert content(site) == {**NEW, "media/film": "film"}
        exchange.remove(site, ("media",))
        assert content(site) == {"media/film": "film"}
    finally:
        subprocess.run(["umount", str(site / "media")], check=True)
    assert (tmp_path / "elsewhere/film").read_text("utf-8") == "film"


def test_removing_a_site_leaves_what_is_kept_and_the_mark_goes_last(place: Place) -> None:
    place.old()
    exchange.remove(place.site, KEEP)
    assert content(place.site) == KEPT
    assert not (place.site / MARK).exists()


def test_a_folder_that_is_not_ours_is_not_removed(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years", "utf-8")
    exchange.remove(tmp_path, ())
    assert content(tmp_path) == {"thesis.txt": "years"}


def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path / "small"))
    try:
        site = fill(tmp_path / "small/site", {"index.html": "old"})
        new = fill(tmp_path / "new", {"index.html": "new", "film": "x" * 200_000})
        with pytest.raises(OSError, match="No space left on device") as raised:
            exchange.replace(new, site, ())
        assert Path(raised.value.filename).name == "film"
        assert content(site) == {"index.html": "old"}
        assert [path.name for path in (tmp_path / "small").iterdir()] == ["site"]
    finally:
        subprocess.run(["umount", str(tmp_path / "small")], check=True)
