"""Ordinals: a place in an order (ثاني أكبر, second-largest, the 3rd biggest), or so many years (50th anniversary).

Any other ordinal only tells one thing from the next of its kind, in every language: the 36th meeting, المرة الثالثة, 第36次.
"""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_after, word_at
from build_tools.annotate.figures.numerals.ordinals import Ordinal, written_ordinal
from build_tools.annotate.figures.numerals.partitive import ordinal_at
from build_tools.annotate.figures.view import View, left_of, word_before

_SUBJECT = 4
"""Words back within which the verb stands."""
_ORDINAL = re.compile(r"(\d{1,5})(?:st|nd|rd|th)(?!\w)")


def _years(at: int, end: int, stop: int, value: int) -> Draft:
    return Draft(
        at, stop, at, end, "duration", "anniversary", value=Fraction(value), unit="year", suffixed=True
    )


def _written_rank(flat: str, at: int, g: Grammar) -> Draft | Refused | None:
    """ثاني أكبر, المركز الثالث: a rank before a superlative or after a word for ranking; الذكرى الرابعة: years."""
    found = written_ordinal(flat, at, g) or _adverb(flat, at, g)
    if found is None:
        return None
    end = found.end
    follows = g.rank_after.at(flat, end + 1) if flat[end : end + 1] == " " and not found.definite else None
    if follows:
        return Draft(
            at, follows[1], at, end, "rank", "rank-superlative", value=Fraction(found.value), suffixed=True
        )
    heads = g.data.ranks.heads
    head = word_before(flat, at)
    if any(word in (head, head[1:], head[2:]) for word in heads.anniversary) and found.value > 1:
        return _years(at, end, end, found.value)
    aged = any(flat.startswith(f" {form}", end) for form in heads.aged)
    if found.definite and (aged or head.lstrip(g.proclitics) in heads.age):
        return _years(at, end, end, found.value)
    other = any(flat.startswith(f" {form}", end) for form in heads.not_before)
    if other or any(word in (head, head[1:]) for word in heads.none):
        return Refused(at, end, "ordinal_of_no_rank")
    cued = g.rank_before.before(flat, left_of(flat, at)) is not None or _second_rank(flat, at, g)
    cued = cued or _further_place(flat, at, end, g)
    cued = cued or (not found.definite and _placed_before(flat, at, g) and _placed_in(flat, end, g))
    alone = at == 0 and end == len(flat.rstrip())
    if cued or alone:
        rule = "rank-cue" if cued else "ordinal"
        return Draft(at, end, at, end, "rank", rule, value=Fraction(found.value), suffixed=True)
    return Refused(at, end, "ordinal_of_no_rank") if found.compound else None


def _adverb(flat: str, at: int, g: Grammar) -> Ordinal | None:
    """جاء رابعا: an ordinal with the ending of an adverb, where one may be placed; else it is "fourthly"."""
    word, end = word_at(flat, at)
    value = g.ordinals.get(word[:-1]) if word.endswith(g.data.ranks.adverbial) else None
    if not value or not _placed_before(flat, at, g):
        return None
    return Ordinal(value, end, compound=False, definite=False)


def _placed_before(flat: str, at: int, g: Grammar) -> bool:
    """Whether a verb for being placed stands before, with its subject between: حل الفريق سادسا."""
    for _ in range(_SUBJECT):
        word = word_before(flat, at)
        if word.lstrip(g.proclitics) in g.data.ranks.placed:
            return True
        at -= len(word) + 1
        if not word:
            return False
    return False


def _placed_in(flat: str, end: int, g: Grammar) -> bool:
    """Whether a clause ends, or goes on with where one is placed: حلت ثالثة في السباق."""
    word = word_after(flat, end)[0]
    return not word or word in g.data.ranks.placed_in


def _further_place(flat: str, at: int, end: int, g: Grammar) -> bool:
    """والثالثة إفريقيا: an ordinal of a list, with those among whom one is placed."""
    joined = at > 0 and flat[at - 1] in g.data.numerals.joiners and g.is_definite(word_at(flat, at)[0])
    return joined and word_at(flat, end + 1)[0] in g.data.ranks.told_where


def _second_rank(flat: str, at: int, g: Grammar) -> bool:
    """المركزين الثالث والرابع: an ordinal joined to one that a word for ranking leads."""
    if not flat.endswith(g.data.numerals.joiners, 0, at):
        return False
    first = word_before(flat, at - 1)
    start = at - 2 - len(first)
    if g.data.ranks.adverbs and first.endswith(g.data.ranks.adverbs):
        # المركز الثاني عربيا والسابع عالميا
        first = word_before(flat, start)
        start -= len(first) + 1
    return g.rank_before.before(flat, start - 1) is not None and g.bare(first) in g.ordinals


_CLAUSE = re.compile(
    r" ?[.,;)]| (?:in|on|with|behind|among|out of|overall|and|but|after|going into|at|by)(?![a-z])"
)


def _placed(flat: str, left: int, end: int, g: Grammar) -> bool:
    """Was third, lies seventh in the table: after such a verb, with no noun after it, an ordinal is a place."""
    return g.rank_copulas.before(flat, left) is not None and (
        end == len(flat) or _CLAUSE.match(flat, end) is not None
    )


def _nth(flat: str, at: int, g: Grammar) -> tuple[int, int] | None:
    """The value and the end of an ordinal, in digits or in a word: 3rd, third."""
    if not flat[at].isdecimal():
        return ordinal_at(flat, at, g, plural=False)
    match = _ORDINAL.match(flat, at)
    return (int(match[1]), match.end()) if match else None


def read_rank(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """ثاني أكبر, second-largest, the 3rd biggest."""
    flat = view.flat
    if g.article:
        return _written_rank(flat, at, g)
    found = _nth(flat, at, g)
    if found is None:
        return None
    value, end = found
    counted, stop = word_after(flat, end)
    if counted in g.data.ranks.heads.anniversary and value > 1:
        return _years(at, end, stop, value)
    later = g.pattern("anniversary_after").match(flat, end)
    if later and value > 1:
        return _years(at, end, later.end(), value)
    follows = g.rank_after.at(flat, end + 1)
    if follows:
        return Draft(
            at, follows[1], at, end, "rank", "rank-superlative", value=Fraction(value), suffixed=True
        )
    left = left_of(flat, at)
    if g.rank_before.before(flat, left) or (value > 1 and _placed(flat, left, end, g)):
        return Draft(at, end, at, end, "rank", "rank-cue", value=Fraction(value), suffixed=True)
    if at == 0 and end == len(flat.rstrip()):
        return Draft(at, end, at, end, "rank", "ordinal", value=Fraction(value), suffixed=True)
    atom = g.atoms.get(word_before(flat, at))
    if flat[at].isdecimal() or (
        len(flat[at:end].replace("-", " ").split()) > 1 and not (atom and atom.kind == "article")
    ):
        # An ordinal in digits is never a count, nor is the first word of two: thirty-fourth.
        return Refused(at, end, "ordinal_of_no_rank")
    return None
