"""What a build and the MkDocs that it runs tell one another of pages, in two files of the build's workspace."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from build_tools.publish.kept.standing import Made, Meta

FOLDER = "ARCHIVE_PAGES"
"""Environment variable with the folder of the two files."""
_STANDING, _DONE = "standing.json", "done.json"


def tell_standing(folder: Path, files: Mapping[str, Made]) -> None:
    """Let MkDocs know what the pages of the standing site are made of."""
    pages = {path: (made.of, made.meta) for path, made in files.items() if made.of}
    _write(folder / _STANDING, pages)


def standing(folder: Path) -> dict[str, tuple[str, Meta]]:
    """By path the key of what a page is made of, and what the map of the site asks of it."""
    return {path: (of, meta) for path, (of, meta) in _read(folder / _STANDING).items()}


def tell_done(folder: Path, same: Sequence[str], made: Mapping[str, Made]) -> None:
    """Say which pages stand as they would be made, and what was made."""
    _write(folder / _DONE, {"same": same, "made": made})


def done(folder: Path) -> tuple[list[str], dict[str, Made]]:
    told = _read(folder / _DONE)
    return told["same"], {path: Made(*made) for path, made in told["made"].items()}


def _write(path: Path, told: object) -> None:
    path.write_text(json.dumps(told, separators=(",", ":")), "utf-8")


def _read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded
