"""What may lengthen a numeral: decimals that are spoken (two point five), a fraction in digits (12 1/2), powers of ten."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import first_step, steps, word_at
from build_tools.annotate.figures.numerals.sums import empty_sum
from build_tools.annotate.figures.view import View

_POWER = re.compile(r" ?[x×*·] ?10(?:\^([-+]?\d{1,2})|(-\d{1,2}))(?!\d|[.,]\d)|e([-+]?\d{1,2})(?![\w.])")
_RAISED = re.compile(r"\^(\d{1,2})(?![\w.])")
_PART = re.compile(r" (?:and )?(\d{1,2})/(\d{1,2})(?![\d/]|[.,]\d)")
_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})
"""Denominators that measures and prices are written with."""
_MOST = 18


def lengthened(view: View, number: Number, g: Grammar) -> Number:
    """The number with the decimals, fraction or power that follows it; the number itself where none does."""
    if number.value is None or number.form != "plain":
        return number
    if not number.digits:
        return _spoken(view, number, g)
    if not number.bare:
        return number
    return _power(view, number) or _mixed(view, number) or number


def _spoken(view: View, number: Number, g: Grammar) -> Number:
    flat = view.flat
    if flat[number.end : number.end + 1] != " ":
        return number
    point, end = word_at(flat, number.end + 1)
    if point not in g.data.numerals.point_words:
        return number
    digits, stop = _digits(view, end + 1, g)
    if not digits:
        return number
    places = Fraction(int(digits), 10 ** len(digits))
    assert number.value is not None
    made = replace(number, value=number.value + places, end=stop, trail="number-spoken", splits=())
    word, after = word_at(flat, stop + 1)
    atom = g.atoms.get(word)
    if atom and atom.kind in ("scale", "many", "times100"):
        return replace(made, value=(number.value + places) * atom.value, end=after, scale=atom.value)
    return made


def _digits(view: View, at: int, g: Grammar) -> tuple[str, int]:
    """The digits that words name one by one, or by a number below a hundred; and where they end."""
    flat, begin = view.flat, at
    digits, end = "", at
    while len(digits) < _MOST:
        word, stop = word_at(flat, at)
        atom = g.atoms.get(word)
        if atom is None or atom.kind not in ("zero", "unit"):
            break
        digits, end = digits + str(atom.value), stop
        at = stop + 1
    if len(digits) > 1:
        return digits, end
    total = empty_sum(units_first=g.units_first)
    for step in steps(view, first_step(view, begin, g), g):
        if step.digits or step.atom.kind not in ("unit", "teen", "ten", "tail") or not total.take(step):
            break
        digits, end = str(total.value), step.end
    return digits, end


def _power(view: View, number: Number) -> Number | None:
    """1.5x10^3, 2e9, 1.1^23."""
    match = _POWER.match(view.flat, number.end)
    assert number.value is not None
    if match:
        exponent = int(match[1] or match[2] or match[3])
        value = number.value * Fraction(10) ** exponent
        return replace(number, value=value, end=match.end(), trail="digits-power")
    match = _RAISED.match(view.flat, number.end)
    if match and number.value < 1000:
        value = number.value ** int(match[1])
        return replace(number, value=value, end=match.end(), trail="digits-power")
    return None


def _mixed(view: View, number: Number) -> Number | None:
    match = _PART.match(view.flat, number.end)
    assert number.value is not None
    if match is None or number.value.denominator != 1 or number.grouped:
        return None
    top, below = int(match[1]), int(match[2])
    if below not in _PARTS or not 0 < top < below:
        return None
    return replace(
        number, value=number.value + Fraction(top, below), end=match.end(), trail="mixed-number", form="mixed"
    )
