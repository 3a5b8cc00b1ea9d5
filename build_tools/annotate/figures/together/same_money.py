"""In a sentence of money a great bare number is money again: 27 مليار دولار، منها 10 مليارات; £5m, up from 4m."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.view import View, word_before


def same_money(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """27 مليار دولار، منها 10 مليارات; £5m, up from 4m: in a sentence of money a great bare number is money again."""
    made: list[Draft] = []
    for draft in drafts:
        sums = (one for one in reversed(made[-3:]) if one.kind in ("money", "count", "model-size"))
        last = next(sums, None) if draft.naked else None
        if last and last.kind == "money" and _goes_on(view, last, draft, g):
            trail = f"{draft.trail}+same-money"
            draft = replace(
                draft, kind="money", currency=last.currency, unit=last.unit, assumed="currency", trail=trail
            )
        made.append(draft)
    return made


def _goes_on(view: View, last: Draft, draft: Draft, g: Grammar) -> bool:
    """Whether a bare number goes on from a great sum near before it in the sentence, and counts nothing."""
    if last.scale < _LEAST_SCALE or draft.start - last.end > _SAME_REACH:
        return False
    great = draft.scale >= _GREAT
    if not great and not (draft.scale >= _LEAST_SCALE and _leads_to_sum(view.flat, draft, g)):
        return False
    if _STOP.search(view.flat, last.end, draft.start):
        return False
    return _ends_clause(view.flat, max(draft.end, draft.bound_end), g)


_GREAT = 1_000_000
_LEAST_SCALE = 1000
_SAME_REACH = 60
"""How far after a sum of money, in characters, another may leave out its currency."""
_STOP = re.compile(r"[.!?؟;؛](?= |$)")


def _leads_to_sum(flat: str, draft: Draft, g: Grammar) -> bool:
    """Whether a number in thousands goes on from the sum before it: "20 ألف ريال، وتصل إلى 100 ألف", "... و25 ألفا"."""
    before = word_before(flat, draft.start)
    glued = draft.start > 0 and flat[draft.start - 1] in g.data.numerals.joiners
    return glued or before in (*g.data.ranges.to, *g.data.money.sum_leads)


def _ends_clause(flat: str, end: int, g: Grammar) -> bool:
    """Whether no noun follows that the number may count: the clause ends, or goes on with a word that leads on."""
    word, _ = word_at(flat, end + 1)
    plain = word[1:] if word[:1] in g.proclitics else word
    if word.startswith(g.data.money.beneficiary):
        # "25 ألفا للمصاب"
        return True
    return not word or word in g.data.money.same_before or plain in g.data.money.same_before
