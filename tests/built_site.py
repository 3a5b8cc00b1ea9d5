"""The whole site, built once from the repository's own sources for all tests of a run that look at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import publish
from tests.once import once

ROOT = Path(__file__).parents[1]


def copy_sources(target: Path) -> Path:
    """Copy what a build reads to ``target``, so that the working copy's pages stay untouched; the configuration."""
    for name in ("overrides", "build_tools"):
        (target / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "seeds", target / "seeds")
    (target / "docs").mkdir()
    (target / "docs/assets").symlink_to(ROOT / "docs/assets")
    for path in [*(ROOT / "docs").glob("about*.md"), *(ROOT / "docs").glob("home*.md")]:
        shutil.copy(path, target / "docs")
    copy_kept(target)
    return Path(shutil.copy(ROOT / "mkdocs.yml", target))


def copy_kept(target: Path) -> None:
    """Give an archive at ``target`` the vectors and the encoder's files that a build of the repository kept, if any."""
    kept = ROOT / ".cache/meaning"
    if kept.is_dir():
        shutil.copytree(kept, target / ".cache/meaning")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all test processes of one run know."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """Folder of the built site."""

    def build() -> str:
        (shared / "archive").mkdir()
        return str(publish.build(copy_sources(shared / "archive"), jobs=2).site)

    return Path(once(shared / "archive-site", build))


def pages(site: Path) -> Iterator[Path]:
    """Every HTML page of the site, sorted."""
    yield from sorted(site.rglob("*.html"))
