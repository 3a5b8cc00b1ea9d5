"""What was read and made can be verified, and put into a bag that other programs find whole."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import bagit
import pytest

from build_tools.problems import DataError
from build_tools.publish import fixity
from build_tools.publish.bag import make_bag, verify_bag
from build_tools.publish.settings import Settings, read_settings
from tests.cli.command import archive
from tests.publish.project import ROOT
from tests.site.test_nothing_withheld_is_published import SECRETS, SEEDS

SITE = {
    "index.html": "<p>home</p>",
    "data/site.zip": "zip",
    "documents/open/index.html": "River Bank",
    "a b%.txt": "1",
}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


@pytest.fixture
def built(tmp_path: Path) -> Settings:
    """An archive that looks as a build leaves it, with a text withheld and one cut."""
    root = tmp_path / "archive"
    (root / "docs").mkdir(parents=True)
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    shutil.copy(ROOT / "mkdocs.yml", root)
    write(root / "seeds", SEEDS)
    write(root / "site", SITE)
    settings = read_settings(root / "mkdocs.yml")
    fixity.seal(settings, settings.site_dir, {})
    fixity.remember_seeds(settings, fixity.digests(settings.seeds))
    return settings


def kinds(settings: Settings) -> list[tuple[str, str]]:
    return [(Path(p.path).relative_to(settings.root).as_posix(), p.code) for p in fixity.verify(settings)]


def test_what_a_build_left_is_whole(built: Settings) -> None:
    assert fixity.verify(built) == ()


def test_what_changed_went_and_came_is_told(built: Settings) -> None:
    (built.site_dir / "index.html").write_text("<p>hone</p>")
    (built.site_dir / "a b%.txt").unlink()
    (built.seeds / "open.txt").write_text("River Bank closed.\n")
    (built.seeds / "part.yml").unlink()
    (built.seeds / "entities/more.yml").write_text("[]\n")
    assert kinds(built) == [
        ("seeds/entities/more.yml", "added"),
        ("seeds/open.txt", "changed"),
        ("seeds/part.yml", "missing"),
        ("site/a b%.txt", "missing"),
        ("site/index.html", "changed"),
    ]


def test_the_manifest_lists_every_published_file_but_itself(built: Settings) -> None:
    listed = fixity.read_manifest(built.site_dir / fixity.MANIFEST)
    assert listed.keys() == SITE.keys() | {"data/site.zip.sha256"}
    assert listed["index.html"] == hashlib.sha256(b"<p>home</p>").hexdigest()


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="there is no sha256sum")
def test_another_program_verifies_a_copy(built: Settings) -> None:
    (built.site_dir / "a b%.txt").unlink()  # BagIt writes % in its own way
    command = ["sha256sum", "--check", "--ignore-missing", "--quiet", fixity.MANIFEST]
    assert subprocess.run(command, cwd=built.site_dir, check=False).returncode == 0
    beside = ["sha256sum", "--check", "--quiet", "site.zip.sha256"]
    assert subprocess.run(beside, cwd=built.site_dir / "data", check=False).returncode == 0
    (built.site_dir / "index.html").write_text("other")
    assert subprocess.run(command, cwd=built.site_dir, check=False, capture_output=True).returncode == 1


def test_without_a_build_there_is_nothing_to_compare_with(built: Settings, tmp_path: Path) -> None:
    shutil.rmtree(built.cache)
    with pytest.raises(DataError, match="archive build"):
        fixity.verify(built)
    with pytest.raises(DataError, match=r"no manifest-sha256\.txt"):
        fixity.verify_copy(tmp_path)


def test_a_damaged_manifest_is_said_to_be_one(built: Settings) -> None:
    (built.site_dir / fixity.MANIFEST).write_text("nonsense\n")
    with pytest.raises(DataError, match="no line of a manifest"):
        fixity.verify(built)


def test_a_bag_holds_everything_and_says_so(built: Settings, tmp_path: Path) -> None:
    assert make_bag(built, tmp_path / "bag", public=False) == ()
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    paths = {path.removeprefix("data/") for path in bag.payload_files()}
    assert paths == {
        *(f"seeds/{name}" for name in SEEDS),
        *(f"site/{name}" for name in SITE),
        "site/manifest-sha256.txt",
        "site/data/site.zip.sha256",
        "mkdocs.yml",
    }
    assert "may not be published too" in bag.info["Internal-Sender-Description"]
    assert verify_bag(tmp_path / "bag") == ()


def test_a_public_bag_holds_nothing_that_is_withheld_or_cut(built: Settings, tmp_path: Path) -> None:
    left_out = make_bag(built, tmp_path / "bag", public=True)
    bagit.Bag(str(tmp_path / "bag")).validate()
    held = [path.read_text("utf-8") for path in (tmp_path / "bag").rglob("*") if path.is_file()]
    assert not [secret for secret in SECRETS if any(secret in content for content in held)]
    assert {"closed.txt", "closed.yml", "part.txt", "entities/all.yml", "measures.yml"} <= set(left_out)
    assert {path.name for path in (tmp_path / "bag/data/seeds").iterdir()} == {"open.txt", "open.yml"}


def test_shared_files_that_quote_nothing_hidden_are_public(built: Settings, tmp_path: Path) -> None:
    names = built.seeds / "entities/all.yml"
    names.write_text(names.read_text("utf-8").replace("zqxvkjword of River Bank", "River Bank opened").replace("[closed]", "[open]"), "utf-8")  # fmt: skip
    (built.seeds / "measures.yml").unlink()
    fixity.remember_seeds(built, fixity.digests(built.seeds))
    assert "entities/all.yml" not in make_bag(built, tmp_path / "bag", public=True)
    assert (tmp_path / "bag/data/seeds/entities/all.yml").is_file()


def test_no_bag_is_made_of_what_changed_since_the_build(built: Settings, tmp_path: Path) -> None:
    (built.seeds / "open.txt").write_text("River Bank closed.\n")
    with pytest.raises(DataError, match="not what it was"):
        make_bag(built, tmp_path / "bag", public=False)
    assert not (tmp_path / "bag").exists()


def test_a_bag_replaces_nothing(built: Settings, tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    with pytest.raises(DataError, match="already"):
        make_bag(built, tmp_path / "bag", public=False)
    assert not list((tmp_path / "bag").iterdir())


def test_a_damaged_bag_is_told(built: Settings, tmp_path: Path) -> None:
    make_bag(built, tmp_path / "bag", public=False)
    (tmp_path / "bag/data/seeds/open.txt").write_text("other")
    (tmp_path / "bag/data/site/index.html").unlink()
    assert [(Path(problem.path).name, problem.code) for problem in verify_bag(tmp_path / "bag")] == [
        ("open.txt", "changed"),
        ("index.html", "missing"),
    ]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("verify", 0, "Nothing changed"),
        ("verify site", 0, "Nothing changed"),
        ("bag archive-2024 --public", 0, "left out: seeds/closed.txt"),
        ("verify seeds", 1, "Name the folder of a site or of a bag"),
        ("verify nowhere", 2, "does not exist"),
    ],
)
def test_the_commands(built: Settings, line: str, code: int, told: str) -> None:
    done = archive(*line.split(), cwd=built.root)
    assert done.returncode == code
    assert told in done.stdout + done.stderr


def test_the_day_of_a_bag_can_be_given(
    built: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    make_bag(built, tmp_path / "bag", public=False)
    assert bagit.Bag(str(tmp_path / "bag")).info["Bagging-Date"] == "1970-01-02"
