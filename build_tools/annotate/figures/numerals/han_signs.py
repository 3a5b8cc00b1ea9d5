"""The characters of Chinese numerals, from the data of the language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from build_tools import languages
from build_tools.annotate.figures.view import spelling


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters of Chinese numerals."""

    digit: dict[str, int]
    tens: dict[str, int]
    scale: dict[str, int]
    point: str
    twenties: dict[str, int]
    """廿 and 卅."""
    few: frozenset[str]
    more: frozenset[str]
    about: frozenset[str]
    leads_on: frozenset[str]
    """What may follow digits as a part of the same numeral."""


@cache
def signs(tag: str) -> Signs:
    numerals = languages.section(tag, "figures")["numerals"]
    digit = {
        spelling(form): int(value)
        for value, forms in numerals["cardinals"].items()
        if int(value) < 10
        for form in forms
    }
    tens = {spelling(form): int(value) for value, forms in numerals["tens"].items() for form in forms}
    scale = {
        spelling(form): 10 ** int(row["power"])
        for row in numerals["scales"]
        for form in row["one"]
        if len(form) == 1
    }
    twenties = {
        spelling(form): int(value)
        for value, forms in numerals["cardinals"].items()
        if int(value) > 10
        for form in forms
    }
    few = frozenset(form for form in numerals["vague_few"] if len(form) == 1)
    more, about = frozenset(numerals["infix_more"]), frozenset(numerals["infix_about"])
    return Signs(
        digit=digit,
        tens=tens,
        scale=scale,
        point=numerals["point"],
        twenties=twenties,
        few=few,
        more=more,
        about=about,
        leads_on=frozenset({*digit, *tens, *scale, *few, *more, *about, numerals["point"], *" .,٬'،，٫"}),
    )
