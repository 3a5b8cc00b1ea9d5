"""Towns of GeoNames that only some people know, where the text itself says that a name is a town, and of what country.

A word such as *town* beside the name, the region after it, or a preposition in a text that names the country: whatever
these mark is looked up in one pass over the towns of a thousand people and more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from build_tools.annotate.names.chinese_words import is_common
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest import cities, evidence, geonames, known_places, sound, states
from build_tools.annotate.suggest.cities import SHORTEST, City
from build_tools.annotate.suggest.evidence import Country
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.spans import Spans
from build_tools.annotate.suggest.states import NAME, WITH_REGION
from build_tools.annotate.suggest.text import Text, Word, is_any

_PEOPLE = 1000
"""Inhabitants of the smallest towns that are looked up."""
_LARGE = 15_000
"""Inhabitants of a town that is taken without its country being named."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A place of a text that something marks as a town."""

    start: int
    end: int
    form: str
    countries: frozenset[str]
    """ISO 3166 codes of the countries that it can lie in; empty where the text names none."""
    state: str = ""
    """The code of the American state that stands after it."""
    plain: bool = False
    """Whether a preposition is all that marks it, so that GeoNames has to call it so first of all."""


def sightings_in(texts: Sequence[Text]) -> Callable[[Text], Iterator[Sighting]]:
    """A finder of all known places in the texts: what everybody knows, and the towns that are marked."""
    famous: dict[int, list[Sighting]] = {}
    cues: dict[int, list[Cue]] = {}
    sought = known_places.sought_in(texts)
    for text in texts:
        countries = known_places.named_countries(text, sought)
        sightings = list(known_places.sightings(text, countries, sought))
        famous[id(text)] = states.with_states(text, countries, sightings)
        cues[id(text)] = list(_cues(text, [*countries.found, *map(country, famous[id(text)])]))
        text.forget(sought.cities, sought.parts)
    del sought
    table = Table(cue for listed in cues.values() for cue in listed)

    def find(text: Text) -> Iterator[Sighting]:
        yield from famous.get(id(text), ())
        taken = Spans((sighting.start, sighting.end) for sighting in famous.get(id(text), ()))
        for cue in sorted(cues.get(id(text), ()), key=lambda one: (one.start - one.end, one.start)):
            if taken.overlap(cue.start, cue.end):
                continue
            key = table.best(cue) or table.by_sound(cue)
            if key:
                end = cue.end + evidence.noun_behind(text, cue.end)
                taken.add(cue.start, end)
                yield Sighting(cue.start, end, "city", "place", key)

    return find


def town(key: str) -> City:
    """A town or city by its GeoNames id, with the forms in all scripts."""
    if key in cities.cities():
        return cities.cities()[key]
    row = _ROWS.get(key) or next(row for row in geonames.cities(_PEOPLE) if str(row["geonameid"]) == key)
    made = cities.as_city(key, row)
    latin = [form for form in row["alternatenames"] if form.isascii()]
    return replace(made, forms={**made.forms, "en": (made.name, *latin)})


Row = Mapping[str, Any]

_ROWS: dict[str, Row] = {}
"""Rows that a cue asked for, by GeoNames id."""


class Table:
    """The towns that cues can mean; of the file of all towns nothing else is kept."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        asked = list(cues) if geonames.is_there() else []
        forms = {form for cue in asked for form in _written(cue)}
        self._named: dict[str, list[Row]] = defaultdict(list)
        for row in geonames.named(_PEOPLE, forms) if forms else ():
            for form in forms.intersection((row["name"], *row["alternatenames"])):
                self._named[form].append(row)
        unknown = [cue for cue in asked if not self.best(cue)]
        self._sounding = _sounding(
            {(country, _sound(cue)) for cue in unknown if _sound(cue) for country in cue.countries}
        )
        for rows in (*self._named.values(), *self._sounding.values()):
            rows.sort(key=lambda row: -row["population"])
            _ROWS.update((_key(row), row) for row in rows)

    def best(self, cue: Cue) -> str:
        """The GeoNames id of the largest town that a cue can mean; empty where there is none."""
        rows = (row for form in _written(cue) for row in self._named.get(form, ()))
        return next((_key(row) for row in rows if _is_meant(cue, row)), "")

    def by_sound(self, cue: Cue) -> str:
        """``مدينة هاتيسبرج`` in a text that names the country: the largest town of it that sounds so; empty without one."""
        rows = (row for country in sorted(cue.countries) for row in self._heard(country, cue))
        return _key(max(rows, key=lambda row: row["population"], default={"geonameid": ""}))

    def _heard(self, country: str, cue: Cue) -> Iterator[Row]:
        for row in self._sounding.get((country, _sound(cue)), ()):
            if sound.alike(fold_name(row["name"]), fold_name(cue.form)):
                yield row


def _sounding(sounds: Collection[tuple[str, str]]) -> dict[tuple[str, str], list[Row]]:
    """Country and consonants → the towns of the country whose names have them."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    countries = {country for country, _ in sounds}
    for row in geonames.cities(_PEOPLE, countries) if sounds else ():
        heard = (row["countrycode"], sound.consonants(sound.of_latin(fold_name(row["name"]))))
        if heard in sounds:
            found[heard].append(row)
    return found


