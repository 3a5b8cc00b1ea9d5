"""Texts as they were read, by the bytes of the text and of its record. How a text is divided, and in which languages it is,
does not change with anything but the text and a few words of its record, so it is told once even where the record changes.
Many texts are read by several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from build_tools.publish.forked import shared
from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.portions import Portions, portion_of, portions_of
from build_tools.publish.kept.program import program
from build_tools.read.documents import Divided
from build_tools.read.seeds import MadeOf, Read, Reading, ReadOne

FILE = "texts.sqlite"
Division = tuple[bytes, Divided]
"""How a text is divided, with a key of what that depends on."""


def reading(folder: Path, jobs: int) -> Reading:
    """A way to read texts that looks into ``folder`` first, with up to ``jobs`` processes."""

    def read_all(read: ReadOne, names: Sequence[str], made_of: MadeOf) -> Iterator[Read]:
        with Kept(folder / FILE) as kept:
            known = Portions(kept, program(), names)
            keys = {name: key(*parts) if (parts := made_of(name)) else None for name in names}
            left: list[list[str]] = [[] for _ in range(portions_of(len(names)))]
            for name in names:
                if keys[name] is None or (known.get(name) or (None,))[0] != keys[name]:
                    left[portion_of(name, len(left))].append(name)
            left = [some for some in left if some]

            def portion(number: int) -> list[tuple[str, Read, Division | None]]:
                return [(name, *_read(read, name, (known.get(name) or (None,))[-1])) for name in left[number]]

            odd: dict[str, Read] = {}
            for some in shared(portion, len(left), jobs, here=False):
                for name, found, division in some:
                    if keys[name] is None:
                        odd[name] = found
                    else:
                        known.put(name, (keys[name], found, division))
            known.keep()
            return (odd[name] if name in odd else known.get(name)[1] for name in names)

    return read_all


def _read(read: ReadOne, name: str, before: Division | None) -> tuple[Read, Division | None]:
    """A text, and how it is divided."""
    division = before

    def once(words: tuple[str, ...], divide: Callable[[], Divided]) -> Divided:
        nonlocal division
        one = key(*words)
        if division is None or division[0] != one:
            division = one, divide()
        return division[1]

    return read(name, once), division
