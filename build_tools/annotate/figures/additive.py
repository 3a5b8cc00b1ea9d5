"""Numerals that are sums of products of words: Arabic and English (and, with their words, most others).

The two differ in data only: whether units stand before tens, and whether the joining word is written on the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from build_tools.annotate.figures.digits import read_digits
from build_tools.annotate.figures.draft import Number
from build_tools.annotate.figures.grammar import Atom, Grammar
from build_tools.annotate.figures.view import View

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ ]{1,3}-?[ ]?|-[ ]{0,2}")
_LONGEST = 24
"""Words of one numeral; longer runs are lists or nonsense."""


@dataclass(frozen=True, slots=True)
class Step:
    """One word or digit group of a numeral, and whether a joining word stands before it."""

    atom: Atom
    start: int
    end: int
    joined: bool
    gap_start: int
    digits: bool = False
    grouped: bool = False
    hyphen: bool = False


def word_at(flat: str, at: int) -> tuple[str, int]:
    match = _WORD.match(flat, at)
    return (match[0], match.end()) if match else ("", at)


def strip_definite(word: str, g: Grammar) -> str:
    if g.definite and word.startswith(g.definite) and word not in g.atoms:
        return word[len(g.definite) :]
    return word


def _after_article(flat: str, at: int, word: str, g: Grammar) -> str:
    """The word whose article is merged with the ل before it (للثلاثة, read from its second ل)."""
    merged = g.definite[1:]
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
    if flat[at].isdigit():
        read = read_digits(view, at, decimal_comma=bool(g.data["numerals"]["decimal_comma"]))
        if read is None or read.value is None:
            return None
        return Step(
            Atom("unit", read.value), at, read.end, joined, gap_start, digits=True, grouped=read.grouped
        )
    word, end = word_at(flat, at)
    atom = g.atoms.get(word) or g.atoms.get(strip_definite(word, g))
    if atom is None and at == gap_start:
        atom = g.atoms.get(_after_article(flat, at, word, g))
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
        if not gap or hyphen:
            return None
        plainly = _step(view, at, begin, g, joined=False, hyphen=False)
        if plainly and not plainly.digits:
            return plainly
        if flat[begin] in g.data["numerals"]["joiners"]:
            after = begin + 1
            while after < len(flat) and flat[after] == " " and after < begin + 3:
                after += 1
            return _step(view, at, after, g, joined=True, hyphen=False)
        return None
    word, end = word_at(flat, begin)
    if word in g.data["numerals"]["joiners"]:
        space = _GAP.match(flat, end)
        return _step(view, at, space.end(), g, joined=True, hyphen=False) if space else None
    if not gap:
        return None
    return _step(view, at, begin, g, joined=False, hyphen=hyphen)


@dataclass(slots=True)
class Sum:
    """A numeral being read: finished terms (each with its scale) and the group below the next scale."""

    units_first: bool
    terms: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    hundreds: Fraction | None = None
    tens: Fraction | None = None
    units: Fraction | None = None
    digits: Fraction | None = None
    scaled_last: bool = False
    words: int = 0

    def copy(self) -> Sum:
        return Sum(
            self.units_first,
            list(self.terms),
            self.hundreds,
            self.tens,
            self.units,
            self.digits,
            self.scaled_last,
            self.words,
        )

    @property
    def group(self) -> Fraction | None:
        if self.digits is not None:
            return self.digits
        total = self.hundreds
        for part in (self.tens, self.units):
            if part is not None:
                total = part if total is None else total + part
        return total

    @property
    def value(self) -> Fraction:
        group = self.group
        if not self.terms:
            return group or Fraction(0)
        return sum((value for value, _ in self.terms[1:]), self.terms[0][0]) + (group or 0)

    @property
    def scale(self) -> Fraction:
        """The scale of the last term, 1 when a group stands after it."""
        if self.group is None and self.terms:
            return self.terms[-1][1]
        return Fraction(1)

    def take(self, step: Step) -> bool:
        """Add a step; ``False`` (and nothing changed) when the grammar has no place for it."""
        first = self.words == 0
        if (
            not first
            and self.units_first
            and not step.joined
            and step.atom.kind not in ("tail", "times100", "scale", "dual", "many")
        ):
            return False
        accepted = (
            self._digits(step, first) if step.digits else getattr(self, f"_{step.atom.kind}")(step, first)
        )
        self.words += bool(accepted)
        if accepted:
            self.scaled_last = step.atom.kind in ("scale", "dual", "many") and not step.digits
        return bool(accepted)

    def _digits(self, step: Step, first: bool) -> bool:
        value = step.atom.value
        if first:
            self.digits = value
            return True
        if self.group is None and self.terms and self.scaled_last and value < self.terms[-1][1]:
            # "3 آلاف و500", "4 thousand 3 hundred": not "5 million 3 ships".
            if len(self.terms) > 1 or step.joined or value >= 10 or not self.units_first:
                self.digits = value
                return True
            return False
        if (
            step.joined
            and self.hundreds is not None
            and self.tens is None
            and self.units is None
            and not self.units_first
            and value < 100
        ):
            self.units = value
            return True
        return False

    def _zero(self, step: Step, first: bool) -> bool:
        if first:
            self.digits = Fraction(0)
        return first

    def _article(self, step: Step, first: bool) -> bool:
        if first:
            self.units = Fraction(1)
        return first

    def _unit(self, step: Step, first: bool) -> bool:
        if (
            self.digits is not None
            or self.units is not None
            or (self.tens is not None and (self.units_first or self.tens % 10 or self.tens == 10))
        ):
            return False
        if step.joined and not self.units_first and self.tens is not None:
            return False
        self.units = step.atom.value
        return True

    def _teen(self, step: Step, first: bool) -> bool:
        if self.digits is not None or self.units is not None or self.tens is not None:
            return False
        self.tens = step.atom.value
        return True

    def _ten(self, step: Step, first: bool) -> bool:
        if (
            self.digits is not None
            or self.tens is not None
            or (self.units is not None and not self.units_first)
        ):
            return False
        if self.units is not None and self.units >= 10:
            return False
        self.tens = step.atom.value
        return True

    def _tail(self, step: Step, first: bool) -> bool:
        # "عشر" after a unit makes a teen; alone it is ten.
        if first or step.joined:
            return self._teen(step, first)
        if self.units is None or self.tens is not None or self.digits is not None:
            return False
        self.tens = Fraction(10)
        return True

    def _times100(self, step: Step, first: bool) -> bool:
        if self.digits is not None and self.digits < 100 and not step.joined:
            self.hundreds, self.digits = self.digits * 100, None
            return True
        small = (self.tens or Fraction(0)) + (self.units or Fraction(0))
        if self.hundreds is not None or self.digits is not None:
            return False
        if small and not step.joined and (not self.units_first or small < 10):
            self.hundreds, self.tens, self.units = small * 100, None, None
            return True
        if not small and self.units_first:
            self.hundreds = Fraction(100)
            return True
        return False

    def _hundreds(self, step: Step, first: bool) -> bool:
        if self.group is not None:
            return False
        self.hundreds = step.atom.value
        return True

    def _scale(self, step: Step, first: bool) -> bool:
        scale = step.atom.value
        group = self.group
        if group is None:
            if self.scaled_last and not step.joined and self.terms:
                # "hundred thousand million": a scale on a scale.
                value, last = self.terms[-1]
                if scale < 1000:
                    return False
                self.terms[-1] = (value * scale, last * scale)
                return True
            if not first and not (step.joined and self.units_first and scale < self.terms[-1][1]):
                return False
            if first and not self.units_first and scale >= 100:
                return False
            group = Fraction(1)
        elif step.joined:
            return False
        if scale >= self._last():
            # "two hundred million thousand" is no numeral, but "5 hundred 20 thousand million" multiplies all.
            return False
        self.terms.append((group * scale, scale))
        self.hundreds = self.tens = self.units = self.digits = None
        return True

    def _many(self, step: Step, first: bool) -> bool:
        return not first and self._scale(step, first)

    def _dual(self, step: Step, first: bool) -> bool:
        scale = step.atom.value
        if self.group is not None or (self.terms and not step.joined) or scale >= self._last():
            return False
        self.terms.append((2 * scale, scale))
        return True

    def _last(self) -> Fraction:
        return self.terms[-1][1] if self.terms else Fraction(10) ** 40


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
    if view.flat[at : at + 1].isdigit():
        # Most numbers are digits with no further word: those need no sum.
        read = read_digits(view, at, decimal_comma=bool(g.data["numerals"]["decimal_comma"]))
        if read is None or read.value is None:
            return None
        if next_step(view, read.end, g) is None:
            return Number(at, read.end, read.value, "digits", digits=True, grouped=read.grouped)
    total = Sum(g.units_first)
    splits: list[tuple[Number, int]] = []
    first: Step | None = None
    last: Step | None = None
    suspect = None
    before = None
    for step in steps(view, at, g):
        if first is not None and step.joined:
            splits.append((_number(total, first, at, last.end if last else at, (), suspect), step.start))
        before = total.copy()
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


def _is_dual(view: View, step: Step, g: Grammar) -> bool:
    """Whether مليونا is "two million": right before what it counts, and not written with tanwin."""
    flat = view.flat
    if (
        flat[step.start : step.end] not in g.data["numerals"]["dual_construct"]
        or flat[step.end : step.end + 1] != " "
    ):
        return False
    if view.back is not None:
        _, stop = view.outer(step.start, step.end)
        if "ً" in view.source[view.back[step.start] : stop - view.base]:
            return False
    found = g.suffixes.at(flat, step.end + 1)
    return bool(found and found[0].kind in ("money", "count"))


def _number(
    total: Sum, first: Step, start: int, end: int, splits: tuple[tuple[Number, int], ...], suspect: str | None
) -> Number:
    return Number(
        start=start,
        end=end,
        value=total.value,
        rule="digits"
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
