"""Two numbers that are one figure: from … to, between … and, 5-10亿, five or six."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft, Number, times
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.connectors import Connector, ConnectorRule, follows_between
from build_tools.annotate.figures.quantity import quantity_of, read_quantity
from build_tools.annotate.figures.together.pairs import Pair, PairRule
from build_tools.annotate.figures.view import View

OpensRule = Callable[[View, int, Grammar], int | None]
"""Where the number itself begins, when a quantity opens at a place: past a sign, a currency and proclitics."""


class RangeRules:
    """How a language writes ranges."""

    def __init__(
        self,
        *,
        connector: ConnectorRule,
        opens: OpensRule,
        fitted: PairRule,
        not_one: tuple[Callable[[Pair], bool], ...],
    ) -> None:
        self.connector = connector
        self.opens = opens
        self.fitted = fitted
        self.not_one = not_one


def with_range(
    view: View, first: Draft, number: Number | None, g: Grammar, context: Context, rules: RangeRules
) -> Draft:
    """The draft, widened by a second number when the two are the ends of one range."""
    splits = number.splits if number else ()
    if not splits and _link(view.flat, first, g, rules, between=True) is None:
        return first
    between = follows_between(view.flat, first.start, g)
    made = _joined(view, first, g, context, rules, between=between)
    for kept, _ in reversed(splits if between else ()):
        shorter = None if made else quantity_of(view, kept, g, context)
        made = _joined(view, shorter, g, context, rules, between=True) if shorter else made
    return made or first


def _joined(
    view: View, first: Draft, g: Grammar, context: Context, rules: RangeRules, *, between: bool
) -> Draft | None:
    flat, closing = view.flat, g.data.ranges.closing
    link = _link(flat, first, g, rules, between=between)
    if link is None:
        return None
    begin = rules.opens(view, link.end, g)
    second = read_quantity(view, begin, g, context) if begin is not None else None
    if second is None:
        return None
    second = _behind(second, link)
    if second.kind == "count" and any(flat.startswith(word, second.number_end) for word in closing):
        between = True
        second = replace(second, end=second.number_end, suffixed=False, noun=False, unit=None)
    if link.kind == "pair" and not between and not any(flat.startswith(word, second.end) for word in closing):
        return None
    return _merged(view, first, second, link, g, rules)


def _link(flat: str, first: Draft, g: Grammar, rules: RangeRules, *, between: bool) -> Connector | None:
    """What links the first number, and a note in brackets behind it, to the next."""
    note = g.pattern("range_note").match(flat, first.end)
    return rules.connector(flat, note.end() if note else first.end, g, between)


def _behind(second: Draft, link: Connector) -> Draft:
    """The second number without the sign that links it to the first."""
    if second.start >= link.end:
        return second
    return replace(second, start=link.end, value=times(second.value, Fraction(-1)))


def _merged(view: View, a: Draft, b: Draft, link: Connector, g: Grammar, rules: RangeRules) -> Draft | None:
    """One draft of two, when they measure the same and the second is the greater."""
    low = a.value if a.low is None else a.low
    high = b.value if b.high is None else b.high
    if not isinstance(low, Fraction) or not isinstance(high, Fraction):
        return None
    pair = rules.fitted(Pair(view, a, b, link, low, high, g))
    shape = pair.shape()
    if shape is None or any(rule(pair) for rule in rules.not_one):
        return None
    return replace(
        shape, start=a.start, end=b.end, number_start=a.number_start, number_end=b.number_end, value=None,
        low=pair.low, high=pair.high, trail=f"range+{shape.trail}", suffixed=a.suffixed or b.suffixed,
        digits=a.digits, scale=b.scale, bound_start=-1, bound_end=-1,
        modifier="vague" if b.form == "vague" else "exact", noun=b.noun or a.noun,
        suspect=a.suspect or b.suspect,
    )  # fmt: skip
