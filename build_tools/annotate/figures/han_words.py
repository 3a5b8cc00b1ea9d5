"""Chinese figures that open with a word of their own: ranks (第三大) and what a price is reduced to (八五折)."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.numerals.positional import read_positional
from build_tools.annotate.figures.view import View, left_of, right_of

_CLAUSE_END = re.compile(r"[，。；,;]")


def read_numbered(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """第三大, 排名第5, 第三四名, 第十几位, 第一和第四名, 第18轮: a rank where something is ranked; any other 第 makes the number a label, dropped."""
    flat = view.flat
    if flat[at] != g.data.numerals.ordinal_sign:
        return None
    number = read_positional(view, at + 2 if flat[at + 1 : at + 2] == " " else at + 1, g)
    if number is None:
        return None
    noun = g.rank_after.at(flat, number.end)
    left = at - 1 if at and flat[at - 1] == " " else at
    cued = _ranked(flat, left, number.end, g)
    alone = left_of(flat, at) == 0 and right_of(flat, number.end) == len(flat)
    if noun and flat.startswith(tuple(g.data.ranks.not_before), noun[1]):
        noun = None
    joined = None if noun else g.pattern("joined_rank").match(flat, number.end)
    shared = g.rank_after.at(flat, joined.end()) if joined else None
    if shared and flat.startswith(tuple(g.data.ranks.not_before), shared[1]):
        shared = None
    end = noun[1] if noun else number.end
    if noun or cued or alone or shared:
        return Draft(
            at,
            end,
            at,
            number.end,
            "rank",
            "rank-numbered",
            value=number.value,
            low=number.low,
            high=number.high,
            modifier=number.modifier,
            suffixed=True,
        )
    return Refused(at, number.end, "numbered_by_ordinal")


def _ranked(flat: str, left: int, end: int, g: Grammar) -> bool:
    """Whether words before 第 speak of a rank: 名列第5, 排名从第68掉到第172; not 系列第563次."""
    first = g.pattern("joined_places").search(flat, max(0, left - 8), left)
    if first and not flat[end : end + 1].isalnum():
        return _ranked(flat, first.start(), first.end(1), g)
    found = g.rank_before.before(flat, left)
    if found and g.classifiers.at(flat, end) and not g.rank_after.at(flat, end):
        # 全国第一条
        return False
    if found:
        tails = g.data.ranks.word_tails.get(flat[found[1] : left], "")
        return not (found[1] and flat[found[1] - 1] in tails)
    if flat[end : end + 1].isalnum() and flat[end : end + 1] not in g.data.ranks.moves:
        return False
    clause = _CLAUSE_END.split(flat[max(0, left - 16) : left])[-1]
    return any(word in clause for word in g.data.ranks.nouns)


def read_discount(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """八折, 85折, 七五折, 对折: the part of the price that is left, in percent."""
    flat = view.flat
    for form, left in g.data.counting.discounts.items():
        if flat.startswith(form, at):
            return _percent(at, at + len(form), Fraction(left))
    match = g.pattern("discount").match(flat, at)
    if match is None or flat.startswith(tuple(g.data.counting.not_discount_before), match.end()):
        return None
    if match[1]:
        value = Fraction(match[1])
        return _percent(at, match.end(), value * 10 if value <= 10 else value)
    digit = signs(g.tag).digit
    tens, units = digit[match[2]], digit[match[3]] if match[3] else 0
    if match[3] and units == tens + 1 and g.data.numerals.point not in match[0]:
        return _percent(at, match.end(), None, Fraction(tens * 10), Fraction(units * 10))
    return _percent(at, match.end(), Fraction(tens * 10 + units))


def read_short_fraction(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """三分二, 四分一: a fraction without 之, as in Hong Kong; 十分一致 is "very", 十分一。 is a tenth."""
    flat = view.flat
    match = g.pattern("short_fraction").match(flat, at)
    if match is None or g.suffixes.at(flat, at + 3) or flat[at - 1 : at] in signs(g.tag).digit:
        return None
    known = signs(g.tag)
    if match[1] in known.tens and flat[at + 3 : at + 4].isalpha():
        return None
    below, top = {**known.digit, **known.tens}[match[1]], known.digit[match[2]]
    if top >= below:
        return None
    value = Fraction(top, below)
    return Draft(at, at + 3, at, at + 3, "ratio", "fraction", value=value, form="fraction", suffixed=True)


def _percent(
    start: int, end: int, value: Fraction | None, low: Fraction | None = None, high: Fraction | None = None
) -> Draft:
    return Draft(start, end, start, end - 1, "percent", "discount", value=value, low=low, high=high)
