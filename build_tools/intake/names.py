"""Names that documents have, or get when they are taken in."""

from __future__ import annotations

from pathlib import Path

from build_tools import ids
from build_tools.intake.sources import Source
from build_tools.problems import DataError, Problem


class Names:
    """The names that documents have already, and those that were taken meanwhile."""

    def __init__(self, seeds: Path) -> None:
        self._there = {
            ids.collision_key(path.name.removesuffix(".txt")): path for path in seeds.rglob("*.txt")
        }
        self._taken: set[str] = set()

    def free(self, source: Source, name: str) -> str:
        """The name, if no document has it; with the folder of the file before it, where another file taken in just now
        has it. Raises ``DataError``."""
        if ids.collision_key(name) in self._taken and source.folder:
            name = ids.slug(f"{source.folder}-{name}")
        other = self._there.get(ids.collision_key(name))
        if other is not None or ids.collision_key(name) in self._taken:
            raise DataError(
                [
                    Problem(
                        str(other or source.shown),
                        0,
                        "exists",
                        "A document of this name exists already",
                        "Give another with --name",
                    )
                ]
            )
        return name

    def take(self, name: str) -> None:
        self._taken.add(ids.collision_key(name))
