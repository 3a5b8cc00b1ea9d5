"""The pages that are shown first are those that the whole site will have; where they cannot be known, none are."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from build_tools.publish import Settings, read_settings
from build_tools.publish.pipeline import prepare
from build_tools.publish.progress import silent
from build_tools.publish.serving.first import First
from build_tools.render import making
from tests.publish.edited import Edited


@pytest.fixture
def archive(tmp_path: Path) -> Edited:
    made = Edited(tmp_path, random.Random(3))
    for kind in ("translation", "record", "relation"):
        made.edit(kind)
    return made


def _settings(archive: Edited) -> Settings:
    return read_settings(archive.config).counted()


def _whole(archive: Edited) -> dict[str, bytes]:
    settings = _settings(archive)
    found = prepare(settings, silent)
    tasks = making.tasks(found.archive, settings.site, exports=False)
    return {file.path: file.content for task in tasks for file in task.files()}


def _changed(archive: Edited, before: dict[Path, bytes]) -> set[Path]:
    return {path for path, content in _sources(archive).items() if before.get(path) != content}


def _sources(archive: Edited) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (archive.root / "seeds").rglob("*") if path.is_file()}


def test_texts_and_records_come_as_in_the_whole_site(archive: Edited) -> None:
    first = First(prepare(_settings(archive), silent))
    for kind in ("text", "record", "text", "story", "text"):
        before = _sources(archive)
        archive.edit(kind)
        changed = _changed(archive, before)
        pages = first.pages(_settings(archive), changed)
        assert pages is not None, kind
        shown = {path: content for files in pages.values() for path, content in files.items()}
        assert shown.keys() == {f"documents/{path.stem}.md" for path in changed}
        whole = _whole(archive)
        assert {path: content.encode() for path, content in shown.items()} == {p: whole[p] for p in shown}


@pytest.mark.parametrize(
    "kind", ["name", "alias", "measure", "translation", "addition", "deletion", "rename"]
)
def test_of_anything_else_nothing_comes_first(archive: Edited, kind: str) -> None:
    first = First(prepare(_settings(archive), silent))
    before = _sources(archive)
    archive.edit(kind)
    gone = before.keys() - _sources(archive).keys()
    assert first.pages(_settings(archive), _changed(archive, before) | gone) is None


def test_faults_are_left_to_the_whole_build_and_shown_when_they_are_mended(archive: Edited) -> None:
    first = First(prepare(_settings(archive), silent))
    record, text = archive.root / "seeds/d0.yml", archive.root / "seeds/d1.txt"
    whole = record.read_bytes()
    record.write_text("rights: nonsense\n", "utf-8")
    assert first.pages(_settings(archive), {record}) is None
    text.write_text(f"{text.read_text('utf-8')}\n\nMore of it.\n", "utf-8")
    assert first.pages(_settings(archive), {text}) is None, "what is wrong would be covered"
    record.write_bytes(whole)
    pages = first.pages(_settings(archive), {record})
    assert pages is not None
    assert {path for files in pages.values() for path in files} == {"documents/d0.md", "documents/d1.md"}


def test_a_translation_must_fit_its_text(archive: Edited) -> None:
    first = First(prepare(_settings(archive), silent))
    [turned] = (archive.root / "seeds/translations/ar").iterdir()
    text = archive.root / f"seeds/{turned.stem}.txt"
    text.write_text(f"{text.read_text('utf-8')}\n\nA paragraph that nobody translated.\n", "utf-8")
    assert first.pages(_settings(archive), {text}) is None
