"""What the page of downloads says of each file: its size, and of a table its rows. Only the finished site has them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from functools import cache
from math import ceil
from pathlib import Path
from urllib.parse import unquote

from babel import Locale

from build_tools.model import Site
from build_tools.render import paths
from build_tools.render.wording import numbers
from build_tools.render.wording.words import Words

_PLACE = re.compile(r'(<data data-file="([^"]*)">)(</data>)')
_UNITS = (("megabyte", 1_000_000), ("kilobyte", 1000))


def fill(site: Path, about: Site) -> None:
    """Write sizes into the empty places for them on the page of downloads, in each language of the interface. A file that
    is not there yet, as that of the whole site, has none."""

    @cache
    def rows(path: Path) -> int | None:
        if path.suffix != ".csv":
            return None
        with path.open(encoding="utf-8-sig", newline="") as file:
            return max(sum(1 for _ in csv.reader(file)) - 1, 0)

    for language in about.languages:
        page = site / paths.address(about, paths.DATA, language) / "index.html"
        if page.is_file():
            told = _told(site, language, rows)
            page.write_text(_PLACE.sub(told, page.read_text("utf-8")), "utf-8", newline="\n")


def _told(site: Path, language: str, rows: Callable[[Path], int | None]) -> Callable[[re.Match[str]], str]:
    locale = Locale.parse(language, sep="-")
    words = Words(language, lambda number: numbers.plain(number, locale))

    def told(place: re.Match[str]) -> str:
        path = site / unquote(place[2])
        if not path.is_file():
            return place[0]
        said: Sequence[str] = [size(path.stat().st_size, locale)]
        count = rows(path)
        if count is not None:
            said = [*said, str(words.ngettext("%(n)s row", "%(n)s rows", count))]
        return f"{place[1]}{' · '.join(said)}{place[3]}"

    return told


def size(count: int, locale: Locale) -> str:
    """A number of bytes in megabytes or, of less, in kilobytes, begun ones counted: whole ones from ten on."""
    unit, whole = next(((unit, whole) for unit, whole in _UNITS if count >= whole), _UNITS[-1])
    shown = f"{count / whole:.1f}" if whole < count < 10 * whole else str(ceil(count / whole))
    return numbers.measure(shown, unit, locale) or f"{shown} {unit}"
