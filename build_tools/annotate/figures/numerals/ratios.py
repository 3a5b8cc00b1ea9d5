"""A number of a greater one: one in five, one adult in four, two out of three, واحد من ثلاثة, 20-to-1, مئة على خمسة."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import read_additive, word_after, word_at
from build_tools.annotate.figures.view import View

_NEAR = 24
"""Characters before odds in which a word stands that tells of them."""
_SPOKEN = 10
"""Odds in words have a small second number; of a vote of 51 to 49 both are counts."""
_NOUN = re.compile(r" ([a-z]{3,20}) ")


def read_ratio(view: View, number: Number, g: Grammar) -> Number | None:
    """one in five, two out of three, واحد من ثلاثة, مئة على خمسة."""
    if number.value is None or number.form not in ("plain", "mixed") or number.modifier != "exact":
        return None
    flat = view.flat
    gap = flat[number.end : number.end + 1]
    word, _ = word_after(flat, number.end, " -")
    odds = _odds(view, number, gap, g)
    if odds:
        return odds
    part = g.pattern("hyphened_part").match(flat, number.end)
    whole = read_additive(view, part.end(), g) if part else None
    share = _proportion(number, whole)
    if whole and share is not None:
        # 1-of-4, 5-of-12 shooting
        return replace(number, end=whole.end, value=share, trail="ratio", form="ratio", splits=())
    for link, division in g.links.get(word, ()):
        if not flat.startswith(f"{link}{gap}", number.end + 1):
            continue
        if division and (number.scale != 1 or _measured(view, number, link, g)):
            continue
        below = read_additive(view, number.end + len(link) + 2, g)
        value = _quotient(number, below) if division else _proportion(number, below)
        if below is None or value is None:
            continue
        return replace(number, end=below.end, value=value, trail="ratio", form="ratio", splits=())
    return None


def read_one_of_noun(view: View, number: Number, g: Grammar) -> Number | None:
    """ "one adult in three", "one child out of every ten": only where nothing else is counted after it."""
    if number.value != 1 or number.digits:
        return None
    flat = view.flat
    noun = _NOUN.match(flat, number.end)
    if noun is None or noun[1] in g.stop_words or noun[1] in g.atoms:
        return None
    word, _ = word_at(flat, noun.end())
    for link, division in g.links.get(word, ()):
        if division or not flat.startswith(f"{link} ", noun.end()):
            continue
        below = read_additive(view, noun.end() + len(link) + 1, g)
        value = _proportion(number, below)
        if below is None or value is None:
            continue
        follows, _ = word_after(flat, below.end, " -")
        if follows and follows not in g.stop_words:
            return None
        return replace(number, end=below.end, value=value, trail="ratio-of-noun", form="ratio", splits=())
    return None


def _measured(view: View, number: Number, link: str, g: Grammar) -> bool:
    """Whether "5 over 10 years" tells of a time or an amount rather than of a division."""
    below = read_additive(view, number.end + len(link) + 2, g)
    if below is None or (number.start and not view.flat[number.start - 1].isspace()):
        return True
    return view.flat[below.end : below.end + 1] == " " and view.flat[below.end + 1 : below.end + 2].isalnum()


def _odds(view: View, number: Number, gap: str, g: Grammar) -> Number | None:
    """20-to-1, five-for-one, outnumbered two to one: how many there are to each of the other."""
    flat = view.flat
    told = g.pattern("odds_before").search(flat, max(0, number.start - _NEAR), number.start)
    if gap == " " and told is None:
        return None
    for link in g.data.numerals.odds_words:
        if flat.startswith(f"{gap}{link}{gap}", number.end):
            below = read_additive(view, number.end + len(link) + 2, g)
            value = _quotient(number, below)
            if below is None or value is None or value <= 1:
                continue
            if gap == "-" or (below.value or 0) < _SPOKEN:
                return replace(number, end=below.end, value=value, trail="odds", form="ratio", splits=())
    return None


def _quotient(top: Number, below: Number | None) -> Fraction | None:
    """One number by another; ``None`` where the second is none to divide by."""
    if below is None or not below.value or below.value.denominator != 1 or top.value is None:
        return None
    return top.value / below.value


def _proportion(top: Number, below: Number | None) -> Fraction | None:
    """What "top of below" comes to as a proportion, a part of more; ``None`` where it is none, or the second is a year."""
    share = _quotient(top, below)
    if below is None or share is None or share >= 1 or (top.value or 0).denominator != 1:
        return None
    year = below.bare and not below.grouped and 1900 <= (below.value or 0) <= 2100
    return None if year else share
