"""Numerals that are sums of products of words: Arabic and English (and, with their words, most others).

The two differ in data only: whether units stand before tens, and whether the joining word is written on the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Atom, Grammar
from build_tools.annotate.figures.numerals.digits import read_digits
from build_tools.annotate.figures.numerals.sums import Step, Sum, empty_sum
from build_tools.annotate.figures.view import View
from build_tools.model import Suspect

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ ]{1,3}-?[ ]?|-[ ]{0,2}")
_LONGEST = 24
"""Words of one numeral; longer runs are lists or nonsense."""


@lru_cache(maxsize=64)
def word_at(flat: str, at: int) -> tuple[str, int]:
    """The word that begins at a place, and its end; every rule asks for the same few words around a number."""
    match = _WORD.match(flat, at)
    return (match[0], match.end()) if match else ("", at)


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
    if merged and word.startswith(merged) and word not in g.atoms and flat.startswith(merged, at - 1):
        return word[len(merged) :]
    return word


def first_step(view: View, at: int, g: Grammar) -> Step | None:
    """The step that opens a numeral at ``at``."""
    return _step(view, at, at, g, joined=False, hyphen=False)


def _step(view: View, gap_start: int, at: int, g: Grammar, *, joined: bool, hyphen: bool) -> Step | None:
    flat = view.flat
    if at >= len(flat):
        return None
    if flat[at].isdecimal():
        read = read_digits(view, at, decimal_comma=bool(g.data.numerals.decimal_comma))
        if read is None or read.value is None:
            return None
        return Step(
            Atom("unit", read.value), at, read.end, joined, gap_start, digits=True, grouped=read.grouped
        )
    word, end = word_at(flat, at)
    atom = g.atoms.get(word) or g.atoms.get(strip_definite(word, g))
    if atom is None and at == gap_start:
        atom = g.atoms.get(after_article(flat, at, word, g))
    return Step(atom, at, end, joined, gap_start, hyphen=hyphen) if atom else None


def next_step(view: View, at: int, g: Grammar) -> Step | None:
    """The step after ``at``, across white space, a hyphen (in languages that write one) or a joining word."""
    flat = view.flat
    gap = _GAP.match(flat, at)
    begin = gap.end() if gap else at
    if begin >= len(flat):
        return None
    hyphen = bool(gap and "-" in gap[0])
    if g.glued:
        if not gap or hyphen or flat[begin].isdecimal():
            return None
        plainly = _step(view, at, begin, g, joined=False, hyphen=False)
        if plainly:
            return plainly
        if flat[begin] in g.data.numerals.joiners:
            after = begin + 1
            while after < len(flat) and flat[after] == " " and after < begin + 3:
                after += 1
            return _step(view, at, after, g, joined=True, hyphen=False)
        return None
    word, end = word_at(flat, begin)
    if word in g.data.numerals.joiners:
        space = _GAP.match(flat, end)
        return _step(view, at, space.end(), g, joined=True, hyphen=False) if space else None
    if not gap:
        return _glued_scale(view, at, g)
    return _step(view, at, begin, g, joined=False, hyphen=hyphen)


def _glued_scale(view: View, at: int, g: Grammar) -> Step | None:
    """£11million: the word for a scale right behind digits."""
    step = (
        _step(view, at, at, g, joined=False, hyphen=False) if at and view.flat[at - 1].isdecimal() else None
    )
    return (
        step
        if step and not step.digits and step.atom.kind in ("scale", "many") and step.end - at > 3
        else None
    )


def steps(view: View, at: int, g: Grammar) -> Iterator[Step]:
    """The steps of the longest possible numeral from ``at``."""
    step = first_step(view, at, g)
    count = 0
    while step is not None and count < _LONGEST:
        yield step
        count += 1
        step = next_step(view, step.end, g)


@lru_cache(maxsize=32)
def read_additive(view: View, at: int, g: Grammar) -> Number | None:
    """The numeral that starts at ``at``, with its shorter readings, or ``None``."""
    if view.flat[at : at + 1].isdecimal():
        # Most numbers are digits with no further word: those need no sum.
        read = read_digits(view, at, decimal_comma=bool(g.data.numerals.decimal_comma))
        if read is None or read.value is None:
            return None
        following = next_step(view, read.end, g)
        if following is None or following.digits:
            return Number(at, read.end, read.value, "digits", digits=True, grouped=read.grouped)
    total = empty_sum(units_first=g.units_first)
    splits: list[tuple[Number, int]] = []
    first: Step | None = None
    last: Step | None = None
    suspect: Suspect | None = None
    before = None
    for step in steps(view, at, g):
        if first is not None and step.joined:
            splits.append((_number(total, first, at, last.end if last else at, (), suspect), step.start))
        before = total.copy()
        if step.digits and last is not None and not step.joined and _other_number(view, step, g):
            break
        if not total.take(step):
            if first is not None and step.joined:
                splits.pop()
            elif splits and step.atom.kind in ("scale", "many", "times100"):
                # "3500 و4 آلاف": the group belongs to a scale that has no place here, so a new number began before it.
                return splits[-1][0]
            break
        if (
            last is not None
            and last.grouped
            and step.atom.kind in ("scale", "many")
            and step.atom.value == 1000
        ):
            suspect = "double_scale"
        first = first or step
        last = step
    if first is None or last is None or before is None:
        return None
    if first.atom.kind == "article" and total.words == 1:
        return None
    if total.words == 1 and _is_dual(view, first, g):
        total.terms[-1] = (2 * total.terms[-1][0], total.terms[-1][1])
    return _number(total, first, at, last.end, tuple(splits), suspect)


def _other_number(view: View, step: Step, g: Grammar) -> bool:
    """$450 million 12 years later: digits behind a scale are its own only before another scale (4 thousand 3 hundred)."""
    follows = next_step(view, step.end, g)
    return follows is None or follows.digits or follows.atom.kind not in ("scale", "many", "times100")


def _is_dual(view: View, step: Step, g: Grammar) -> bool:
    """Whether مليونا is "two million": right before what it counts, and not written with tanwin."""
    flat = view.flat
    if (
        flat[step.start : step.end] not in g.data.numerals.dual_construct
        or flat[step.end : step.end + 1] != " "
    ):
        return False
    if view.back is not None:
        _, stop = view.outer(step.start, step.end)
        if g.data.numerals.tanwin_sign in view.source[view.back[step.start] : stop - view.base]:
            return False
    found = g.suffixes.at(flat, step.end + 1)
    return bool(found and found[0].kind in ("money", "count"))


def _number(
    total: Sum,
    first: Step,
    start: int,
    end: int,
    splits: tuple[tuple[Number, int], ...],
    suspect: Suspect | None,
) -> Number:
    return Number(
        start=start,
        end=end,
        value=total.value,
        trail="digits"
        if first.digits and total.words == 1
        else "number-words"
        if not first.digits
        else "digits-scale",
        digits=first.digits,
        scale=total.scale,
        grouped=first.grouped,
        suspect=suspect,
        splits=splits,
        doubtful=first.atom.ambiguous and total.words == 1,
    )
