"""Lines of words on a sheet, from the side on which their language begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from build_tools.render.pictures.lettering import Lettering, Weight
from build_tools.render.pictures.lettering.lines import ELLIPSIS, Broken, broken
from build_tools.render.pictures.png import Sheet

_ABOVE, _BELOW = 1.5, 0.85
"""Room around a baseline, in sizes of the letters; what is taller than all of Noto's Arabic and Han."""
_BESIDE = 12
"""Pixels that a letter may hang over the end of its line."""


@dataclass(frozen=True)
class Page:
    """A column of a sheet, ``column`` pixels wide from ``left``; its lines begin on the right when ``backwards``."""

    lettering: Lettering
    sheet: Sheet
    left: int
    column: int
    backwards: bool

    def broken(
        self, text: str, sizes: Sequence[int], most: int, closing: str = "", weight: Weight = "Bold"
    ) -> Broken:
        """The lines of a text; none where it cannot be drawn."""
        lettering = self.lettering.among(text)

        @cache
        def measure(words: str, size: int) -> float:
            width = lettering.width(words, size, weight, backwards=self.backwards)
            assert width is not None, "the text could be drawn"
            return width

        if not text or lettering.pieces(text + ELLIPSIS, sizes[0], weight, backwards=self.backwards) is None:
            return Broken((), sizes[-1])
        return broken(text, measure, column=self.column, sizes=sizes, most=most, closing=closing)

    def line(self, text: str, baseline: int, size: int, shades: Sequence[int]) -> bool:
        """Draw what of a text has room on one line; whether there was anything to draw."""
        lines = self.broken(text, (size,), 1, weight="Regular").lines
        for line in lines:
            self.put(line, baseline, size, shades, "Regular")
        return bool(lines)

    def put(
        self, line: str, baseline: int, size: int, shades: Sequence[int], weight: Weight = "Bold"
    ) -> None:
        """Draw a line that has room. ``shades`` are numbers of colours, from the ink to its faintest edge."""
        from PIL import Image

        pieces = self.lettering.pieces(line, size, weight, backwards=self.backwards) or []
        width = sum(piece.width for piece in pieces)
        strip = Image.new("L", (self.column + 2 * _BESIDE, round(size * (_ABOVE + _BELOW))))
        start = _BESIDE + (self.column - width if self.backwards else 0)
        self.lettering.draw(strip, pieces, start, round(size * _ABOVE))
        self.sheet.stamp(
            self.left - _BESIDE, baseline - round(size * _ABOVE), strip.width, strip.tobytes(), shades
        )
