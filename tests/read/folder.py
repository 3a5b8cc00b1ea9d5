"""Small folders of seeds, written for one test each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from build_tools.model import Seeds
from build_tools.problems import Problem
from build_tools.read import read_seeds

TEXT = "The company said on Monday that its revenue rose by five percent.\nIt hired 300 people.\n"


def seeds(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below ``root/seeds`` and return that folder; a text is written in UTF-8 with its own line ends."""
    folder = root / "seeds"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(root: Path, files: Mapping[str, str | bytes]) -> tuple[Seeds, tuple[Problem, ...]]:
    return read_seeds(seeds(root, files))


def errors(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]
