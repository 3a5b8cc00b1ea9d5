"""Generated pages on disk: only what changed is written, what is stale goes, and a failure changes nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from build_tools.problems import DataError
from build_tools.publish import pages
from build_tools.publish.generated import MANIFEST
from build_tools.publish.kept.standing import Made, record, recorded
from build_tools.publish.pages import Pages, remove_generated


class Folder:
    """A ``docs/`` folder in which builds are tried."""

    def __init__(self, root: Path) -> None:
        self.docs = root / "docs"
        self.docs.mkdir()
        self._root = root
        self._builds = 0

    def build(self, files: dict[str, str]) -> Pages:
        pages = self.begun(files)
        pages.commit()
        return pages

    def begun(self, files: dict[str, str]) -> Pages:
        """A build that has not come to write yet."""
        self._builds += 1
        workspace = self._root / f"work-{self._builds}"
        workspace.mkdir()
        pages = Pages(self.docs, workspace)
        for path, text in files.items():
            pages.stage(path, text.encode())
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


GENERATED = "---\ntitle: {0}\nkind: document\nsearch: {{exclude: true}}\n---\n\n<p>{0}</p>\n"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b'{"files": {"x.md": "0"}}',
        b'{"files": {"../x.md": "%s"}}' % (64 * b"0"),
        b'{"files": {"/x.md": "%s"}}' % (64 * b"0"),
        b'{"files": [1]}',
        b"\xff",
        None,
    ],
)
def test_a_damaged_manifest_is_made_anew_from_what_lies_there(folder: Folder, damage: bytes | None) -> None:
    files = {f"documents/{name}.md": GENERATED.format(name) for name in ("withheld", "x", "y")}
    folder.build(files)
    (folder.docs / "documents/y.md").write_text(files["documents/y.md"] + "by hand\n", "utf-8")
    if damage is None:
        (folder.docs / MANIFEST).unlink()
    else:
        (folder.docs / MANIFEST).write_bytes(damage)
    changed = {"documents/x.md": GENERATED.format("new"), "documents/y.md": files["documents/y.md"]}
    pages = folder.build(changed)
    assert folder.content() == changed
    assert [problem.code for problem in pages.warnings()] == ["manifest"]
    assert folder.build(changed).warnings() == ()


def test_a_damaged_manifest_makes_no_hand_written_page_a_generated_one(folder: Folder) -> None:
    mine = "---\ntitle: Mine\nkind: text\n---\n\nMy own words.\n"
    (folder.docs / "about.md").write_text(mine, "utf-8")
    (folder.docs / "index.md").write_text(mine, "utf-8")
    (folder.docs / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(DataError, match=r"docs/index\.md: error: .*hand-written-page"):
        folder.build({"index.md": GENERATED.format("x")})
    assert remove_generated(folder.docs) == (0, ())
    assert folder.content() == {"about.md": mine, "index.md": mine}


def test_a_lost_manifest_publishes_nothing_unknown(folder: Folder) -> None:
    folder.build({"documents/withheld.md": "secret", "documents/x.md": "x"})
    (folder.docs / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(DataError, match=r"documents/withheld.md.*\[unknown-page\]"):
        folder.build({"documents/x.md": "x"})


def test_a_page_edited_by_hand_is_written_anew_and_reported(folder: Folder) -> None:
    folder.build({"documents/x.md": "x"})
    (folder.docs / "documents/x.md").write_text("edited", "utf-8")
    built = folder.build({"documents/x.md": "x"})
    assert folder.content() == {"documents/x.md": "x"}
    assert [problem.code for problem in built.warnings()] == ["edited-page"]


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


def failing_at(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let every try to write one of the files ``names`` fail, as where somebody made it unchangeable."""
    write, move = pages.write, pages.move

    def check(path: Path) -> None:
        if "docs" in path.parts and path.name in names:
            raise PermissionError(1, "Operation not permitted", str(path))

    def writing(path: Path, content: bytes, *, flush: bool = True) -> None:
        check(path)
        write(path, content, flush=flush)

    def moving(new: Path, path: Path) -> None:
        check(path)
        move(new, path)

    monkeypatch.setattr(pages, "write", writing)
    monkeypatch.setattr(pages, "move", moving)


