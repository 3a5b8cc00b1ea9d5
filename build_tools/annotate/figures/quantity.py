"""One quantity: sign, currency before, number, what it counts; and whether a bare number is a figure at all."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools import languages
from build_tools.annotate.figures.counted.suffix import read_suffix
from build_tools.annotate.figures.counted.suffix_kind import NOTHING, ONCE, Suffix
from build_tools.annotate.figures.draft import Context, Draft, Meaning, Number, times
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.numerals.numbers import read_number
from build_tools.annotate.figures.view import FIRST_HAN, View, left_of, word_before

OF_PEOPLE = frozenset(
    ("person", "household", "family", "voter", "resident", "city", "country", "region", "company")
)
"""What comes in wholes: 四分之三人口 is a part of them and no number."""


def read_quantity(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """The quantity whose number starts at ``at``, its span with currency and sign before it; ``None`` when there is none."""
    number = read_number(view, at, g)
    return quantity_of(view, number, g, context) if number else None


def quantity_of(view: View, number: Number, g: Grammar, context: Context, floor: int = 0) -> Draft | None:
    """The quantity that a number makes with its neighbours, none of them before ``floor`` (the end of the last figure)."""
    start, sign = _sign(view, number, g)
    if start < floor:
        start, sign = number.start, 1
    prefix, before = _prefix(view, start, number, g, context)
    if before < floor:
        prefix, before = None, start
    start = before
    if sign == 1 and prefix:
        start, sign = _signed_price(view.flat, start, g)
    if number.form == "percent":
        return _draft(number, start, number.end, Meaning("percent", table="percent"), sign, None)
    suffix = read_suffix(view, number, g)
    meaning, end = (
        (suffix.meaning, suffix.end if suffix.direct else number.end)
        if suffix
        else (Meaning("count", table=""), number.end)
    )
    if prefix and prefix.kind == meaning.kind == "money":
        # 人民币40亿元
        chosen = prefix if not prefix.assumed or meaning.assumed else meaning
        meaning = replace(chosen, factor=prefix.factor * meaning.factor)
    elif prefix:
        meaning, end, suffix = prefix, number.end, None
    if number.form == "vague" and number.doubtful and (suffix is None or suffix.noun):
        return None
    if suffix and meaning.kind in ("count", "money"):
        number = _grouped_by_point(view.flat, number, meaning, g)
    draft = _draft(number, start, end, meaning, sign, suffix)
    return _settle(view, draft, meaning, g, context)


def _grouped_by_point(flat: str, number: Number, meaning: Meaning, g: Grammar) -> Number:
    """1.400 هكتار, 2.150 عائلة, 15.000 دولار: North African papers group by a point; no decimal of a thing or a measure ends so."""
    written = flat[number.start : number.end]
    whole = written.endswith("00") or (meaning.kind == "count" and meaning.unit not in measures())
    whole = whole and meaning.currency not in languages.table("currencies")["thousandths"]
    if not whole or not g.pattern("grouped_by_point").fullmatch(written):
        return number
    return replace(number, value=Fraction(written.replace(".", "")), grouped=True)


_NO_MINUS_AFTER = (")", "-", ".", "%")
_MINUS_OF_LINE = re.compile(r" ?- ?")


def _sign(view: View, number: Number, g: Grammar) -> tuple[int, int]:
    flat, start = view.flat, number.start
    if (
        number.digits
        and flat.endswith("-", 0, start)
        and not (flat[start - 2 : start - 1].isalnum() or flat.endswith(_NO_MINUS_AFTER, 0, start - 1))
    ):
        return start - 1, -1
    if number.digits and _minus_after_han(flat, start, number, g):
        return start - 1, -1
    if number.digits and _MINUS_OF_LINE.fullmatch(flat, 0, start):
        return flat.index("-"), -1
    if flat.endswith("+", 0, start) and (start == 1 or flat[start - 2] in " ("):
        return start - 1, 1
    left = left_of(flat, start)
    found = g.negative.before(flat, left)
    if found and flat.endswith(tuple(g.data.numerals.plus_minus), 0, left):
        return start, 1
    return (found[1], -1) if found else (start, 1)


def _signed_price(flat: str, start: int, g: Grammar) -> tuple[int, int]:
    """-$1.20, minus $1.20: where the sign before the currency begins, and which it is."""
    if flat.endswith("-", 0, start) and flat[start - 2 : start - 1] in ("", " ", "("):
        return start - 1, -1
    found = g.negative.before(flat, start - 1)
    return (found[1], -1) if found else (start, 1)


def _minus_after_han(flat: str, start: int, number: Number, g: Grammar) -> bool:
    """自然增长率为-0.99‰: a dash between a word and a part or a temperature is a minus, no hyphen of a name."""
    before = flat[start - 2 : start - 1]
    if not flat.endswith("-", 0, start) or before < FIRST_HAN or before in signs(g.tag).leads_on:
        return False
    if g.modifiers_before.before(flat, start - 1):
        return True
    if g.suffixes.at(flat, start - 2):
        return False
    found = g.suffixes.at(flat, number.end)
    return bool(found and (found[0].kind == "percent" or (found[0].unit or "").startswith("degree")))


def _prefix(
    view: View, start: int, number: Number, g: Grammar, context: Context
) -> tuple[Meaning | None, int]:
    """A currency or percent sign before the number, and where the span then starts."""
    flat = view.flat
    left = left_of(flat, start)
    if _percent_before(flat, left, start, number, g):
        return Meaning("percent", table="percent"), left - 1
    if left != start and g.article and not number.digits:
        return None, start
    found = g.prefixes.before(flat, left) or _scaled_code(view, left, g)
    if found is None:
        return None, start
    meaning, begin = found
    form, written = flat[begin:left], view.text[begin:left]
    code = len(form) == 3 and form.isascii() and written.isupper()
    scaled = bool(begin) and view.text[begin - 1] in g.letters and code
    glued = begin and flat[begin - 1].isalnum() and flat[begin - 1].isascii() and form[0].isascii()
    if (
        (glued and not scaled)
        or _is_no_money(form, written, number, g, context)
        or _has_number(flat, begin, form, g)
    ):
        return None, start
    if scaled:
        return replace(meaning, factor=g.letters[view.text[begin - 1]]), begin - 1
    return meaning, begin


def _percent_before(flat: str, left: int, start: int, number: Number, g: Grammar) -> bool:
    """٪60, also with a blank in Arabic; not the sign of the number before it."""
    if not left or flat[left - 1] != "%" or not number.digits:
        return False
    near = left == start or (bool(g.article) and start - left == 1)
    return near and not flat[max(0, left - 3) : left - 1].rstrip()[-1:].isdecimal()


_MIXED_CASE = ("Rmb", "Rp", "Rs", "Dh", "Dhs", "SKr", "NKr", "DKr", "SFr", "KSh", "Ksh")
"""Codes that are written with small letters too."""


def _is_no_money(form: str, written: str, number: Number, g: Grammar, context: Context) -> bool:
    """Whether a form before a number is another word: Euro 2020, small letters, a word before number words."""
    if not form.isalpha():
        return False
    if len(form) > 3 and number.bare and number.value is not None and 1900 <= number.value <= 2099:
        return True
    if len(form) == 1:
        # 元 and 块 follow their number; before one they end another word (公元618年).
        return form >= "\u2e80" or not (written.isupper() and _rand(number, context))
    if form.isascii() and len(form) <= 3 and not written.isupper() and written not in _MIXED_CASE:
        return True
    return not number.digits and not g.positional


def _rand(number: Number, context: Context) -> bool:
    """R1,200, R3bn; R80 where the text speaks of South Africa: else an R9 is a car."""
    told = "ZAR" in dict((*context.homes, *context.record_homes))
    return number.digits and (number.grouped or number.scale != 1 or told)


def _has_number(flat: str, begin: int, form: str, g: Grammar) -> bool:
    """5 dollars 30, 4人民币5美元: a name of money with a number before it belongs to that one."""
    begin = left_of(flat, begin)
    before = flat[begin - 1] if begin else ""
    return (
        form[-1].isalpha() and bool(before) and (before.isdecimal() or before in g.data.money.after_numbers)
    )


def _scaled_code(view: View, left: int, g: Grammar) -> tuple[Meaning, int] | None:
    """MAUD 60: the letter of a scale written before a currency's code."""
    code = view.text[max(0, left - 4) : left]
    if (
        len(code) < 4
        or not (code.isascii() and code.isalpha() and code.isupper())
        or code[0] not in g.letters
    ):
        return None
    meaning = g.prefixes.forms.get(code[1:].lower())
    return (meaning, left - 3) if meaning else None


