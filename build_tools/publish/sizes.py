"""What the page of downloads says of each file: its size, and of a table its rows. Only the finished site has them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from math import ceil
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from babel import Locale

from build_tools.model import Site
from build_tools.render import paths
from build_tools.render.wording import numbers
from build_tools.render.wording.words import Words

_PLACE = re.compile(r'(<data data-file="?([^">]*)"?>)(</data>)')
_UNITS = (("megabyte", 1_000_000), ("kilobyte", 1000))


def fill(site: Path, about: Site) -> None:
    """Write sizes into the empty places for them on the page of downloads, in each language of the interface. A file that
    is not there yet, as that of the whole site, has none."""

    @cache
    def known(name: str) -> tuple[int, int | None] | None:
        return _measured(site / unquote(name.partition("#")[0]), name.partition("#")[2])

    for language in about.languages:
        page = site / paths.address(about, paths.DATA, language) / "index.html"
        if page.is_file():
            told = _told(language, known)
            page.write_text(_PLACE.sub(told, page.read_text("utf-8")), "utf-8", newline="\n")


def _measured(path: Path, part: str) -> tuple[int, int | None] | None:
    """Bytes of a file, or of the ``part`` of that name in a .zip, and of a table its rows; nothing of what is not there."""
    if not path.is_file():
        return None
    if not part:
        with path.open("rb") as file:
            return path.stat().st_size, _rows(file) if path.suffix == ".csv" else None
    with zipfile.ZipFile(path) as packed, packed.open(part) as file:
        return packed.getinfo(part).file_size, _rows(file)


def _rows(table: IO[bytes]) -> int:
    with io.TextIOWrapper(table, encoding="utf-8-sig", newline="") as lines:
        return max(sum(1 for _ in csv.reader(lines)) - 1, 0)


def _told(
    language: str, known: Callable[[str], tuple[int, int | None] | None]
) -> Callable[[re.Match[str]], str]:
    locale = Locale.parse(language, sep="-")
    words = Words(language, lambda number: numbers.plain(number, locale))

    def told(place: re.Match[str]) -> str:
        found = known(place[2])
        if found is None:
            return place[0]
        bytes_of, count = found
        said: Sequence[str] = [size(bytes_of, locale)]
        if count is not None:
            said = [*said, str(words.ngettext("%(n)s row", "%(n)s rows", count))]
        return f"{place[1]}{' · '.join(said)}{place[3]}"

    return told


def size(count: int, locale: Locale) -> str:
    """A number of bytes in megabytes or, of less, in kilobytes, begun ones counted: whole ones from ten on."""
    unit, whole = next(((unit, whole) for unit, whole in _UNITS if count >= whole), _UNITS[-1])
    shown = f"{count / whole:.1f}" if whole < count < 10 * whole else str(ceil(count / whole))
    return numbers.measure(shown, unit, locale) or f"{shown} {unit}"
