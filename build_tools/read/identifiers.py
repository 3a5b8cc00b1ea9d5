"""Identifiers of entities in other registers: their form, their check digits, and the address they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """One register: ``form`` is what an identifier looks like, ``url`` its page with ``{}`` for the identifier."""

    name: str
    form: str
    example: str
    url: str
    check: Callable[[str], bool] | None = None


def _mod_11_2(identifier: str) -> bool:
    """ISO 7064 mod 11-2, over digits and a last ``X`` for ten."""
    total = 0
    for char in identifier[:-1]:
        total = (total + int(char)) * 2
    check = (12 - total % 11) % 11
    return identifier[-1] == ("X" if check == 10 else str(check))


def _mod_97_10(identifier: str) -> bool:
    """ISO 7064 mod 97-10, letters standing for 10 to 35."""
    return int("".join(str(int(char, 36)) for char in identifier)) % 97 == 1


def _isin(identifier: str) -> bool:
    """ISO 6166: Luhn over the digits, letters standing for 10 to 35."""
    digits = "".join(str(int(char, 36)) for char in identifier)
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _issn(identifier: str) -> bool:
    """ISO 3297: weighted mod 11."""
    digits = identifier.replace("-", "")
    total = sum(int(char) * weight for char, weight in zip(digits[:7], range(8, 1, -1), strict=True))
    check = (11 - total % 11) % 11
    return digits[7] == ("X" if check == 10 else str(check))


SCHEMES: Mapping[str, Scheme] = {
    "wikidata": Scheme("Wikidata", r"Q[1-9]\d*", "Q42", "https://www.wikidata.org/wiki/{}"),
    "viaf": Scheme("VIAF", r"[1-9]\d{1,21}", "113230702", "https://viaf.org/viaf/{}"),
    "isni": Scheme("ISNI", r"\d{15}[\dX]", "0000000121032683", "https://isni.org/isni/{}", _mod_11_2),
    "orcid": Scheme("ORCID", r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", "0000-0002-1825-0097", "https://orcid.org/{}", lambda value: _mod_11_2(value.replace("-", ""))),
    "lei": Scheme("LEI", r"[A-Z0-9]{18}\d\d", "5493001KJTIIGC8Y1R12", "https://search.gleif.org/#/record/{}", _mod_97_10),
    "ror": Scheme("ROR", r"0[a-hj-km-np-tv-z0-9]{6}\d\d", "05dxps055", "https://ror.org/{}"),
    "gnd": Scheme("GND", r"1[0123]?\d{7}[\dX]|[47]\d{6}-\d|[1-9]\d{0,7}-[\dX]|3\d{7}[\dX]", "118540238", "https://d-nb.info/gnd/{}"),
    "lccn": Scheme("Library of Congress", r"(?:n|nb|nr|no|ns|sh|sj)(?:[4-9]\d|00|20[0-3]\d)\d{6}", "n79021164", "https://id.loc.gov/authorities/{}"),
    "imdb": Scheme("IMDb", r"(?:nm|tt|co|ev)\d{7,9}", "nm0000001", "https://www.imdb.com/name/{}/"),
    "isin": Scheme("ISIN", r"[A-Z]{2}[A-Z0-9]{9}\d", "US0378331005", "https://www.isin.org/isin/{}", _isin),
    "issn": Scheme("ISSN", r"\d{4}-\d{3}[\dX]", "0307-1766", "https://portal.issn.org/resource/ISSN/{}", _issn),
    "geonames": Scheme("GeoNames", r"[1-9]\d*", "1816670", "https://www.geonames.org/{}"),
    "grid": Scheme("GRID", r"grid\.\d+\.[0-9a-f]+", "grid.5335.0", "https://www.grid.ac/institutes/{}"),
    "openalex": Scheme("OpenAlex", r"[AIWSCPF]\d+", "I4210131551", "https://openalex.org/{}"),
    "opencorporates": Scheme("OpenCorporates", r"[a-z]{2}(?:_[a-z]{2})?/[A-Za-z0-9-]+", "gb/00102498", "https://opencorporates.com/companies/{}"),
    "github": Scheme("GitHub", r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})", "bytecodealliance", "https://github.com/{}"),
    "website": Scheme("website", r"https?://[^\s<>\"]+", "https://example.org/", "{}"),
}  # fmt: skip
"""In the order in which pages show them."""

_IMDB_PLACES = {"nm": "name", "tt": "title", "co": "company", "ev": "event"}


def fault(scheme: str, identifier: str) -> str | None:
    """What is wrong with an identifier, as half a sentence; ``None`` when its form and check digits are right."""
    known = SCHEMES.get(scheme)
    if known is None:
        return f"no register is called {scheme!r}; known are {', '.join(SCHEMES)}"
    if not re.fullmatch(known.form, identifier, re.ASCII):
        return f"{identifier!r} has not the form of an identifier of {known.name}, like {known.example}"
    if known.check is not None and not known.check(identifier):
        return f"{identifier!r} is no identifier of {known.name}: its check digits do not agree"
    return None


def address(scheme: str, identifier: str) -> str:
    """The page of the register about the entity: an absolute URL."""
    if scheme == "imdb":
        return f"https://www.imdb.com/{_IMDB_PLACES[identifier[:2]]}/{identifier}/"
    if scheme == "lccn":
        return f"https://id.loc.gov/authorities/{'subjects' if identifier.startswith('s') else 'names'}/{identifier}"
    return SCHEMES[scheme].url.format(identifier)
