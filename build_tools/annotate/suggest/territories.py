"""Countries, territories and continents of the CLDR (through Babel) as names that everybody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version

from babel import Locale

from build_tools import languages
from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.model import Alias, Authority, Entity

_NO_PLACE = frozenset(["001", "EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"])


@cache
def territories() -> Authority:
    """One entity for each territory, its id the ISO 3166 or UN M.49 code, and for seas and regions, with its names in every language."""
    entities = {}
    codes = Locale.parse("en").territories
    for code in sorted(codes):
        if code not in _NO_PLACE:
            names = {tag: str(Locale.parse(tag).territories.get(code, "")) for tag in languages.tags()}
            short = tuple(
                Alias(form, tag, "exact" if form.isupper() else "fold")
                for tag in languages.tags()
                for form in suggest_rules(tag).territories.get(code, ())
            )
            given = {tag: name for tag, name in names.items() if name}
            entities[code] = Entity(code, "place", given, (*short, *_further(code, given)))
    for code, listed in _regions().items():
        named = {tag: forms[0] for tag, forms in listed.items() if forms}
        others = tuple(Alias(form, tag) for tag, forms in listed.items() for form in forms[1:])
        entities[code] = Entity(code, "place", named, others)
    return Authority(entities)


def _further(code: str, names: Mapping[str, str]) -> Iterator[Alias]:
    """What a country is called officially, and in regions where its languages are spoken: ``印尼``, ``مملكة البحرين``."""
    for tag, forms in _elsewhere().get(code, {}).items():
        met = {fold_name(names.get(tag, ""))}
        for form in forms:
            folded = fold_name(form)
            # 查德 is somebody's name, too.
            short = len(folded) < _SHORTEST and tag_of(folded) != "ns"
            if folded not in met and not (short and script_of(folded) == "Hans"):
                yield Alias(form, tag)
            met.add(folded)


_SHORTEST = 3
"""Characters of a Chinese name that needs no dictionary to be a place."""


@cache
def _elsewhere() -> dict[str, dict[str, list[str]]]:
    """ISO 3166 code → language → further names, by iso-codes and by the CLDR's regions of the language."""
    tags = languages.tags()
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for code, *listed in languages.columns("countries"):
        for tag, names in zip(tags, listed, strict=False):
            found[code][tag] += names.split("|") if names else []
    for locale in _REGIONS:
        for code, name in Locale.parse(locale).territories.items():
            if code.isalpha() and name.isalpha():
                found[code][locale[:2]].append(str(name))
    return found


_REGIONS = ("zh_Hant", "zh_Hant_HK")
"""Locales of the CLDR in which countries have other names than in the language at large."""


@cache
def _regions() -> dict[str, dict[str, tuple[str, ...]]]:
    """Code or word → language → names of the parts of a kingdom, and of seas, rivers, islands, ranges and regions."""
    tags = languages.tags()
    named = {
        code: {tag: suggest_rules(tag).regions.get(code, ()) for tag in tags}
        for code in suggest_rules("en").regions
    }
    for code, *listed in languages.columns("features"):
        named[code] = {tag: tuple(names.split("|")) for tag, names in zip(tags, listed, strict=True)}
    return named


def is_region(code: str) -> bool:
    """Whether a code is a sea, a river or a region of this program's own table."""
    return code in _regions() and not code.startswith("GB-")


def source(code: str) -> str:
    """Where the names of a territory are from."""
    return (
        "table of seas and regions of this program"
        if is_region(code)
        else f"{cldr()}, iso-codes (pycountry 26.2.16, LGPL 2.1)"
    )


def cldr() -> str:
    """The CLDR as a source, with the version of the package that it is read through."""
    return f"CLDR (Babel {version('babel')})"


@cache
def finder() -> NameFinder:
    return NameFinder(territories())
