"""Results of a match in words: خمسة لصفر, ثلاثة مقابل واحد, two-nil, fell 2 and 1 to him. Like 5-0 they are no figures."""

from __future__ import annotations

import re

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.view import View

_LETTERS = re.compile(r"[^\W\d_]+")
_REACH = 70
"""How far before a score, in characters, a word may stand that tells of a match."""
_SIDES = frozenset(range(201))
"""What a side of a match may have."""


def drop_worded_scores(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Without the pairs of bare numbers that are the two sides of a result."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if last and _is_side(draft) and _is_side(last) and _linked(view, last, draft, g):
            made.pop()
            continue
        made.append(draft)
    return made


def _is_side(draft: Draft) -> bool:
    return draft.naked and draft.value in _SIDES


def _linked(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    between = view.flat[a.end : b.start].strip(" ")
    holes = (
        between in g.data.ranges.pair and word_at(view.flat, b.end + 1)[0] in g.data.names.score_pair_before
    )
    if between not in g.data.names.score_links and not holes:
        return False
    words = set(_LETTERS.findall(view.flat, max(0, a.start - _REACH), a.start))
    return not words.isdisjoint(g.data.names.score_cues)
