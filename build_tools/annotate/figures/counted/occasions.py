"""Whether "three times", ثلاث مرات, tell how often or how many times as much."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.counting_tables import Times
from build_tools.annotate.figures.numerals.additive import word_after
from build_tools.annotate.figures.view import View, word_before

_SENTENCE_END = re.compile(r"[.؛!؟?](?= |$)")
_LAST_WORD = re.compile(r"[ -]")
_REACH = 48
"""How far back, in characters, a word may stand that tells of growth or compares."""
_DOUBLED = 40
"""How far back a verb may stand that says "doubled" of the same change: تضاعف العدد ثلاث مرات."""


def tell_times(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ "scored 44 times" counts occasions; "44 times higher", زاد ثلاث مرات, "2.5 times the old figure" multiply."""
    table = g.data.multiples.times
    made: list[Draft] = []
    for draft in drafts:
        if draft.kind == "multiple" and not _multiplies(view.flat, draft, table, g):
            draft = replace(draft, kind="count", unit="time", noun=True, trail=f"{draft.trail}+occasion")
        if draft.kind == "multiple" and g.article and made and made[-1].form == "fixed":
            between = view.flat[made[-1].end : draft.start]
            if len(between) <= _DOUBLED and not _SENTENCE_END.search(between) and made[-1].value == 2:
                made.pop()
        made.append(draft)
    return made


def _multiplies(flat: str, draft: Draft, table: Times, g: Grammar) -> bool:
    if _LAST_WORD.split(flat[draft.number_start : draft.end])[-1] not in table.words:
        return True
    if "-" in flat[draft.number_start : draft.end]:
        # "a three-times winner"
        return False
    values = (draft.value, draft.low, draft.high)
    if any(isinstance(value, Fraction) and value.denominator != 1 for value in values):
        return True
    after, _ = word_after(flat, draft.end)
    if after and (after in table.before or after.endswith(tuple(table.comparative))):
        return True
    if g.pattern("possessor_after").match(flat, draft.end):
        # thirty times Earth's diameter
        return True
    start = draft.reach
    if table.near:
        near = set(_SENTENCE_END.split(flat[max(0, draft.start - _REACH) : draft.start])[-1].split())
        bare = {word.lstrip(g.proclitics) for word in near}
        return not (near | bare).isdisjoint(table.near)
    left = start - 1 if flat[start - 1 : start] == " " else start
    return word_before(flat, start) in table.after or g.change.before(flat, left) is not None
