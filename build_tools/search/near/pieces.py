"""The pieces that a text is cut into, by script, so that a browser reads those of the query's own only.

Within a script they stand in the order of their rows, the commonest first. A file of pieces is the number of them; then
sorted by their bytes each one (front-coded); then their places in that order, and their scores, both as differences.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from build_tools import languages
from build_tools.search.encoding import front_coded, varint

SPACE = "\u2581"
CONTROLS = 6
"""The first pieces stand for no text: unknown, beginning, end, and such."""

SCRIPTS: tuple[tuple[tuple[int, int], ...], ...] = (
    ((0, 0x2FF), (0x2000, 0x2E7F), (0x3000, 0x3004), (0x3008, 0x302F), (0xFF00, 0xFFEF)),
    ((0x41, 0x5A), (0x61, 0x7A), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F), (0x1E00, 0x1EFF)),
    ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
    ((0, 0x10FFFF),),
)  # fmt: skip
"""Code points of signs, Latin, Arabic, Han and whatever is left, from the second on the first that holds one; a piece
belongs to the last of those that its characters belong to."""


@dataclass(frozen=True, slots=True)
class Script:
    """The pieces of one script, by their numbers, in the order of their rows."""

    pieces: tuple[int, ...]
    common: int
    """So many of them, the first, are in the words of a language that is known here."""


def scripts(segmenter: Any) -> tuple[Script, ...]:
    """All pieces, by script."""
    texts: Sequence[str] = segmenter._pieces
    groups: list[list[int]] = [[] for _ in SCRIPTS]
    for number, text in enumerate(texts):
        groups[0 if number < CONTROLS else max(map(script_of, text))].append(number)
    known = _known(segmenter)
    made = []
    for numbers in groups:
        common = [number for number in numbers if not known or number in known]
        rest = [number for number in numbers if number not in known]
        # Only Latin is shared by languages that are known and those that are not.
        latin = numbers is groups[1]
        made.append(Script((*common, *rest), len(common)) if latin else Script(tuple(numbers), len(numbers)))
    return tuple(made)


@cache
def script_of(char: str) -> int:
    """Place among ``SCRIPTS``."""
    code = ord(char)
    for place in (1, 2, 3, 0):
        if any(low <= code <= high for low, high in SCRIPTS[place]):
            return place
    return len(SCRIPTS) - 1


def _known(segmenter: Any) -> frozenset[int]:
    """The pieces of English words, which no language that is known here is written without; small and capital."""
    texts: Sequence[str] = segmenter._pieces
    number = {text: at for at, text in enumerate(texts)}
    met: set[int] = set()
    for row in languages.columns("en/words"):
        met.update(segmenter._encode_one(row[0]))
    capitals = {number[text] for text in (_capital(texts[at]) for at in met) if text in number}
    return frozenset(met | capitals)


def _capital(text: str) -> str:
    return SPACE + text[1:].capitalize() if text.startswith(SPACE) else text.capitalize()


def piece_file(script: Script, texts: Sequence[str], scores: Sequence[float]) -> bytes:
    """The file of one script, not compressed."""
    places = {number: place for place, number in enumerate(script.pieces)}
    ordered = sorted(script.pieces, key=lambda number: texts[number].encode())
    encoded = [texts[number].encode() for number in ordered]
    words = b"".join(front_coded(word, before) for before, word in pairwise([b"", *encoded]))
    bits = [struct.unpack("<I", struct.pack("<f", scores[number]))[0] for number in script.pieces]
    return b"".join(
        (
            varint(len(ordered)),
            words,
            _differences(places[number] for number in ordered),
            _differences(bits),
        )
    )


def _differences(numbers: Iterable[int]) -> bytes:
    """Each number as its difference to the one before; the lowest bit is the sign."""
    return b"".join(
        varint(2 * (after - before) if after >= before else 2 * (before - after) - 1)
        for before, after in pairwise([0, *numbers])
    )
