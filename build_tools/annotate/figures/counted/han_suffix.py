"""What stands after a number in Chinese: units, classifiers with their noun, tenths and halves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.counted.han_units import (
    distant_noun,
    half_unit,
    hundredths,
    sentence_months,
    settled,
)
from build_tools.annotate.figures.counted.suffix_kind import Suffix
from build_tools.annotate.figures.counted.tael import tael
from build_tools.annotate.figures.draft import Meaning, Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.view import View

_TENS_OF_A_LIFE = range(3, 11)
"""年逾六旬: how many tens of years a person may be old."""


def han_suffix(view: View, number: Number, g: Grammar) -> Suffix | None:
    """What a Chinese number counts, by its unit or classifier; ``None`` where neither follows."""
    at = number.end + 1 if view.flat[number.end : number.end + 1] == " " else number.end
    half = half_unit(view, at, number, g)
    if half:
        return Suffix(half[0], half[1], plus=half[2])
    tens = None if number.digits or number.value is None else g.pattern("tens_of_years").match(view.flat, at)
    if tens and number.value in _TENS_OF_A_LIFE:
        return Suffix(
            Meaning("duration", "year", table="duration", row="year"), tens.end(), times=Fraction(10)
        )
    return tael(view, number, g) or _by_unit(view, at, number, g)


def _by_unit(view: View, at: int, number: Number, g: Grammar) -> Suffix | None:
    """What a number counts by the unit or classifier that stands at a place."""
    flat = view.flat
    found = g.suffixes.at(flat, at)
    if found and found[1] - at == 1 and flat[at] < "\u0080" and flat[at].isalpha():
        found = None
    found = found and settled(view, number, found, g)
    classifier = g.classifiers.at(flat, at)
    longer = g.data.counting.longer_words.get(flat[at : at + 1])
    if longer and flat[at + 1 : at + 2] in tuple(longer):
        # 3处理器, 20大胜: the character begins another word; 方面 is one itself.
        classifier = classifier if classifier and classifier[1] > at + 1 else None
        found = found if found and found[1] > at + 1 else None
    if classifier and number.digits and flat[at] in g.data.counting.those:
        # 两者 are two of them, but 超过28者 are those above 28.
        classifier = None
    if classifier and (found is None or found[0].kind == "count"):
        return _classified(flat, at, found, classifier, g)
    if found is None:
        return None
    meaning, end = found
    decimals = hundredths(flat, end, meaning, number, g)
    if decimals:
        return Suffix(meaning, decimals[1], plus=decimals[0])
    if meaning.table == "tenth":
        return _tenth(flat, number, end, meaning, g)
    if meaning.kind == "percent" and flat[end : end + 1] in g.data.numerals.half:
        return Suffix(meaning, end + 1, plus=Fraction(1, 2))
    nights = g.pattern("nights").match(flat, end) if meaning.unit == "day" else None
    if nights:
        return Suffix(meaning, nights.end())
    months = sentence_months(flat, number, end, g) if meaning.unit == "year" else None
    if months:
        meaning = replace(meaning, unit="month", table="duration", row="month")
        return Suffix(meaning, months[1], plus=months[0], times=Fraction(12))
    after = _half_after(flat, end, meaning, g)
    if after:
        return Suffix(meaning, after, plus=Fraction(1, 2))
    return Suffix(meaning, end, noun=meaning.table == "noun")


def _noun_after(flat: str, at: int, g: Grammar) -> tuple[Meaning, int, bool] | None:
    """The noun after a classifier; a Latin one (个token) gives the unit but stays outside."""
    gap = at + 1 if flat[at : at + 1] == " " else at
    found = g.suffixes.at(flat, gap)
    if found is None or found[0].table != "noun":
        return None
    if found[1] - gap == 1 and flat[gap] not in g.data.counting.single_nouns:
        return None
    return found[0], found[1], not flat[gap].isascii()


def _classified(
    flat: str, at: int, found: tuple[Meaning, int] | None, classifier: tuple[Meaning, int], g: Grammar
) -> Suffix:
    """A number with a classifier: the span ends with it, only 个 takes its noun in; the noun gives the unit."""
    end = classifier[1]
    form = flat[at:end]
    own, last = found or (None, end)
    if own and own.table != "noun":
        return Suffix(own, last)
    if form in g.data.counting.plain_classifiers and last > end:
        return Suffix(own or classifier[0], last, noun=True)
    noun = _noun_after(flat, last, g)
    if noun:
        meaning, stop, direct = noun
        inside = direct and form in g.data.counting.plain_classifiers
        return Suffix(meaning, stop if inside else end, noun=True)
    if own and last > end:
        return Suffix(own, end, noun=True)
    distant = distant_noun(flat, end, form, g) if form in g.data.counting.counted_by else None
    return Suffix(distant or own or classifier[0], end, noun=True)


def _half_after(flat: str, end: int, meaning: Meaning, g: Grammar) -> int | None:
    """三年半, 三天半, 两公斤半; not 三年半导体."""
    if (
        (meaning.kind == "duration" or meaning.unit in g.data.counting.halved_measures)
        and flat[end : end + 1] in g.data.numerals.half
        and flat[end + 1 : end + 2] not in tuple(g.data.counting.not_half_before)
    ):
        return end + 1
    return None


def _tenth(flat: str, number: Number, end: int, meaning: Meaning, g: Grammar) -> Suffix | None:
    """成: 九成, 三成半, 4成2, 一成五; not 成为, 成立, 成功, but 其中七成为学生."""
    match = g.pattern("tenths_after").match(flat, end)
    if match:
        digit = signs(g.tag).digit
        plus = (
            Fraction(1, 2)
            if match[1] is None
            else Fraction(int(match[1]) if match[1].isdecimal() else digit[match[1]], 10)
        )
        return Suffix(meaning, match.end(), plus=plus)
    if flat[end : end + 1] in tuple(g.data.counting.not_tenth_before):
        led = flat.endswith(g.data.counting.tenth_after, 0, number.start)
        return Suffix(meaning, end) if led and number.value is not None and number.value < 10 else None
    return Suffix(meaning, end)
