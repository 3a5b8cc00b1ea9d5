"""The grammar of one language: its tables, made ready as lexicons for everything that a number may stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from operator import attrgetter
from typing import Any

from build_tools.annotate.figures.draft import Meaning
from build_tools.annotate.figures.grammar.atoms import (
    Atom,
    add_solid,
    atoms_of,
    links_of,
    turned,
    with_proclitics,
)
from build_tools.annotate.figures.grammar.forms import bound_duals_of, duals_of, heads_of, suffixes_of
from build_tools.annotate.figures.grammar.lexicon import Lexicon
from build_tools.annotate.figures.grammar.money import currency_forms
from build_tools.annotate.figures.grammar.schema import Figures, tables
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.model import Modifier

__all__ = ["Atom", "Grammar", "grammar", "with_proclitics"]


_PLACE = re.compile(r"<<([\w.]+)>>")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Everything the engine knows of a language. ``data`` are the tables themselves, for the rarer ones."""

    tag: str
    data: Figures
    positional: bool
    units_first: bool
    glued: bool
    proclitics: str
    article: str
    """The article that is written on its word; empty where none is."""
    atoms: Mapping[str, Atom]
    leads: Mapping[str, int]
    """First words of figures with their proclitics → length of the proclitics."""
    letters: Mapping[str, Fraction]
    fractions: Mapping[str, Fraction]
    fraction_heads: Mapping[str, tuple[str, ...]]
    """First character of the words of ``fractions`` → these words, longest first."""
    doubtful: frozenset[str]
    parts: Mapping[str, int]
    vague_powers: Mapping[str, int]
    """Words for an unknown number of a power of ten: dozens, مئات."""
    idioms: Lexicon[int]
    """The same, as they stand in a text without blanks."""
    magnitudes: Mapping[str, int]
    """Words for many years, with the years of one: decades."""
    stop_words: frozenset[str]
    not_plural: tuple[str, ...]
    links: Mapping[str, tuple[tuple[str, bool], ...]]
    """Words between the two numbers of a ratio by their first word, longest first, and whether they divide."""
    ordinals: Mapping[str, int]
    suffixes: Lexicon[Meaning]
    """Percent, money, durations, measures and counted nouns, as they follow a number."""
    prefixes: Lexicon[Meaning]
    """Currencies and percent signs, as they stand before a number."""
    duals: Mapping[str, tuple[int, Meaning]]
    """Duals of nouns, with their proclitics' length: two of it."""
    bound_duals: Mapping[str, tuple[int, Mapping[str, Meaning]]]
    """First words of two whose first is a dual (ركلتي جزاء), with their proclitics' length → second word → meaning."""
    head_plurals: Mapping[str, Meaning]
    """Plurals and duals of nouns, as they stand before their number: السنوات الخمس."""
    head_singulars: Mapping[str, Meaning]
    classifiers: Lexicon[Meaning]
    modifiers_before: Lexicon[Modifier]
    modifiers_after: Lexicon[Modifier]
    date_modifiers: Lexicon[Modifier]
    between: Lexicon[bool]
    bounds_inside: Lexicon[bool]
    """Bounds that may stand before the second end of a range: between 3 and more than 10 million."""
    from_words: Lexicon[bool]
    to_words: Lexicon[str]
    change: Lexicon[bool]
    moving: Lexicon[bool]
    fixed: Lexicon[Fraction]
    negative: Lexicon[bool]
    date_words: frozenset[str]
    decades: Mapping[str, int]
    months: Lexicon[int]
    hijri_months: Lexicon[int]
    designators: Lexicon[bool]
    phrases: Lexicon[bool]
    phrase_heads: frozenset[str]
    """First two characters of every phrase."""
    rank_after: Lexicon[bool]
    rank_before: Lexicon[bool]
    rank_copulas: Lexicon[bool]
    implied_units: Lexicon[str]
    """Words before a bare scaled number that say what it counts: 月活, users."""
    equivalent: Lexicon[bool]
    size_cues: Lexicon[bool]

    def is_definite(self, word: str) -> bool:
        """Whether the article is written on a word."""
        return bool(self.article) and word.startswith(self.article)

    def bare(self, word: str) -> str:
        """The word without the article that is written on it."""
        return word.removeprefix(self.article)

    def definite_follows(self, flat: str, at: int) -> bool:
        """Whether a blank and a word that begins like one with its article stand at a place."""
        return flat.startswith(f" {self.article}", at)

    def pattern(self, name: str) -> re.Pattern[str]:
        """A regular expression of the language's tables, by its key; one that matches nothing where it has none."""
        return _compiled(self, name)


_NOTHING = "(?!)"


@cache
def _compiled(g: Grammar, name: str) -> re.Pattern[str]:
    """The pattern of a name; in it ``<<names.phrases>>`` stands for the forms of a table, ``<<patterns.tail>>`` for another one."""

    def forms(match: re.Match[str]) -> str:
        table, _, name = match[1].partition(".")
        if table == "patterns":
            return _PLACE.sub(forms, g.data.patterns[name])
        return "|".join(map(re.escape, attrgetter(match[1])(g.data)))

    return re.compile(_PLACE.sub(forms, g.data.patterns.get(name, _NOTHING)))


def _flags(forms: Iterable[str], proclitics: str = "") -> Lexicon[bool]:
    return Lexicon(dict.fromkeys(forms, True), proclitics=proclitics)


