"""Where figures begin: the places of a text at which they are sought, and which rules for words are asked there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from build_tools.annotate.figures.counted.spans_of_time import read_magnitude, read_single_unit
from build_tools.annotate.figures.draft import Context
from build_tools.annotate.figures.grammar import Grammar, grammar, with_proclitics
from build_tools.annotate.figures.han_words import read_discount, read_numbered, read_short_fraction
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.ranks import read_rank
from build_tools.annotate.figures.refused.seen import Told
from build_tools.annotate.figures.view import View, spelling
from build_tools.annotate.figures.words import read_dual, read_fixed, read_year_words

Rule = Callable[[View, int, Grammar, Context], Told]


@dataclass(frozen=True, slots=True)
class Openers:
    """How figures begin in a language."""

    places: Callable[[View, Grammar], Iterator[int]]
    """Places where one may begin, rising."""
    rules: Callable[[View, int, Grammar], tuple[Rule, ...]]
    """The rules for words that may apply at a place: of digits only ranks (3rd)."""


_NUMBERS = re.compile(r"\d+|[.٫](?=\d)|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_WORDS = re.compile(r"((?![½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])[^\W\d_]+)")


_NO_NUMBERS = frozenset(("", " ", ", ", ". "))
"""What stands between words most often."""


def _without_article(g: Grammar) -> list[str]:
    """Words for a century, which bear the article."""
    return [g.bare(word) for word in g.data.dates.century_words]


def _adverbs(g: Grammar) -> list[str]:
    """Ordinals that say in which place: رابعا."""
    return [word + g.data.ranks.adverbial for word in g.ordinals]


@cache
def _openers(tag: str) -> dict[str, int]:
    """Words that may open a figure → length of the proclitics written on them."""
    g = grammar(tag)
    openers = {word: skip for word, (skip, _) in (*g.bound_duals.items(), *g.duals.items())}
    for forms in (g.months.forms, g.hijri_months.forms, g.fixed.forms):
        for form in forms:
            word = form.split(" ")[0].rstrip(".")
            for lead in ("", *g.proclitics):
                openers.setdefault(lead + word, len(lead))
    if g.article:
        written = [*g.ordinals, *g.data.ranks.ones, *g.decades, *_adverbs(g)]
        for word, skip in with_proclitics(written, g.proclitics, g.article).items():
            openers.setdefault(word, skip)
    for word in g.ordinals:
        openers.setdefault(word, 0)
    for word in (*g.data.duration_extra.whole, *g.data.duration_extra.singular):
        openers.setdefault(word, 0)
    for word, skip in with_proclitics(g.magnitudes, g.proclitics, g.article).items():
        openers.setdefault(word, skip)
    openers.update(with_proclitics(_without_article(g), g.proclitics, g.article))
    openers.update(dict.fromkeys([*g.data.dates.period_letters, *g.data.dates.decade_words], 0))
    openers.update(g.leads)
    openers.update(dict.fromkeys(g.data.counting.vague_after, 0))
    openers.update(dict.fromkeys((*g.data.dates.first_day, *g.data.counting.dual_subjects), 0))
    nth = g.data.dates.nth_day
    openers.update(dict.fromkeys([*nth.last, *(form.split(" ")[0] for form in nth.last_day)], 0))
    for word in g.data.numerals.no_numbers:
        openers.pop(word, None)
    return openers


def places_of_words(view: View, g: Grammar) -> Iterator[int]:
    """Digits, and words that may open a figure, behind their proclitics."""
    skip = _openers(g.tag).get
    # Split at its words a text costs half of what it costs to look for each.
    pieces = iter(_WORDS.split(view.flat))
    at = 0
    for between, word in zip_longest(pieces, pieces, fillvalue=""):
        if between not in _NO_NUMBERS:
            for match in _NUMBERS.finditer(between):
                yield at + match.start()
        at += len(between)
        if (lead := skip(word)) is not None:
            yield at + lead
        at += len(word)


def rules_of_any_word(view: View, at: int, g: Grammar) -> tuple[Rule, ...]:
    """All rules at every word: with what is written on it a word has too many shapes to be listed."""
    return _OF_DIGITS if view.flat[at].isdecimal() else _ANY


def rules_of_known_words(view: View, at: int, g: Grammar) -> tuple[Rule, ...]:
    """The rules that know the word."""
    return _OF_DIGITS if view.flat[at].isdecimal() else _rules_of(g.tag).get(word_at(view.flat, at)[0], ())


_OF_DIGITS: tuple[Rule, ...] = (read_rank,)
_ANY: tuple[Rule, ...] = (read_rank, read_magnitude, read_dual, read_fixed, read_single_unit)
_KNOWN: tuple[Rule, ...] = (read_rank, read_magnitude, read_fixed, read_single_unit, read_year_words)


@cache
def _rules_of(tag: str) -> dict[str, tuple[Rule, ...]]:
    """For every word that opens a figure the rules that know it; numerals are left to the grammar of numbers."""
    g = grammar(tag)
    extra = g.data.duration_extra
    known: dict[Rule, set[str]] = {
        read_rank: {*g.ordinals, *(word for word, atom in g.atoms.items() if atom.kind in ("unit", "ten"))},
        read_magnitude: set(g.magnitudes),
        read_fixed: {form.split(" ")[0].split("-")[0] for form in g.fixed.forms},
        read_single_unit: {
            *(word for word, atom in g.atoms.items() if atom.kind == "article"),
            *extra.whole,
            *extra.singular,
        },
        read_year_words: {word for word, atom in g.atoms.items() if 15 <= atom.value <= 20},
    }
    words = set().union(*known.values())
    return {word: tuple(rule for rule in _KNOWN if word in known.get(rule, ())) for word in words}


def places_of_han(view: View, g: Grammar) -> Iterator[int]:
    """Digits, and characters that may open a figure."""
    for match in _han_anchor(g.tag).finditer(view.flat):
        yield match.start()


def rules_of_han(view: View, at: int, g: Grammar) -> tuple[Rule, ...]:
    """The rules for what the next characters show."""
    if g.data.counting.discount_sign in view.flat[at + 1 : at + 7]:
        return _HAN_WORDS
    return _HAN_PARTS if view.flat[at + 1 : at + 2] == g.data.numerals.part_mark[:1] else _HAN_PLAIN


_HAN_PLAIN: tuple[Rule, ...] = (read_numbered, read_fixed)
_HAN_PARTS: tuple[Rule, ...] = (read_fixed, read_short_fraction)
_HAN_WORDS: tuple[Rule, ...] = (read_numbered, read_fixed, read_discount)


@cache
def _han_anchor(tag: str) -> re.Pattern[str]:
    g = grammar(tag)
    numerals = g.data.numerals
    chars = {
        form
        for table in (numerals.cardinals, numerals.tens)
        for forms in table.values()
        for form in map(spelling, forms)
    }
    chars |= {form for row in numerals.scales for form in row.one if len(form) == 1}
    chars |= {form[0] for form in numerals.vague_few}
    words = {
        *g.fractions,
        *g.fixed.forms,
        *g.vague_powers,
        g.data.counting.half_within,
        g.data.numerals.ordinal_sign,
        *g.data.dates.relative,
        *g.data.counting.discounts,
    }
    longer = "|".join(
        re.escape(word) for word in sorted(words, key=len, reverse=True) if word[0] not in chars
    )
    return re.compile(rf"\d+|[{''.join(sorted(chars))}]|{longer}|\.(?=\d)|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
