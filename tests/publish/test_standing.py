"""What stands in the site as it would be made is not written again, and whatever is not as a build left it is."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.model import OutputFile, SameFile
from build_tools.publish.assembled import assembled, begun
from build_tools.publish.beside import Beside
from build_tools.publish.kept.standing import Made, Standing, record, recorded
from build_tools.writing import write
from tests.tiny import contents

SITE = {"index.html": b"home", "a/index.html": b"page a", "b/c/index.html": b"page c"}

STAY = {path: path for path in SITE}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def no_link(*_: object, **__: object) -> None:
    """What a file system says that knows no second names."""
    raise OSError(errno.EPERM, "Operation not permitted")


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        write(folder / path, content)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Standing:
    made = {path: Made(digest(content), f"of {path}", {"robots": path}) for path, content in SITE.items()}
    return Standing(written(tmp_path / "site", SITE), made)


@pytest.fixture
def kept(tmp_path: Path, site: Standing) -> Path:
    record(tmp_path / "kept.json", site.folder, site.files)
    return tmp_path / "kept.json"


def test_all_is_known_again(site: Standing, kept: Path) -> None:
    assert recorded(site.folder, kept) == site


def test_a_file_with_another_time_is_known_by_its_content(site: Standing, kept: Path) -> None:
    os.utime(site.folder / "a/index.html", (1, 1))
    assert recorded(site.folder, kept) == site


def _linked(path: Path) -> None:
    path.rename(path.with_name("real"))
    path.symlink_to("real")


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(b"page b"),
        lambda path: path.write_bytes(b"page a and more"),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.mkdir()),
        _linked,
    ],
)
def test_what_is_not_as_it_was_left_does_not_count(
    site: Standing, kept: Path, change: Callable[[Path], object]
) -> None:
    change(site.folder / "a/index.html")
    assert recorded(site.folder, kept).files == {
        path: made for path, made in site.files.items() if path != "a/index.html"
    }


@pytest.mark.parametrize("damage", [None, b"", b"\xff", b"{}", b'{"a": 1}\n'])
def test_of_a_damaged_record_nothing_counts(site: Standing, kept: Path, damage: bytes | None) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"robots", b"rabots") if damage is None else damage)
    assert recorded(site.folder, kept).files == {}
    kept.unlink()
    assert recorded(site.folder, kept).files == {}


OLDER = {
    "a/index.html": b"former a",
    "index.html/x": b"a folder in the place of a file",
    "b": b"a file in the place of a folder",
    "gone/index.html": b"gone",
}


@pytest.mark.parametrize("linking", [True, False])
@pytest.mark.parametrize("older", [{}, OLDER])
def test_a_site_is_put_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Standing, older: dict[str, bytes], linking: bool
) -> None:
    if not linking:
        monkeypatch.setattr(os, "link", no_link)
    folder = written(tmp_path / "older", older)
    folder.mkdir(exist_ok=True)
    (folder / "link").symlink_to("a")
    for text in (b"new", b"newer"):
        new = written(tmp_path / "new", {"a/index.html": text, "d/index.html": b"added"})
        assembled(new, site.folder, {**STAY, "e/x.html": "index.html"}, folder)
        assert contents(folder) == {
            **SITE,
            "e/x.html": b"home",
            "a/index.html": text,
            "d/index.html": b"added",
        }
        assert contents(site.folder) == SITE
        assert (folder / "index.html").samefile(site.folder / "index.html") == linking
        assert not (folder / "gone").exists()


def test_a_copy_is_not_copied_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Standing) -> None:
    monkeypatch.setattr(os, "link", no_link)
    assembled(tmp_path / "new", site.folder, STAY, tmp_path / "older")
    before = {path: (tmp_path / "older" / path).stat().st_ino for path in SITE}
    assembled(tmp_path / "new", site.folder, STAY, tmp_path / "older")
    assert before == {path: (tmp_path / "older" / path).stat().st_ino for path in SITE}


def test_the_next_site_begins_with_what_is_left(tmp_path: Path, site: Standing) -> None:
    older, left = tmp_path / "kept/older", written(tmp_path / "left", {"x": b"x"})
    older.parent.mkdir()
    begun(older, site, left)
    assert contents(older) == {"x": b"x"}
    begun(older, site, left)
    assert contents(older) == {"x": b"x"}


def test_or_with_second_names_of_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Standing
) -> None:
    begun(tmp_path / "older", site, tmp_path / "left")
    assert contents(tmp_path / "older") == SITE
    assert (tmp_path / "older/index.html").samefile(site.folder / "index.html")
    monkeypatch.setattr(os, "link", no_link)
    begun(tmp_path / "copied", site, tmp_path / "left")
    assert contents(tmp_path / "copied") == {}, "the whole site is not copied for it"


def test_files_that_stand_there_are_not_written(tmp_path: Path, site: Standing) -> None:
    beside = Beside(tmp_path / "beside", site)
    for file in (
        OutputFile("a/index.html", b"page a", "site"),
        OutputFile("index.html", b"another", "site"),
        SameFile("b/c/index.html", b"", "site", digest=digest(b"page c")),
        OutputFile("c/moved.html", b"page c", "site"),
    ):
        beside.take(beside.looked_at(file))
    assert contents(beside.folder) == {"index.html": b"another"}
    assert beside.same == {
        "a/index.html": "a/index.html",
        "b/c/index.html": "b/c/index.html",
        "c/moved.html": "b/c/index.html",
    }
    assert beside.made["index.html"].digest == digest(b"another")
    with pytest.raises(ValueError, match="made twice"):
        beside.take(beside.looked_at(OutputFile("index.html", b"another", "site")))