def _swallowed(forms: Iterable[str], data: Figures) -> Iterator[str]:
    """للأربع كرات: the forms with an article after the preposition that swallows its first letter, from the article on."""
    article, swallowing = data.numerals.definite, data.inflection.article_after_for
    if article and swallowing:
        yield from (swallowing[1:] + form[len(article) :] for form in forms if form.startswith(article))


def _modifiers(table: Mapping[Modifier, Iterable[str]], proclitics: str) -> Lexicon[Modifier]:
    return Lexicon({form: name for name, forms in table.items() for form in forms}, proclitics=proclitics)


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a BCP 47 tag's language; raises ``KeyError`` when the language has no figures.

    ``zh-Hant`` differs from ``zh`` only in the currency that a bare 元 stands for.
    """
    tag = language.split("-")[0]
    data = tables(tag)
    return Grammar(tag=tag, data=data, **_how_much(data), **_of_what(tag, data), **_around(data))


def _how_much(data: Figures) -> dict[str, Any]:
    """What numbers are written with."""
    numerals = data.numerals
    atoms = atoms_of(numerals)
    fractions = {form: Fraction(key) for form, key in turned(numerals.fractions)}
    ordinals = dict(turned(data.ranks.ordinals))
    if not numerals.units_first:
        add_solid(atoms, ordinals)
    vague_powers = dict(turned(numerals.vague_tens))
    owned = [form + ending for form in fractions for ending in numerals.fraction_endings]
    couples = [form.split(" ")[0] for form in numerals.couples]
    words = [*atoms, *fractions, *owned, *numerals.vague_few, *vague_powers, *couples]
    heads = {form[0] for form in fractions}
    return {
        "positional": numerals.strategy == "positional",
        "units_first": numerals.units_first,
        "glued": numerals.glued_joiner,
        "proclitics": numerals.proclitics,
        "article": numerals.definite,
        "atoms": atoms,
        "leads": with_proclitics(words, numerals.proclitics, numerals.definite),
        "letters": {letter: Fraction(10) ** row.power for row in numerals.scales for letter in row.letters},
        "fractions": fractions,
        "fraction_heads": {
            head: tuple(sorted((form for form in fractions if form[0] == head), key=len, reverse=True))
            for head in heads
        },
        "doubtful": frozenset(numerals.doubtful_fractions),
        "parts": dict(turned(numerals.parts)),
        "vague_powers": vague_powers,
        "idioms": Lexicon(vague_powers),
        "links": links_of(numerals),
        "ordinals": ordinals,
        "negative": _flags(numerals.negative, numerals.proclitics),
    }


def _of_what(tag: str, data: Figures) -> dict[str, Any]:
    """What numbers may be numbers of."""
    pro = data.numerals.proclitics
    plurals, singulars = heads_of(data)
    fixed = {form: Fraction(key) for form, key in turned(data.multiples.fixed)}
    return {
        "suffixes": Lexicon(suffixes_of(tag, data)),
        "prefixes": Lexicon(dict(currency_forms(tag, "before", data)), proclitics=pro),
        "duals": duals_of(data),
        "bound_duals": bound_duals_of(data),
        "head_plurals": plurals,
        "head_singulars": singulars,
        "classifiers": Lexicon(
            dict.fromkeys(data.counting.classifiers, Meaning("count", table="classifier"))
        ),
        "implied_units": Lexicon(dict(turned(data.counting.implied_units)), proclitics=pro),
        "size_cues": _flags(data.model_size.cues),
        "fixed": Lexicon(fixed, proclitics=pro),
        "magnitudes": dict(turned(data.duration_extra.magnitudes.words)),
        "stop_words": frozenset(data.lemma.stop),
        "not_plural": data.lemma.not_plural,
    }


def _around(data: Figures) -> dict[str, Any]:
    """What stands around figures."""
    pro, ranges, names, dates, ranks = (
        data.numerals.proclitics,
        data.ranges,
        data.names,
        data.dates,
        data.ranks,
    )
    before, after, bounds = data.modifiers.before, data.modifiers.after, data.modifiers.dates
    of_dates: dict[Modifier, Forms] = {
        "at-most": bounds.at_most,
        "at-least": bounds.at_least,
        "about": bounds.about,
    }
    to_words = {"to": ranges.to, "or": ranges.either, "pair": ranges.pair}
    return {
        "modifiers_before": _modifiers(before, pro),
        "modifiers_after": _modifiers(after, ""),
        "date_modifiers": _modifiers(of_dates, pro),
        "between": _flags(ranges.between, pro),
        "bounds_inside": _flags(ranges.bounds_inside),
        "from_words": _flags(ranges.start, pro),
        "to_words": Lexicon({form: name for name, forms in to_words.items() for form in forms}),
        "change": _flags((form.replace("_", " ") for form in ranges.change), pro),
        "moving": _flags(ranges.moving),
        "equivalent": _flags(ranges.equivalent),
        "date_words": frozenset(dates.date_words),
        "decades": dict(turned(dates.decades)),
        "months": Lexicon(dict(turned(dates.months))),
        "hijri_months": Lexicon(dict(turned(dates.hijri_months))),
        "designators": _flags(names.designators, pro),
        "phrases": _flags((*names.phrases, *_swallowed(names.phrases, data)), pro),
        "phrase_heads": frozenset(form[:2] for form in names.phrases),
        "rank_after": _flags(ranks.after),
        "rank_before": _flags(ranks.before, pro),
        "rank_copulas": _flags(ranks.copulas),
    }
