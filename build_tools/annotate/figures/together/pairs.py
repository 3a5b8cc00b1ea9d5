"""Whether two numbers beside one another measure the same, and what makes them two figures all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from build_tools.annotate.figures.draft import YEARS, Draft, bare_year
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.connectors import DASHES, Connector
from build_tools.annotate.figures.view import View, left_of, word_before

_MONTHS: dict[tuple[str | None, str | None], int] = {
    ("month", "year"): 12,
    ("quarter", "year"): 4,
    ("month", "quarter"): 3,
    ("minute", "hour"): 60,
    ("day", "week"): 7,
}
_REACH = 48
"""How far before a number, in characters, a verb of change may stand."""
_BY_HOW_MUCH = 4
"""A second number that is so many times the first says to what something moved, not how far a range goes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures with what links them, and the ends that they would have as one."""

    view: View
    a: Draft
    b: Draft
    link: Connector
    low: Fraction
    high: Fraction
    g: Grammar

    @property
    def naked(self) -> bool:
        """The first one is of nothing."""
        return self.a.kind == "count" and not self.a.suffixed

    @property
    def naked_end(self) -> bool:
        """The second one is of nothing."""
        return self.b.kind == "count" and not self.b.suffixed

    @property
    def worded(self) -> bool:
        """A word, no dash, links them."""
        return self.link.kind == "to" and self.link.form not in DASHES

    def shape(self) -> Draft | None:
        """The figure whose measure both have; ``None`` when they measure different things."""
        a, b = self.a, self.b
        if self.naked and (a.form in ("plain", "mixed") or (a.form == b.form == "vague")):
            return b
        same = a.kind == b.kind and a.currency == b.currency
        if self.naked_end or (same and a.unit == b.unit):
            return a
        if a.kind == "money" and b.kind == "money" and (a.assumed or b.assumed):
            return b if a.assumed else a
        return None


PairRule = Callable[[Pair], Pair]


_THOUSAND = 1000


def fitted(pair: Pair) -> Pair:
    """5 to 10 million, 3.5 to 4 cents: the first number in the scale and measure that the second one says for both."""
    return _scaled(pair)


def fitted_han(pair: Pair) -> Pair:
    """5-10亿, 6个月至2年: a first number has a scale of its own from ten thousand on; months and years are one unit."""
    a, b = pair.a, pair.b
    if (a.unit, b.unit) in _MONTHS:
        pair = replace(pair, high=pair.high * _MONTHS[a.unit, b.unit], b=replace(b, unit=a.unit))
    return _scaled(pair)


def _scaled(pair: Pair) -> Pair:
    a, b, low, high = pair.a, pair.b, pair.low, pair.high
    if pair.naked and b.minor:
        low = low / 100
    elif pair.naked_end and a.minor:
        high = high / 100
    elif pair.naked and b.table == "tenth":
        low = low * 10
    if b.scale > a.scale and low * b.scale < high:
        low = low * b.scale
    if _in_thousands(pair):
        low = low * _THOUSAND
    return replace(pair, low=low, high=high)


def _in_thousands(pair: Pair) -> bool:
    """13 to 14,000 feet: a bare first number that only in thousands is close to the grouped second one."""
    a, b, low = pair.a, pair.b, pair.low
    grouped = a.digits and b.digits and "," in pair.view.flat[b.number_start : b.number_end]
    close = 1 < low < _THOUSAND and low * _THOUSAND < pair.high <= low * _THOUSAND * 2
    return pair.naked and grouped and close and low.denominator == 1


def falls(pair: Pair) -> bool:
    """10 to 5: no range rises so."""
    return not pair.low < pair.high


def change_and_its_end(pair: Pair) -> bool:
    """ "By 50 cents to 12.9 dollars": a change and its end."""
    return pair.a.minor and not pair.b.minor and pair.b.kind == "money"


def year_to_amount(pair: Pair) -> bool:
    """ "From 6% in 2015 to $221bn", "from 310 in 2005 to 214 people": the year in which it was, then to what."""
    if not (pair.worded and bare_year(pair.a)):
        return False
    dated = word_before(pair.view.flat, pair.a.start) in pair.g.data.dates.amount_in and not pair.naked_end
    return dated or pair.b.kind in ("money", "percent") or pair.b.scale != 1


def up_to_a_day(pair: Pair) -> bool:
    """Ten days to 31 May: the second number is the day of a month."""
    flat, end = pair.view.flat, pair.b.number_end
    return flat[end : end + 1] == " " and pair.g.months.at(flat, end + 1) is not None


def far_apart(pair: Pair) -> bool:
    """ "Five or twelve": two choices, no estimate."""
    return pair.link.kind == "or" and not pair.high <= pair.low * 2 + 1


def code(pair: Pair) -> bool:
    """3-2-1, 1990-2000: a dash on the outer side too, or two years."""
    a, b = pair.a, pair.b
    if not (pair.naked and pair.naked_end):
        return False
    flat = pair.view.flat
    sides = (flat[a.number_start - 1 : a.number_start], flat[b.number_end : b.number_end + 1])
    dashed = pair.link.form == "-" and any(side in ("-", "/") for side in sides)
    return dashed or (a.value in YEARS and b.value in YEARS)


def not_elided(pair: Pair) -> bool:
    """يومين أو ثلاثة leaves out what the first one says, ١١ في المئة إلى ٢٦٣ مليونا does not."""
    if not pair.naked_end or pair.naked or pair.link.kind == "pair" or pair.link.form in DASHES:
        return False
    return not (pair.a.kind in ("duration", "count") and pair.b.scale <= pair.a.scale)


def changed(pair: Pair) -> bool:
    """Rose from 5 to 10: "from" after a verb of change tells of two figures."""
    source = _from(pair)
    return pair.worded and source is not None and _change_before(pair, source)


def moved_to(pair: Pair) -> bool:
    """ "Fell 4.5p to 312p", "rise by £2 to £14": by how much, then to what; "rose 2 to 3%" is a range."""
    if not pair.worded or pair.a.kind == "count":
        return False
    flat, left = pair.view.flat, left_of(pair.view.flat, pair.a.start)
    return pair.g.change.before(flat, left - 3 if flat.endswith(" by", 0, left) else left) is not None


def changed_by(pair: Pair) -> bool:
    """بنسبة 16% إلى 4.2 مليار: by how much, then to what, with or without "from"."""
    source = _from(pair)
    if not pair.worded or (source is None and not pair.a.suffixed):
        return False
    left = left_of(pair.view.flat, pair.a.start)
    by = any(pair.view.flat.endswith(word, 0, left) for word in pair.g.data.ranges.by)
    return by or _change_before(pair, left if source is None else source)


def moved_by(pair: Pair) -> bool:
    """减少约1.3万人至380.6万人: by how much, then to what, when the second is many times the first."""
    a, flat = pair.a, pair.view.flat
    if not pair.worded or not a.suffixed or a.kind not in ("count", "money", "percent"):
        return False
    bound = pair.g.modifiers_before.before(flat, a.reach)
    moving = flat.endswith(pair.g.data.ranges.moving, 0, bound[1] if bound else a.reach)
    return moving and pair.high >= _BY_HOW_MUCH * pair.low


def _from(pair: Pair) -> int | None:
    """Where "from" before the first number begins."""
    found = pair.g.from_words.before(pair.view.flat, left_of(pair.view.flat, pair.a.start))
    return found[1] if found else None


def _change_before(pair: Pair, begin: int) -> bool:
    """Whether a verb of change stands shortly before, in the same sentence."""
    window = pair.view.flat[max(0, begin - _REACH) : begin]
    for stop in (". ", "。", "؛", "; "):
        window = window.rpartition(stop)[2]
    return any(pair.g.change.before(window, at) for at in range(len(window), 0, -1))
