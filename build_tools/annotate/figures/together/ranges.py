"""Two numbers that are one figure: from … to, between … and, 5-10亿, five or six."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft, Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import strip_definite, word_at
from build_tools.annotate.figures.numerals.numbers import read_number
from build_tools.annotate.figures.quantity import quantity_of, read_quantity
from build_tools.annotate.figures.view import View

_DASHES = "-–—~"


def opens_at(view: View, at: int, g: Grammar) -> int | None:
    """Where the number itself begins, when a quantity opens at ``at``: past a sign, a currency and proclitics."""
    flat = view.flat
    if at >= len(flat):
        return None
    found = g.prefixes.at(flat, at)
    if found and found[1] < len(flat):
        begin = found[1]
        while flat[begin : begin + 1] == " ":
            begin += 1
        if flat[begin : begin + 1].isdecimal() or (g.positional and read_number(view, begin, g)):
            return begin
    sign = g.negative.at(flat, at)
    if sign:
        at = sign[1]
        while flat[at : at + 1] == " ":
            at += 1
        return at
    if flat[at] in "-+%" and at + 1 < len(flat) and flat[at + 1].isdecimal():
        return at + 1
    if flat[at].isdecimal():
        return at
    if g.positional:
        return at
    word, _ = word_at(flat, at)
    if word in g.leads:
        return at + g.leads[word]
    if g.proclitics and word and word in g.proclitics and at + 1 < len(flat) and flat[at + 1].isdecimal():
        return at + 1
    if word and g.atoms.get(strip_definite(word, g)):
        return at
    return None


_MONTHS: dict[tuple[str | None, str | None], int] = {
    ("month", "year"): 12,
    ("quarter", "year"): 4,
    ("month", "quarter"): 3,
    ("minute", "hour"): 60,
    ("day", "week"): 7,
}


def with_range(view: View, first: Draft, number: Number | None, g: Grammar, context: Context) -> Draft:
    """The draft, widened by a second number when the two are the ends of one range."""
    if first.kind == "date":
        return first
    if not g.glued and not (number and number.splits) and connector_at(view.flat, first.end, g, True) is None:
        return first
    noted = view.flat[first.end : first.end + 1] in ("(", "（")
    if g.positional and not noted and connector_at(view.flat, first.end, g, True) is None:
        return first
    between = follows_between(view, first, g)
    made = _joined(view, first, g, context, between)
    if made is None and between and number and number.splits:
        for kept, _ in reversed(number.splits):
            shorter = quantity_of(view, kept, g, context)
            made = _joined(view, replace(shorter, start=first.start), g, context, True) if shorter else None
            if made:
                break
    return made or first


def follows_between(view: View, first: Draft, g: Grammar) -> bool:
    """Whether "between" stands right before the draft."""
    flat = view.flat
    left = first.start
    while left and flat[left - 1] == " ":
        left -= 1
    return g.between.before(flat, left) is not None


def connector_at(flat: str, end: int, g: Grammar, between: bool) -> tuple[str, int, str] | None:
    """Kind of the word or sign between the numbers, where the second begins, and its form."""
    at = end
    while flat[at : at + 1] == " " and at < end + 2:
        at += 1
    if flat[at : at + 1] == "-" and flat[at + 1 : at + 2].isalpha():
        # "10-to-15-minute", "10- to 12-year-olds"
        found = g.to_words.at(flat, at + 1)
        return (
            (found[0], found[1] + 1, flat[at + 1 : found[1]])
            if found and flat[found[1] : found[1] + 1] == "-"
            else None
        )
    if flat.startswith("- ", at) and not g.positional and at == end:
        found = g.to_words.at(flat, at + 2)
        return (found[0], found[1] + 1, flat[at + 2 : found[1]]) if found else None
    found = g.to_words.at(flat, at)
    if found is None:
        if (
            g.glued
            and not g.positional
            and at > end
            and flat[at : at + 1] in g.data.ranges.glued_to
            and flat[at + 1 : at + 2] not in ("", " ")
        ):
            return "to", at + 1, flat[at]
        if between and g.glued and not g.positional and flat[at : at + 1] in g.data.ranges.pair:
            begin = at + 1
            while flat[begin : begin + 1] == " ":
                begin += 1
            return "pair", begin, flat[at]
        return None
    kind, stop = found
    form = flat[at:stop]
    if form[0] in _DASHES:
        spaced = at > end
        if form == "-" and spaced != (flat[stop : stop + 1] == " "):
            return None
        while flat[stop : stop + 1] in tuple(_DASHES):
            stop += 1
    elif not g.positional and at == end:
        return None
    while flat[stop : stop + 1] == " ":
        stop += 1
    return kind, stop, form


def _joined(view: View, first: Draft, g: Grammar, context: Context, between: bool) -> Draft | None:
    flat = view.flat
    after = first.end
    note = re.compile(r"[(（](?:含|不含|含税)[)）]").match(flat, after)
    connector = connector_at(flat, note.end() if note else after, g, between)
    if connector is None:
        return None
    kind, at, form = connector
    closing = g.data.ranges.closing
    if kind == "pair" and not between and not closing:
        return None
    begin = opens_at(view, at, g)
    if begin is None:
        return None
    second = read_quantity(view, begin, g, context)
    if second is None or second.start > begin:
        return None
    if second.start < at:
        second = replace(second, start=at)
        if (
            form in _DASHES
            and second.value is not None
            and isinstance(second.value, Fraction)
            and second.value < 0
        ):
            second = replace(second, value=-second.value)
    for word in closing:
        if flat.startswith(word, second.number_end) and second.kind == "count":
            second = replace(second, end=second.number_end, suffixed=False, noun=False, unit=None)
            between = True
    if kind == "pair" and not between and not any(flat.startswith(word, second.end) for word in closing):
        return None
    return _merge(view, first, second, kind, form, g)


def _merge(view: View, a: Draft, b: Draft, kind: str, form: str, g: Grammar) -> Draft | None:
    """One draft of two, when they measure the same and the second is the greater."""
    low = a.value if a.low is None else a.low
    high = b.value if b.high is None else b.high
    if not isinstance(low, Fraction) or not isinstance(high, Fraction):
        return None
    if a.minor and not b.minor and b.kind == "money":
        # "by 50 cents to 12.9 dollars": a change and its end.
        return None
    if g.positional and (a.unit, b.unit) in _MONTHS and a.kind == b.kind == "duration":
        # 6个月至2年: in the unit of the first.
        high, b = high * _MONTHS[a.unit, b.unit], replace(b, unit=a.unit)
    naked = a.kind == "count" and not a.suffixed
    naked_b = b.kind == "count" and not b.suffixed
    if naked and a.form == "plain":
        shape = b
    elif naked_b and not _may_be_elided(a, b, kind, form, g):
        return None
    elif naked_b or (
        a.kind == b.kind
        and a.currency == b.currency
        and (a.unit == b.unit or not (b.unit or a.kind == "percent"))
    ):
        shape = a
    elif a.kind == "money" and b.kind == "money" and (a.assumed or b.assumed):
        shape = b if a.assumed else a
    else:
        return None
    if naked and b.minor:
        low = low / 100
    elif naked and b.kind == "percent" and b.table == "tenth":
        low = low * 10
    if _shares_scale(a, b, low, high, g):
        low = low * b.scale
    if not low < high:
        return None
    if kind == "or" and not high <= low * 2 + 1:
        return None
    if kind == "to" and form not in _DASHES and form and _is_change(view, a, g):
        return None
    if (
        g.positional
        and kind == "to"
        and form not in _DASHES
        and a.suffixed
        and _moves_by(view, a, low, high, g)
    ):
        return None
    if (
        naked
        and naked_b
        and a.digits
        and b.digits
        and (_looks_like_code(view, a, b, form) or (_year_like(a) and _year_like(b)))
    ):
        return None
    return replace(
        shape,
        start=a.start,
        end=b.end,
        number_start=a.number_start,
        number_end=b.number_end,
        value=None,
        low=low,
        high=high,
        trail=f"range+{shape.trail}",
        suffixed=a.suffixed or b.suffixed,
        digits=a.digits,
        scale=b.scale,
        bound_start=-1,
        bound_end=-1,
        modifier="exact",
        noun=b.noun or a.noun,
        suspect=a.suspect or b.suspect,
    )


def _shares_scale(a: Draft, b: Draft, low: Fraction, high: Fraction, g: Grammar) -> bool:
    """5-10亿, 一千到两千万: the scale of the second is meant for both when the first then still is the lesser."""
    own = a.scale >= 10000 if g.positional else a.scale != 1
    return b.scale > a.scale and not own and not a.minor and low * b.scale < high


def _may_be_elided(a: Draft, b: Draft, kind: str, form: str, g: Grammar) -> bool:
    """Whether the second number may leave out what the first one says: "يومين أو ثلاثة", not "١١ في المئة إلى ٢٦٣ مليونا"."""
    if g.positional or not g.definite or kind == "pair" or form in _DASHES:
        return True
    return a.kind in ("duration", "count") and b.scale <= a.scale


def _year_like(draft: Draft) -> bool:
    return isinstance(draft.value, Fraction) and draft.value.denominator == 1 and 1900 <= draft.value <= 2099


def _is_change(view: View, a: Draft, g: Grammar) -> bool:
    """Whether "from A to B" tells of a change, which is two figures: a verb of change stands shortly before."""
    flat = view.flat
    left = a.start
    while left and flat[left - 1] == " ":
        left -= 1
    source = g.from_words.before(flat, left)
    if source is None and not g.positional and not g.glued:
        # "fell 4.5p to 312p", "rise by £2 to £14": by how much, then to what; "rose 2 to 3%" is a range.
        return a.kind != "count" and _moved(flat, left, g)
    begin = left if source is None else source[1]
    if source is None and not (a.suffixed and g.definite):
        return False
    if source is None and any(flat.endswith(word, 0, left) for word in g.data.ranges.by):
        # "بنسبة 16% إلى 4.2 مليار": by how much, then to what.
        return True
    window = flat[max(0, begin - 48) : begin]
    for stop in (". ", "。", "؛", "; "):
        window = window.rpartition(stop)[2]
    at = len(window)
    while at > 0:
        if g.change.before(window, at):
            return True
        at -= 1
    return False


def _moves_by(view: View, a: Draft, low: Fraction, high: Fraction, g: Grammar) -> bool:
    """减少约1.3万人至380.6万人: by how much, then to what, when the second is many times the first."""
    if a.kind not in ("count", "money", "percent") or high < 4 * low:
        return False
    start = a.bound_start if 0 <= a.bound_start < a.start else a.start
    bound = g.modifiers_before.before(view.flat, start)
    return view.flat.endswith(tuple(g.data.ranges.moving), 0, bound[1] if bound else start)


def _moved(flat: str, left: int, g: Grammar) -> bool:
    """Whether a verb of change, with or without "by", ends at ``left``."""
    return g.change.before(flat, left - 3 if flat.endswith(" by", 0, left) else left) is not None


def _looks_like_code(view: View, a: Draft, b: Draft, form: str) -> bool:
    """3-2-1 and the like: a dash on the outer side too."""
    before, after = view.flat[a.number_start - 1 : a.number_start], view.flat[b.number_end : b.number_end + 1]
    return form == "-" and (before == "-" or after == "-" or before == "/" or after == "/")
