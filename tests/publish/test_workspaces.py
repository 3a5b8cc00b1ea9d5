"""What a killed build or server left goes with the next build; what a running one uses stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools import publish
from build_tools.problems import DataError
from build_tools.publish.settings import Settings, read_settings
from build_tools.publish.workspaces import IN_USE, one_builder, workspace
from build_tools.writing import held, lock, of_project

CONFIG = """
site_url: https://a.example/
plugins:
  - search
  - press-archive
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return read_settings(tmp_path / "mkdocs.yml")


def left(settings: Settings) -> list[str]:
    return sorted(path.relative_to(settings.root).as_posix() for path in settings.root.rglob("*"))


def test_a_killed_build_leaves_nothing_for_long(settings: Settings) -> None:
    child = os.fork()
    if child == 0:
        with workspace(settings) as folder:
            (folder / "half").write_text("half", "utf-8")
            (settings.seeds / ".archive-new-1").write_text("half", "utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert any(name.endswith("half") for name in left(settings))
    with one_builder(settings, "archive build"):
        pass
    assert left(settings) == ["docs", "mkdocs.yml", "seeds"]


def test_what_a_running_server_shows_is_left_alone(settings: Settings) -> None:
    shown = settings.cache / "serve-1"
    killed = settings.cache / "serve-2"
    for folder in (shown, killed):
        folder.mkdir(parents=True)
        (folder / "index.html").touch()
    (killed / IN_USE).touch()
    with held([shown / IN_USE], "archive serve"):
        publish.clean(settings.config)
        assert (shown / "index.html").exists()
        assert not killed.exists()
    publish.clean(settings.config)
    assert left(settings) == ["docs", "mkdocs.yml", "seeds"]


def test_two_builders_wait_for_each_other(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    program = """
import pathlib, sys, time
from build_tools.writing import held
with held([pathlib.Path(sys.argv[1])], "archive serve"):
    print("held", flush=True)
    time.sleep(60)
"""
    path = of_project(settings.root)
    arguments = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        told: list[str] = []
        refused = pytest.raises(DataError, match=r"archive serve .*is writing here")
        with refused, one_builder(settings, "archive build", tell=told.append, patience=0.3):
            pass
        assert told[0].startswith("Waiting for archive serve")
        holder.kill()
    assert lock.descriptors() == ()


def test_sources_elsewhere_are_locked_too(settings: Settings, tmp_path: Path) -> None:
    """A project whose texts lie outside of it: who adds to them knows nothing of it."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "seeds").mkdir(parents=True)
    project = elsewhere / "project"
    project.mkdir()
    (project / "docs").mkdir()
    (project / "mkdocs.yml").write_text(f"{CONFIG}extra: {{archive: {{seeds: ../seeds}}}}\n", "utf-8")
    inner = read_settings(project / "mkdocs.yml")
    settings.config.unlink()
    with one_builder(inner, "archive build"):
        assert lock.is_held(elsewhere / "seeds/.archive-lock")
        assert lock.is_held(of_project(project))
