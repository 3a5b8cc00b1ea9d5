"""Parts of countries, their provinces, states and counties, as the CLDR names them (``languages/subdivisions.tsv``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from build_tools import languages
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.rules import writing_of
from build_tools.annotate.suggest.rules import suggest_rules

SOURCE = "CLDR 48, iso-codes (pycountry 26.2.16, LGPL 2.1)"
"""Where the names of the table are from."""


@dataclass(frozen=True, slots=True)
class Subdivision:
    """``country`` is an ISO 3166 code; ``names`` are the CLDR's; ``forms`` have the name without its noun, too."""

    country: str
    names: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]


@cache
def subdivisions() -> dict[str, Subdivision]:
    """ISO 3166-2 code → part of a country."""
    tags = languages.tags()
    found = {}
    for code, *listed, kind in languages.columns("subdivisions"):
        told = {tag: names.split("|") for tag, names in zip(tags, listed, strict=True) if names}
        forms = {
            tag: tuple(dict.fromkeys(form for name in names for form in (name, _bare(name, tag))))
            for tag, names in told.items()
        }
        names = {tag: named[0] for tag, named in told.items()}
        if kind and "en" in names:
            # The English names lack their noun.
            forms["en"] = tuple(dict.fromkeys((*forms["en"], f"{names['en']} {kind.title()}")))
        found[code] = Subdivision(code.partition("-")[0], names, forms)
    return found


def is_whole(code: str, surface: str) -> bool:
    """Whether a mention has the noun that its short form lacks: ``湖北省``, ``محافظة القليوبية``."""
    folded = fold_name(surface)
    return any(fold_name(_bare(surface, tag)) != folded for tag in subdivisions()[code].forms)


def _bare(name: str, tag: str) -> str:
    """``湖北省`` → ``湖北``; ``محافظة القليوبية`` → ``القليوبية``; the name itself where nothing would be left of it."""
    rules, apart = suggest_rules(tag), "" if writing_of(tag) == "Hans" else " "
    folded = fold_name(name)
    if len(folded) != len(name):
        return name
    for noun in rules.divisions_before:
        if folded.startswith(noun + apart):
            return name[len(noun + apart) :]
    for noun in rules.divisions_after:
        if folded.endswith(apart + noun) and len(name) > len(noun) + 1:
            return name[: -len(apart + noun)]
    return name
