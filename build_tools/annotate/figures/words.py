"""Figures that are one word or a fixed phrase: doubled, تضاعفت, 翻番, duals (عامين), "a year"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft, Form, Meaning, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import read_additive, without_endings, word_after, word_at
from build_tools.annotate.figures.view import View, word_before

_OBJECT = 2
"""Words behind a verb among which its object is sought."""
_SECOND_HALVES = frozenset(range(10, 100))
"""What a year read in two halves may end in."""


def _single(
    start: int, end: int, meaning: Meaning, value: Fraction, trail: str, form: Form = "plain"
) -> Draft:
    return Draft(
        start,
        end,
        start,
        end,
        meaning.kind,
        trail,
        value=value,
        unit=meaning.unit,
        currency=meaning.currency,
        form=form,
        suffixed=True,
    )


def _compares(flat: str, at: int, end: int, g: Grammar) -> bool:
    """ضعف العدد, but not ضعف السلطة: a word that is also a noun multiplies only what can be measured."""
    needs = g.data.multiples.fixed_needs
    if flat[at:end] not in needs.words:
        return True
    word = word_after(flat, end)[0]
    before = word_before(flat, at - 1 if flat.endswith(tuple(g.proclitics), 0, at) else at)
    return g.bare(word) in needs.before or (not word and before in needs.after)


def _verb(flat: str, at: int, g: Grammar) -> tuple[Fraction, int] | None:
    """To double his fortune, would triple: an infinitive, with what it makes more of."""
    table = g.data.multiples
    if not table.verbs:
        return None
    word, end = word_at(flat, at)
    value = next((times for times, forms in table.verbs.items() if word in forms), None)
    if value is None or word_before(flat, at) not in table.verbs_after:
        return None
    follows = word_after(flat, end)[0]
    # "more than doubles" ends a clause, where a verb has what it makes more of behind it.
    ends = not follows and g.modifiers_before.before(flat, at - 1) is not None
    return (Fraction(value), end) if ends or (follows and follows not in table.verbs_not_before) else None


def _only_said(flat: str, at: int, end: int, g: Grammar) -> bool:
    """Whether what is doubled has no measure: يضاعف الصدمة, ضاعف من آلامهم."""
    table = g.data.multiples.figurative
    for _ in range(_OBJECT):
        word, end = word_after(flat, end)
        if not without_endings(word, g).isdisjoint(table):
            return True
    return False


def read_fixed(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """تضاعفت, doubled, 翻一番, to double his fortune."""
    found = g.fixed.at(view.flat, at) or _verb(view.flat, at, g)
    if found is None:
        return None
    value, end = found
    if _only_said(view.flat, at, end, g):
        return Refused(at, end, "multiple_of_a_feeling")
    if not _compares(view.flat, at, end, g):
        return Refused(at, end, "multiple_of_nothing")
    # "double the" multiplies; the article belongs to what follows.
    end = at + len(view.flat[at:end].partition(" ")[0])
    return _single(at, end, Meaning("multiple"), value, f"fixed-multiple:{view.flat[at:end]}", "fixed")


def read_dual(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """عامين, شخصين: the dual of a listed noun is two of it; مرتين ونصف المرة is two and a half times."""
    word, end = word_at(view.flat, at)
    found = g.duals.get(word)
    if found is None:
        return _dual_subject(view.flat, at, word, end, g) or _bound_dual(view.flat, at, word, end, g)
    skip, meaning = found
    if word.endswith(g.data.inflection.feminine) and view.source[view.outer(at, end)[1] - view.base - 1] == (
        g.data.inflection.listed_feminine
    ):
        # أبنية are buildings, ابنيه his two sons.
        return None
    if g.is_definite(word[skip:]) and g.bare(word[skip:]) in g.data.counting.indefinite_duals:
        return Refused(at + skip, end, "dual_or_plural")
    before = word_before(view.flat, at)
    phrase = g.phrases.at(view.flat, at - 1 - len(before))
    if phrase and phrase[1] >= end:
        return Refused(at + skip, end, "fixed_phrase")
    follows = word_after(view.flat, end)[0]
    numbered = follows[:1].isdecimal() or re.match(r" \d", view.flat[end : end + 2]) is not None
    if g.is_definite(word[skip:]) and (numbered or g.bare(follows) in g.ordinals):
        return Refused(at + skip, end, "dual_before_its_label")
    if (
        g.bare(word[skip:])[:-2] in g.data.counting.dual_before_of
        and follows not in g.data.counting.noun_link
    ):
        return Refused(at + skip, end, "dual_of_another_word")
    if meaning.unit == "time":
        return _single(at + skip, end, Meaning("multiple"), Fraction(2), "dual-times")
    paired = _dual_pair(view.flat, word[skip:], end, g)
    if paired:
        meaning, end = paired
    made = _single(at + skip, end, meaning, Fraction(2), meaning.told, "dual")
    return replace(made, noun=meaning.kind == "count", assumed="currency" if meaning.assumed else None)


def _dual_subject(flat: str, at: int, word: str, end: int, g: Grammar) -> Draft | None:
    """يتبادل البلدان: what looks like a plural is a dual where its verb is masculine and singular."""
    if word not in g.data.counting.dual_subjects or not word_before(flat, at).startswith(
        g.data.names.verbs_begin[:1]
    ):
        return None
    meaning = g.head_plurals.get(word)
    return replace(_single(at, end, meaning, Fraction(2), "dual", "dual"), noun=True) if meaning else None


def _bound_dual(flat: str, at: int, word: str, end: int, g: Grammar) -> Draft | None:
    """ركلتي جزاء, نقطتا أساس: the first of two words in the dual."""
    bound = g.bound_duals.get(word)
    if bound is None:
        return None
    second, stop = word_after(flat, end)
    meaning = bound[1].get(second)
    if meaning is None:
        return None
    made = _single(at + bound[0], stop, meaning, Fraction(2), meaning.told, "dual")
    return replace(made, noun=meaning.kind == "count")


def _dual_pair(flat: str, noun: str, end: int, g: Grammar) -> tuple[Meaning, int] | None:
    """نقطتين مئويتين, كيلومترين مربعين: a noun and its adjective, both in the dual, mean what they mean in the singular."""
    by = g.data.inflection
    word, stop = word_after(flat, end)
    if not word.endswith(by.duals):
        return None
    for first in (noun[:-2], noun[:-3] + by.feminine):
        for second in (word[:-2], word[:-3] + by.feminine):
            meaning = g.suffixes.forms.get(f"{first} {second}")
            if meaning:
                return meaning, stop
    return None


def read_year_words(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """ "nineteen eighty-four", "twenty twenty-four": a year read in two halves; Nineteen Eighty-Four is a title."""
    flat = view.flat
    word, end = word_at(flat, at)
    atom = g.atoms.get(word)
    if atom is None or flat[end : end + 1] != " ":
        return None
    rest = read_additive(view, end + 1, g)
    if rest is None or rest.digits or rest.value not in _SECOND_HALVES:
        return None
    follows = word_after(flat, rest.end)[0]
    if g.suffixes.at(flat, rest.end + 1) or follows.rstrip("s") in g.ordinals:
        return None
    if view.text[at].isupper() and view.text[end + 1].isupper():
        return Refused(at, rest.end, "title_in_words")
    year = int(atom.value * 100 + rest.value)
    return Draft(at, rest.end, at, rest.end, "date", "year-words", value=str(year))
