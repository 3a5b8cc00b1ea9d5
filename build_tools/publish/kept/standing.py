"""The files of a finished site as the build that made it left them: what would come out as it is need not be made again.

Told of each file are its size and its time, by which it is known again, its SHA-256, and of a page the key of all that it was
made of. A file with another time is known by its content. Whatever is not as it was left, or a record that is
damaged, counts as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from build_tools.writing import write

RECORD = "site.json"
"""In the folder of what is kept: of the published site."""
DOCS = "docs.json"
"""The same of the generated pages in ``docs/``."""
Meta = dict[str, Any]


class Made(NamedTuple):
    """What is told of a file that a build has made."""

    digest: str
    """SHA-256 of its content."""
    of: str = ""
    """The key of all that it was made of; empty where that is only its content."""
    meta: Meta = {}  # noqa: RUF012
    """What the map of the site asks of a page."""


@dataclass(frozen=True)
class Standing:
    """The files of the site in ``folder`` that are as a build left them, by path."""

    folder: Path
    files: Mapping[str, Made] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Where a file of that SHA-256 lies; one place where it lies in several."""
        return {made.digest: path for path, made in self.files.items()}

    def holds(self, path: str, digest: str) -> bool:
        """Whether a file of that content lies there."""
        found = self.files.get(path)
        return found is not None and found.digest == digest

    def place(self, path: str, digest: str) -> str:
        """Where a file of that content lies, best at this path; empty where there is none."""
        return path if self.holds(path, digest) else self.places.get(digest, "")


def recorded(folder: Path, record: Path) -> Standing:
    """What of the site in ``folder`` is as ``record`` says."""
    try:
        told, _, content = record.read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() != told:
            return Standing(folder)
        rows = json.loads(content.decode("utf-8", "surrogatepass"))
    except (OSError, ValueError):
        return Standing(folder)
    files = {}
    for path, (size, time, *made) in rows.items():
        found = Made(*made)
        if _is_as_left(f"{folder}{os.sep}{path}", size, time, found.digest):
            files[path] = found
    return Standing(folder, files)


def record(path: Path, folder: Path, files: Mapping[str, Made]) -> None:
    """Put on record in ``path`` what a site in ``folder`` holds."""
    rows = {}
    for name, made in files.items():
        state = os.lstat(f"{folder}{os.sep}{name}")
        rows[name] = [state.st_size, state.st_mtime_ns, *made]
    content = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    write(path, hashlib.sha256(content).hexdigest().encode() + b"\n" + content, flush=False)


def _is_as_left(path: str, size: int, time: int, digest: str) -> bool:
    try:
        state = os.lstat(path)
        if not stat.S_ISREG(state.st_mode) or state.st_size != size:
            return False
        if state.st_mtime_ns == time:
            return True
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False
