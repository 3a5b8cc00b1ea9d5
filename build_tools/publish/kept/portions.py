"""Results for many things, kept by portions: what did not change is one row of a few dozen, instead of one of thousands.

Within a portion each result has a key of its own, so that only what changed is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from zlib import crc32

from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.packed import packed, unpacked

MANY = 100
"""Things from which on they are divided."""
PORTIONS = 64


def portions_of(number: int) -> int:
    """Into how many portions so many things are divided."""
    return PORTIONS if number >= MANY else 1


def portion_of(name: str, portions: int) -> int:
    """The portion of a thing: by its name, so that another one more leaves each in its portion."""
    return crc32(name.encode("utf-8", "surrogatepass")) % portions


class Portions:
    """What is kept of each thing, by its name."""

    def __init__(self, kept: Kept, what: bytes, names: Iterable[str]) -> None:
        """``what`` is a key of what all results depend on; ``names`` are those of all things there are now."""
        named = list(names)
        self._kept = kept
        self._what = what
        self._names = set(named)
        self._number = portions_of(len(named))
        rows = (unpacked(kept.get(self._row(number))) for number in range(self._number))
        self._rows: list[dict[str, Any]] = [row if isinstance(row, dict) else {} for row in rows]
        self._changed: set[int] = set()

    def get(self, name: str) -> Any:
        """What was put there; ``None`` where nothing was."""
        return self._rows[portion_of(name, self._number)].get(name)

    def put(self, name: str, value: Any) -> None:
        number = portion_of(name, self._number)
        self._rows[number][name] = value
        self._changed.add(number)

    def keep(self) -> None:
        """Write what changed, without what is there no more."""
        for number, row in enumerate(self._rows):
            left = {name: value for name, value in row.items() if name in self._names}
            if number in self._changed or len(left) < len(row):
                self._kept.put(self._row(number), packed(left))
        self._changed.clear()

    def _row(self, number: int) -> bytes:
        return key(self._what, f"{number + 1} of {self._number}")