def _draft(number: Number, start: int, end: int, meaning: Meaning, sign: int, suffix: Suffix | None) -> Draft:
    factor = meaning.factor if sign == 1 else meaning.factor * sign
    plus = suffix.plus if suffix else NOTHING
    times = suffix.times if suffix else ONCE

    changed = factor != 1 or times is not ONCE or plus is not NOTHING

    def made(value: Fraction | None) -> Fraction | None:
        if value is None or not changed:
            return value
        return (value + plus) * times * factor

    low, high = made(number.low), made(number.high)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Draft(
        start=start,
        end=end,
        number_start=number.start,
        number_end=number.end,
        kind=meaning.kind,
        trail=f"{number.trail}+{meaning.told}" if meaning.table else number.trail,
        value=made(number.value),
        low=low,
        high=high,
        currency=meaning.currency,
        unit=meaning.unit,
        modifier=number.modifier,
        suspect=number.suspect,
        assumed="currency" if meaning.assumed else None,
        form=number.form,
        digits=number.digits,
        scale=number.scale if times is ONCE else number.scale * times,
        suffixed=suffix is not None,
        letters=number.letters,
        sure=number.sure,
        table=meaning.table,
        row=meaning.row,
        noun=bool(suffix and suffix.noun),
    )


def _settle(view: View, draft: Draft, meaning: Meaning, g: Grammar, context: Context) -> Draft:
    """Kinds that depend on the number itself, and the currency of a bare 元."""
    draft = _as_part(view.flat, draft, meaning, g)
    draft = _of_topic(view.flat, draft, context)
    draft = _at_home(view.flat, draft, g, context)
    if (
        draft.form == "ratio"
        and draft.value is not None
        and g.data.numerals.ratio_words
        and draft.kind != "percent"
    ):
        start = _counted_before(view, draft, meaning, g)
        draft = replace(draft, kind="ratio", unit=None, currency=None, assumed=None, start=start)
    return _in_plain_unit(draft)


