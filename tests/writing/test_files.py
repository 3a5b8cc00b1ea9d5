"""A file is written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.file_names import UNFINISHED
from build_tools.writing import files, move, move_into, write
from build_tools.writing.files import sweep


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_there_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    write(tmp_path / "a/b.txt", b"one")
    write(tmp_path / "a/b.txt", b"two")
    assert (tmp_path / "a/b.txt").read_bytes() == b"two"
    assert names(tmp_path / "a") == ["b.txt"]


def test_rights_stay_and_new_files_have_the_usual_ones(tmp_path: Path) -> None:
    write(tmp_path / "new", b"1")
    (tmp_path / "usual").write_bytes(b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    (tmp_path / "new").chmod(0o640)
    write(tmp_path / "new", b"2")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("other_disk", [False, True])
def test_a_finished_file_is_moved_with_the_rights_of_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other_disk: bool
) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "new").write_bytes(b"new")
    replace = os.replace

    def apart(old: Path, place: Path) -> None:
        if Path(old) == tmp_path / "new":
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        replace(old, place)

    if other_disk:
        monkeypatch.setattr(files.os, "replace", apart)
    move(tmp_path / "new", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_all_files_of_a_folder_are_moved_over_those_of_another(tmp_path: Path) -> None:
    for path, content in {"new/a/b": b"1", "new/c": b"2", "there/c": b"old", "there/d": b"3"}.items():
        write(tmp_path / path, content)
    (tmp_path / "new/a/link").symlink_to("b")
    move_into(tmp_path / "new", tmp_path / "there")
    assert {path.name: path.read_bytes() for path in (tmp_path / "there").rglob("*") if path.is_file()} == {
        "b": b"1",
        "link": b"1",
        "c": b"2",
        "d": b"3",
    }
    assert (tmp_path / "there/a/link").is_symlink()
    assert not [path for path in (tmp_path / "new").rglob("*") if not path.is_dir()]


def test_what_cannot_be_moved_is_named_by_its_place(tmp_path: Path) -> None:
    write(tmp_path / "new/a", b"1")
    (tmp_path / "there/a").mkdir(parents=True)
    with pytest.raises(IsADirectoryError) as failed:
        move_into(tmp_path / "new", tmp_path / "there")
    assert failed.value.filename == str(tmp_path / "there/a")


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    write(tmp_path / "a", b"old")

    def failing(*_: object) -> None:
        raise fault

    monkeypatch.setattr(files.os, step, failing)
    with pytest.raises(type(fault)):
        write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_full_disk_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    told = pytest.raises(OSError, match="No space left")
    with told as raised, files.naming(tmp_path / "a"), open("/dev/full", "wb", buffering=0) as full:
        full.write(b"x")
    assert raised.value.filename == str(tmp_path / "a")


def test_a_refusal_names_the_file_that_was_meant(tmp_path: Path) -> None:
    meant = tmp_path / ("b" * 300)
    with pytest.raises(OSError, match="name too long") as raised:
        write(meant, b"")
    assert raised.value.filename == str(meant)
    assert names(tmp_path) == []


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_kill_leaves_the_old_file_and_what_is_swept(tmp_path: Path, step: str) -> None:
    write(tmp_path / "a", b"old")
    program = (
        "import os, signal, pathlib; from build_tools.writing import write;"
        f"os.{step} = lambda *_: os.kill(os.getpid(), signal.SIGKILL);"
        f"write(pathlib.Path({str(tmp_path / 'a')!r}), b'new')"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9
    assert (tmp_path / "a").read_bytes() == b"old"
    assert len(names(tmp_path)) == 2
    sweep(tmp_path)
    assert names(tmp_path) == ["a"]


def test_sweeping_takes_nothing_else(tmp_path: Path) -> None:
    for name in ("archive-new-1", ".archive-1", "x.archive-new-1", ".archive-newer"):
        (tmp_path / name).write_bytes(b"")
    before = names(tmp_path)
    sweep(tmp_path)
    assert names(tmp_path) == before


def test_a_new_file_takes_no_place_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    for links in (True, False):
        if not links:  # as on a memory card
            monkeypatch.setattr(files.os, "link", refused)
        (tmp_path / "new").write_bytes(b"new")
        (tmp_path / "there").write_bytes(b"there")
        with pytest.raises(FileExistsError):
            files.place(tmp_path / "new", tmp_path / "there")
        assert (tmp_path / "there").read_bytes() == b"there"
        files.place(tmp_path / "new", tmp_path / f"free-{links}")
        assert (tmp_path / f"free-{links}").read_bytes() == b"new"


def test_sweeping_goes_into_every_folder(tmp_path: Path) -> None:
    (tmp_path / "deep/er").mkdir(parents=True)
    left = tmp_path / "deep/er" / f"{UNFINISHED}1"
    left.write_text("x", "utf-8")
    sweep(tmp_path)
    assert not left.exists()


def test_sweeping_leaves_one_folder_out(tmp_path: Path) -> None:
    for folder in ("kept/older", "kept/olderly"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"{UNFINISHED}1").write_text("half", "utf-8")
    sweep(tmp_path, but=tmp_path / "kept/older")
    assert [path.parent.name for path in tmp_path.rglob(f"{UNFINISHED}*")] == ["older"]
