"""Results of a match in words: خمسة لصفر, ثلاثة مقابل واحد, two-nil, fell 2 and 1 to him. Like 5-0 they are no figures."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.view import View

_LETTERS = re.compile(r"[^\W\d_]+")
_REACH = 70
"""How far before a score, in characters, a word may stand that tells of a match."""
_GAP = 8
_MOST = 200


def drop_worded_scores(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Without the pairs of bare numbers that are the two sides of a result."""
    links = g.data.names.score_links
    if not links:
        return drafts
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if (
            last
            and draft.start - last.end <= _GAP
            and _bare(draft)
            and _bare(last)
            and _linked(view, last, draft, links, g)
        ):
            made.pop()
            continue
        made.append(draft)
    return made


def _bare(draft: Draft) -> bool:
    return (
        draft.kind == "count"
        and not draft.suffixed
        and isinstance(draft.value, Fraction)
        and draft.value.denominator == 1
        and 0 <= draft.value <= _MOST
    )


def _linked(view: View, a: Draft, b: Draft, links: Forms, g: Grammar) -> bool:
    between = view.flat[a.end : b.start].strip(" ")
    holes = (
        between in g.data.ranges.pair and word_at(view.flat, b.end + 1)[0] in g.data.names.score_pair_before
    )
    if between not in links and not holes:
        return False
    words = set(_LETTERS.findall(view.flat, max(0, a.start - _REACH), a.start))
    return not words.isdisjoint(g.data.names.score_cues)
