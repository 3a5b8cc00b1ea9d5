"""Fonts of this machine, by the script of a letter, and whether they have one for it.

Noto by preference, which has every script in one design; ``fonts.yml`` lists what is looked for. Nothing is fetched.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, name

import yaml

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FILE = Path(__file__).with_name("fonts.yml")
_ENDINGS = (".ttf", ".otf", ".ttc")
_ABSENT = "\uffff"
"""No character: what a font draws for it is what it draws for all that it lacks."""


def folders() -> tuple[Path, ...]:
    """Where fonts lie: what the freedesktop.org base directories name, and the folders of macOS and Windows."""
    home = Path.home()
    own = os.environ.get("XDG_DATA_HOME") or home / ".local/share"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    found = [Path(own, "fonts"), *(Path(folder, "fonts") for folder in shared.split(":") if folder)]
    if sys.platform == "darwin":
        found += [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    elif sys.platform == "win32":
        found.append(Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"))
    return tuple(found)


@cache
def files(places: tuple[Path, ...]) -> Mapping[str, Path]:
    """Name → font file, of all below the folders; of two with one name that in the earlier folder."""
    found: dict[str, Path] = {}
    for place in places:
        for folder, inner, names in os.walk(place):
            inner.sort()
            for file in sorted(names):
                if file.lower().endswith(_ENDINGS):
                    found.setdefault(file, Path(folder, file))
    return found


@cache
def script(char: str) -> str:
    """``ARABIC``, ``LATIN``, ``CJK``; empty for what is no letter. Accents and vowel signs have that of their letter."""
    return name(char, "").split(" ")[0].partition("-")[0] if category(char)[0] == "L" else ""


@cache
def wanted(of: str, weight: str) -> tuple[tuple[str, int], ...]:
    """File names and faces for a script, the best first."""
    table: dict[str, list[str]] = yaml.safe_load(FILE.read_bytes())
    listed = next((rows for names, rows in table.items() if of in names.split()), table["other"])
    split = (row.format(weight=weight, Script=of.capitalize()).partition("#") for row in listed)
    return tuple((file, int(face or 0)) for file, _, face in split)


@lru_cache(maxsize=64)
def font(of: str, weight: str, size: int, places: tuple[Path, ...]) -> FreeTypeFont | None:
    """The font of a script in a size of pixels; ``None`` where the machine has none for it."""
    from PIL import ImageFont

    known = files(places)
    for file, face in wanted(of, weight):
        if file in known:
            try:
                return ImageFont.truetype(str(known[file]), size, index=face)
            except OSError:
                continue
    return None


@lru_cache(maxsize=1 << 14)
def has(face: FreeTypeFont, char: str) -> bool:
    """Whether a font has a picture of its own for a character."""
    drawn, absent = face.getmask(char), face.getmask(_ABSENT)
    return char.isspace() or drawn.size != absent.size or bytes(drawn) != bytes(absent)


def used(places: tuple[Path, ...]) -> Iterator[str]:
    """What all that is drawn depends on besides the program: names, sizes and times of the fonts that could be taken."""
    for file, path in sorted(files(places).items()):
        state = path.stat()
        yield f"{file} {state.st_size} {state.st_mtime_ns}"
