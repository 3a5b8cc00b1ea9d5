"""Numerals that are sums of products of words: Arabic and English (and, with their words, most others).

The two differ in data only: whether units stand before tens, and whether the joining word is written on the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Atom, Grammar
from build_tools.annotate.figures.numerals.digits import Digits, read_digits
from build_tools.annotate.figures.numerals.sums import Step, Sum, empty_sum
from build_tools.annotate.figures.view import View
from build_tools.model import Suspect

_POINTS = (".", "٫")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ ]{1,3}-?[ ]?|-[ ]{0,2}")


@lru_cache(maxsize=64)
def word_at(flat: str, at: int) -> tuple[str, int]:
    """The word that begins at a place, and its end; every rule asks for the same few words around a number."""
    match = _WORD.match(flat, at)
    return (match[0], match.end()) if match else ("", at)


def word_after(flat: str, end: int, gaps: str = " ") -> tuple[str, int]:
    """The word behind the blank, or another of ``gaps``, at a place, and its end; an empty one where none stands there."""
    return word_at(flat, end + 1) if flat[end : end + 1] in tuple(gaps) else ("", end)


def strip_definite(word: str, g: Grammar) -> str:
    if g.is_definite(word) and word not in g.atoms:
        return word[len(g.article) :]
    return word


def without_endings(word: str, g: Grammar) -> set[str]:
    """A noun without its article and without a pronoun: قيمتها is قيمة."""
    owned = [word.removesuffix(end) for end in g.data.numerals.fraction_endings if word.endswith(end)]
    feminine = g.data.numerals.feminine
    return {word, g.bare(word), *owned, *(form[:-1] + feminine for form in owned)}


def after_article(flat: str, at: int, word: str, g: Grammar) -> str:
    """The word whose article is merged with the ل before it (للثلاثة, read from its second ل)."""
    merged = g.article[1:]
    return word[len(merged) :] if flat.startswith(2 * merged, at - 1) else word


def first_step(view: View, at: int, g: Grammar) -> Step | None:
    """The step that opens a numeral at ``at``."""
    return _step(view, at, at, g, joined=False, hyphen=False)


def _step(view: View, gap_start: int, at: int, g: Grammar, *, joined: bool, hyphen: bool) -> Step | None:
    flat = view.flat
    if flat[at : at + 1].isdecimal() or flat[at : at + 1] in _POINTS:
        read = read_digits(view, at, g)
        return _in_digits(read, at, joined, gap_start) if read else None
    word, end = word_at(flat, at)
    atom = (
        g.atoms.get(word)
        or g.atoms.get(strip_definite(word, g))
        or g.atoms.get(after_article(flat, at, word, g))
    )
    return Step(atom, at, end, joined, gap_start, hyphen=hyphen) if atom else None


def _in_digits(read: Digits, at: int, joined: bool, gap_start: int) -> Step:
    unit = Atom("unit", read.value)
    return Step(unit, at, read.end, joined, gap_start, digits=True, grouped=read.grouped)


def next_step(view: View, at: int, g: Grammar) -> Step | None:
    """The step after ``at``, across white space, a hyphen (in languages that write one) or a joining word; £11million has
    nothing between."""
    flat = view.flat
    gap = _GAP.match(flat, at)
    begin = gap.end() if gap else at
    hyphen = "-" in flat[at:begin]
    if g.glued:
        if hyphen:
            return None
        # Joined first: in "مئة وأحد عشر" the joining word and eleven look like one.
        joined = flat[begin : begin + 1] in g.data.numerals.joiners
        after = begin + 1 + (flat[begin + 1 : begin + 2] == " ")
        step = _step(view, at, after, g, joined=True, hyphen=False) if joined else None
        return step or _step(view, at, begin, g, joined=False, hyphen=False)
    word, end = word_at(flat, begin)
    if word in g.data.numerals.joiners:
        space = _GAP.match(flat, end)
        return _step(view, at, space.end(), g, joined=True, hyphen=False) if space else None
    return _step(view, at, begin, g, joined=False, hyphen=hyphen)


def _scales(step: Step | None) -> bool:
    """Whether a step multiplies what stands before it."""
    return step is not None and step.atom.kind in ("scale", "many", "times100")


def steps(view: View, first: Step | None, g: Grammar) -> Iterator[Step]:
    """The steps of the longest possible numeral that a step opens."""
    step = first
    while step is not None:
        yield step
        step = next_step(view, step.end, g)


@lru_cache(maxsize=32)
def read_additive(view: View, at: int, g: Grammar) -> Number | None:
    """The numeral that starts at ``at``, with its shorter readings, or ``None``."""
    first = first_step(view, at, g)
    if first is None:
        return None
    if first.digits and not _scales(next_step(view, first.end, g)):
        # Most numbers are digits with no further word: those need no sum.
        return Number(at, first.end, first.atom.value, "digits", digits=True, grouped=first.grouped)
    total = empty_sum(units_first=g.units_first)
    splits: list[tuple[Number, int]] = []
    last = first
    suspect: Suspect | None = None
    for step in steps(view, first, g):
        if step.joined:
            splits.append((_number(total, first, last.end, (), suspect), step.start))
        # $450 million 12 years later: digits behind a scale are its own only before another scale (4 thousand 3 hundred).
        other = step.digits and not step.joined and not _scales(next_step(view, step.end, g))
        if other or not total.take(step):
            if splits and _scales(step):
                # "3500 و4 آلاف": the group belongs to a scale that has no place here, so a new number began before it.
                return splits[-1][0]
            break
        if last.grouped and step.atom.value == 1000:
            suspect = "double_scale"
        last = step
    if total.words <= (first.atom.kind == "article"):
        # A scale alone, or an article.
        return None
    if total.words == 1 and _is_dual(view, first, g):
        total.terms[-1] = (2 * total.terms[-1][0], total.terms[-1][1])
    return _number(total, first, last.end, tuple(splits), suspect)


def _is_dual(view: View, step: Step, g: Grammar) -> bool:
    """Whether مليونا is "two million": right before what it counts, and not written with tanwin."""
    if view.flat[step.start : step.end] not in g.data.numerals.dual_construct:
        return False
    start, end = view.outer(step.start, step.end)
    written = view.source[start - view.base : end - view.base]
    counts = view.flat.startswith(" ", step.end) and g.suffixes.at(view.flat, step.end + 1) is not None
    return counts and g.data.numerals.tanwin_sign not in written


def _number(
    total: Sum, first: Step, end: int, splits: tuple[tuple[Number, int], ...], suspect: Suspect | None
) -> Number:
    return Number(
        start=first.start,
        end=end,
        value=total.value,
        trail="digits-scale" if first.digits else "number-words",
        digits=first.digits,
        scale=total.scale,
        grouped=first.grouped,
        suspect=suspect,
        splits=splits,
    )
