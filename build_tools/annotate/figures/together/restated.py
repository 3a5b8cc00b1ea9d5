"""A figure that says again what the one before it says: €40 million ($43 million)."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View


def link_equivalents(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A figure in brackets, or after "equivalent to", restates the one before it in another currency or unit."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if (
            last
            and last.kind == draft.kind
            and draft.kind in ("money", "count")
            and _restates(view, last, draft, g)
        ):
            draft = replace(draft, equivalent_of=last.start)
        made.append(draft)
    return made


_FEW = 4
"""Characters that may stand in the bracket before the figure: a sign, "or"."""
_BRACKET = re.compile(r"^ ?[(\[（] ?")


def _restates(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    if (a.currency, a.unit) == (b.currency, b.unit):
        return False
    gap = view.flat[max(a.end, a.bound_end) : b.reach]
    bracket = _BRACKET.match(gap)
    if bracket:
        rest = gap[bracket.end() :].strip(" ,،，")
        return len(rest) <= _FEW or g.equivalent.at(rest, 0) == (True, len(rest))
    full = view.flat[max(a.end, a.bound_end) : b.start].strip(" ,،，")
    return b.kind == "money" and g.equivalent.at(full, 0) == (True, len(full))
