"""Where other disks and folders are mounted: what is below such a place is not ours to move or to remove."""

from __future__ import annotations

import os
import re
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def mounts(folder: Path) -> tuple[Path, ...]:
    """Mount points at ``folder`` (a resolved path) and below it, sorted."""
    if not _TABLE.exists():
        return tuple(sorted(_seen(folder)))
    found = (line.split(" ")[4] for line in _TABLE.read_text("utf-8", "surrogateescape").splitlines())
    paths = {Path(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), path)) for path in found}
    return tuple(sorted(path for path in paths if path.is_relative_to(folder)))


def _seen(folder: Path) -> set[Path]:
    """By looking at every folder, where the system has no table: other disks only."""
    found = {folder} if os.path.ismount(folder) else set()
    for place, names, _ in os.walk(folder):
        found.update(Path(place, name) for name in names if os.path.ismount(os.path.join(place, name)))
    return found
