"""After edits of every kind what is kept between builds makes the same pages and the same site as nothing kept."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import publish, render, search
from build_tools.publish import Settings, read_settings
from build_tools.publish.pipeline import Prepared, prepare
from build_tools.publish.progress import silent
from tests.publish.edited import KINDS, Edited
from tests.publish.forked import fork_mkdocs
from tests.tiny import contents

LAST = 3
"""Deletion, rename, template: the whole site is made before and after them."""


def _made(settings: Settings) -> tuple[Prepared, dict[str, bytes]]:
    """All that files are made of, with what a build warns of, and the pages and the index made of it."""
    prepared = prepare(settings, silent)
    archive, site = prepared.archive, settings.site
    files = [*render.render(archive, site, exports=False), *search.build(archive, site)]
    return prepared, {f"{file.place}/{file.path}": file.content for file in files}


def _clean(archive: Edited, folder: Path) -> dict[str, bytes]:
    """The site of the same sources where nothing was ever built."""
    for name in ("seeds", "mine"):
        shutil.copytree(archive.root / name, folder / name)
    (folder / "docs").mkdir()
    for path in (archive.root / "docs").glob("[ah]*.md"):
        shutil.copy(path, folder / "docs")
    return contents(publish.build(Path(shutil.copy(archive.config, folder))).site)


def test_over_edits_of_every_kind_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fork_mkdocs(monkeypatch)
    lot = random.Random(7)
    archive = Edited(tmp_path / "archive", lot)
    edits = [*lot.sample(KINDS[:-LAST], len(KINDS) - LAST), *KINDS[-LAST:]]
    _, before = _made(read_settings(archive.config).counted())
    for number, kind in enumerate(edits, 1):
        archive.edit(kind)
        settings = read_settings(archive.config).counted()
        made = _made(settings)
        assert made == _made(replace(settings, root=tmp_path / f"nothing-{number}")), edits[:number]
        assert (made[1] != before) == (kind != "template"), f"{kind} changed nothing"
        before = made[1]
        if number >= len(edits) - LAST and kind != "deletion":
            site = contents(publish.build(archive.config).site)
        if kind == "rename":
            assert site == _clean(archive, tmp_path / "clean")
    pages = [content for path, content in site.items() if path.endswith("/index.html")]
    assert pages
    assert all(b"<p>Ours" in content for content in pages), "some pages are of the former template"
