"""Money in pounds, shillings and pence: £2 10s. 6d., 52s. 6d. (20 shillings to the pound, 12 pence to the shilling)."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_SUM = re.compile(
    r"(?:(?<=£)(?P<pounds>\d{1,3}(?:,\d{3}){1,3}|\d{1,7}),? ?(?=\d))?(?P<shillings>\d{1,4}) ?s\.?"
    r"(?:,? ?(?P<pence>\d{1,2})(?P<part>[½¼¾])? ?d(?![a-z])\.?)?(?![\w%])"
)
_CLINGS = re.compile(r"[\w.,/:-]$")
_PARTS = {None: Fraction(0), "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_SHILLINGS = 20
_PENCE = 240


def read_old_sterling(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """£2 10s. is 2.5 pounds; 10s. alone are seconds, and 52s. 6d. money by its pence."""
    flat = view.flat
    signed = flat[at - 1 : at] == "£"
    if _CLINGS.search(flat, max(0, at - 1), at):
        return None
    match = _SUM.match(flat, at)
    if match is None or signed != bool(match["pounds"]) or not (signed or match["pence"]):
        return None
    shillings, pence = int(match["shillings"]), int(match["pence"] or 0) + _PARTS[match["part"]]
    if pence >= _PENCE // _SHILLINGS or (signed and shillings >= _SHILLINGS):
        return None
    pounds = int((match["pounds"] or "0").replace(",", ""))
    value = pounds + Fraction(shillings, _SHILLINGS) + pence / _PENCE
    end = match.end() - (flat[match.end() - 1] == "." and not _goes_on(flat, match.end()))
    return Draft(
        at - signed, end, at, end, "money", "money-sum", value=value, currency="GBP", form="sum", digits=True,
        suffixed=True,
    )  # fmt: skip


def _goes_on(flat: str, end: int) -> bool:
    """Whether the point behind a d. shortens it, since no sentence ends there."""
    return bool(re.match(r" ?[a-z\d,;)]", flat[end : end + 2]))
