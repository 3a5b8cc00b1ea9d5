"""The tael, 两: a unit of silver and so of money (白银五十万两), and of the weight of gold (黄金五百两); else 两 is two."""

from __future__ import annotations

from build_tools.annotate.figures.counted.suffix_kind import Suffix
from build_tools.annotate.figures.draft import Meaning, Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_NEAR = 20
"""Characters before the number in which a word may tell of money."""
_UNIT = "tael"


def tael(view: View, number: Number, g: Grammar) -> Suffix | None:
    """五十万两白银, 军费三百万两: taels behind silver, gold or a round number; ``None`` where 两 is none."""
    flat, at = view.flat, number.end
    sign = g.data.numerals.pair_sign
    if not sign or flat[at : at + 1] != sign:
        return None
    metal = g.pattern("tael_metal").match(flat, at + 1)
    round_end = flat[at - 1] in g.data.numerals.scale_signs
    if not metal and not (round_end and g.pattern("tael_ends").match(flat, at + 1)):
        return None
    before = flat[max(0, number.start - _NEAR) : number.start]
    gold = g.pattern("tael_of_gold").search(before) or (metal and metal["gold"])
    paid = (metal and not metal["gold"]) or g.pattern("tael_paid").search(before)
    kind = Meaning("count" if gold or not paid else "money", unit=_UNIT, table="measure", row=_UNIT)
    return Suffix(kind, at + len(sign))
