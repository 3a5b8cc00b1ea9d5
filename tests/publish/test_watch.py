"""A change that a person makes is noticed; what the archive writes itself is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publish.pages import Pages
from build_tools.publish.serving.watch import snapshot
from build_tools.publish.settings import Settings, read_settings
from tests.publish.test_workspaces import CONFIG


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    for name in ("seeds", "docs", "overrides/partials"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return read_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("path", ["seeds/a.txt", "seeds/entities/a.yml", "docs/about.en.md", "docs/documents/mine.md", "docs/assets/a.css", "overrides/partials/a.html", "mkdocs.yml"])  # fmt: skip
def test_a_change_by_hand_is_noticed(settings: Settings, path: str) -> None:
    file = settings.root / path
    before = snapshot(settings)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{CONFIG}# new\n", "utf-8")
    made = snapshot(settings)
    assert made != before
    file.write_text(f"{CONFIG}# newer\n", "utf-8")
    changed = snapshot(settings)
    assert changed != made
    file.unlink()
    assert snapshot(settings) != changed


def test_what_a_build_writes_is_none(settings: Settings, tmp_path: Path) -> None:
    before = snapshot(settings)
    for text in (b"one", b"two"):
        pages = Pages(settings.docs, tmp_path / f"work-{text!r}")
        pages.stage("documents/a.md", text)
        pages.commit()
        assert snapshot(settings) == before
    for path in ("seeds/.archive-new-1", "docs/.archive-new-1", ".cache/lock", "site/index.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    assert snapshot(settings) == before