def _written(cue: Cue) -> tuple[str, ...]:
    """The form of a cue, and in Chinese those with a noun, which GeoNames may have only: ``分宜`` for ``分宜县``."""
    if len(cue.form) == _PAIR and script_of(fold_name(cue.form)) == "Hans":
        return (cue.form, f"{cue.form}县", f"{cue.form}市")
    return (cue.form,)


_PAIR = 2


def _key(row: Row) -> str:
    return str(row["geonameid"])


def _is_meant(cue: Cue, row: Row) -> bool:
    if cue.countries and row["countrycode"] not in cue.countries:
        return False
    if cue.state and row["admin1code"] != cue.state:
        return False
    if cue.plain and (
        cities.is_word(fold_name(row["name"])) or (cue.form.isascii() and row["name"] != cue.form)
    ):
        return False
    return bool(cue.countries) or row["population"] >= _LARGE


def _sound(cue: Cue) -> str:
    """The consonants of an Arabic form that a noun marks; empty where they are so few that names sound alike by accident."""
    folded = fold_name(cue.form)
    if cue.plain or script_of(folded) != "Arab":
        return ""
    consonants = sound.consonants(sound.of_arabic(folded))
    return consonants if len(consonants) >= _CONSONANTS else ""


_CONSONANTS = 4


def _cues(text: Text, countries: Sequence[Country]) -> Iterator[Cue]:
    """What marks a town, where a text names countries and places in them."""
    find = {"Latn": _latin, "Arab": _arabic, "Hans": _chinese}.get(text.script)
    for cue in find(text, countries) if find else ():
        folded = fold_name(cue.form)
        long = len(cue.form) >= SHORTEST[text.script]
        if long and not text.is_taken(cue.start, cue.end) and not (cue.plain and cities.is_word(folded)):
            yield cue


@cache
def _latin_led() -> re.Pattern[str]:
    """``in Tulsa``, ``a woman, 43, of Tulsa``."""
    words = sorted(form for word in suggest_rules("en").leading for form in (word, word.capitalize()))
    return re.compile(rf"(?:\b(?:{'|'.join(words)})|\b\d\d, of) (?P<town>{NAME})")


@cache
def _latin_noun() -> re.Pattern[str]:
    """``the town of Xingtai``, ``the capital Skopje``."""
    rules = suggest_rules("en")
    nouns, plain = "|".join(sorted(rules.towns)), "|".join(sorted(rules.towns_plain))
    return re.compile(rf"\b(?:(?:{nouns}) of|(?:{plain})(?: of)?) (?P<town>{NAME})")


def country(sighting: Sighting) -> Country:
    """The country that a known place is in, or is."""
    in_city = sighting.reason == "city"
    code = town(sighting.detail).country if in_city else sighting.detail.partition("-")[0]
    return Country(sighting.start, sighting.end, code)


def _codes(named: Iterable[Country]) -> frozenset[str]:
    return frozenset(country.code for country in named)


