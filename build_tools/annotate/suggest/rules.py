"""The data by which names are proposed, per language: ``languages/<tag>/suggest.yml``, checked and folded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict, field_validator

from build_tools import languages
from build_tools.annotate.names.entries import folded_words
from build_tools.folding import fold_text


class SuggestRules(BaseModel):
    """One language's ``suggest.yml``; the keys are the same in every language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: Mapping[str, frozenset[str]]
    """Entity type → words directly before its names."""
    after: Mapping[str, frozenset[str]]
    """Entity type → words directly after its names."""
    endings: Mapping[str, frozenset[str]]
    """Entity type → last words (Chinese: characters) of its names."""
    speech: frozenset[str]
    """Verbs beside which a speaker is named."""
    place: frozenset[str]
    """Words after which a place is named."""
    attributes: frozenset[str]
    """What belongs to a city, directly after its name: ``Tulsa police``, ``塔尔萨警方``; in Arabic it is among ``place``."""
    localities: frozenset[str]
    """Nouns of places of every size that stand beside their names: what a text calls so is a place that no table need have."""
    localities_plural: frozenset[str]
    """Their plurals, in English behind a list of names, in Arabic before it, with duals."""
    localities_sure: frozenset[str]
    """Arabic: those of the nouns after which a word of the language is a name, too."""
    landmarks: frozenset[str]
    """Nouns of waters, heights and islands, which are parts of their names."""
    localities_before: frozenset[str]
    """Chinese: nouns of towns before foreign names: ``港口城市加来``."""
    localities_inside: str
    """Chinese: characters before which the noun is a part of a word or of what is called after the place, ``市区``."""
    no_localities: frozenset[str]
    """Words beside those nouns that are no names of places: ``贫困县``, *school district*."""
    name_heads: frozenset[str]
    """Arabic: first words of names of two, ``دير الزور``."""
    towns: frozenset[str]
    """Nouns of towns: before their names, in Chinese after them."""
    towns_plain: frozenset[str]
    """Those of the nouns that stand before the name without *of* as well: ``the capital Skopje``."""
    leading: frozenset[str]
    """Prepositions that lead to towns that few people know; in Arabic and Chinese those of ``place``."""
    joining: tuple[str, ...]
    """What stands between two names of a list, as written."""
    common: frozenset[str]
    """What looks like a name and is none: general abbreviations, months, words with capitals."""
    foreign: tuple[str, ...]
    """Patterns of folded words that are foreign to the language."""
    native: frozenset[str]
    """Words that those patterns fit by accident."""

    sounds: str
    """Chinese characters that write the sounds of foreign names, or none."""
    institutions: frozenset[str]
    """Nouns that, with a definite word after them, name an institution, a contest or a war."""

    territories: Mapping[str, tuple[str, ...]]
    """ISO 3166 code → short names beside that of the CLDR, as written."""
    states: Mapping[str, str]
    """How newspapers shorten a state of the United States → its code: in English after the name of a town, in Chinese
    in a text that names the country."""
    sides: frozenset[str]
    """Chinese: what a side of a place begins with, ``乌克兰东部``."""
    counties: frozenset[str]
    """Nouns of its counties."""
    city: str
    """Description of a city; ``{country}`` stands for its country."""
    state: str
    """Description of a state of a country."""
    subdivision: str
    """Description of a part of a country."""
    somewhere: str
    """Description of a place of which a text tells only in what country it lies."""
    divisions_before: tuple[str, ...]
    """Nouns for parts of countries at the head of their names, the longest first."""
    divisions_after: tuple[str, ...]
    """The same at their end."""
    divisions_between: frozenset[str]
    """Chinese: what can stand between the name of a country or of its part and a place in it, ``德克萨斯州奥斯汀``."""
    divisions_inside: frozenset[str]
    """Chinese: nouns of parts of countries that are smaller than a town's country and larger than a town: ``希尔斯伯勒县``."""
    regions: Mapping[str, tuple[str, ...]]
    """ISO 3166-2 code of a country of the United Kingdom, or a word for a sea, a river or a region → name, other names."""
    territory: str
    """Description of a country or territory."""
    region: str
    """Description of a sea, a river or a region."""
    capital: str
    """Description of a capital."""
    tongue: str
    """Description of a language."""
    currency: str
    """Description of a currency."""

    @field_validator("before", "after", "endings", mode="before")
    @classmethod
    def _fold_groups(cls, groups: Mapping[str, object]) -> dict[str, object]:
        return {kind: folded_words(words) for kind, words in groups.items()}

    _fold = field_validator(
        "speech",
        "place",
        "attributes",
        "localities",
        "localities_plural",
        "localities_sure",
        "landmarks",
        "localities_before",
        "no_localities",
        "name_heads",
        "towns",
        "towns_plain",
        "leading",
        "counties",
        "common",
        "native",
        "institutions",
        mode="before",
    )(folded_words)

    @field_validator("divisions_before", "divisions_after", mode="before")
    @classmethod
    def _fold_divisions(cls, nouns: list[str]) -> tuple[str, ...]:
        return tuple(sorted(map(fold_text, nouns), key=len, reverse=True))

    def type_of(self, groups: Mapping[str, frozenset[str]], word: str) -> str:
        """The entity type that a folded word stands for in one of the groups; empty when in none."""
        return next((kind for kind, words in groups.items() if word in words), "")


@cache
def suggest_rules(tag: str) -> SuggestRules:
    """The rules of one language that has data."""
    return SuggestRules.model_validate(dict(languages.section(tag, "suggest")))


@cache
def foreign_pattern(tag: str) -> re.Pattern[str] | None:
    """One pattern for all ``foreign`` ones; ``None`` where the language has none."""
    patterns = suggest_rules(tag).foreign
    return re.compile("|".join(f"(?:{fold_text(pattern)})" for pattern in patterns)) if patterns else None
