"""Words in pictures: shaped, in the direction of their script, broken into lines, cut where they do not fit.

Pillow draws them, with HarfBuzz for the shapes of letters and FriBidi for their order within a run. It comes with the
extra ``cards``; FriBidi and the fonts are the machine's. Where one of them is missing there are no words: never boxes,
never letters that are not joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from unicodedata import category

from build_tools.render.pictures.lettering import fonts
from build_tools.render.pictures.lettering.order import visual_runs

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

Weight = Literal["Bold", "Regular"]
_SMALLEST = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one font and one direction."""

    text: str
    font: FreeTypeFont
    backwards: bool

    @property
    def width(self) -> float:
        """In pixels, as it is drawn."""
        return self.font.getlength(self.text, direction=self.direction)

    @property
    def direction(self) -> str:
        return "rtl" if self.backwards else "ltr"


@dataclass(frozen=True, slots=True)
class Lettering:
    """What can be drawn with the fonts in some folders."""

    places: tuple[Path, ...]
    scripts: frozenset[str] = frozenset()
    """Scripts whose fonts are looked in for signs, besides those of the letters of a line itself."""

    def among(self, text: str) -> Lettering:
        """The same for lines and words of a text: a sign in one comes from the font of a letter in another."""
        return replace(self, scripts=frozenset(map(fonts.script, text)) - {""})

    def lacking(self, text: str) -> set[str]:
        """Scripts of letters in the text that no font here has."""
        present = self._present(text, _SMALLEST, "Bold")
        return {
            of for char in set(text) if (of := fonts.script(char)) and _fitting(char, present, of) is None
        }

    def pieces(self, text: str, size: int, weight: Weight, *, backwards: bool) -> list[Piece] | None:
        """A line's pieces from left to right; ``None`` where a character is in no font."""
        chosen = self._chosen(text, size, weight)
        if chosen is None:
            return None
        made: list[Piece] = []
        for start, end, turned in visual_runs(text, backwards=backwards):
            parts: list[Piece] = []
            for at in range(start, end):
                if parts and parts[-1].font is chosen[at]:
                    parts[-1] = Piece(parts[-1].text + text[at], chosen[at], turned)
                else:
                    parts.append(Piece(text[at], chosen[at], turned))
            made += parts[::-1] if turned else parts
        return made

    def _present(self, text: str, size: int, weight: Weight) -> dict[str, FreeTypeFont]:
        """Script → font, for the scripts of the text and for those whose fonts have signs that others lack."""
        scripts = dict.fromkeys([*map(fonts.script, text), *sorted(self.scripts), "LATIN", "CJK"])
        known = {of: fonts.font(of, weight, size, self.places) for of in scripts if of}
        return {of: found for of, found in known.items() if found}

    def _chosen(self, text: str, size: int, weight: Weight) -> list[FreeTypeFont] | None:
        """A font for each character: a letter's is that of its script; what is none stays with the letter before it."""
        present = self._present(text, size, weight)
        current = next((of for of in map(fonts.script, text) if of), "LATIN")
        made: list[FreeTypeFont] = []
        for char in text:
            current = fonts.script(char) or current
            found = _fitting(char, present, current)
            if found is None:
                return None
            made.append(found)
        return made

    def width(self, text: str, size: int, weight: Weight, *, backwards: bool) -> float | None:
        """Pixels that a line takes; ``None`` where it cannot be drawn."""
        pieces = self.pieces(text, size, weight, backwards=backwards)
        return None if pieces is None else sum(piece.width for piece in pieces)

    def draw(self, sheet: Image, pieces: Sequence[Piece], left: float, baseline: int) -> None:
        """Put a line on a sheet of brightnesses (mode ``L``), its left end at ``left``."""
        from PIL import ImageDraw

        drawing = ImageDraw.Draw(sheet)
        for piece in pieces:
            place = (round(left), baseline)
            drawing.text(place, piece.text, 255, piece.font, anchor="ls", direction=piece.direction)
            left += piece.width


def _fitting(char: str, present: dict[str, FreeTypeFont], first: str) -> FreeTypeFont | None:
    """The font that has a character, that of the script ``first`` before the others."""
    own = [present[first]] if first in present else []
    return next((found for found in (*own, *present.values()) if fonts.has(found, char)), None)


def plain(text: str) -> str:
    """A text on one line, without characters that are not drawn."""
    return " ".join(
        "".join(" " if c.isspace() else c for c in text if c.isspace() or category(c)[0] != "C").split()
    )


def wanted() -> bool:
    """Whether the extra that draws words is installed."""
    return find_spec("PIL") is not None


@cache
def installed(places: tuple[Path, ...] | None = None) -> Lettering | None:
    """What can be drawn with the fonts in some folders, without them those of the machine; ``None`` without Pillow, or
    without FriBidi, which Pillow loads where it finds it."""
    if not wanted():
        return None
    from PIL import features

    return Lettering(places or fonts.folders()) if features.check("raqm") else None


def key() -> str:
    """All that words in pictures depend on besides the program and its packages."""
    lettering = installed()
    return "\n".join(fonts.used(lettering.places)) if lettering else ""
