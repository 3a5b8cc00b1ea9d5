"""Bytes as the browser reads them: variable-length numbers, front-coded words, compressed files."""

from __future__ import annotations

import gzip

import numpy as np
import numpy.typing as npt


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the high bit says that more follow."""
    made = bytearray()
    while number > 0x7F:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    made.append(number)
    return bytes(made)


def varints(numbers: npt.NDArray[np.int64]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """The numbers one after the other as :func:`varint` writes them, and the bytes that each takes."""
    sizes = np.ones(len(numbers), np.uint8)
    bound = 1 << 7
    greatest = int(numbers.max()) if len(numbers) else 0
    while greatest >= bound:
        sizes += numbers >= bound
        bound <<= 7
    at = np.cumsum(sizes, dtype=np.int64)
    made = np.zeros(int(at[-1]) if len(at) else 0, np.uint8)
    rest = numbers.copy()
    at -= sizes
    for step in range(int(sizes.max()) if len(sizes) else 0):
        here = sizes > step
        more = sizes > step + 1
        made[at[here] + step] = (rest[here] & 0x7F) | (more[here] * 0x80)
        rest >>= 7
    return made, sizes


def front_coded(word: bytes, previous: bytes) -> bytes:
    """Length of the beginning shared with ``previous``, length of the rest, the rest."""
    shared = 0
    for one, other in zip(word, previous, strict=False):
        if one != other:
            break
        shared += 1
    return varint(shared) + varint(len(word) - shared) + word[shared:]


def compressed(content: bytes) -> bytes:
    """Gzip without a date and a system, so that equal content gives equal bytes."""
    packed = gzip.compress(content, 9, mtime=0)
    # Byte 9 names the system that packed; what Python puts there has changed with its versions. 255 is "unknown".
    return packed[:9] + b"\xff" + packed[10:]
