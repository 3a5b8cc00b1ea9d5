"""Where a text names places that the CLDR or GeoNames knows: countries, cities and parts of countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import cities, evidence, places, subdivisions, terms, territories
from build_tools.annotate.suggest.cities import City
from build_tools.annotate.suggest.evidence import Countries, Country
from build_tools.annotate.suggest.held import Held
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.spans import Spans
from build_tools.annotate.suggest.text import Text
from build_tools.model import Mention

Speaks = Callable[[Text, Mention, Countries], bool]
"""Whether something in the text says that a mention is of the place whose name it has."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The finders of cities (none without GeoNames) and of parts of countries that some texts can hold."""

    cities: NameFinder | None
    parts: NameFinder


def sought_in(texts: Iterable[Text]) -> Sought:
    held = Held(texts)
    return Sought(cities.finder(held), places.finder(held))


def sightings(text: Text, countries: Countries, sought: Sought) -> Iterator[Sighting]:
    """Territories, cities and parts of countries; none where one of those before stands.

    ``countries`` is where the text names countries.
    """
    found = text.mentions(territories.finder())
    for mention in found:
        if len(mention.surface) > 1:  # 中, one of a pair of letters, is no name to list
            yield Sighting(mention.start, mention.end, "territory", "place", mention.entity)
    taken = Spans((mention.start, mention.end) for mention in found)
    for reason, finder, plainly, spoken in (
        ("subdivision", sought.parts, _is_told, _nothing),
        ("city", sought.cities, _is_famous, _is_city),
        ("subdivision", sought.parts, _nothing, _is_part),
        ("city", sought.cities, _nothing, _is_city),
    ):
        every = text.mentions(finder) if finder else ()
        mentions = [one for one in every if not taken.overlap(one.start, one.end)]
        for mention in _known(text, mentions, countries, taken, plainly, spoken):
            city = _of_its_city(text, mention) if reason == "subdivision" else ""
            end = mention.end + (evidence.noun_behind(text, mention.end) if reason == "city" else 0)
            yield Sighting(mention.start, end, "city" if city else reason, "place", city or mention.entity)
            taken.add(mention.start, end)


def _of_its_city(text: Text, mention: Mention) -> str:
    """The city that a part of a country is called after, where the noun is not there: ``Skopje``; else empty."""
    with_noun = subdivisions.is_whole(mention.entity, mention.surface)
    if with_noun or evidence.has_noun(text, mention.start, mention.end):
        return ""
    part = subdivisions.subdivisions()[mention.entity]
    return cities.by_name().get((fold_name(part.names.get("en", "")), part.country), "")


def named_countries(text: Text, sought: Sought) -> Countries:
    """Where a text names countries, by their names, their adjectives and their states."""
    found = [
        Country(mention.start, mention.end, mention.entity.partition("-")[0])
        for finder in (territories.finder(), terms.adjective_finder())
        for mention in text.mentions(finder)
    ]
    for mention in text.mentions(sought.cities) if sought.cities else ():
        city = cities.cities()[mention.entity]
        told = city.capital and evidence.has_noun(text, mention.start, mention.end)
        if city.state or told or _is_large(text, mention, city):
            found.append(Country(mention.start, mention.end, city.country))
    found += _by_parts(text, sought)
    return Countries([*found, *_by_adjectives(text)])


def _by_parts(text: Text, sought: Sought) -> Iterator[Country]:
    """``منطقة مكة المكرمة`` and ``منطقة الرياض``: two parts of one country with their nouns, whose names are words, too."""
    whole = [one for one in text.mentions(sought.parts) if subdivisions.is_whole(one.entity, one.surface)]
    told = Counter(subdivisions.subdivisions()[code].country for code in {one.entity for one in whole})
    for one in whole:
        country = subdivisions.subdivisions()[one.entity].country
        if told[country] > 1:
            yield Country(one.start, one.end, country)


def _by_adjectives(text: Text) -> Iterator[Country]:
    """``الشرطة الأمريكية``, ``وزير جزائري``: Arabic adjectives of countries."""
    article, relations = text.names.article, terms.relations()
    for word in text.arabic_words() if text.script == "Arab" else ():
        bare = word.text.removeprefix("و").removeprefix(article).removesuffix("ه")
        if bare in relations:
            yield Country(*text.view.source(word.start, word.end), relations[bare])


