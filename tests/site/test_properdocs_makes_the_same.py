"""ProperDocs, the maintained fork of MkDocs 1.x, makes of the same pages the same site."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from build_tools.publish import read_settings
from build_tools.publish.site import PAGES_READY, environment

LATER = "data/index.html"
"""Sizes are written into it when the site is finished."""


def test_every_page_is_the_same(site: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"  # without what is kept of the site
    for name in ("docs", "seeds"):
        shutil.copytree(site.parent / name, archive / name, symlinks=True)
    config = Path(shutil.copy(site.parent / "mkdocs.yml", archive))
    told = environment(read_settings(config), {PAGES_READY: "1"})
    made = tmp_path / "site"
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", str(config), "--site-dir", str(made)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, cwd=archive, env=told)
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert pages == {path.relative_to(made).as_posix() for path in made.rglob("*.html")}
    differing = {path for path in pages if (site / path).read_bytes() != (made / path).read_bytes()}
    assert {path for path in differing if not path.endswith(LATER)} == set()
    assert (site / "sitemap.xml").read_bytes() == (made / "sitemap.xml").read_bytes()
