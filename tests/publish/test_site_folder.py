"""A build and the folder it replaces, from the configuration to the last file."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import build_tools.publish as publish
from build_tools.cli import progress
from build_tools.problems import DataError
from build_tools.publish import bag, fixity
from build_tools.publish.kept.standing import Made
from build_tools.publish.ownership import MARK
from tests.publish.project import Project, page


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose MkDocs is quick: it makes one page."""
    (tmp_path / "archive").mkdir()
    project = Project(tmp_path / "archive", monkeypatch)

    def make(settings: publish.Settings, target: Path, **_: object) -> tuple[list[str], dict[str, Made]]:
        target.mkdir()
        for name in ("index.html", "404.html"):
            (target / name).write_text(f"made of {len(project.files)} pages", "utf-8")
        return [], {}

    for name in ("check_pages", "unite", "join_scripts"):
        monkeypatch.setattr(publish, name, lambda *_: None)
    monkeypatch.setattr(publish, "run_mkdocs", make)
    return project


def configured(project: Project, old: str, new: str) -> None:
    text = project.config.read_text("utf-8")
    assert old in text
    project.config.write_text(text.replace(old, new, 1), "utf-8")


def test_a_folder_of_somebody_else_is_refused_before_anything_is_done(project: Project) -> None:
    theirs = project.root.parent / "theirs"
    (theirs / ".git").mkdir(parents=True)
    (theirs / "thesis.txt").write_text("years", "utf-8")
    configured(project, "site_name:", "site_dir: ../theirs\nsite_name:")
    docs = project.tree("docs")
    with pytest.raises(DataError, match=r"was not made by the archive .*\[not-ours\]"):
        project.build()
    assert sorted(os.listdir(theirs)) == [".git", "thesis.txt"]
    assert project.tree("docs") == docs


def test_what_is_named_is_kept_and_the_rest_is_the_new_site(project: Project) -> None:
    configured(project, "seeds: seeds", "seeds: seeds\n    keep: [.git, CNAME, .nojekyll]")
    project.build()
    (project.site / ".git").mkdir()
    (project.site / ".git/HEAD").write_text("ref", "utf-8")
    (project.site / "CNAME").write_text("a.example", "utf-8")
    (project.site / "404.html").unlink()
    project.build()
    assert set(project.tree()) >= {".git/HEAD", "CNAME", "404.html", "index.html", MARK}
    settings = publish.read_settings(project.config)
    assert fixity.verify(settings) == ()  # what others keep there is no part of the site
    bag.make_bag(settings, project.root / "bag", public=False)
    assert "data/site/index.html" in project.tree("bag")
    assert not any(".git/" in path or "CNAME" in path for path in project.tree("bag"))
    publish.clean(project.config)
    assert set(project.tree()) == {".git/HEAD", "CNAME"}
    project.build()
    assert project.read(".git/HEAD") == "ref"


def test_a_source_saved_while_the_build_ran_is_told_as_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = publish.run_mkdocs
    text = project.root / "seeds/a.txt"
    text.parent.mkdir(exist_ok=True)
    text.write_text("as it was read", "utf-8")

    def make_and_save(settings: publish.Settings, target: Path, **options: Any) -> Any:
        told = made(settings, target, **options)
        text.write_text("as it was saved since", "utf-8")
        return told

    monkeypatch.setattr(publish, "run_mkdocs", make_and_save)
    project.build()
    told = fixity.verify(publish.read_settings(project.config))
    assert [(Path(problem.path).name, problem.code) for problem in told] == [("a.txt", "changed")]


def test_a_link_is_followed(project: Project) -> None:
    """``site`` leads to the folder that a web server shows; that is what is replaced, and the link stays."""
    shown = project.root.parent / "shown"
    project.site.symlink_to(shown)
    for _ in range(2):
        project.build()
        assert project.site.is_symlink()
        assert (shown / "index.html").exists()
        assert (shown / MARK).exists()


