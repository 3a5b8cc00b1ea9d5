"""A number of any form at a place of the text: numeral, fraction, mixed number, ratio, vague amount."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.numerals.additive import (
    read_additive,
    strip_definite,
    word_after,
    word_at,
)
from build_tools.annotate.figures.numerals.decimals import lengthened
from build_tools.annotate.figures.numerals.inverted import inverted
from build_tools.annotate.figures.numerals.partitive import ordinal_at, read_han_partitive, read_partitive
from build_tools.annotate.figures.numerals.positional import read_positional
from build_tools.annotate.figures.numerals.scale_letters import scale_letters
from build_tools.annotate.figures.numerals.vague import fraction_of_scale, idiom, scale_after, vague
from build_tools.annotate.figures.view import View

StartRule = Callable[[View, int, Grammar], Number | None]
"""The number that begins at a place."""
LengthRule = Callable[[View, Number, Grammar], Number]
"""The number with what follows it; the number itself where nothing does."""


@dataclass(frozen=True, slots=True)
class NumberRules:
    """How a strategy of numerals is read: words that are numbers of their own, the numeral, and what may lengthen it."""

    words: tuple[StartRule, ...]
    numeral: StartRule
    then: tuple[LengthRule, ...]


_SLASH = re.compile(r" ?/ ?([1-9]\d{0,5})(?![\d/]|[.,]\d)")
_GLUED_FRACTION = re.compile(r"[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


@lru_cache(maxsize=32)
def read_number(view: View, at: int, g: Grammar) -> Number | None:
    """The number that starts at ``at``, a digit or a word without its proclitics; ``None`` when there is none."""
    if _idle_article(view.flat, at, g):
        return None
    rules = NUMBERS[g.data.numerals.strategy]
    number = _read_core(view, at, g, rules)
    if number is not None:
        for rule in rules.then:
            number = rule(view, number, g)
    return number


def _dozens(view: View, number: Number, g: Grammar) -> Number:
    """两打: a dozen right behind a numeral."""
    dozen = g.atoms.get(view.flat[number.end : number.end + 1])
    other = view.flat.startswith(tuple(g.data.numerals.not_dozen_before), number.end + 1)
    if dozen is None or dozen.value != 12 or other:
        return number
    value, low, high = (n and n * 12 for n in (number.value, number.low, number.high))
    return replace(number, value=value, low=low, high=high, form="plain", end=number.end + 1, trail="dozens")


def _idle_article(flat: str, at: int, g: Grammar) -> bool:
    """Whether an article stands here that no word of a number follows, as nearly all of them do."""
    if not flat.startswith(g.data.numerals.articles, at):
        return False
    word, end = word_at(flat, at)
    if word not in g.data.numerals.articles:
        return False
    gap = flat[end : end + 1]
    return gap not in (" ", "-") or (
        flat[end + 1 : end + 2].isalpha() and word_at(flat, end + 1)[0] not in _after_articles(g.tag)
    )


@cache
def _after_articles(tag: str) -> frozenset[str]:
    """First words of what makes a number of an article before it."""
    g = grammar(tag)
    numerals = g.data.numerals
    seconds = {form.split(" ")[1] for form in (*numerals.couples, *numerals.vague_few) if " " in form}
    return frozenset({*g.atoms, *g.fractions, *g.ordinals, *g.parts, *g.vague_powers, *seconds})


def _read_core(view: View, at: int, g: Grammar, rules: NumberRules) -> Number | None:
    flat = view.flat
    if not flat[at].isdecimal():
        if _GLUED_FRACTION.match(flat, at):
            return Number(at, at + 1, _vulgar(flat[at]), "vulgar-fraction", form="fraction")
        for rule in rules.words:
            worded = rule(view, at, g)
            if worded:
                return worded
    number = rules.numeral(view, at, g)
    if number and number.value is not None and _GLUED_FRACTION.match(flat, number.end):
        number = replace(
            number, value=number.value + _vulgar(flat[number.end]), end=number.end + 1, trail="mixed-number"
        )
    return number


def _vulgar(char: str) -> Fraction:
    return Fraction(unicodedata.numeric(char)).limit_denominator(100)


def _odd(view: View, number: Number, g: Grammar) -> Number:
    """Thirty-odd, 48,000 odd: somewhat more than a round number."""
    if number.form != "plain":
        return number
    for word in g.data.numerals.infix_more:
        end = number.end + len(word)
        odd = view.flat.startswith(word, number.end) and not view.flat[end : end + 1].isalpha()
        if odd and number.value is not None and number.value >= 20:
            return replace(number, end=end, modifier="more-than", splits=())
    return number


def _slash(view: View, number: Number, g: Grammar) -> Number:
    """1/5, 20/100: a fraction in digits."""
    if not number.bare or number.value is None or number.value.denominator != 1:
        return number
    match = _SLASH.match(view.flat, number.end)
    if match and view.flat.startswith(g.data.numerals.not_divided, match.end()):
        # 120/80 mmHg
        return number
    if match is None or int(match[1]) == 0 or (number.start and view.flat[number.start - 1] == "/"):
        return number
    return replace(
        number,
        value=number.value / int(match[1]),
        end=match.end(),
        trail="slash-fraction",
        form="fraction",
        splits=(),
    )


def _fraction_word(view: View, at: int, g: Grammar) -> Number | None:
    """نصف, ثلثي, half, a quarter; with a scale after it (half a million, نصف مليون) a number of its own."""
    flat = view.flat
    word, end = word_at(flat, at)
    article = g.atoms[word].kind == "article" if word in g.atoms else False
    if article:
        word, end = word_at(flat, end + 1)
    bare = strip_definite(word, g)
    value = g.fractions.get(word) or g.fractions.get(bare)
    if article:
        value, end = _article_part(flat, at, value, end, g)
    if value is None:
        value, end = _owned_fraction(view, at, word, g)
    if value is None:
        return None
    if word in g.ordinals and not article and not flat.startswith(" of ", end):
        # "third-quarter sales": without an article an ordinal is no part.
        return None
    doubtful = (word if word in g.fractions else bare) in g.doubtful
    if doubtful and _voweled(view, at + len(word) - len(bare), end, g):
        return Number(at, end, value, "fraction-voweled", form="fraction", sure=True)
    number = Number(at, end, value, "fraction-word", form="fraction")
    after = scale_after(view, end, g)
    if after:
        scale, stop = after
        return Number(at, stop, value * scale, "fraction-of-scale", scale=scale)
    if doubtful and bare in g.atoms:
        # خمس is five, and a fifth only of something definite: "خمس السكان".
        return number if bare == word and _definite_after(flat, end, g) else None
    return number


def _article_part(
    flat: str, at: int, value: Fraction | None, end: int, g: Grammar
) -> tuple[Fraction | None, int]:
    """ "a fifth of", "by a third": parts named by an ordinal, unless the ordinal leads to a noun ("a third suspect")."""
    _, begin = word_at(flat, at)
    found = ordinal_at(flat, begin + 1, g, plural=False)
    if found is None or found[0] < 3:
        return value, end
    follows, _ = word_after(flat, found[1], " -")
    if (follows and follows not in g.data.numerals.part_followers) or (
        value is None and follows not in ("of", "")
    ):
        return None, at
    return value or Fraction(1, found[0]), found[1]


def _definite_after(flat: str, end: int, g: Grammar) -> bool:
    """Whether a definite noun follows: not إلى, which begins like the article, nor a word for what is counted."""
    if not g.definite_follows(flat, end):
        return False
    word, _ = word_at(flat, end + 1)
    return word not in g.data.ranges.to


def _owned_fraction(view: View, at: int, word: str, g: Grammar) -> tuple[Fraction | None, int]:
    """نصفهم, ثلثيها: a fraction with a pronoun written on it, which belongs into the span."""
    for ending in g.data.numerals.fraction_endings:
        bare = word[: -len(ending)]
        if word.endswith(ending) and bare in g.fractions:
            sure = bare not in g.doubtful or bare in g.data.numerals.owned_fractions
            if sure or _voweled(view, at, at + len(word), g):
                return g.fractions[bare], at + len(word)
    return None, at


def _voweled(view: View, at: int, end: int, g: Grammar) -> bool:
    """Whether vowel signs say that a word is the fraction: خُمس, عُشر."""
    sign = g.data.numerals.fraction_sign
    if not sign:
        return False
    start, stop = view.back[at], view.back[end - 1]
    return sign in view.source[start + 1 : min(stop, start + 3)]


def _han_few(view: View, at: int, g: Grammar) -> Number | None:
    """几小时, 数个月, 好几年: an unknown small number of a unit; 几十 is a numeral of its own."""
    numerals, flat = g.data.numerals, view.flat
    few = next((form for form in numerals.few_of_unit if flat.startswith(form, at)), None)
    barred = tuple(numerals.not_few_after.get(flat[at], ())) or numerals.times_by_few
    if few is None or flat.endswith((*barred, numerals.ordinal_sign), 0, at):
        return None
    found = g.suffixes.at(flat, at + len(few))
    if found is None or (found[0].kind not in ("duration", "money") and found[0].table != "measure"):
        return None
    return Number(at, at + len(few), None, "vague-few", form="vague", modifier="vague", doubtful=True)


def _half(view: View, at: int, g: Grammar) -> Number | None:
    """半, 一半, 半数; 个半 after nothing is one and a half (个半月)."""
    flat = view.flat
    for form in g.fraction_heads.get(flat[at], ()):
        if flat.startswith(form, at):
            return Number(at, at + len(form), g.fractions[form], "fraction-word", form="fraction")
    mark = g.data.counting.half_within
    if mark and flat.startswith(mark, at):
        return Number(at, at + len(mark), Fraction(3, 2), "mixed-number", form="mixed")
    return None


NUMBERS = {
    "additive": NumberRules(
        words=(vague, _fraction_word, inverted),
        numeral=read_additive,
        then=(lengthened, scale_letters, _odd, _slash, read_partitive, fraction_of_scale),
    ),
    "positional": NumberRules(
        words=(idiom, _han_few, _half),
        numeral=read_positional,
        then=(lengthened, scale_letters, _slash, read_han_partitive, _dozens),
    ),
}
"""The rules of each strategy, in the order in which they are asked."""
