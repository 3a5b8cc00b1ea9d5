"""Flat pictures of few colours as PNG (ISO/IEC 15948: indexed colour, 8 bits a pixel)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from math import sqrt


class Sheet:
    """A canvas of pixels that are numbers of colours; 0 is its ground."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self._rows = [bytearray(width) for _ in range(height)]

    def box(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        for row in self._rows[top : top + height]:
            row[left : left + width] = bytes([colour]) * width

    def pill(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        """A box whose ends are half circles; one that is too narrow for them is as round as it can be."""
        radius = min(width, height) / 2
        for line in range(height):
            outside = max(radius - line - 0.5, line + 0.5 - (height - radius), 0.0)
            inset = round(radius - sqrt(radius * radius - outside * outside))
            length = max(0, width - 2 * inset)
            self._rows[top + line][left + inset : left + inset + length] = bytes([colour]) * length

    def stamp(self, left: int, top: int, width: int, brightness: bytes, shades: Sequence[int]) -> None:
        """What was drawn elsewhere, a byte a pixel: 255 is the first of the ``shades``, less the later ones, and 0
        leaves what is there."""
        scale = [0, *reversed(shades)]
        steps = bytes(scale[round(value * len(shades) / 255)] for value in range(256))
        pixels = brightness.translate(steps)
        empty = bytes(width)
        for number in range(len(pixels) // width):
            row = pixels[number * width : (number + 1) * width]
            if row != empty:
                under = self._rows[top + number][left : left + width]
                self._rows[top + number][left : left + width] = (
                    row if not any(under) else bytes(new or old for new, old in zip(row, under, strict=True))
                )

    def png(self, colours: Sequence[str]) -> bytes:
        """The file; ``colours`` are six hexadecimal digits each, by number."""
        header = struct.pack(">IIBBBBB", self.width, len(self._rows), 8, 3, 0, 0, 0)
        # A row like the one above it is written as its difference from that, which is nothing (filter 2, "up").
        same = b"\2" + bytes(self.width)
        above = [None, *self._rows]
        pixels = b"".join(
            same if row == before else b"\0" + row for before, row in zip(above, self._rows, strict=False)
        )
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            _chunk(name, data)
            for name, data in (
                (b"IHDR", header),
                (b"PLTE", bytes.fromhex("".join(colours))),
                (b"IDAT", _packed(pixels)),
                (b"IEND", b""),
            )
        )


def _packed(pixels: bytes) -> bytes:
    """Letters come again, so more than runs of one colour is looked for; deeper than this takes thrice the time."""
    packer = zlib.compressobj(7, memLevel=9)
    return packer.compress(pixels) + packer.flush()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
