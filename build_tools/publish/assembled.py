"""A new site out of files that were made and files of the standing site, which are not written again.

Each of the latter has a second name in the new folder, or is copied where the file system knows none. To make and remove a
folder for each page may take longer than to make some pages, so a folder with an older site, whatever it holds, is
brought up to date.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from build_tools.publish.kept.standing import Standing
from build_tools.writing import naming, second_name

OLDER = "older"
"""Name of that folder, beside what is kept between builds or the sites that are shown."""


def assembled(new: Path, standing: Path, same: Mapping[str, str], folder: Path) -> None:
    """Let ``folder`` hold the files below ``new``, which are moved there, those of ``same`` (paths with their places in the
    ``standing`` site) that are not among them, and nothing else. No file that has another name elsewhere is changed.

    Raises ``OSError``.
    """
    made = set(_below(new))
    wanted = {path: place for path, place in same.items() if path not in made}
    folder.mkdir(parents=True, exist_ok=True)
    there: dict[str, os.stat_result] = {}
    _tidy(folder, "", wanted, made, there)
    for path, place in wanted.items():
        source, target = standing / place, folder / path
        with naming(target, always=True):
            if path in there:
                if _same(source.stat(), there[path]):
                    continue
                target.unlink()
            target.parent.mkdir(parents=True, exist_ok=True)
            second_name(source, target)
    for path in made:
        target = folder / path
        with naming(target, always=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(new / path, target)


def begun(older: Path, standing: Standing, left: Path) -> None:
    """Let there be a folder for the site after the ``standing`` one: what was in the place of that before, which is ``left``
    now, or one with second names of its files. Where the system knows none there will be no such folder."""
    with suppress(OSError):
        if left != older and left.is_dir() and not older.exists():
            os.rename(left, older)
        if older.exists() or not standing.files:
            return
        older.mkdir(parents=True)
        first = next(iter(standing.files))
        os.link(standing.folder / first, older / "first")
        assembled(left, standing.folder, {path: path for path in standing.files}, older)


def _below(folder: Path) -> list[str]:
    return [
        Path(place, name).relative_to(folder).as_posix()
        for place, _, names in os.walk(folder)
        for name in names
    ]


def _tidy(
    folder: Path,
    prefix: str,
    wanted: Collection[str],
    made: Collection[str],
    there: dict[str, os.stat_result],
) -> bool:
    """Remove what is neither wanted nor going to be replaced, and note of the wanted what is there. Returns whether the
    folder is empty."""
    empty = True
    with os.scandir(folder / prefix) as entries:
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if _tidy(folder, f"{path}/", wanted, made, there):
                    os.rmdir(entry.path)
                    continue
            elif path in wanted and entry.is_file(follow_symlinks=False):
                there[path] = entry.stat(follow_symlinks=False)
            elif path not in made:
                os.unlink(entry.path)
                continue
            empty = False
    return empty


def _same(one: os.stat_result, other: os.stat_result) -> bool:
    """Whether two names are of one file, or one is the copy of the other that was made here."""
    if (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino):
        return True
    return one.st_nlink == other.st_nlink == 1 and (one.st_size, one.st_mtime_ns) == (
        other.st_size,
        other.st_mtime_ns,
    )
