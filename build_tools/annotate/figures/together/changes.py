"""Numbers that take their measure from the one they change to: 由300万放宽至400万元, from 12 to 15 percent."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_CLAUSE = re.compile(r"[,，。；;!?]")
_REACH = 14
"""How far before a number, in characters, "from" may stand."""
_MEASURED = ("money", "percent", "duration", "count")
_LEAST_SCALE = 1000
_MOST_UNSCALED = 1000
"""Below it a number without scale shares that of the second: 由5增至8亿元."""
_MOST_TIMES = 100
"""No change is to a hundredth: from 900 to 1.2 million."""


def lend_measures(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A bare number after "from" is in the measure of what it changes to."""
    made: list[Draft] = []
    to = g.pattern("changes_to")
    for place, draft in enumerate(drafts):
        last = made[-1] if made else None
        if last and _bare(draft) and last.suffixed and last.kind in ("money", "percent"):
            start = draft.reach
            if _from(view, last, g) and to.fullmatch(view.flat, last.end, start):
                draft = _measured(draft, last)
        following = drafts[place + 1] if place + 1 < len(drafts) else None
        if following and _bare(draft) and following.suffixed and following.kind not in ("date", "rank"):
            start = following.reach
            if _from(view, draft, g) and to.fullmatch(view.flat, draft.end, start):
                draft = _measured(draft, following)
        made.append(draft)
    return made


def lend_to_changes(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Rose from 12 to 15 percent, fell from 5 to 3 million euros: both ends of a change are in the measure of the second."""
    made: list[Draft] = []
    for place, draft in enumerate(drafts):
        after = drafts[place + 1] if place + 1 < len(drafts) else None
        made.append(_measured(draft, after) if after and _changes_to(view, draft, after, g) else draft)
    return made


def _changes_to(view: View, draft: Draft, after: Draft, g: Grammar) -> bool:
    """Whether "from" leads to a bare number and "to" from it to a measure that is no date and no place."""
    if not _bare(draft) or not after.suffixed or after.kind not in _MEASURED:
        return False
    between = view.flat[draft.end : after.reach].strip()
    return between in g.data.ranges.to and g.from_words.before(view.flat, draft.reach - 1) is not None


def _from(view: View, draft: Draft, g: Grammar) -> bool:
    """Whether "from" stands shortly before the figure in its clause."""
    source = draft.reach
    clause = _CLAUSE.split(view.flat[max(0, source - _REACH) : source])[-1]
    return any(word in clause for word in g.data.ranges.start)


def _bare(draft: Draft) -> bool:
    return draft.kind == "count" and draft.unit is None and not draft.suffixed and draft.form == "plain"


def _measured(draft: Draft, after: Draft) -> Draft:
    value = draft.value
    if not isinstance(value, Fraction) or not isinstance(after.value, Fraction):
        return draft
    shared = after.scale >= _LEAST_SCALE > draft.scale and value < _MOST_UNSCALED
    shared = shared and value * after.scale < _MOST_TIMES * after.value
    return replace(
        draft, kind=after.kind, unit=after.unit, currency=after.currency, assumed=after.assumed,
        value=value * after.scale if shared else value, trail=f"{draft.trail}+changed",
    )  # fmt: skip
