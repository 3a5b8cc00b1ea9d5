"""Only what bears the mark of the archive is replaced, and nothing that it is made from."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from build_tools.problems import DataError
from build_tools.publish import ownership
from build_tools.publish.fixity import MANIFEST
from build_tools.publish.ownership import claim, mark
from build_tools.publish.places import in_the_way


def fill(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path, "utf-8")
    return folder


def ours(folder: Path, *paths: str) -> Path:
    fill(folder, "index.html", "zh/index.html", *paths)
    (folder / MANIFEST).write_text(f"{'0' * 64}  index.html\n{'0' * 64}  zh/index.html\n", "utf-8")
    mark(folder)
    return folder


def refusal(site: Path, keep: tuple[str, ...] = (), new: Path | None = None) -> str:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    with pytest.raises(DataError) as raised:
        claim(site, keep, new)
    assert len(raised.value.problems) == 1
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    return str(raised.value)


def test_an_absent_and_an_empty_folder_are_free(tmp_path: Path) -> None:
    assert claim(tmp_path / "absent", ()) == ()
    assert claim(tmp_path, ()) == ()
    (tmp_path / "lost+found").mkdir()
    assert claim(tmp_path, ()) == ()


def test_what_bears_the_mark_is_ours(tmp_path: Path) -> None:
    site = ours(tmp_path / "site", ".DS_Store", "index.html.gz", "index.html.br")
    assert claim(site, ()) == claim(site, (), fill(tmp_path / "new", "index.html")) == ()


def test_what_bears_no_mark_is_refused(tmp_path: Path) -> None:
    told = refusal(fill(tmp_path / "d1x", "thesis.txt", ".git/HEAD", "CNAME", "a.html", "b.html"))
    assert "was not made by the archive and is not empty (.git, CNAME, a.html and 2 more)" in told
    assert told.endswith("[not-ours]")


def test_what_others_put_into_it_is_refused_until_it_is_named(tmp_path: Path) -> None:
    site = ours(tmp_path / "site", ".git/HEAD", "CNAME")
    told = refusal(site)
    assert "holds what the archive did not make: .git, CNAME" in told
    assert "extra: archive: keep: [.git, CNAME]" in told
    assert claim(site, (".git", "CNAME")) == ()


def test_a_new_folder_may_hold_what_is_to_be_kept(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", ".git/HEAD", ".nojekyll")
    assert claim(site, (".git", ".nojekyll")) == ()


def test_what_is_kept_and_made_is_told(tmp_path: Path) -> None:
    site = ours(tmp_path / "site", "CNAME")
    told = refusal(site, ("CNAME",), fill(tmp_path / "new", "index.html", "CNAME"))
    assert "is to keep CNAME, which the build makes" in told


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    fill(tmp_path, "site")
    with pytest.raises(DataError, match="is no folder"):
        claim(tmp_path / "site", ())


def test_a_site_of_an_earlier_version_is_taken_over_once(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", *ownership._EARLIER)
    new = fill(tmp_path / "new", *ownership._EARLIER)
    (taken_over,) = claim(site, (), new)
    assert str(taken_over).endswith("is taken over. From now on it bears the mark .archive-site [taken-over]")
    assert taken_over.severity == "warning"
    mark(site)
    assert claim(site, (), new) == ()


def test_an_earlier_site_loses_nothing_else(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", *ownership._EARLIER, ".git/HEAD", "thesis.txt")
    assert "holds what the archive did not make: .git, thesis.txt" in refusal(site, (), fill(tmp_path / "new", *ownership._EARLIER))  # fmt: skip


@pytest.mark.parametrize("missing", ownership._EARLIER)
def test_a_site_of_another_generator_is_no_earlier_one(tmp_path: Path, missing: str) -> None:
    site = fill(tmp_path / "site", *(path for path in ownership._EARLIER if path != missing))
    assert "was not made by the archive" in refusal(site)


def test_a_mount_inside_is_refused_until_it_is_named(tmp_path: Path) -> None:
    site = ours(tmp_path / "site", "zh/media/x")
    (tmp_path / "elsewhere").mkdir()
    done = subprocess.run(["mount", "--bind", tmp_path / "elsewhere", site / "zh/media"], capture_output=True, check=False)  # fmt: skip
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        assert "has something mounted in it" in refusal(site)
    finally:
        subprocess.run(["umount", site / "zh/media"], check=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with everything in it, links to its folders, and a look-alike of one."""
    root = tmp_path / "root"
    fill(root, "seeds/entities/a.yml", "docs/assets/a.css", "overrides/main.html", "build_tools/a.py", ".git/HEAD", ".cache/x")  # fmt: skip
    for name in ("seeds", "overrides", ".git"):
        (root / f"to-{name}").symlink_to(root / name)
    (root / "Seeds").symlink_to("seeds")  # as on a disk that takes one for the other
    (tmp_path / "to-root").symlink_to(root)
    fill(root, "docs2/x")
    return root


FOLDERS = ("seeds", "docs", "overrides")

TAKEN = {
    ".": "the archive",
    "..": "the archive",
    "../to-root": "the archive",
    "/": "the archive",
    "seeds": "seeds",
    "seeds/x/y": "seeds",
    "Seeds": "seeds",
    "Seeds/entities": "seeds",
    "to-seeds/entities": "seeds",
    "../to-root/seeds": "seeds",
    "docs/assets": "docs",
    "docs2/../docs/new": "docs",
    "overrides": "overrides",
    "to-overrides/partials": "overrides",
    "build_tools": "build_tools",
    "build_tools/publish": "build_tools",
    ".git": ".git",
    "to-.git/objects": ".git",
    ".cache": ".cache",
    ".cache/site": ".cache",
}


def named(root: Path, site: str) -> set[str]:
    resolved = Path(os.path.realpath(root / site))
    return set(in_the_way(resolved, root, {name: root / name for name in FOLDERS}))


@pytest.mark.parametrize("site", TAKEN)
def test_where_the_site_may_not_be(root: Path, site: str) -> None:
    assert TAKEN[site] in named(root, site)


@pytest.mark.parametrize(
    "site", ["site", "public/site", "../site", "seeds2", "docs2", "site/seeds", "../root2"]
)
def test_where_it_may_be(root: Path, site: str) -> None:
    assert named(root, site) == set()


def test_not_in_the_program_itself_either(root: Path) -> None:
    assert "the program" in named(root, str(Path(ownership.__file__).parents[1] / "site"))


def test_not_where_a_folder_is_mounted_again(root: Path) -> None:
    (root / "again").mkdir()
    done = subprocess.run(
        ["mount", "--bind", root / "seeds", root / "again"], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        assert named(root, "again") == named(root, "again/entities") == {"seeds"}
    finally:
        subprocess.run(["umount", root / "again"], check=True)
