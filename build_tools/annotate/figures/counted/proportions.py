"""Two numbers with a colon where a proportion is told: a ratio of 3:2, 比例为4:1, بنسبة 2:1, on a scale of 1:50,000, a 2:1 ratio, 2:1的比例."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_SIDES = re.compile(
    r"(\d{1,6}(?:\.\d{1,4})?) ?: ?((?:\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?:\.\d{1,4})?)(?![\d:%]|[.,]\d| ?[ap]\.?m)"
)
_REACH = 24
"""How far before it, in characters, a word may stand that tells of a proportion."""


def read_proportion(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """A ratio of 3:2 is 1.5; the same signs tell a result or a time of day elsewhere."""
    flat = view.flat
    if flat[at - 1 : at] == ":":
        return None
    match = _SIDES.match(flat, at)
    if match is None:
        return None
    after = g.pattern("proportion_after").match(flat, match.end())
    if not after and not g.pattern("proportion").search(flat, max(0, at - _REACH), at):
        return None
    below = Fraction(match[2].replace(",", ""))
    if below == 0:
        return None
    return Draft(
        at, match.end(), at, match.end(), "ratio", "proportion", value=Fraction(match[1]) / below, form="ratio",
        digits=True, suffixed=True,
    )  # fmt: skip