def _known(
    text: Text,
    mentions: Sequence[Mention],
    countries: Countries,
    taken: Spans,
    plainly: Speaks,
    spoken: Speaks,
) -> list[Mention]:
    """The mentions of what is known plainly, or of which something speaks for one: it speaks for all of a text."""
    sure = [one for one in mentions if plainly(text, one, countries)]
    ends = taken.ends | {one.end for one in sure}
    known = {one.entity for one in sure}
    for one in mentions:
        if spoken(text, one, countries) or _is_joined(text, one, countries, spoken, ends):
            known.add(one.entity)
            ends.add(one.end)
    return [one for one in mentions if one.entity in known]


def _is_joined(
    text: Text, mention: Mention, countries: Countries, spoken: Speaks, ends: Container[int]
) -> bool:
    """Whether a place is joined to another: ``Tulsa and Austin``; in Arabic a city only if no dictionary has it."""
    if spoken is _is_part:  # «جازان، عسير»
        country = subdivisions.subdivisions()[mention.entity].country
        return country in countries.codes and evidence.is_joined(text, mention.start, ends)
    native = text.script == "Arab" and cities.is_native(fold_name(mention.surface), "ar")
    several = " " in mention.surface  # «بين واشنطن وتل أبيب»
    return spoken is _is_city and (several or not native) and evidence.is_joined(text, mention.start, ends)


def _nothing(_text: Text, _mention: Mention, _countries: Countries) -> bool:
    return False


def _is_famous(text: Text, mention: Mention, _countries: Countries) -> bool:
    """Whether a city needs no word of place beside it: one of a million, in Arabic a capital; and any state."""
    city = cities.cities()[mention.entity]
    if city.state:
        return True
    if text.script == "Latn" and not city.capital and cities.is_word(fold_name(mention.surface)):
        return False
    if text.script == "Arab":
        strange = not cities.is_native(fold_name(mention.surface), "ar")
        return city.capital and city.people >= (_LARGE if strange else _MILLION)
    return city.people >= _MILLION


_MILLION = 1_000_000
_LARGE = 100_000
"""Inhabitants of a capital that is better known than the people who are called like it."""


def _is_city(text: Text, mention: Mention, countries: Countries) -> bool:
    where, city = (mention.start, mention.end), cities.cities()[mention.entity]
    said = evidence.has_noun(text, *where) or evidence.is_led(text, *where)
    return said or evidence.is_in(text, *where, city.country, countries)


def _is_told(text: Text, mention: Mention, countries: Countries) -> bool:
    """Whether a part of a country has its noun in its name, or its country beside it, or another noun of places.

    That noun says enough where names have capitals; elsewhere, and where nothing but words of the dictionary is left
    without it, the text has to name the country as well.
    """
    part, where = subdivisions.subdivisions()[mention.entity], (mention.start, mention.end)
    strong, named = places.is_strong(mention.surface), part.country in countries.codes
    if not strong and (not named or len(mention.surface) < cities.SHORTEST[text.script]):
        return False
    whole = subdivisions.is_whole(mention.entity, mention.surface)
    if whole or evidence.is_in(text, *where, part.country, countries):
        return True
    return (named or text.script == "Latn") and evidence.has_noun(text, *where)


def _is_large(text: Text, mention: Mention, city: City) -> bool:
    """Whether a city is so large that it names its country as well, and its name is no word."""
    native = text.script == "Arab" and cities.is_native(fold_name(mention.surface), "ar")
    return not native and (city.people >= _MILLION or (city.capital and city.people >= _LARGE))


def _is_listed(text: Text, mention: Mention) -> bool:
    """``从山西``: the dictionary has it as the name of a place, and it is no side of one (``南区``)."""
    folded = fold_name(mention.surface)
    return text.script == "Hans" and tag_of(folded) == "ns" and folded[0] not in text.rules.sides


def _is_part(text: Text, mention: Mention, countries: Countries) -> bool:
    """Whether a preposition leads to it, where names have capitals or its country is named, too."""
    country = subdivisions.subdivisions()[mention.entity].country
    named = text.script == "Latn" or country in countries.codes or _is_listed(text, mention)
    return named and places.is_strong(mention.surface) and evidence.is_led(text, mention.start, mention.end)
