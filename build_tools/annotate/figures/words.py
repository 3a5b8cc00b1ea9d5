"""Figures that are one word or a fixed phrase: doubled, تضاعفت, 翻番, duals (عامين), "a year", ranks."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.additive import strip_definite, word_at
from build_tools.annotate.figures.bounds import word_before
from build_tools.annotate.figures.draft import Draft, Meaning
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.partitive import ordinal_at
from build_tools.annotate.figures.quantity import Context
from build_tools.annotate.figures.view import View


def _single(start: int, end: int, meaning: Meaning, value: Fraction, rule: str) -> Draft:
    return Draft(
        start,
        end,
        start,
        end,
        meaning.kind,
        rule,
        value=value,
        unit=meaning.unit,
        currency=meaning.currency,
        suffixed=True,
    )


def read_fixed(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """تضاعفت, doubled, 翻一番."""
    found = g.fixed.at(view.flat, at)
    if found is None:
        return None
    value, end = found
    return _single(at, end, Meaning("multiple"), value, f"fixed-multiple:{view.flat[at:end]}")


def read_dual(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """عامين, شخصين: the dual of a listed noun is two of it; مرتين ونصف المرة is two and a half times."""
    if not g.duals:
        return None
    word, end = word_at(view.flat, at)
    found = g.duals.get(word)
    if found is None:
        return None
    skip, meaning = found
    half = re.compile(r" ونصف(?: ال\w{1,12})?").match(view.flat, end)
    value = Fraction(2)
    if meaning.unit == "time":
        if half is None:
            return None
        return _single(at + skip, half.end(), Meaning("multiple"), Fraction(5, 2), "dual-and-half")
    if half and meaning.kind == "duration" and not view.flat[half.end() - 1].isspace():
        return _single(at + skip, at + skip + len(word) - skip + 5, meaning, Fraction(5, 2), "dual-and-half")
    return replace(_single(at + skip, end, meaning, value, meaning.table), noun=meaning.kind == "count")


def read_single_unit(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """One of a unit without a number word: "for a year", "an hour and 45 minutes", "all day", لمدة عام."""
    flat = view.flat
    extra = g.data["duration_extra"]
    word, end = word_at(flat, at)
    if word in extra.get("singular", ()):
        # Without an article only a word for a length before it says that one is meant: لمدة عام.
        found = g.suffixes.at(flat, at)
        cued = word_before(flat, at) in extra["cue"] and not re.match(r" ?(?:\d|و?نصف)", flat[end : end + 6])
        return _single(at, end, found[0], Fraction(1), "single-unit") if found and cued else None
    atom = g.atoms.get(word)
    whole = word in extra.get("whole", ())
    if not whole and not (atom and atom.kind == "article"):
        return None
    if flat[end : end + 1] not in (" ", "-"):
        return None
    found = g.suffixes.at(flat, end + 1)
    if found is None or found[0].kind not in ("duration", "money") or found[0].table.startswith("minor"):
        return None
    meaning, stop = found
    if flat.startswith(" of ", stop):
        return None
    if meaning.kind == "money":
        return (
            replace(_single(at, stop, meaning, Fraction(1), "single-unit"), assumed="currency")
            if word_at(flat, at)[0] in ("a", "an", "one") and not word_before(flat, at)
            else None
        )
    joined = flat.startswith(" and ", stop)
    if not (whole or joined or word_before(flat, at) in extra.get("cue", ()) or at == 0):
        return None
    value = Fraction(1)
    return _single(at, stop, meaning, value * meaning.factor, "single-unit")


def read_rank(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """ثاني أكبر, second-largest, the 3rd biggest."""
    flat = view.flat
    if not g.ordinals:
        return None
    found: tuple[int, int] | None = None
    if flat[at].isdigit():
        match = re.compile(r"(\d{1,5})(?:st|nd|rd|th)(?!\w)").match(flat, at)
        found = (int(match[1]), match.end()) if match else None
    else:
        word, end = word_at(flat, at)
        bare = strip_definite(word, g) if g.definite else word
        if bare in g.ordinals and g.definite:
            found = (g.ordinals[bare], end)
        elif not g.definite:
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
    if g.rank_before.before(flat, left):
        return Draft(at, end, at, end, "rank", "rank-cue", value=Fraction(value), suffixed=True)
    if at == 0 and end == len(flat.rstrip()):
        return Draft(at, end, at, end, "rank", "ordinal", value=Fraction(value), suffixed=True)
    if flat[at].isdigit():
        # An ordinal in digits is never a count.
        return Draft(at, end, at, end, "rank", "ordinal-dropped", value=None, suffixed=True)
    return None
