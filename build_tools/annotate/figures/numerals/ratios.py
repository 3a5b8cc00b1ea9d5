"""A number of a greater one: one in five, one adult in four, two out of three, واحد من ثلاثة, 20-to-1, مئة على خمسة."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import first_step, read_additive, word_after, word_at
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
    part = g.pattern("hyphened_part").match(flat, number.end) if gap == "-" and number.digits else None
    whole = _whole(view, part.end(), g) if part else None
    if whole and whole.value and _proportion(number, whole):
        # 1-of-4, 5-of-12 shooting
        value = number.value / whole.value
        return replace(number, end=whole.end, value=value, trail="ratio", form="ratio", splits=())
    for link, division in g.links.get(word, ()):
        if not flat.startswith(f"{link}{gap}", number.end + 1):
            continue
        if division and (number.scale != 1 or _measured(view, number, link, g)):
            continue
        below = _whole(view, number.end + len(link) + 2, g)
        if below is None or below.value is None or below.value <= 0 or below.value.denominator != 1:
            continue
        if not division and not _proportion(number, below):
            continue
        value = number.value / below.value
        return replace(number, end=below.end, value=value, trail="ratio", form="ratio", splits=())
    return None


def read_one_of_noun(view: View, number: Number, g: Grammar) -> Number | None:
    """ "one adult in three", "one child out of every ten": only where nothing else is counted after it."""
    if number.value != 1 or number.digits or number.form != "plain":
        return None
    flat = view.flat
    noun = _NOUN.match(flat, number.end)
    if noun is None or noun[1] in g.stop_words or noun[1] in g.atoms:
        return None
    word, _ = word_at(flat, noun.end())
    for link, division in g.links.get(word, ()):
        if division or not flat.startswith(f"{link} ", noun.end()):
            continue
        below = _whole(view, noun.end() + len(link) + 1, g)
        if (
            below is None
            or below.value is None
            or below.value.denominator != 1
            or not _proportion(number, below)
        ):
            continue
        follows, _ = word_after(flat, below.end, " -")
        if follows and follows not in g.stop_words:
            return None
        value = number.value / below.value
        return replace(number, end=below.end, value=value, trail="ratio-of-noun", form="ratio", splits=())
    return None


def _measured(view: View, number: Number, link: str, g: Grammar) -> bool:
    """Whether "5 over 10 years" tells of a time or an amount rather than of a division."""
    below = _whole(view, number.end + len(link) + 2, g)
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
            below = _whole(view, number.end + len(link) + 2, g)
            spoken = gap == "-" or (below is not None and below.value is not None and below.value < _SPOKEN)
            if below and below.value and number.value is not None and below.value < number.value and spoken:
                value = number.value / below.value
                return replace(number, end=below.end, value=value, trail="odds", form="ratio", splits=())
    return None


def _whole(view: View, at: int, g: Grammar) -> Number | None:
    if first_step(view, at, g) is None:
        return None
    return read_additive(view, at, g)


def _proportion(top: Number, below: Number) -> bool:
    """Whether "top of below" is a proportion: a part of more, and no year."""
    if top.value is None or below.value is None or top.value >= below.value or top.value.denominator != 1:
        return False
    return not (below.bare and not below.grouped and 1900 <= below.value <= 2100)
