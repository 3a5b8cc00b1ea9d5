"""The program as part of a key: every file of it, and every package beside it."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from build_tools.publish import shipped
from build_tools.publish.kept import key, of_files

_ROOT = Path(__file__).parents[2]
_LEFT_OUT = ("__pycache__",)


@cache
def program() -> bytes:
    """A key of the program's own files, data and templates included, of Python's version and of those of all installed
    packages.

    A program that is being worked on counts as another one after each change.
    """
    folders = {_ROOT, shipped.OVERRIDES, shipped.DOCS / "assets"}
    files = [
        of_files(folder, (path for path in folder.rglob("*") if not set(path.parts) & set(_LEFT_OUT)))
        for folder in sorted(folders)
    ]
    packages = sorted(f"{found.name} {found.version}" for found in distributions())
    return key(sys.version, *packages, *files)
