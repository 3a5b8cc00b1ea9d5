"""A numeral in Chinese characters while it is being read, and what each sign makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from build_tools.annotate.figures.numerals.han_signs import Signs
from build_tools.model import Modifier

Exact = int | Fraction
"""Whole as long as the numeral is: arithmetic on ``int`` is ten times faster."""

Pair = tuple[Exact, Exact]
"""Lowest and highest number meant: 七八百 is (700, 800)."""


@dataclass(slots=True)
class State:
    """A numeral being read. ``pending`` waits for the 十百千万亿 after it; ``unit`` is the last of these."""

    terms: list[tuple[Pair, int]] = field(default_factory=list)
    section: Pair | None = None
    pending: Pair | None = None
    unit: int = 0
    zero: bool = False
    vague: bool = False
    modifier: Modifier = "exact"
    digits: bool = False
    pending_digits: bool = False
    run: str = ""
    grouped: bool = False
    scaled: bool = False

    def close(self) -> Pair:
        """The value of everything read, a digit left over counted in the unit below the last (两千三百五 is 2350)."""
        low, high = self.section or (0, 0)
        if self.pending is not None:
            share = 1
            if self.unit > 1 and not self.zero and not self.pending_digits:
                share = self.unit // 10
            low, high = low + self.pending[0] * share, high + self.pending[1] * share
        for term, _ in self.terms:
            low, high = low + term[0], high + term[1]
        return low, high

    @property
    def scale(self) -> int:
        if self.pending is not None:
            return 1
        if self.section is None:
            return self.terms[-1][1]
        return self.unit if self.unit > 10 and not self.terms and not self.vague else 1


def is_empty(state: State) -> bool:
    """Whether nothing of the numeral has been read."""
    return state.pending is None and state.section is None and not state.terms


def take_tens(at: int, unit: int, state: State) -> int:
    """Take 十, 百 or 千, the unit of what waits before it; where reading goes on, ``at`` itself when it does not fit."""
    if state.modifier != "exact" or (state.unit > 1 and unit >= state.unit):
        return at
    low, high = state.pending or (1, 1)
    if state.pending_digits and not state.digits:
        return at
    before = state.section or (0, 0)
    state.section = (before[0] + low * unit, before[1] + high * unit)
    state.pending, state.pending_digits, state.unit, state.zero = None, False, unit, False
    state.scaled = True
    return at + 1


def take_twenties(at: int, value: int, state: State) -> int:
    """廿八, 卅: two or three tens in one character."""
    if state.pending is not None or state.unit == 10:
        return at
    low, high = state.section or (0, 0)
    state.section, state.unit, state.zero, state.scaled = (low + value, high + value), 10, False, True
    return at + 1


def take_scale(at: int, scale: int, state: State) -> int:
    """Take 万 or 亿, the scale of all that was read since the last one; where reading goes on."""
    open_value = state.section is not None or state.pending is not None
    if not open_value and state.terms:
        (low, high), last = state.terms[-1]
        # 万亿, 万万: a scale on a scale.
        state.terms[-1] = ((low * scale, high * scale), last * scale)
        return at + 1
    if not open_value:
        state.pending = (1, 1)
    if state.section is None:
        # 一亿五万: what a scale follows itself is counted by that one, not in tenths of the last.
        state.unit = 0
    terms, state.terms = state.terms, []
    low, high = state.close()
    if terms and scale >= terms[-1][1]:
        for term, _ in terms:
            low, high = low + term[0], high + term[1]
        terms = []
    state.terms = [*terms, ((low * scale, high * scale), scale)]
    state.section = state.pending = None
    state.pending_digits, state.unit, state.zero, state.scaled = False, scale, False, True
    return at + 1


def take_point(flat: str, at: int, s: Signs, state: State) -> int:
    """Take 点 and the digits behind it; where reading goes on, ``at`` itself when they are a time of day."""
    end = at + 1
    while flat[end : end + 1] in s.digit and end - at < 30:
        end += 1
    if end == at + 1:
        return at
    # 五点二十分 is a time of day: the digits after 点 must not go on as a numeral.
    if flat[end : end + 1] in s.tens:
        return at
    part = Fraction(int("".join(str(s.digit[char]) for char in flat[at + 1 : end])), 10 ** (end - at - 1))
    low, high = state.close()
    state.terms, state.section = [], None
    state.pending, state.pending_digits, state.unit = (low + part, high + part), True, 1
    return end
