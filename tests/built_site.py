"""The whole site, built once from the repository's own sources for all tests of a run that look at it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools import publish

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
    return Path(shutil.copy(ROOT / "mkdocs.yml", target))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Folder of the built site. Test processes of one run share it: the first one builds, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "archive"
    if not _first(shared):
        return _awaited(shared)
    try:
        publish.build(copy_sources(shared), processes=2)
    except BaseException as error:
        (shared / "failed").write_text(str(error), "utf-8")
        raise
    (shared / "ready").touch()
    return shared / "site"


def _first(folder: Path) -> bool:
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    return True


def _awaited(shared: Path) -> Path:
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        if (shared / "ready").exists():
            return shared / "site"
        if (shared / "failed").exists():
            pytest.fail("the site could not be built: " + (shared / "failed").read_text("utf-8"))
        time.sleep(0.2)
    pytest.fail("the site was not built in five minutes")


def pages(site: Path) -> Iterator[Path]:
    """Every HTML page of the site, sorted."""
    yield from sorted(site.rglob("*.html"))
