"""Where the site may be: nowhere that holds, or lies in, what the archive is made from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def in_the_way(site: Path, root: Path, folders: Mapping[str, Path]) -> Iterator[str]:
    """Names of what would be replaced by a site at ``site``, a resolved path.

    The ``root`` of the archive may lie around it; none of ``folders`` (name → path) may. Folders are told apart by what
    they are on the disk, so links and disks that take ``Seeds`` for ``seeds`` change nothing.
    """
    if _within(root, site):
        yield "the archive"
    everything = {**folders, ".git": root / ".git", ".cache": root / ".cache", "build_tools": root / "build_tools", "the program": PACKAGE}  # fmt: skip
    for name, folder in everything.items():
        if _within(folder, site) or _within(site, folder):
            yield name
    if ".git" in (part.casefold() for part in site.parts):
        yield "a repository"


def _within(inner: Path, outer: Path) -> bool:
    """Whether ``inner`` is, or lies in, ``outer``; both may be absent."""
    inner, outer = Path(os.path.realpath(inner)), Path(os.path.realpath(outer))
    if inner.is_relative_to(outer):
        return True
    return outer.exists() and any(_same(path, outer) for path in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
