"""A build after which nothing changed is not made again; after any change it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import publish
from build_tools.problems import Problem
from build_tools.publish import Built, Settings, read_settings
from build_tools.publish.fixity import digests
from build_tools.publish.kept import last
from tests.publish.test_settings import LANGUAGES, settings_of

CONFIG = f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}"


def _settings(root: Path) -> Settings:
    settings = settings_of(root, CONFIG)
    for path in (
        "seeds/a.txt",
        "docs/about.en.md",
        "docs/documents/a.md",
        "overrides/main.html",
        "site/index.html",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("one\n", "utf-8")
    return settings


def _built(settings: Settings) -> Built:
    warning = Problem("seeds/a.txt", 3, "undecided", "Whose?", "Say it", "warning")
    return Built(settings.site_dir, 1, 9, 9, 2, (warning,), "12 files")


def _asked(settings: Settings, **more: bool) -> str:
    return last.asked(settings, digests(settings.seeds), **{"strict": True, **more})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = _settings(tmp_path)
    last.remember(settings, _asked(settings), _built(settings))
    return settings


def test_what_was_told_is_told_again(settings: Settings) -> None:
    told = last.nothing_to_do(settings, _asked(settings))
    assert told is not None
    assert Built(**told) == _built(settings)


def _changed(path: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text("two\n", "utf-8")


@pytest.mark.parametrize(
    "change",
    [
        _changed("seeds/a.txt"),
        _changed("seeds/b.txt"),
        _changed("docs/about.en.md"),
        _changed("docs/documents/a.md"),
        _changed("docs/new.md"),
        _changed("overrides/main.html"),
        _changed("site/index.html"),
        lambda root: (root / "site/index.html").unlink(),
        lambda root: (root / "seeds/a.txt").rename(root / "seeds/c.txt"),
        lambda root: (root / "mkdocs.yml").write_text(CONFIG.replace("One", "Two"), "utf-8"),
        lambda root: (root / ".cache" / last.FILE).write_text("{", "utf-8"),
        lambda root: (root / ".cache" / last.FILE).write_text("[]", "utf-8"),
        lambda root: (root / ".cache" / last.FILE).write_bytes(b"\xff"),
        lambda root: (root / ".cache" / last.FILE).unlink(),
        lambda root: os.environ.update(SITE_URL="https://b.example/"),
    ],
)
def test_after_any_change_there_is_something_to_do(
    settings: Settings, change: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    change(settings.root)
    now = read_settings(settings.config)
    assert last.nothing_to_do(now, _asked(now)) is None


def test_what_strict_would_stop_is_looked_at_again(settings: Settings) -> None:
    assert last.nothing_to_do(settings, _asked(settings, strict=False)) is None


@pytest.mark.parametrize("more", ["hooks: [mine.py]\n", "INHERIT: base.yml\n", "  - macros\n"])
def test_where_mkdocs_reads_what_nobody_knows_everything_is_made(tmp_path: Path, more: str) -> None:
    settings = _settings(tmp_path)
    settings.config.write_text(f"{CONFIG}{more}" if more[0] == " " else f"{more}{CONFIG}", "utf-8")
    last.remember(settings, _asked(settings), _built(settings))
    assert last.nothing_to_do(settings, _asked(settings)) is None


def test_files_of_other_programs_in_the_site_are_no_change(settings: Settings) -> None:
    (settings.site_dir / ".git").mkdir()
    (settings.site_dir / ".git/HEAD").write_text("main\n", "utf-8")
    assert last.nothing_to_do(replace(settings, keep=(".git",)), _asked(settings)) is not None
    assert last.nothing_to_do(settings, _asked(settings)) is None


def test_a_build_with_nothing_to_do_starts_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it was built again")

    monkeypatch.setattr(publish, "generate", refuse)
    monkeypatch.setattr(publish, "claim", lambda *_: ())
    built = publish.build(settings.config)
    assert (built.written, built.removed, built.pages) == (0, 0, 9)
    assert [problem.code for problem in built.warnings] == ["undecided"]
