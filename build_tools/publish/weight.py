"""How much a finished site is, and which free hosts hold it (``hosts.yml``)."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HOSTS = Path(__file__).with_name("hosts.yml")


@dataclass(frozen=True, slots=True)
class Weight:
    """``bytes`` of all files together; ``largest`` is a path in the site and ``file`` its bytes; ``folder``: how many
    files the fullest folder holds."""

    files: int
    bytes: int
    largest: str
    file: int
    folder: int


def weigh(site: Path, without: Collection[str] = ()) -> Weight:
    """Weigh a folder. ``without``: names in it that are other programs'."""
    sizes: dict[str, int] = {}
    fullest = 0
    for folder, folders, names in os.walk(site):
        prefix = "" if Path(folder) == site else f"{Path(folder).relative_to(site).as_posix()}/"
        if not prefix:
            folders[:] = [name for name in folders if name not in without]
            names = [name for name in names if name not in without]
        fullest = max(fullest, len(names))
        for name in names:
            sizes[prefix + name] = os.stat(f"{folder}{os.sep}{name}").st_size
    largest = max(sorted(sizes), key=sizes.__getitem__, default="")
    return Weight(len(sizes), sum(sizes.values()), largest, sizes.get(largest, 0), fullest)


def told(weight: Weight, *, offline: str = "", left_out: str = "", packed: str = "") -> str:
    """Files, megabytes and the largest file, which hosts hold them, which do not and why, and what would help.

    ``offline`` is the path of the file of the whole site, empty where there is none; ``left_out`` that of the one which
    is not made because the archive is so large. ``packed``: how the downloads come to be so, ``asked`` or by their
    ``number``; empty where they are files.
    """
    holding: list[str] = []
    refusing: list[str] = []
    excesses: set[str] = set()
    for host in yaml.safe_load(HOSTS.read_text("utf-8")):
        found = dict(_excesses(weight, host))
        if found:
            excesses |= found.keys()
            refusing.append(f"{host['name']} does not hold it ({', '.join(found.values())})")
        else:
            holding.append(host["name"])
    parts = [
        f"{weight.files:,} files, {_size(weight.bytes)}, the largest {weight.largest} ({_size(weight.file)})"
    ]
    if holding:
        *most, last = holding
        parts.append(f"{', '.join(most)} and {last} hold it" if most else f"{last} holds it")
    parts += refusing
    if offline and offline == weight.largest and excesses & {"bytes", "file"}:
        parts.append(f"offline: false in mkdocs.yml leaves {offline} out")
    elif excesses and not packed:
        parts.append("downloads: packed in mkdocs.yml makes it lighter, and of fewer files")
    elif excesses:
        parts.append("fewer languages in mkdocs.yml, or two archives, make it lighter")
    if packed == "number":
        parts.append("downloads are packed, of so many documents, but with downloads: files in mkdocs.yml")
    if left_out:
        parts.append(f"{left_out} is not made of so many documents, but with offline: true in mkdocs.yml")
    return "; ".join(parts)


def _excesses(weight: Weight, host: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a host does not take, with the words for it."""
    words: dict[str, Callable[[int], str]] = {
        "bytes": lambda most: f"at most {_size(most)}",
        "files": lambda most: f"at most {most:,} files",
        "file": lambda most: f"at most {_size(most)} a file",
        "folder": lambda most: f"at most {most:,} files in a folder, there are {weight.folder:,}",
    }
    for what, said in words.items():
        if what in host and getattr(weight, what) > host[what]:
            yield what, said(host[what])


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