@pytest.mark.parametrize("keep", ["/etc", "..", "a/b", "[1]", "''"])
def test_only_names_can_be_kept(project: Project, keep: str) -> None:
    configured(project, "seeds: seeds", f"seeds: seeds\n    keep: [{keep}]")
    with pytest.raises(DataError, match="keep: must list names"):
        project.build()


def test_a_failure_after_the_pages_puts_them_back(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build()
    site, docs = project.tree(), project.tree("docs")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "somewhere")

    project.files = project.files[:-1]
    with monkeypatch.context() as patched:
        patched.setattr(publish, "replace", full)
        with pytest.raises(OSError, match="No space"):
            project.build()
    assert (project.tree(), project.tree("docs")) == (site, docs)
    assert project.build().written == 0


def test_asked_to_end_it_puts_everything_in_order(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build()
    site, docs = project.tree(), project.tree("docs")
    project.files = project.files[:-1]

    def asked(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(publish, "run_mkdocs", asked)
    with pytest.raises(KeyboardInterrupt):
        project.build()
    assert (project.tree(), project.tree("docs")) == (site, docs)
    assert sorted(os.listdir(project.root / ".cache")) == ["kept", "seeds-manifest-sha256.txt"]


def test_asked_to_end_during_the_exchange_it_is_done_first(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    project.files = project.files[:-1]
    real = publish.replace

    def asked(*arguments: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(publish, "replace", asked)
    with pytest.raises(KeyboardInterrupt):
        project.build()
    monkeypatch.setattr(publish, "replace", real)
    assert project.read("index.html") == f"made of {len(project.files)} pages"
    assert project.build().written == 0


def test_a_mounted_site_is_never_emptied(project: Project) -> None:
    project.site.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", project.site], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        project.build()
        before = project.tree()
        project.files = project.files[:-1]
        project.build()
        assert set(project.tree()) == set(before)
        assert project.read("index.html") == f"made of {len(project.files)} pages"
    finally:
        subprocess.run(["umount", project.site], check=True)


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="there is no second file system here")
def test_pages_may_lie_on_another_disk(project: Project, request: pytest.FixtureRequest) -> None:
    elsewhere = Path("/dev/shm") / f"docs-{os.getpid()}"
    request.addfinalizer(lambda: shutil.rmtree(elsewhere, ignore_errors=True))
    shutil.copytree(project.root / "docs", elsewhere, symlinks=True)
    shutil.rmtree(project.root / "docs")
    (project.root / "docs").symlink_to(elsewhere)
    project.build()
    project.files = project.files[:-1]
    assert project.build().removed == 1


@pytest.mark.parametrize("full", [".cache", "docs", "site"])
def test_a_full_disk_is_told_with_the_name_of_the_file(project: Project, full: str) -> None:
    project.build()
    site, docs = project.tree(), project.tree("docs")
    folder = project.root / full
    kept = shutil.move(folder, project.root / "kept")
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True, check=False)  # fmt: skip
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        shutil.copytree(kept, folder, dirs_exist_ok=True, symlinks=True)
        (folder / "filling").write_bytes(b"x" * (os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize))
        if full == "site":  # it is another program's
            configured(project, "seeds: seeds", "seeds: seeds\n    keep: [filling]")
        project.files = [*project.files[:-1], *page("documents/new", "New", "<p>text</p>" * 200)]
        with pytest.raises(OSError, match="No space left on device") as raised:
            project.build()
        assert Path(raised.value.filename).is_relative_to(folder)
        (folder / "filling").unlink()
        assert (project.tree(), project.tree("docs")) == (site, docs)
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_end_nothing(project: Project, closed: str) -> None:
    program = f"'{sys.executable}' -c 'from build_tools.cli import main; main()' clean {closed}"
    done = subprocess.run(
        ["/bin/sh", "-c", program], cwd=project.root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_there_is_no_bar_where_there_is_no_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with progress.shown() as report:
        report("read", 0, 0)
