"""Writes what a person asked to take in: a new text with its record, or entities to look through.

Beside ``publish`` the only place that writes; it adds to ``seeds/`` and never changes what is there.
"""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.problems import DataError, Problem


def store(seeds: Path, name: str, text: bytes, record: str) -> tuple[Path, Path]:
    """Write ``seeds/NAME.txt`` and ``seeds/NAME.yml``; both or neither.

    Raises ``DataError`` when one of them exists or cannot be written.
    """
    paths = (seeds / f"{name}.txt", seeds / f"{name}.yml")
    written: list[Path] = []
    try:
        seeds.mkdir(parents=True, exist_ok=True)
        for path, content in zip(paths, (text, record.encode()), strict=True):
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError as error:
        for path in written:
            path.unlink()
        raise DataError([_refused(error, paths[len(written)] if len(written) < 2 else paths[1])]) from None
    return paths


def append(path: Path, block: str) -> None:
    """Add a block of YAML to a list in a file, which is made where there is none; whole or not at all.

    Raises ``DataError`` when the file cannot be written.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_bytes() if path.exists() else b""
        if before and not before.endswith(b"\n"):
            before += b"\n"
        with fresh.open("xb") as file:
            file.write(before + block.encode())
        os.replace(fresh, path)
    except OSError as error:
        raise DataError([_refused(error, path)]) from None


def _refused(error: OSError, path: Path) -> Problem:
    if isinstance(error, FileExistsError):
        return Problem(
            str(path), 0, "exists", "The file exists already", "Nothing was written; give another --name"
        )
    return Problem(str(path), 0, "unwritable", f"The file cannot be written: {error.strerror}", "Check the folder and its permissions")  # fmt: skip
