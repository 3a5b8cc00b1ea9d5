"""Figures that are one word or a fixed phrase: doubled, تضاعفت, 翻番, duals (عامين), "a year", ranks."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools import languages
from build_tools.annotate.figures.counted.heads import read_vague_head
from build_tools.annotate.figures.draft import Context, Draft, Form, Meaning, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import read_additive, word_at
from build_tools.annotate.figures.numerals.ordinals import written_ordinal
from build_tools.annotate.figures.numerals.partitive import ordinal_at
from build_tools.annotate.figures.view import View, word_before

_ORDINAL = re.compile(r"(\d{1,5})(?:st|nd|rd|th)(?!\w)")


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
    word, _ = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", end)
    before = word_before(flat, at - 1 if at and flat[at - 1] in (g.proclitics or " ") else at)
    return word.removeprefix(g.article) in needs.before or (not word and before in needs.after)


def read_fixed(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """تضاعفت, doubled, 翻一番."""
    found = g.fixed.at(view.flat, at)
    if found is None:
        return None
    value, end = found
    if not _compares(view.flat, at, end, g):
        return Refused(at, end, "multiple_of_nothing")
    if view.flat.endswith(" the", at, end):
        # "double the" multiplies; the article belongs to what follows.
        end -= len(" the")
    return _single(at, end, Meaning("multiple"), value, f"fixed-multiple:{view.flat[at:end]}", "fixed")


def read_dual(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """عامين, شخصين: the dual of a listed noun is two of it; مرتين ونصف المرة is two and a half times."""
    if not g.duals:
        return None
    word, end = word_at(view.flat, at)
    found = g.duals.get(word)
    if found is None:
        return _bound_dual(view.flat, at, word, end, g)
    skip, meaning = found
    before = word_before(view.flat, at)
    phrase = g.phrases.at(view.flat, at - 1 - len(before)) if before else None
    if phrase and phrase[1] >= end:
        return Refused(at + skip, end, "fixed_phrase")
    follows = word_at(view.flat, end + 1)[0] if view.flat[end : end + 1] == " " else ""
    numbered = follows[:1].isdecimal() or re.match(r" \d", view.flat[end : end + 2]) is not None
    if g.is_definite(word[skip:]) and (numbered or follows.removeprefix(g.article) in g.ordinals):
        return Refused(at + skip, end, "dual_before_its_label")
    if meaning.unit == "time":
        return _single(at + skip, end, Meaning("multiple"), Fraction(2), "dual-times")
    paired = _dual_pair(view.flat, word[skip:], end, g)
    if paired:
        meaning, end = paired
    made = _single(at + skip, end, meaning, Fraction(2), meaning.told, "dual")
    return replace(made, noun=meaning.kind == "count", assumed="currency" if meaning.assumed else None)


def _bound_dual(flat: str, at: int, word: str, end: int, g: Grammar) -> Draft | None:
    """ركلتي جزاء, نقطتا أساس: the first of two words in the dual."""
    bound = g.bound_duals.get(word)
    if bound is None or flat[end : end + 1] != " ":
        return None
    second, stop = word_at(flat, end + 1)
    meaning = bound[1].get(second)
    if meaning is None:
        return None
    made = _single(at + bound[0], stop, meaning, Fraction(2), meaning.told, "dual")
    return replace(made, noun=meaning.kind == "count")


def _dual_pair(flat: str, noun: str, end: int, g: Grammar) -> tuple[Meaning, int] | None:
    """نقطتين مئويتين, كيلومترين مربعين: a noun and its adjective, both in the dual, mean what they mean in the singular."""
    word, stop = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", end)
    if not word.endswith(("ين", "ان")) or len(word) < 5:
        return None
    for first in (noun[:-2], f"{noun[:-3]}ه"):
        for second in (word[:-2], f"{word[:-3]}ه"):
            meaning = g.suffixes.forms.get(f"{first} {second}")
            if meaning:
                return meaning, stop
    return None


def read_single_unit(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """One of a unit without a number word: "for a year", "an hour and 45 minutes", "all day", لمدة عام, سنوات عدة."""
    word, end = word_at(view.flat, at)
    if word in g.data.counting.vague_after:
        return read_vague_head(view, at, end, g)
    if word in g.data.duration_extra.singular:
        return _cued_unit(view.flat, at, end, g)
    atom = g.atoms.get(word)
    whole = word in g.data.duration_extra.whole
    if (not whole and not (atom and atom.kind == "article")) or view.flat[end : end + 1] not in (" ", "-"):
        return None
    found = g.suffixes.at(view.flat, end + 1)
    if found is None or found[0].kind not in ("duration", "money") or found[0].table == "minor":
        return None
    meaning, stop = found
    if _leads_to_noun(view.flat, end, stop, g, whole=whole):
        return None
    if meaning.kind == "money":
        return _one_sum(view.flat, at, stop, meaning, g)
    if not (whole or view.flat.startswith(" and ", stop) or at == 0 or _lasting(view.flat, at, g)):
        return None
    value = Fraction(1)
    plain = languages.table("units")["plain_unit"].get(meaning.unit or "")
    if plain:
        meaning, value = replace(meaning, unit=plain[1]), Fraction(plain[0])
    return _single(at, stop, meaning, value * meaning.factor, "single-unit")


def _cued_unit(flat: str, at: int, end: int, g: Grammar) -> Draft | None:
    """لمدة عام: without an article only a word for a length before it says that one is meant."""
    found = g.suffixes.at(flat, at)
    joiners = "".join(g.data.numerals.joiners)
    cued = word_before(flat, at).lstrip(joiners) in g.data.duration_extra.cue
    if found is None or not cued or g.pattern("number_follows").match(flat, end):
        return None
    if _named_time(flat, end, g) or flat.startswith(f" {g.article}", end):
        return None
    one, stop = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", end)
    return _single(
        at, stop if one in g.data.counting.one_after else end, found[0], Fraction(1), "single-unit"
    )


def _leads_to_noun(flat: str, end: int, stop: int, g: Grammar, *, whole: bool) -> bool:
    """Whether the unit after an article belongs to what follows: a $40 cap, its full-year guidance, a quarter percent."""
    if not flat[end + 1].isalpha() or flat.startswith(" of ", stop):
        return True
    noun, _ = word_at(flat, stop + 1) if flat[stop : stop + 1] in (" ", "-") else ("", stop)
    follows = bool(noun) and noun not in g.stop_words
    form = flat[end + 1 : stop]
    if form in g.fractions and g.suffixes.at(flat, stop + 1):
        return True
    if form in g.ordinals and follows:
        return True
    return whole and flat[end] == "-" and flat[stop : stop + 1] == " " and follows


def _one_sum(flat: str, at: int, stop: int, meaning: Meaning, g: Grammar) -> Draft | None:
    """A dollar, at the beginning; not a real pleasure."""
    noun, _ = word_at(flat, stop + 1) if flat[stop : stop + 1] == " " else ("", stop)
    if (noun and noun not in g.stop_words) or word_before(flat, at):
        return None
    one = _single(at, stop, meaning, Fraction(1), "single-unit")
    return replace(one, assumed="currency") if word_at(flat, at)[0] in ("a", "an", "one") else None


def _lasting(flat: str, at: int, g: Grammar) -> bool:
    """Whether a word for a length stands before a unit, with or without a modifier: for a year, in under an hour."""
    cues = g.data.duration_extra.cue
    if word_before(flat, at) in cues:
        return True
    found = g.modifiers_before.before(flat, at - 1)
    return found is not None and (
        found[0] in ("more-than", "less-than", "at-least") or word_before(flat, found[1]) in cues
    )


def _named_time(flat: str, end: int, g: Grammar) -> bool:
    """Whether a name follows the unit, so that it says when and not how long: خلال شهر مارس, خلال يوم الأحد."""
    if flat[end : end + 1] != " ":
        return False
    word, _ = word_at(flat, end + 1)
    named = g.months.at(flat, end + 1) or g.hijri_months.at(flat, end + 1)
    return named is not None or word in g.data.dates.day_nouns


def read_year_words(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """ "nineteen eighty-four", "twenty twenty-four": a year read in two halves."""
    flat = view.flat
    if g.positional or g.glued or not flat[at].isalpha():
        return None
    word, end = word_at(flat, at)
    atom = g.atoms.get(word)
    if atom is None or not 15 <= atom.value <= 20 or flat[end : end + 1] != " ":
        return None
    rest = read_additive(view, end + 1, g)
    if rest is None or rest.digits or rest.value is None or not 10 <= rest.value < 100:
        return None
    follows, _ = word_at(flat, rest.end + 1)
    if g.suffixes.at(flat, rest.end + 1) or g.phrases.at(flat, at) or follows.rstrip("s") in g.ordinals:
        return None
    year = int(atom.value * 100 + rest.value)
    return Draft(at, rest.end, at, rest.end, "date", "year-words", value=str(year))


def _written_rank(flat: str, at: int, g: Grammar) -> Draft | Refused | None:
    """ثاني أكبر, المركز الثالث, الجولة الثامنة عشرة: two words are always a rank, one is with a word that says so."""
    found = written_ordinal(flat, at, g)
    if found is None:
        return None
    end = found.end
    follows = g.rank_after.at(flat, end + 1) if flat[end : end + 1] == " " and not found.definite else None
    if follows:
        return Draft(
            at, follows[1], at, end, "rank", "rank-superlative", value=Fraction(found.value), suffixed=True
        )
    left = at
    while left and flat[left - 1] == " ":
        left -= 1
    heads = g.data.ranks.heads
    head = word_before(flat, at)
    other = any(flat.startswith(f" {form}", end) for form in heads.not_before)
    if other or any(word in (head, head[1:]) for word in heads.none):
        return Refused(at, end, "ordinal_of_no_rank")
    cued = g.rank_before.before(flat, left) is not None or _second_rank(flat, at, g)
    alone = at == 0 and end == len(flat.rstrip())
    if cued or alone or (found.compound and found.definite):
        rule = "rank-cue" if cued else "ordinal"
        return Draft(at, end, at, end, "rank", rule, value=Fraction(found.value), suffixed=True)
    return Refused(at, end, "ordinal_of_no_rank") if found.compound else None


def _second_rank(flat: str, at: int, g: Grammar) -> bool:
    """المركزين الثالث والرابع: an ordinal joined to one that a word for ranking leads."""
    if not at or flat[at - 1] not in g.data.numerals.joiners:
        return False
    first = word_before(flat, at - 1)
    start = at - 2 - len(first)
    led = g.rank_before.before(flat, start - 1) if start > 1 else None
    return bool(led) and first.removeprefix(g.article) in g.ordinals


_CLAUSE = re.compile(
    r" ?[.,;)]| (?:in|on|with|behind|among|out of|overall|and|but|after|going into|at)(?![a-z])"
)


def _placed(flat: str, left: int, end: int, g: Grammar) -> bool:
    """Was third, lies seventh in the table: after such a verb, with no noun after it, an ordinal is a place."""
    return g.rank_copulas.before(flat, left) is not None and (
        end == len(flat) or _CLAUSE.match(flat, end) is not None
    )


def read_rank(view: View, at: int, g: Grammar, context: Context) -> Draft | Refused | None:
    """ثاني أكبر, second-largest, the 3rd biggest."""
    flat = view.flat
    if not g.ordinals:
        return None
    found: tuple[int, int] | None = None
    if flat[at].isdecimal():
        match = _ORDINAL.match(flat, at)
        found = (int(match[1]), match.end()) if match else None
    elif g.article:
        return _written_rank(flat, at, g)
    else:
        found = ordinal_at(flat, at, g, plural=False)
    if found is None:
        return None
    value, end = found
    after = flat[end : end + 1]
    follows = g.rank_after.at(flat, end + 1) if after in (" ", "-") else None
    if follows:
        return Draft(
            at, follows[1], at, end, "rank", "rank-superlative", value=Fraction(value), suffixed=True
        )
    left = at
    while left and flat[left - 1] == " ":
        left -= 1
    if g.rank_before.before(flat, left) or (value > 1 and _placed(flat, left, end, g)):
        return Draft(at, end, at, end, "rank", "rank-cue", value=Fraction(value), suffixed=True)
    if at == 0 and end == len(flat.rstrip()):
        return Draft(at, end, at, end, "rank", "ordinal", value=Fraction(value), suffixed=True)
    if flat[at].isdecimal():
        # An ordinal in digits is never a count.
        return Refused(at, end, "ordinal_of_no_rank")
    return None
