"""After edits of every kind what is kept between builds makes the same pages and the same site as nothing kept."""

from __future__ import annotations

import hashlib
import random
import shutil
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from build_tools import publish, search
from build_tools.model import SameFile
from build_tools.publish import Settings, read_settings
from build_tools.publish.kept import FOLDER as KEPT
from build_tools.publish.kept.indexed import indexed
from build_tools.publish.kept.members import Members
from build_tools.publish.kept.pages import remembered
from build_tools.publish.kept.standing import Made, Standing
from build_tools.publish.pipeline import Prepared, prepare
from build_tools.publish.progress import silent
from build_tools.render import making
from build_tools.render.exports import texts, web_annotations
from tests.publish.edited import KINDS, Edited
from tests.publish.forked import fork_mkdocs
from tests.tiny import contents

LAST = 3
"""Deletion, rename, template: the whole site is made after each of them."""


def _made(settings: Settings, docs: dict[str, bytes]) -> tuple[Prepared, dict[str, bytes], int]:
    """All that files are made of, with what a build warns of, and what is made of it; of how many pages in ``docs`` was said
    that they are as they were."""
    prepared = prepare(settings, silent)

    def there(path: str, digest: str) -> bool:
        return hashlib.sha256(docs.get(path, b"")).hexdigest() == digest

    archive, site = prepared.archive, settings.site
    known = remembered(settings.cache / KEPT, site, there)
    pages = making.tasks(archive, site, exports=False, remembered=known)
    files: dict[str, bytes] = {}
    same = 0
    before = {hashlib.sha256(content).hexdigest(): content for content in docs.values()}
    standing = Standing(settings.site_dir, {digest: Made(digest) for digest in before})
    with indexed(settings.cache / KEPT, prepared.keys, standing) as memory:
        for file in chain(search.build(archive, site, memory=memory), *(task.files() for task in pages)):
            same += isinstance(file, SameFile)
            files[file.path] = before[file.digest] if isinstance(file, SameFile) else file.content
    files.update(_packed(settings, prepared))
    if docs:
        shown = [path for path in files if path.startswith("search/") and "/f/" in path]
        assert {hashlib.sha256(files[path]).hexdigest() for path in shown} & before.keys()
    return prepared, files, same


def _packed(settings: Settings, prepared: Prepared) -> dict[str, bytes]:
    """The packed downloads, which stand in the next build's site."""
    folder, site = settings.cache / "packed", replace(settings.site, packed=True)
    zips = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.zip")}
    there = {name: Made(hashlib.sha256(path.read_bytes()).hexdigest()) for name, path in zips.items()}
    before = Members(settings.cache / KEPT, prepared.keys, Standing(folder, there))
    made: dict[str, bytes] = {}
    for export in (texts, web_annotations):
        made.update((file.path, file.content) for file in export.files(prepared.archive, site, before))
    for name in (texts.ALL, web_annotations.ALL):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(made[name])
    return made


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
    _, before, same = _made(read_settings(archive.config).counted(), {})
    standing: set[int] = set()
    for number, kind in enumerate(edits, 1):
        archive.edit(kind)
        settings = read_settings(archive.config).counted()
        prepared, made, found = _made(settings, before)
        nothing = replace(settings, root=tmp_path / f"nothing-{number}")
        assert (prepared, made, 0) == _made(nothing, {}), edits[:number]
        assert (made != before) == (kind != "template"), f"{kind} changed nothing"
        before, same = made, same + found
        if number > len(edits) - LAST:
            built = publish.build(archive.config).site
            files, site = standing, contents(built)
            standing = {path.stat().st_ino for path in built.rglob("*.html")}
        if kind == "rename":
            assert site == _clean(archive, tmp_path / "clean")
            assert files & standing, "every page was written again"
    assert same, "no page was taken over"
    pages = [content for path, content in site.items() if path.endswith("/index.html")]
    assert pages
    assert all(b"<p>Ours" in content for content in pages), "some pages are of the former template"
