"""What the readers of all scripts have in common: the places that are known in a text, and one that it names beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.towns import country
from build_tools.model import Mention


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a text says is one: offsets into the source, and the ISO 3166 code of its country, if it is told."""

    start: int
    end: int
    country: str = ""
    longer: bool = False
    """Whether it is the whole name where a table knows a part of it as another: ``أبو صيدا``."""
    name: str = ""
    """The folded name without its noun, where that is a part of the range."""


@dataclass(frozen=True, slots=True)
class Known:
    """The known places of a text: by offset into the source the country of what begins, and of what ends there."""

    starts: Mapping[int, str]
    ends: Mapping[int, str]
    places: Mapping[int, int]
    """Where the name of a place begins → where it ends."""
    towns: Mapping[int, int]
    """Where the name of a town or a part of a country ends → where it begins."""
    only: str
    """The code of the one country that the text names; empty where it names several."""
    adjectives: tuple[tuple[int, int], ...]
    """Where adjectives of countries stand: none of them is the name of a place."""

    @classmethod
    def of(cls, sightings: Sequence[Sighting], adjectives: Sequence[Mention]) -> Known:
        found = [country(sighting) for sighting in sightings]
        codes = {one.code for one in found} | {one.entity.partition("-")[0] for one in adjectives}
        countries = {code for code in codes if len(code) == _CODE and code.isupper()}
        return cls(
            {one.start: one.code for one in found},
            {one.end: one.code for one in found},
            {one.start: one.end for one in sightings},
            {one.end: one.start for one in sightings if one.reason != "territory"},
            next(iter(countries)) if len(countries) == 1 else "",
            tuple((one.start, one.end) for one in adjectives),
        )


_CODE = 2
"""Letters of the code of a country; those of continents are numbers, those of seas are words."""