def _as_part(flat: str, draft: Draft, meaning: Meaning, g: Grammar) -> Draft:
    """A part of many is a ratio; of one measure, and in Chinese of any, it is an amount."""
    if draft.kind != "count" or draft.form not in ("fraction", "ratio"):
        return draft
    if _AMOUNTS[g.data.numerals.strategy](flat, draft, meaning, g):
        return draft
    end = draft.end if draft.noun and draft.form == "ratio" else draft.number_end
    return replace(draft, kind="ratio", unit=None, end=end)


def _of_topic(flat: str, draft: Draft, context: Context) -> Draft:
    """A classifier that in this text counts one thing only."""
    for form, unit in context.classifiers:
        open_unit = draft.kind == "count" and draft.unit in (None, "piece", "item")
        if open_unit and flat[draft.end - 1] == form:
            draft = replace(draft, unit=unit)
    return draft


def _at_home(flat: str, draft: Draft, g: Grammar, context: Context) -> Draft:
    """Whose a bare 元 or $ is; and 两个多小时, where "more" stands inside the unit."""
    money = draft.kind == "money"
    if draft.assumed and draft.currency == "USD" and context.yuan == "HKD":
        # In a text of Hong Kong a bare $ is its own dollar.
        draft = replace(draft, currency=context.yuan)
    form = flat[draft.number_end : draft.end].strip()
    if money and draft.assumed and draft.currency == "CNY" and form and form[0] in g.data.money.bare_signs:
        draft = replace(draft, currency=context.yuan, assumed="currency" if context.yuan_assumed else None)
    if money and draft.minor and draft.currency == "CNY" and context.yuan != "CNY":
        draft = replace(draft, currency=context.yuan)
    if draft.modifier == "exact" and g.pattern("more_inside").search(flat, draft.number_end, draft.end):
        draft = replace(draft, modifier="more-than")
    return draft


def _in_plain_unit(draft: Draft) -> Draft:
    """A fortnight is two weeks."""
    plain = languages.table("units")["plain_unit"].get(draft.unit or "")
    if draft.kind != "duration" or not plain:
        return draft
    factor = Fraction(plain[0])
    value, low, high = (times(one, factor) for one in (draft.value, draft.low, draft.high))
    return replace(draft, unit=plain[1], value=value, low=low, high=high)


def _of_one_measure(flat: str, draft: Draft, meaning: Meaning, g: Grammar) -> bool:
    """Whether a fraction is one of a single measure (half a mile, نصف متر), not a part of many (half the barrels)."""
    if draft.form != "fraction" or draft.unit not in measures():
        return False
    written = flat[draft.number_end : draft.end].replace("-", " ").strip()
    return bool(written) and not g.pattern("part_of_many").search(written)


def _of_what_is_counted(flat: str, draft: Draft, meaning: Meaning, g: Grammar) -> bool:
    """Whether a part is one of what is counted or measured, but of persons: 三分之一公里, not 四分之三人口."""
    measured = draft.noun or meaning.table == "measure"
    return measured and not (draft.form == "fraction" and draft.unit in OF_PEOPLE)


_AMOUNTS = {"additive": _of_one_measure, "positional": _of_what_is_counted}
"""What tells an amount from a part of many, by the strategy of numerals."""


def _counted_before(view: View, draft: Draft, meaning: Meaning, g: Grammar) -> int:
    """Where "دولار واحد من كل ثمانية دولارات" begins: with the noun that the number follows."""
    word = word_before(view.flat, draft.start)
    begin = draft.start - 1 - len(word)
    found = g.suffixes.at(view.flat, begin)
    same = found is not None and found[0].told == meaning.told and found[1] == begin + len(word)
    return begin if same else draft.start
