"""Generated pages on disk: only what changed is written, what is stale goes, and a failure changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.problems import DataError
from build_tools.publish.pages import MANIFEST, Pages, remove_generated


class Folder:
    """A ``docs/`` folder in which builds are tried."""

    def __init__(self, root: Path) -> None:
        self.docs = root / "docs"
        self.docs.mkdir()
        self._root = root
        self._builds = 0

    def build(self, files: dict[str, str]) -> Pages:
        self._builds += 1
        workspace = self._root / f"work-{self._builds}"
        workspace.mkdir()
        pages = Pages(self.docs, workspace)
        for path, text in files.items():
            pages.stage(path, text.encode())
        pages.commit()
        return pages

    def content(self) -> dict[str, str]:
        files = sorted(path for path in self.docs.rglob("*") if path.is_file() and path.name != MANIFEST)
        return {path.relative_to(self.docs).as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_second_build_writes_only_what_changed(folder: Folder) -> None:
    folder.build({"index.md": "a", "documents/x.md": "x", "documents/x.ar.md": "س"})
    before = {path: path.stat().st_mtime_ns for path in folder.docs.rglob("*.md")}
    pages = folder.build({"index.md": "a", "documents/x.md": "changed", "documents/x.ar.md": "س"})
    assert pages.written == 1
    touched = {path.name for path, time in before.items() if path.stat().st_mtime_ns != time}
    assert touched == {"x.md"}


def test_a_build_that_changes_nothing_touches_nothing(folder: Folder) -> None:
    files = {"index.md": "a", "documents/x.md": "x"}
    folder.build(files)
    before = {path: path.stat().st_mtime_ns for path in folder.docs.rglob("*")}
    folder.build(files)
    assert {path: path.stat().st_mtime_ns for path in folder.docs.rglob("*")} == before


def test_stale_pages_and_empty_folders_go(folder: Folder) -> None:
    folder.build({"index.md": "a", "stories/s.md": "s", "documents/x.md": "x"})
    folder.build({"index.md": "a", "documents/x.md": "x"})
    assert folder.content() == {"index.md": "a", "documents/x.md": "x"}
    assert not (folder.docs / "stories").exists()


def test_hand_written_pages_stay(folder: Folder) -> None:
    (folder.docs / "about.md").write_text("mine", "utf-8")
    folder.build({"index.md": "a"})
    folder.build({})
    assert folder.content() == {"about.md": "mine"}


def test_a_hand_written_page_is_never_overwritten(folder: Folder) -> None:
    (folder.docs / "index.md").write_text("mine", "utf-8")
    with pytest.raises(DataError, match="hand-written-page"):
        folder.build({"documents/x.md": "x", "index.md": "theirs"})
    assert folder.content() == {"index.md": "mine"}


def test_an_unknown_page_in_a_generated_folder_is_refused(folder: Folder) -> None:
    folder.build({"documents/x.md": "x"})
    (folder.docs / "documents/y.md").write_text("?", "utf-8")
    with pytest.raises(DataError, match=r"docs/documents/y\.md"):
        folder.build({"documents/x.md": "changed"})
    assert folder.content() == {"documents/x.md": "x", "documents/y.md": "?"}


def test_a_lost_manifest_publishes_nothing_unknown(folder: Folder) -> None:
    folder.build({"documents/withheld.md": "secret", "documents/x.md": "x"})
    (folder.docs / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(DataError, match=r"documents/withheld.md.*\[unknown-page\]"):
        folder.build({"documents/x.md": "x"})


def test_a_page_edited_by_hand_is_written_anew_and_reported(folder: Folder) -> None:
    folder.build({"documents/x.md": "x"})
    (folder.docs / "documents/x.md").write_text("edited", "utf-8")
    pages = folder.build({"documents/x.md": "x"})
    assert folder.content() == {"documents/x.md": "x"}
    assert [problem.code for problem in pages.warnings()] == ["edited-page"]


def test_undo_brings_everything_back(folder: Folder) -> None:
    old = {"index.md": "a", "documents/x.md": "x", "documents/gone.md": "gone"}
    folder.build(old)
    pages = folder.build({"index.md": "b", "documents/x.md": "x", "stories/new.md": "new"})
    pages.undo()
    assert folder.content() == old
    assert not (folder.docs / "stories").exists()
    assert folder.build(old).written == 0


@pytest.mark.parametrize("path", ["/etc/x.md", "../x.md", "a/../x.md", "a//x.md", "", "a\\x.md", "./x.md"])
def test_paths_that_lead_elsewhere_are_refused(folder: Folder, path: str) -> None:
    with pytest.raises(ValueError, match="not a relative path"):
        folder.build({path: "x"})


@pytest.mark.parametrize("path", ["documents/a.b.md", "documents/a.v2.ar.md", "ar/x.md", "documents/.md"])
def test_names_that_mkdocs_would_lose_are_refused(folder: Folder, path: str) -> None:
    with pytest.raises(ValueError, match=r"with a dot|for a language"):
        folder.build({path: "x"})


def test_a_page_made_twice_is_a_fault_of_the_program(folder: Folder) -> None:
    pages = Pages(folder.docs, folder.docs.parent)
    pages.stage("index.md", b"a")
    with pytest.raises(ValueError, match="twice"):
        pages.stage("index.md", b"b")


def test_removing_everything_generated(folder: Folder) -> None:
    (folder.docs / "about.md").write_text("mine", "utf-8")
    folder.build({"index.md": "a", "documents/x.md": "x"})
    assert remove_generated(folder.docs) == 2
    assert folder.content() == {"about.md": "mine"}
    assert not (folder.docs / MANIFEST).exists()
