"""The characters of Chinese numerals, from the data of the language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from build_tools.annotate.figures.grammar.schema import tables


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
    """The signs of a language whose numerals go by places."""
    numerals = tables(tag).numerals
    digits = {form: value for value, forms in numerals.cardinals.items() for form in forms}
    digit = {form: value for form, value in digits.items() if value < 10}
    tens = {form: value for value, forms in numerals.tens.items() for form in forms}
    scale = {form: 10**row.power for row in numerals.scales for form in row.one if len(form) == 1}
    few = frozenset(form for form in numerals.vague_few if len(form) == 1)
    more, about = frozenset(numerals.infix_more), frozenset(numerals.infix_about)
    return Signs(
        digit=digit,
        tens=tens,
        scale=scale,
        point=numerals.point,
        twenties={form: value for form, value in digits.items() if value > 10},
        few=few,
        more=more,
        about=about,
        leads_on=frozenset({*digit, *tens, *scale, *few, *more, *about, numerals.point, *" .,٬'،，٫"}),
    )
