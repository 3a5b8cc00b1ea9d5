"""Number words of an alphabet that more often are another word: those need a unit, or to stand alone."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Draft, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import strip_definite, word_after, word_at
from build_tools.annotate.figures.refused.seen import Seen, refuse

_WORD_FOLLOWS = re.compile(r" ?[^\W\d_]")
_GREATEST_QUAKE = 10
_NEAR = 24
"""Characters before a result in which the verb of winning stands."""
_SHORTEST = 4
"""Letters that a word must have more of to end like one that stands for a noun."""


def per_so_many(seen: Seen) -> Refused | None:
    """公里/万平方公里, mg/100 ml: what a measure is told for."""
    start = seen.draft.number_start
    unit = seen.flat[max(0, start - 2) : start - 1]
    return refuse(seen, seen.before == "/" and unit.isalpha())


def placing(seen: Seen) -> Draft | None:
    """Ranked one and three in the world, world number three: a place, no count."""
    draft, start = seen.draft, seen.draft.number_start
    whole = (
        draft.kind == "count"
        and not draft.suffixed
        and draft.form == "plain"
        and isinstance(draft.value, Fraction)
    )
    if not whole or not seen.g.pattern("placed_before").search(seen.flat, max(0, start - 40), start):
        return None
    return replace(draft, kind="rank", unit=None, modifier="exact", trail="placing", suffixed=True)


def magnitude(seen: Seen) -> Draft | None:
    """A magnitude-6.1 quake, of magnitude 7, 4.1 on the Richter scale: what the words beside it measure."""
    draft = seen.draft
    small = isinstance(draft.value, Fraction) and 0 < draft.value <= _GREATEST_QUAKE
    if not small or not seen.bare:
        return None
    led = seen.g.pattern("magnitude_before").search(
        seen.flat, max(0, draft.number_start - 20), draft.number_start
    ) or seen.g.pattern("magnitude_after").match(seen.flat, draft.number_end)
    if not led:
        return None
    return replace(draft, unit="magnitude", suffixed=True, trail=f"{draft.trail}+head:magnitude")


def time_of_day(seen: Seen) -> Refused | None:
    """Five o'clock: an hour, no count."""
    return refuse(seen, seen.g.pattern("clock_after").match(seen.flat, seen.draft.number_end) is not None)


def nothing_hyphened(seen: Seen) -> Refused | None:
    """Zero-tolerance."""
    draft = seen.draft
    return refuse(seen, draft.value == 0 and seen.after == "-")


def digits_of_a_sum(seen: Seen) -> Refused | None:
    """A six-figure sum: how many digits an amount has tells none."""
    bound, _ = word_at(seen.flat, seen.draft.number_end + 1)
    return refuse(seen, seen.after == "-" and bound in seen.g.data.lemma.not_counted)


def fraction_of_doubt(seen: Seen) -> Draft | Refused | None:
    """ثمن, سبع: a word that is a price or a lion more often than an eighth or a seventh."""
    if not _is_fraction(seen.draft):
        return None
    if seen.draft.sure:
        return seen.draft
    return refuse(seen, not _is_part(seen)) or seen.draft


def doubtful_part(seen: Seen) -> Refused | None:
    """Third, quarter: without an article a part only where nothing else stands."""
    doubtful = _is_fraction(seen.draft) and seen.run in seen.g.doubtful
    return refuse(seen, doubtful and not _stands_alone(seen))


def _stands_alone(seen: Seen) -> bool:
    """Whether no word stands before the number and nothing behind it."""
    return not seen.word_before and seen.draft.number_end == len(seen.flat)


def half_of_what(seen: Seen) -> Refused | None:
    """The first half, the Liverpool half, half-staff, her better half: a half that is no part of a number."""
    draft, flat, names = seen.draft, seen.flat, seen.g.data.names
    if not _is_fraction(draft) or seen.run.rpartition(" ")[2] not in names.halves:
        return None
    before = seen.word_before
    start = draft.number_start
    named = bool(before) and seen.view.text[start - 1 - len(before)].isupper() and start - 1 - len(before) > 0
    joined = seen.after == "-" and not flat.startswith(names.halves_join, draft.number_end)
    return refuse(seen, before in names.no_half_after or joined or (named and not draft.suffixed))


