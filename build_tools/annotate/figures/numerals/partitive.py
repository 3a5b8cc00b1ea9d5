"""What makes a numeral a fraction or a mixed number: parts, halves added on, 三分之一."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from build_tools.annotate.figures.draft import Form, Number
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.numerals.additive import read_additive, strip_definite, word_after, word_at
from build_tools.annotate.figures.numerals.positional import read_positional
from build_tools.annotate.figures.numerals.ratios import read_one_of_noun, read_ratio
from build_tools.annotate.figures.view import View, word_before

_BLANKS = re.compile(r" {1,2}")
_GAP = re.compile(r" ?-? ?")
_BELOW = re.compile(r"/([1-9]\d{0,5})")
_MOST_PARTS = 4
"""More halves or quarters than these are counted, of matches or years, and are no part of one."""


def read_partitive(view: View, number: Number, g: Grammar) -> Number:
    """The number with the fraction, added half or ratio that follows it; the number itself when nothing does."""
    if not g.glued and not _leads_on(view.flat, number.end, g):
        return read_one_of_noun(view, number, g) or number
    made = _parts(view, number, g) or _added(view, number, g) or number
    return read_ratio(view, made, g) or made


def _past_gap(flat: str, at: int) -> int:
    """Behind the blanks and the hyphen at a place, where there are any."""
    gap = _GAP.match(flat, at)
    assert gap is not None
    return gap.end()


def _leads_on(flat: str, end: int, g: Grammar) -> bool:
    """A cheap look at the word after a number: whether it can be part of a fraction or ratio at all."""
    word, _ = word_at(flat, _past_gap(flat, end))
    return word in _part_words(g.tag)


@cache
def _part_words(tag: str) -> frozenset[str]:
    g = grammar(tag)
    numerals = g.data.numerals
    small = [word for word, atom in g.atoms.items() if atom.kind in ("unit", "ten", "times100", "article")]
    plurals = [f"{word}s" for word in g.ordinals]
    return frozenset(
        [*g.parts, *g.ordinals, *plurals, *small, *g.links, *numerals.joiners, *numerals.odds_words]
    )


def ordinal_at(flat: str, at: int, g: Grammar, *, plural: bool) -> tuple[int, int] | None:
    """The value of the ordinal at ``at`` (in the plural: ``fifths``) and its end; compounds included."""
    word, end = word_at(flat, at)
    value = _ordinal(word, g, plural)
    if value is not None:
        return value, end
    # "twenty-fifths", "one hundred fifth"
    total = 0
    for _ in range(4):
        atom = g.atoms.get(word)
        if atom is None:
            return None
        total = total * 100 if atom.kind == "times100" else total + int(atom.value)
        word, end = word_at(flat, _past_gap(flat, end))
        value = _ordinal(word, g, plural)
        if value is not None and value < 10 and total % 10 == 0:
            return total + value, end
    return None


def _ordinal(word: str, g: Grammar, plural: bool) -> int | None:
    return g.ordinals.get(word[:-1] if plural else word)


def _denominator(view: View, at: int, g: Grammar, *, plural: bool) -> tuple[int, int] | None:
    """A word for parts at ``at``: ``أرباع``, ``thirds``."""
    flat = view.flat
    word, end = word_at(flat, at)
    if word in g.parts:
        return g.parts[word], end
    if g.data.numerals.ordinals_are_parts:
        found = ordinal_at(flat, at, g, plural=plural)
        if found and found[0] > 2:
            return found
    return None


def _parts(view: View, number: Number, g: Grammar) -> Number | None:
    """ثلاثة أرباع, three fifths, one hundred and three and two thirds; ``None`` when no parts follow."""
    if number.value is None or number.form != "plain" or number.value.denominator != 1:
        return None
    begin = _past_gap(view.flat, number.end)
    found = _denominator(view, begin, g, plural=number.value != 1)
    if found is None or _counted_parts(view.flat, number, found):
        return None
    below, end = found
    ten = _hyphened_ten(view, number, begin, g)
    if ten and below < 10 and number.value > ten:
        # "one hundred thirty-fifths": the hyphen binds the ten to the parts.
        value = (number.value - ten) / (ten + below)
        return replace(number, end=end, value=value, trail="fraction", form="fraction", splits=())
    following, stop = word_after(view.flat, end)
    if _spans_of_time(view.flat, number, below, following, g):
        return None
    scale = g.atoms.get(strip_definite(following, g))
    if scale and scale.kind == "scale" and not number.splits:
        # "ثلاثة أرباع المليار": a part of a scale is a number of its own.
        value = number.value / below * scale.value
        return replace(number, end=stop, value=value, scale=scale.value, trail="fraction-of-scale", splits=())
    mixed = _mixed(view, number, below, end, g)
    return mixed or replace(
        number, end=end, value=number.value / below, trail="fraction", form="fraction", splits=()
    )  # fmt: skip


def _counted_parts(flat: str, number: Number, found: tuple[int, int]) -> bool:
    """Seven halves, 3 quarters: counted, of a match or a year, and no part of one."""
    below, end = found
    if number.digits and flat[end - 8 : end] == "quarters":
        return True
    whole = number.splits[-1][0].value if number.splits else None
    counted = number.value - whole if number.value is not None and whole is not None else number.value
    many = counted is not None and counted > _MOST_PARTS
    return below in (2, 4) and many and "-" not in flat[number.end : end]


def _spans_of_time(flat: str, number: Number, below: int, following: str, g: Grammar) -> bool:
    """Three quarters ago, the past two quarters."""
    spans = g.data.numerals.quarters_after
    quarters = below == 4 and following != "of" and word_before(flat, number.start) in spans
    return quarters or following in g.data.numerals.parts_unless


def _mixed(view: View, number: Number, below: int, end: int, g: Grammar) -> Number | None:
    """One hundred and thirty and two fifths: what stands after the last joining word is the numerator."""
    if not number.splits:
        return None
    whole, after = number.splits[-1]
    rest = read_additive(view, after, g)
    assert rest is not None
    assert rest.value is not None
    assert whole.value is not None
    value = whole.value + rest.value / below * whole.scale
    return replace(whole, end=end, value=value, trail="mixed-number", form="mixed", splits=())


def _hyphened_ten(view: View, number: Number, at: int, g: Grammar) -> Fraction | None:
    """The last word of a numeral when it is a ten with a hyphen after it."""
    flat = view.flat
    if flat[at - 1] != "-":
        return None
    word = flat[max(number.start, number.end - 12) : number.end].replace("-", " ").rpartition(" ")[2]
    atom = g.atoms.get(word)
    return atom.value if atom and atom.kind == "ten" else None


def _joined(view: View, at: int, g: Grammar) -> int | None:
    """Where the word after a joining word begins."""
    flat = view.flat
    if g.glued:
        blanks = _BLANKS.match(flat, at)
        begin = blanks.end() if blanks else at
        joined = begin > at and flat[begin : begin + 1] in g.data.numerals.joiners
        return begin + 1 + (flat[begin + 1 : begin + 2] == " ") if joined else None
    # Blanks, or hyphens throughout: four and a half, four-and-a-half-year.
    mark = flat[at : at + 1]
    word, end = word_after(flat, at, " -")
    return end + 1 if word in g.data.numerals.joiners and flat[end : end + 1] == mark else None


def _added(view: View, number: Number, g: Grammar) -> Number | None:
    """مليار ونصف, two and a half, 3 million and a half, واحد وثلاثة أرباع, "one hour" is not touched."""
    if number.value is None or number.form != "plain":
        return None
    begin = _joined(view, number.end, g)
    if begin is None:
        return None
    flat = view.flat
    if flat[begin : begin + 1].isdecimal():
        # Rows of numbers ("5 و6 و7") are read once each.
        return None
    word, end = word_at(flat, begin)
    if word in g.atoms and g.atoms[word].kind == "article":
        word, end = word_at(flat, end + 1)
    part = g.fractions.get(word)
    if part is None:
        top = read_additive(view, begin, g)
        found = _parts(view, top, g) or read_ratio(view, top, g) if top else None
        if found is None or found.value is None or found.form == "mixed":
            return None
        part, end = found.value, found.end
    unit = number.scale
    again, stop = word_after(flat, end)
    if unit > 1:
        # "مليار ونصف المليار", "مليون ونصف مليون": the scale said again adds nothing.
        repeated = g.atoms.get(strip_definite(again, g))
        if repeated and repeated.value == unit:
            end = stop
    value = number.value + part * unit
    made = replace(
        number,
        value=value,
        end=end,
        trail="mixed-number",
        form="mixed",
        splits=(),
    )
    # "two and a half million", "one and a half times"
    scale_word, stop = word_after(flat, end)
    atom = g.atoms.get(strip_definite(scale_word, g))
    if unit == 1 and atom and atom.kind in ("scale", "many"):
        made = replace(made, value=value * atom.value, end=stop, scale=atom.value)
    return made


def read_han_partitive(view: View, number: Number, g: Grammar) -> Number:
    """三分之一, 五分之2333, 三又五分之一; 百分之 is left to the percents."""
    if not view.flat.startswith(g.data.numerals.mixed_mark, number.end):
        return _han_part(view, number, g) or number
    below = read_positional(view, number.end + 1, g)
    part = below and (_han_part(view, below, g) or _slashed(view.flat, below))
    if part is None or part.value is None or number.value is None:
        return number
    return replace(number, end=part.end, value=number.value + part.value, trail="mixed-number", form="mixed")


def _slashed(flat: str, number: Number) -> Number | None:
    """3/4 after 2又."""
    below = _BELOW.match(flat, number.end)
    if below is None or number.value is None:
        return None
    return replace(number, end=below.end(), value=number.value / int(below[1]))


def _han_part(view: View, below: Number, g: Grammar) -> Number | None:
    mark = g.data.numerals.part_mark
    if not view.flat.startswith(mark, below.end) or not below.value:
        return None
    at = below.end + len(mark)
    sign = 1
    for word in g.data.numerals.negative:
        if view.flat.startswith(word, at):
            at, sign = at + len(word), -1
            break
    top = read_positional(view, at, g)
    if top is None:
        return None
    percent = view.flat[below.start : below.end] in g.data.numerals.percent_below
    form: Form = "percent" if percent else "fraction"
    # 百分之15K
    letter = g.letters.get(view.text[top.end : top.end + 1])
    factor = (letter or 1) * Fraction(sign * 100 if percent else sign)
    values = [None if v is None else v * factor / below.value for v in (top.value, top.low, top.high)]
    return replace(
        top,
        start=below.start,
        end=top.end + (letter is not None),
        value=values[0],
        low=values[1],
        high=values[2],
        trail="fraction",
        form=form,
        digits=False,
        scale=Fraction(1),
    )
