"""Numerals with the unit before the ten, as English once told them: three-and-twenty, six-and-thirty."""

from __future__ import annotations

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_after, word_at
from build_tools.annotate.figures.view import View


def inverted(view: View, at: int, g: Grammar) -> Number | None:
    """Three-and-twenty; between blanks, as in "between four and twenty", there are two numbers."""
    flat = view.flat
    word, end = word_at(flat, at)
    unit = g.atoms.get(word)
    joiner, joined = word_after(flat, end, "-")
    tens, stop = word_after(flat, joined, "-")
    ten = g.atoms.get(tens)
    if unit is None or ten is None or joiner not in g.data.numerals.joiners:
        return None
    if unit.kind != "unit" or ten.kind != "ten" or flat[stop : stop + 1] == "-":
        return None
    return Number(at, stop, unit.value + ten.value, "number-words")
