"""The names in a byline, where it is plainly a list of names.

A byline is free text: "By Jane Roe and John Doe in Beijing" names two authors, "Additional reporting by Jane Roe"
names none. What is not plainly names is left whole: a citation without an author is better than one with a wrong one.
Which words open a byline, join its names and begin a place is data: ``languages/<tag>/citing.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from build_tools import languages

_SEPARATORS = re.compile(r"\s*[;；؛、،,，|·]\s*")
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]+)?")
_PARTICLES = frozenset(
    ["al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "du", "el", "ibn", "la", "le", "ten", "van", "von"]
)  # fmt: skip
"""Words in names of Latin script that begin with a small letter."""


def authors(byline: str | None, language: str) -> tuple[str, ...]:
    """The names of a byline in its order; empty when any part of it may be something else than a name."""
    if not byline:
        return ()
    words = languages.section(language.partition("-")[0], "citing")
    names: list[str] = []
    for piece in _pieces(" ".join(byline.split()), words):
        name = _without_place(piece, words.get("places", ()))
        if not _is_name(name):
            return ()
        names.append(name)
    return tuple(dict.fromkeys(names))


def _pieces(byline: str, words: Mapping[str, Any]) -> list[str]:
    byline = byline.strip(" .。")
    for opener in sorted(words.get("openers", ()), key=len, reverse=True):
        boundary = r"\s+" if opener[-1].isalpha() and opener.isascii() else r"\s*"
        found = re.match(re.escape(opener) + boundary, byline, re.IGNORECASE)
        if found and found.end() < len(byline):
            byline = byline[found.end() :]
            break
    for conjunction in words.get("conjunctions", ()):
        byline = re.sub(rf"\s+{re.escape(conjunction)}\s+", ";", byline)
    return [piece for piece in _SEPARATORS.split(byline) if piece]


def _without_place(piece: str, places: Sequence[str]) -> str:
    for place in places:
        piece = re.split(rf"\s+{re.escape(place)}\s+", piece)[0]
    return piece


def _is_name(text: str) -> bool:
    if _HAN.fullmatch(text):
        return True
    parts = text.split()
    if not 2 <= len(parts) <= 4 or any(char.isdigit() or char in ":：/()@" for char in text):
        return False
    return all(_is_part(part) for part in parts) and parts[-1].lower() not in _PARTICLES


def _is_part(part: str) -> bool:
    if not part[0].isalpha():
        return False
    return part[0] != part[0].lower() or part.upper() == part.lower() or part in _PARTICLES
