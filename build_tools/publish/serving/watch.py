"""What a server watches: everything that a person changes, and nothing that the archive writes itself."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.publish import shipped
from build_tools.publish.generated import read_manifest
from build_tools.publish.settings import Settings

Snapshot = Mapping[str, tuple[int, int]]
"""Path → time of the last change in nanoseconds, and bytes."""


def snapshot(settings: Settings) -> Snapshot:
    """How everything that the site is made from stands now. Names with a leading dot do not count."""
    manifest = read_manifest(settings.docs)
    generated = {str(settings.docs / path) for path in (*manifest.files, *manifest.before)}
    folders = {settings.seeds, settings.docs, settings.overrides, shipped.OVERRIDES, shipped.DOCS / "assets"}
    found = {str(settings.config): _state(str(settings.config))}
    for folder in sorted(folders):
        found.update((path, _state(path)) for path in _files(folder) if path not in generated)
    return found


def _files(folder: Path) -> Iterator[str]:
    for place, names, files in os.walk(folder, followlinks=True):
        names[:] = [name for name in names if not name.startswith(".")]
        yield from (os.path.join(place, name) for name in files if not name.startswith("."))


def _state(path: str) -> tuple[int, int]:
    try:
        there = os.stat(path)
    except OSError:  # gone meanwhile, or a link that leads nowhere
        return (0, 0)
    return (there.st_mtime_ns, there.st_size)


def changed(before: Snapshot, now: Snapshot) -> frozenset[Path]:
    """The files that are others, are gone or are new."""
    return frozenset(Path(path) for path in before.keys() | now.keys() if before.get(path) != now.get(path))
