"""CONTRIBUTING.md is true: what it names is there, and what is there it names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
FOLDERS = GUIDE.partition("## What each folder is")[2].partition("## To add")[0]
PROGRAM = ("build_tools", "docs", "overrides", "tests", ".github")


def test_every_part_of_the_program_is_in_the_list_of_folders_and_no_other() -> None:
    listed = re.findall(r"(?m)^  (\S+?)/?  ", FOLDERS.partition("build_tools/")[2].partition("\ndocs/")[0])
    parts = {
        path.name
        for path in (ROOT / "build_tools").iterdir()
        if not path.name.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    assert sorted(listed) == sorted(parts)


def test_every_path_that_is_named_exists() -> None:
    named = {
        path for path in re.findall(r"`([\w.<>*/-]+/[\w.<>*/-]*)`", GUIDE) if path.split("/")[0] in PROGRAM
    }
    assert len(named) > 20
    for path in sorted(named):
        pattern = re.sub(r"<\w+>|NAME", "*", path).rstrip("/")
        assert list(ROOT.glob(pattern)), path


def test_every_room_of_render_is_explained() -> None:
    rooms = {
        path.name for path in (ROOT / "build_tools" / "render").iterdir() if (path / "__init__.py").exists()
    }
    assert [room for room in sorted(rooms) if f"`{room}/`" not in FOLDERS] == []


def test_every_target_of_make_that_is_named_exists() -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
    assert set(re.findall(r"`make ([a-z]+)`", GUIDE)) <= targets


def test_every_module_that_is_to_be_run_exists() -> None:
    modules = re.findall(r"`python -m ([\w.]+)", GUIDE)
    assert modules
    for module in modules:
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(one for group in project["optional-dependencies"].values() for one in group),
    ]
    names = {re.split(r"[^\w.-]", one)[0].lower() for one in wanted} - {project["name"]}
    reasons = GUIDE.partition("## Dependencies")[2].lower()
    assert [
        name for name in sorted(names) if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", reasons)
    ] == []
