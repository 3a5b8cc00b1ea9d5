"""Countries, territories and continents of the CLDR (through Babel) as names that everybody knows."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

from babel import Locale

from build_tools import languages
from build_tools.annotate.names import NameFinder
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
            entities[code] = Entity(code, "place", given, short)
    for code in suggest_rules("en").regions:
        listed = {tag: suggest_rules(tag).regions.get(code, ()) for tag in languages.tags()}
        named = {tag: forms[0] for tag, forms in listed.items() if forms}
        others = tuple(Alias(form, tag) for tag, forms in listed.items() for form in forms[1:])
        entities[code] = Entity(code, "place", named, others)
    return Authority(entities)


def is_region(code: str) -> bool:
    """Whether a code is a sea, a river or a region of this program's own table."""
    return code in suggest_rules("en").regions and not code.startswith("GB-")


def source(code: str) -> str:
    """Where the names of a territory are from."""
    return "table of seas and regions of this program" if is_region(code) else cldr()


def cldr() -> str:
    """The CLDR as a source, with the version of the package that it is read through."""
    return f"CLDR (Babel {version('babel')})"


@cache
def finder() -> NameFinder:
    return NameFinder(territories())
