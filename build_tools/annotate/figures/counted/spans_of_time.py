"""Lengths of time without a number: "for decades", منذ عقود, "for a year", لمدة عام, سنوات عدة."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools import languages
from build_tools.annotate.figures.counted.heads import read_vague_head
from build_tools.annotate.figures.draft import Context, Draft, Meaning
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.numerals.additive import strip_definite, word_after, word_at
from build_tools.annotate.figures.view import View, word_before

_AND_A_PART = re.compile(r" and (?:a|three) (?:half|quarters?)(?![a-z])")
_NEAR = 40
"""Characters before such a word in which what makes contracts of it may stand."""
_TEN = 10
"""An order of magnitude goes up to the next power of ten."""


def read_magnitude(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """For decades, centuries-old, منذ عقود: so many tens or hundreds of years, where a length is told."""
    flat = view.flat
    word, end = word_at(flat, at)
    years = g.magnitudes.get(word) or g.magnitudes.get(strip_definite(word, g))
    if years is None or not _long(flat, at, end, g):
        return None
    return Draft(
        at, end, at, end, "duration", "vague-length", low=Fraction(years), high=Fraction(years * _TEN),
        unit="year", modifier="vague", form="vague", suffixed=True,
    )  # fmt: skip


def _long(flat: str, at: int, end: int, g: Grammar) -> bool:
    """Whether what stands before or after the word makes it a length, and no contracts, horns or time in history."""
    table = g.data.duration_extra.magnitudes
    before = word_before(flat, at) or flat[max(0, at - 1) : at]
    if before in table.after:
        return True
    if flat.startswith(table.of, end) and not g.pattern("contracts_before").search(
        flat, max(0, at - _NEAR), at
    ):
        return True
    return any(flat.startswith(form, end) for form in table.before) and not any(
        flat.startswith(form, end) for form in table.not_before
    )


def read_single_unit(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """One of a unit without a number word: "for a year", "an hour and 45 minutes", "all day", لمدة عام, سنوات عدة."""
    word, end = word_at(view.flat, at)
    if word in g.data.counting.vague_after:
        return read_vague_head(view, at, end, g)
    if word in g.data.duration_extra.singular:
        return _cued_unit(view.flat, at, end, g)
    atom = g.atoms.get(word)
    whole = word in g.data.duration_extra.whole
    if not whole and not (atom and atom.kind == "article"):
        return None
    found = g.suffixes.at(view.flat, end + 1)
    if found and _AND_A_PART.match(view.flat, found[1]):
        return _single(at, found[1], found[0], Fraction(1))
    if found and found[0].unit in measures():
        return _one_measure(view.flat, at, end, found, g)
    if found is None or found[0].kind not in ("duration", "money") or found[0].table == "minor":
        return None
    if view.flat[end + 1 : found[1]] in g.magnitudes:
        # A decades-old dispute.
        return None
    meaning, stop = found
    if _leads_to_noun(view.flat, end, stop, g, whole=whole):
        return None
    if meaning.kind == "money":
        return _one_sum(view.flat, at, stop, meaning, g)
    if not (whole or view.flat.startswith(" and ", stop) or at == 0 or _lasting(view.flat, at, stop, g)):
        return None
    value = Fraction(1)
    plain = languages.table("units")["plain_unit"].get(meaning.unit or "")
    if plain:
        meaning, value = replace(meaning, unit=plain[1]), Fraction(plain[0])
    return _single(at, stop, meaning, value * meaning.factor)


def _one_measure(flat: str, at: int, end: int, found: tuple[Meaning, int], g: Grammar) -> Draft | None:
    """Less than an ounce, more than a mile: what has a bound is an amount; not more than a mile race, nor over a barrel."""
    before = word_before(flat, at)
    fixed = g.phrases.at(flat, at - 1 - len(before))
    told = flat[end] == " " and _bounded(flat, at, g) and g.pattern("one_measure_after").match(flat, found[1])
    return _single(at, found[1], found[0], Fraction(1)) if told and not fixed else None


def _single(start: int, end: int, meaning: Meaning, value: Fraction) -> Draft:
    return Draft(
        start, end, start, end, meaning.kind, "single-unit", value=value, unit=meaning.unit,
        currency=meaning.currency, suffixed=True,
    )  # fmt: skip


def _cued_unit(flat: str, at: int, end: int, g: Grammar) -> Draft | None:
    """لمدة عام: without an article only a word for a length before it says that one is meant."""
    found = g.suffixes.at(flat, at)
    joiners = "".join(g.data.numerals.joiners)
    cued = word_before(flat, at).lstrip(joiners) in g.data.duration_extra.cue or _bounded(flat, at, g)
    if found is None or not cued or g.pattern("number_follows").match(flat, end):
        return None
    if _named_time(flat, end, g) or g.definite_follows(flat, end):
        return None
    one, stop = word_after(flat, end)
    return _single(at, stop if one in g.data.counting.one_after else end, found[0], Fraction(1))


def _leads_to_noun(flat: str, end: int, stop: int, g: Grammar, *, whole: bool) -> bool:
    """Whether the unit after an article belongs to what follows: a $40 cap, its full-year guidance, a quarter percent."""
    if not flat[end + 1].isalpha() or flat.startswith(" of ", stop):
        # "within a month of being held" is a length all the same.
        return not flat.startswith(tuple(f" of {form}" for form in g.data.duration_extra.of_cue), stop)
    noun, _ = word_after(flat, stop, " -")
    follows = bool(noun) and noun not in g.stop_words
    form = flat[end + 1 : stop]
    if form in g.fractions and g.suffixes.at(flat, stop + 1):
        return True
    if form in g.ordinals and follows:
        return True
    return whole and flat[end] == "-" and flat[stop : stop + 1] == " " and follows


def _one_sum(flat: str, at: int, stop: int, meaning: Meaning, g: Grammar) -> Draft | None:
    """A dollar, at the beginning; not a real pleasure."""
    noun, _ = word_after(flat, stop)
    if (noun and noun not in g.stop_words) or word_before(flat, at):
        return None
    one = _single(at, stop, meaning, Fraction(1))
    return replace(one, assumed="currency")


def _lasting(flat: str, at: int, stop: int, g: Grammar) -> bool:
    """Whether a length is told: for a year, in under an hour, a week later, a day in jail."""
    cues = g.data.duration_extra.cue
    if word_before(flat, at) in cues:
        return True
    if any(flat.startswith(form, stop + 1) for form in g.data.duration_extra.cue_after):
        return True
    found = g.modifiers_before.before(flat, at - 1)
    return _bounded(flat, at, g) or (found is not None and word_before(flat, found[1]) in cues)


def _bounded(flat: str, at: int, g: Grammar) -> bool:
    """More than a month, لأكثر من عقد: what has a bound is a length."""
    found = g.modifiers_before.before(flat, at - 1) if at else None
    return found is not None and found[0] in ("more-than", "less-than", "at-least")


def _named_time(flat: str, end: int, g: Grammar) -> bool:
    """Whether a name follows the unit, so that it says when and not how long: خلال شهر مارس, خلال يوم الأحد."""
    word, _ = word_after(flat, end)
    named = g.months.at(flat, end + 1) or g.hijri_months.at(flat, end + 1)
    return named is not None or word in g.data.dates.day_nouns