def _is_fraction(draft: Draft) -> bool:
    return draft.form == "fraction" and draft.kind == "ratio"


def _is_part(seen: Seen) -> bool:
    """ "بزيادة الثلث", "أقل من النصف"; not "النصف الأول"."""
    flat, draft, g, word = seen.flat, seen.draft, seen.g, seen.run
    numerals = g.data.numerals
    bare = strip_definite(word, g)
    if bare != word:
        named = any(flat.startswith(f" {lead}", draft.number_end) for lead in numerals.no_part_before)
        return seen.word_before in numerals.fraction_cues and not named and bare not in g.doubtful
    if word in numerals.fraction_homographs:
        return False
    if word not in g.doubtful:
        return True
    follows = g.pattern("definite_follows").match(flat, draft.number_end)
    of_something = follows and word_at(flat, draft.number_end + 1)[0] not in g.data.ranges.to
    return bool(of_something) or _stands_alone(seen)


def in_a_name(seen: Seen) -> Refused | None:
    """Twenty20: a word for a number with digits on it is a name."""
    return refuse(seen, seen.after.isdecimal())


def side_of_a_result(seen: Seen) -> Refused | None:
    """Two-nil, three-one; won, two to one."""
    if seen.draft.suffixed:
        return None
    if seen.after == "-":
        return refuse(seen, _score_side(seen.flat, seen.draft.number_end + 1, seen.g))
    start = seen.draft.number_start
    told = seen.g.pattern("won_to_one").search(seen.flat, max(0, start - _NEAR), start)
    one = seen.g.pattern("to_one").match(seen.flat, seen.draft.number_end)
    return Refused(start, one.end(), "") if told and one else None


def _score_side(flat: str, at: int, g: Grammar) -> bool:
    """Whether the other side of a result follows the hyphen: nil, all, one."""
    word, end = word_at(flat, at)
    atom = g.atoms.get(word)
    side = word in g.data.names.score_words or (atom is not None and atom.kind in ("zero", "unit"))
    return side and flat[end : end + 1] != "-"


def authored(seen: Seen) -> Refused | None:
    """ألف كتابا, ألف أكثر من رواية: the verb for writing, since after a thousand a noun stands in the genitive."""
    said = seen.g.pattern("authored").match(seen.flat, seen.draft.number_start)
    whole = said is not None and said.start() + len(said[0].split(" ")[0]) == seen.draft.number_end
    return refuse(seen, whole and seen.draft.kind == "count" and seen.draft.bound_start < 0)


def one_of_them(seen: Seen) -> Refused | None:
    """أحد أشهر الرؤساء: one of them, no number."""
    return refuse(seen, seen.run in seen.g.data.numerals.one_of)


def ambiguous_word(seen: Seen) -> Refused | None:
    """One, خمس: a number word that is no number where it counts nothing, nothing bounds it and words stand beside it; خمس من is five of many."""
    draft, flat, g = seen.draft, seen.flat, seen.g
    if not _is_ambiguous(seen.run, g) or (draft.suffixed and draft.kind != "count"):
        return None
    atom = g.atoms.get(seen.run)
    several = atom is not None and atom.value > 2
    if (draft.suffixed and several and draft.unit != "time") or draft.reach < draft.number_start:
        return None
    if draft.bound_start >= 0:
        return None
    alone = not seen.word_before and not _WORD_FOLLOWS.match(flat[draft.number_end : draft.number_end + 2])
    of_many = flat.startswith(tuple(f" {link} " for link in g.data.counting.noun_link), draft.number_end)
    return refuse(seen, not alone and not (several and (of_many or _of_them(flat, draft.number_end, g))))


def _is_ambiguous(word: str, g: Grammar) -> bool:
    atom = g.atoms.get(word) or g.atoms.get(strip_definite(word, g))
    return bool(atom and atom.ambiguous)


def _of_them(flat: str, end: int, g: Grammar) -> bool:
    """سبع منها, خمس أخريات, تسع صينية: what follows stands for the noun that was named before."""
    word, _ = word_after(flat, end)
    table = g.data.numerals.noun_stand_ins
    return word in table.words or (len(word) > _SHORTEST and word.endswith(table.endings))
