"""How texts are divided, and in which languages they are: what does not change with anything but the text and a few words
of its record is told once. Many texts are read by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from build_tools.publish.forked import shared
from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.packed import packed, unpacked
from build_tools.publish.kept.program import program
from build_tools.read.documents import Divided
from build_tools.read.seeds import Read, ReadOne

MANY = 100
"""Texts from which on they are divided."""
PORTIONS = 16


def reading(folder: Path, jobs: int) -> Callable[[ReadOne, Sequence[str]], Iterator[Read]]:
    """A way to read texts that looks into ``folder`` first, with up to ``jobs`` processes."""

    def read_all(read: ReadOne, names: Sequence[str]) -> Iterator[Read]:
        portions = PORTIONS if len(names) >= MANY else 1
        divided: list[list[str]] = [[] for _ in range(portions)]
        for name in names:  # by its name, so that another text more leaves each in its portion
            divided[crc32(name.encode()) % portions].append(name)

        def portion(number: int) -> list[tuple[str, Read]]:
            with Kept(folder / f"texts-{number + 1}-of-{portions}.sqlite") as kept:
                once = _Known(kept)
                return [(name, read(name, once)) for name in divided[number]]

        found: dict[str, Read] = {}
        for some in shared(portion, portions, jobs):
            found.update(some)
        return (found.pop(name) for name in names)

    return read_all


class _Known:
    """What is kept of each text, else made and kept."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def __call__(self, words: tuple[str, ...], divide: Callable[[], Divided]) -> Divided:
        one = key(program(), *words)
        found: Divided | None = unpacked(self._kept.get(one))
        if found is None:
            found = divide()
            self._kept.put(one, packed(found))
        return found
