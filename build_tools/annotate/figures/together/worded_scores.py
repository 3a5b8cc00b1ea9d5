"""Results of a match in words: خمسة لصفر, ثلاثة مقابل واحد, two-nil, fell 2 and 1 to him. Like 5-0 they are no figures."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_after, word_at
from build_tools.annotate.figures.view import View

_LETTERS = re.compile(r"[^\W\d_]+")
_REACH = 70
"""How far before a score, in characters, a word may stand that tells of a match."""
_MOST = 200
"""What a side of a match may have, in whole points or, where a drawn game shares one, in halves."""


def drop_worded_scores(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Without the pairs of bare numbers that are the two sides of a result."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if last and _is_side(draft) and _is_side(last) and _linked(view, last, draft, g):
            made.pop()
        elif not (_is_side(draft) and _against_one(view, draft, g)):
            made.append(draft)
    return made


def _is_side(draft: Draft) -> bool:
    value = draft.value
    if not draft.naked or not isinstance(value, Fraction):
        return False
    return 0 <= value <= _MOST and (2 * value).denominator == 1


def _linked(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    between = view.flat[a.end : b.start].strip(" ")
    holes = (
        between in g.data.ranges.pair and word_at(view.flat, b.end + 1)[0] in g.data.names.score_pair_before
    )
    if between not in g.data.names.score_links and not holes:
        return False
    return _of_a_match(view, a, g)


def _against_one(view: View, draft: Draft, g: Grammar) -> bool:
    """ثلاثة مقابل واحد: the other side is a bare one, which alone would be no figure."""
    link, end = word_after(view.flat, draft.end)
    if len(link) < 2 or link not in g.data.names.score_links:
        return False
    word, stop = word_after(view.flat, end)
    atom = g.atoms.get(word)
    one = atom is not None and atom.kind == "unit" and atom.value == 1
    return one and g.suffixes.at(view.flat, stop + 1) is None and _of_a_match(view, draft, g)


def _of_a_match(view: View, first: Draft, g: Grammar) -> bool:
    words = set(_LETTERS.findall(view.flat, max(0, first.start - _REACH), first.start))
    return not words.isdisjoint(g.data.names.score_cues)
