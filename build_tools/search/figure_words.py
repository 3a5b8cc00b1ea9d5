"""The words that a query's figures are written with: scales, percent signs, currencies and units.

They come from the data by which figures are read in the sources, cut down to the currencies and units that the
archive has; the browser reads them when a query holds a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from babel.numbers import get_currency_name

from build_tools import languages
from build_tools.folding import fold_text
from build_tools.model import Archive
from build_tools.search import figures

PERCENT = "%"


def figure_words(archive: Archive) -> dict[str, Mapping[str, object]]:
    """Tables: ``scales`` form → power of ten, ``letters`` the same for letters that need a currency or unit beside them,
    ``units`` form → unit as in the terms, ``digits`` Han numeral → value; ``dates`` see ``_dates``."""
    present = {figures.unit(figure) for one in archive.documents.values() for figure in one.figures} - {""}
    scales: dict[str, int] = {}
    letters: dict[str, int] = {}
    digits: dict[str, int] = {}
    units: dict[str, str] = {}
    for tag in languages.tags():
        data = languages.section(tag, "figures")
        if not data:
            continue
        numerals = data["numerals"]
        for scale in numerals["scales"]:
            for form in (*scale.get("one", ()), *scale.get("many", ())):
                scales.setdefault(_plain(form), scale["power"])
            for form in scale.get("letters", ()):
                letters.setdefault(_plain(form), scale["power"])
        if numerals["strategy"] == "positional":
            digits.update(_digits(numerals))
            scales.update({fold_text(form): len(str(size)) - 1 for size, form in _tens(numerals)})
        units.update(_percent(data))
        units.update(_counted(data, present))
    units.update(_currencies(present))
    content: dict[str, Mapping[str, object]] = {
        "scales": scales,
        "letters": letters,
        "digits": digits,
        "units": units,
    }
    made: dict[str, Mapping[str, object]] = {
        name: dict(sorted(table.items())) for name, table in content.items()
    }
    made["dates"] = _dates()
    return made


def _dates() -> dict[str, object]:
    """``months`` form → 1 to 12, ``eras`` form → the year before its first one; lists of what stands after the number
    of a year, a month or a day, and of what links a month to its year."""
    months: dict[str, int] = {}
    eras: dict[str, int] = {}
    lists: dict[str, set[str]] = {"years": set(), "month": set(), "days": set(), "links": set()}
    for tag in languages.tags():
        data = languages.section(tag, "figures").get("dates")
        if not data:
            continue
        for number, forms in data.get("months", {}).items():
            months.update((_plain(form), int(number)) for form in forms)
        eras.update((_plain(form), int(year)) for form, year in data.get("eras", {}).items())
        keys = {
            "years": "year_after",
            "month": "month_suffix",
            "days": "day_suffix",
            "links": "year_month_link",
        }
        written = {**data, **languages.section(tag, "search").get("dates", {})}
        for name, key in keys.items():
            lists[name].update(form for form in map(_plain, written.get(key, ())) if form[0].isalpha())
    return {
        "months": dict(sorted(months.items())),
        "eras": dict(sorted(eras.items())),
        **{name: sorted(forms) for name, forms in lists.items()},
    }


def _plain(form: str) -> str:
    return fold_text(str(form).replace("_", " "))


def _digits(numerals: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for value, forms in numerals["cardinals"].items():
        if int(value) < 10:
            for form in forms:
                yield fold_text(form), int(value)


def _tens(numerals: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    for size, forms in numerals.get("tens", {}).items():
        for form in forms:
            yield int(size), form


def _percent(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, forms in data["percent"].items():
        unit = PERCENT if name == "percent" else name
        for form in forms:
            yield _plain(form), unit
    numerals = data["numerals"]
    if mark := numerals.get("part_mark"):
        for size, form in _tens(numerals):
            if size == 100:
                yield fold_text(form + mark), PERCENT


def _counted(data: Mapping[str, Any], present: Iterable[str]) -> Iterator[tuple[str, str]]:
    for table in (data["durations"], data["nouns"]):
        for unit, forms in table.items():
            if unit in present:
                for form in forms.split() if isinstance(forms, str) else forms:
                    yield _plain(form), unit


def _currencies(present: set[str]) -> dict[str, str]:
    """Form → currency, the forms that name the country first, since a bare one may belong to several."""
    table = languages.table("currencies")
    certain: dict[str, str] = {}
    bare: dict[str, str] = {}
    for code in sorted(present & set(table["codes"])):
        certain.setdefault(code.lower(), code)
        for tag in languages.tags():
            for count in (None, 1, 2, 3, 11):
                certain.setdefault(_plain(get_currency_name(code, count, tag)), code)
        for key, forms in table["aliases"].get(code, {}).items():
            for form in forms:
                (bare if key.endswith("bare") else certain).setdefault(_plain(form), code)
    return {**bare, **certain}