def _latin(text: Text, named: Sequence[Country]) -> Iterator[Cue]:
    """``Biarritz, France``; ``the town of Gyeongju``; ``near Tulsa`` where the country is named and nobody is called so."""
    source, countries = text.document.text, _codes(named)
    for match in WITH_REGION.finditer(source):
        where = _region(match["region"])
        if where:
            country, state = where
            town = match["town"]
            yield Cue(
                *match.span("town"), town.title() if town.isupper() else town, frozenset([country]), state
            )
    persons = somebody(source)
    for pattern, plain in ((_latin_noun(), False), (_latin_led(), True)):
        for match in pattern.finditer(source):
            words = match["town"].split(" ")
            for count in range(len(words), 0, -1):
                form = " ".join(words[:count])
                start = match.start("town")
                if plain and (
                    not countries or form in persons or source[start + len(form) :][:2].strip().isupper()
                ):
                    continue
                yield Cue(start, start + len(form), form, countries, plain=plain)


_GIVEN = re.compile(r"(?<![.!?\n] )\b[A-Z][\w.]+ ")
_FOLLOWING = re.compile(r"\w+(?:([ -])\w+)?(?:([ -])\w+)?")


def somebody(source: str) -> set[str]:
    """Up to three words that have a word with a capital before them somewhere, as surnames have a given name."""
    found: set[str] = set()
    leading = suggest_rules("en").leading
    for match in _GIVEN.finditer(source):
        following = _FOLLOWING.match(source, match.end())
        if following and match.group().strip().lower() not in leading:
            ends = [following.start(group) for group in (1, 2) if following[group]]
            found.update(source[match.end() : end] for end in (*ends, following.end()))
    return found


def _region(words: str) -> tuple[str, str] | None:
    """The country, and the American state, that the words begin with."""
    state = suggest_rules("en").states.get(words, "")
    if state:
        return "US", state
    parts = words.rstrip(".").split(" ")
    for count in range(len(parts), 0, -1):
        name = fold_name(" ".join(parts[:count]))
        code = cities.country_of().get(name, "")
        if code:
            return code.partition("-")[0], cities.state_codes().get(name, "")
    return None


def _arabic(text: Text, named: Sequence[Country]) -> Iterator[Cue]:
    """``بلدة سنجان``; ``في تلسا``, where the country is named and no dictionary has the word."""
    words, countries = list(text.arabic_words()), _codes(named)
    for at, word in enumerate(words):
        nouns = text.around.stems(word.text)
        noun = any(stem in text.rules.towns for stem in nouns)
        if not noun and not (word.text in text.rules.place and countries):
            continue
        for count in range(3 if noun else 2, 0, -1):
            run, following = words[at + 1 : at + 1 + count], words[at + 1 + count : at + 2 + count]
            if not noun and following and following[0].joined and _is_strange(text, following):
                continue  # «في سنترال بارك»
            if len(run) == count and all(one.joined for one in run) and (noun or _is_strange(text, run)):
                start, end = text.view.source(run[0].start, run[-1].end)
                yield Cue(start, end, text.document.text[start:end], countries, plain=not noun)


def _is_strange(text: Text, run: Sequence[Word]) -> bool:
    names = text.names
    return not any(
        text.lexicon.class_of(word.text)
        or is_any(word.text, names.words, names.function_words, names.titles, names.given_names)
        for word in run
    )


_HAN_LONGEST = 6


def _chinese(text: Text, named: Sequence[Country]) -> Iterator[Cue]:
    """``法国比亚里茨``, ``位于沙姆沙伊赫``, ``科纳镇``: after its country, or before a noun of towns."""
    source, countries = text.document.text, _codes(named)
    if not countries:
        return
    starts = {country.end for country in named}
    starts |= {
        match.end()
        for match in re.finditer("|".join(sorted(text.rules.place | text.rules.localities_before)), source)
    }
    for start in sorted(starts):
        for cue in _runs(source, start, start + 2, start + _HAN_LONGEST, countries):
            # 布伦特伍德, 希尔斯伯勒县
            following = source[cue.end : cue.end + 1]
            if not following or (
                following not in text.rules.sounds and following not in text.rules.divisions_inside
            ):
                yield cue
    for match in re.finditer("|".join(sorted(text.rules.towns)), source):
        for start in range(max(0, match.start() - _HAN_LONGEST), match.start() - 1):
            yield from _runs(source, start, match.start(), match.start(), countries)


def _runs(source: str, start: int, first: int, last: int, countries: frozenset[str]) -> Iterator[Cue]:
    for end in range(last, first - 1, -1):
        form = source[start:end]
        if form.isalpha() and not form.isascii() and not is_common(fold_name(form)):
            yield Cue(start, end, form, countries)