def test_undo_goes_on_after_a_failure_and_tells_all(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {f"documents/{name}.md": name for name in "abcd"}
    folder.build(old)
    built = folder.build({path: f"new {text}" for path, text in old.items()})
    with monkeypatch.context() as patched:
        failing_at(patched, "b.md", "c.md")
        faults = built.undo()
    assert sorted(Path(fault.path).name for fault in faults) == ["b.md", "c.md"]
    assert folder.content() == {**old, "documents/b.md": "new b", "documents/c.md": "new c"}
    # What stays is the archive's own: the next build neither refuses nor blames anybody.
    again = folder.build(old)
    assert again.warnings() == ()
    assert folder.content() == old


def test_a_failure_on_the_way_is_undone(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {f"documents/{name}.md": name for name in "abc"}
    folder.build(old)
    begun = folder.begun({path: f"new {text}" for path, text in old.items()})
    with monkeypatch.context() as patched:
        failing_at(patched, "c.md")
        with pytest.raises(PermissionError):
            begun.commit()
        assert begun.undo() == ()
    assert folder.content() == old
    assert folder.build(old).warnings() == ()


def test_what_a_killed_build_left_is_no_change_by_hand(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {f"documents/{name}.md": name for name in "abc"}
    folder.build(old)
    begun = folder.begun({"documents/a.md": "new a", "documents/b.md": "new b"})
    with monkeypatch.context() as patched:
        failing_at(patched, "b.md")
        with pytest.raises(PermissionError):
            begun.commit()  # and then no more: nothing is undone
    (folder.docs / "documents/.archive-new-1").write_text("half", "utf-8")
    last = folder.build({"documents/a.md": "newer a", "documents/b.md": "newer b"})
    assert last.warnings() == ()
    assert folder.content() == {"documents/a.md": "newer a", "documents/b.md": "newer b"}


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="there is no second file system here")
def test_the_workspace_may_be_on_another_disk(folder: Folder) -> None:
    old = {"index.md": "a", "documents/x.md": "x"}
    folder.build(old)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as workspace:
        assert Path(workspace).stat().st_dev != folder.docs.stat().st_dev
        begun = Pages(folder.docs, Path(workspace))
        begun.stage("index.md", b"b")
        assert begun.commit() == 1
        assert folder.content() == {"index.md": "b"}
        begun.undo()
    assert folder.content() == old


def test_a_page_edited_by_hand_is_never_removed_without_a_word(folder: Folder) -> None:
    folder.build({"index.md": "a", "documents/x.md": "x", "documents/y.md": "y"})
    (folder.docs / "documents/x.md").write_text("edited", "utf-8")
    removed, kept = remove_generated(folder.docs)
    assert removed == 2
    assert [str(problem) for problem in kept] == [
        "docs/documents/x.md: warning: was changed by hand and stays. Move the change to its sources in seeds/ or to its template, and remove the page [edited-page]"
    ]
    assert folder.content() == {"documents/x.md": "edited"}


def test_removing_everything_generated(folder: Folder) -> None:
    (folder.docs / "about.md").write_text("mine", "utf-8")
    folder.build({"index.md": "a", "documents/x.md": "x"})
    assert remove_generated(folder.docs) == (2, ())
    assert folder.content() == {"about.md": "mine"}
    assert not (folder.docs / MANIFEST).exists()


def test_a_page_is_there_as_long_as_nobody_changes_it(folder: Folder, tmp_path: Path) -> None:
    made = folder.build({"a.md": "A page.", "b.md": "Another."})
    kept = tmp_path / "docs.json"
    record(kept, folder.docs, {path: Made(digest) for path, digest in made.digests.items()})
    (folder.docs / "b.md").write_text("Anothes.", "utf-8")
    (tmp_path / "next").mkdir()
    pages = Pages(folder.docs, tmp_path / "next", recorded(folder.docs, kept))
    assert pages.there("a.md", made.digests["a.md"])
    assert not pages.there("a.md", made.digests["b.md"])
    assert not pages.there("b.md", made.digests["b.md"])
