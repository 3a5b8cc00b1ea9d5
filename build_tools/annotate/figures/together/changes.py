"""Numbers that take their measure from the one they change to: 由300万放宽至400万元, from 12 to 15 percent."""

from __future__ import annotations

import re
from itertools import zip_longest

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.together.lent import in_measure_of
from build_tools.annotate.figures.view import View

_CLAUSE = re.compile(r"[,，。；;!?]")
_REACH = 14
"""How far before a number, in characters, "from" may stand."""
_MEASURED = ("money", "percent", "duration", "count")


def lend_measures(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A bare number after "from" is in the measure of what it changes to, and what it changes to in that."""
    made: list[Draft] = []
    for draft, after in zip_longest(drafts, drafts[1:]):
        last = made[-1] if made else None
        if last and draft.naked and _lends(last) and _moves(view, last, draft, g):
            draft = in_measure_of(draft, last, "changed")
        elif after and draft.naked and _lends(after) and _moves(view, draft, after, g):
            draft = in_measure_of(draft, after, "changed")
        made.append(draft)
    return made


def lend_to_changes(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Rose from 12 to 15 percent, fell from 5 to 3 million euros: both ends of a change are in the measure of the second."""
    return [
        in_measure_of(draft, after, "changed")
        if after and draft.naked and _lends(after) and _changes_to(view, draft, after, g)
        else draft
        for draft, after in zip_longest(drafts, drafts[1:])
    ]


def _lends(after: Draft) -> bool:
    """Whether a figure has a measure, and is no date and no place."""
    return after.kind in _MEASURED and not after.naked


def _changes_to(view: View, draft: Draft, after: Draft, g: Grammar) -> bool:
    """Whether "from" leads to the first number and "to" from it to the second."""
    between = view.flat[draft.end : after.reach].strip()
    return between in g.data.ranges.to and g.from_words.before(view.flat, draft.reach - 1) is not None


def _moves(view: View, draft: Draft, after: Draft, g: Grammar) -> bool:
    """Whether "from" stands shortly before the first number in its clause, and between the two what it changes to."""
    clause = _CLAUSE.split(view.flat[max(0, draft.reach - _REACH) : draft.reach])[-1]
    led = any(word in clause for word in g.data.ranges.start)
    return led and g.pattern("changes_to").fullmatch(view.flat, draft.end, after.reach) is not None
