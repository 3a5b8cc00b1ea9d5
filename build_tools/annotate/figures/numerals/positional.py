"""Numerals written in Chinese characters, digits or both: 一亿2300万, 两千三百五, 十七八万, 3000多亿, 数十亿, 三又五分之一."""

from __future__ import annotations

import re
from fractions import Fraction

from build_tools.annotate.figures.draft import Form, Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.digits import read_digits
from build_tools.annotate.figures.numerals.han_signs import Signs, signs
from build_tools.annotate.figures.numerals.han_state import (
    State,
    is_empty,
    take_point,
    take_scale,
    take_tens,
    take_twenties,
)
from build_tools.annotate.figures.view import View

_SIMPLE = re.compile(r"(\d{1,15})(?:\.(\d{1,12}))?(?!\d)(?!·(?!10\^)\d)")
_RUN = re.compile(r"\d+")
_GREAT = 10**8
_LONGEST = 60
"""Characters of one numeral; longer runs are lists or nonsense."""


class _Scales(dict[int, Fraction]):
    """Digits and scales as fractions, each made once."""

    def __missing__(self, scale: int) -> Fraction:
        made = self[scale] = Fraction(scale)
        return made


_SCALES = _Scales()


def read_positional(view: View, at: int, g: Grammar) -> Number | None:
    """The numeral that starts at ``at``: digits, characters, or both in turns."""
    s = signs(g.tag)
    simple = _SIMPLE.match(view.flat, at)
    if simple and view.flat[simple.end() : simple.end() + 1] not in s.leads_on:
        whole, decimals = simple.groups()
        value = Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else Fraction(int(whole))
        return Number(at, simple.end(), value, "digits", digits=True)
    alone = _alone(view.flat, at, s, g)
    if alone is not None:
        return alone
    near = _one_after_the_other(view.flat, at, s, g)
    if near is not None:
        return near
    state = State()
    end = _read(view, at, g, s, state)
    if end == at:
        return None
    low, high = state.close()
    form: Form = "vague" if state.vague else "plain"
    same = low == high
    rule = (
        "digits" if state.digits and not state.scaled else "digits-scale" if state.digits else "han-numeral"
    )
    return Number(
        start=at,
        end=end,
        value=Fraction(low) if same else None,
        low=None if same else Fraction(low),
        high=None if same else Fraction(high),
        trail=rule,
        digits=state.digits,
        scale=_SCALES[state.scale],
        modifier="vague" if state.vague else state.modifier,
        grouped=state.grouped,
        form=form,
    )


def _one_after_the_other(flat: str, at: int, s: Signs, g: Grammar) -> Number | None:
    """五十六五十七岁: two numbers below a hundred, the second one more than the first, are an estimate."""
    if flat[at + 1 : at + 2] not in s.tens and flat[at : at + 1] not in s.tens:
        return None
    match = g.pattern("near_tens").match(flat, at)
    if match is None:
        return None
    tens = [s.digit[match[name]] if match[name] else 1 for name in ("tens", "next_tens")]
    low, high = (
        ten * 10 + s.digit[match[name]] for ten, name in zip(tens, ("units", "next_units"), strict=True)
    )
    if high != low + 1:
        return None
    return Number(at, match.end(), None, "han-numeral", low=_SCALES[low], high=_SCALES[high])


def _alone(flat: str, at: int, s: Signs, g: Grammar) -> Number | None:
    """A single Chinese digit, as most numerals of running text are, that nothing lengthens."""
    char = flat[at : at + 1]
    digit, follows = s.digit.get(char), flat[at + 1 : at + 2]
    if digit is None or follows in s.leads_on or follows == "、" or _piece_of_scale(flat, at + 1, s, g):
        return None
    return Number(at, at + 1, _SCALES[digit], "han-numeral")


def _read(view: View, at: int, g: Grammar, s: Signs, state: State) -> int:
    flat, here = view.flat, at
    limit = min(len(flat), at + _LONGEST)
    while here < limit:
        begin = here
        # A blank may stand between digits and their scale (760 万, 7万 5千), nowhere else.
        if flat[here] == " ":
            if not _parted(flat, here, s):
                break
            begin = here + 1
        step = _step(view, begin, g, s, state)
        if step == begin:
            break
        here = step
    return here


def _parted(flat: str, blank: int, s: Signs) -> bool:
    """Whether a blank stands between digits and their scale or ten, or between a scale and digits that have another."""
    before, after = flat[blank - 1], flat[blank + 1 : blank + 2]
    if before.isdecimal():
        return after in s.scale or after in s.tens
    digits = _RUN.match(flat, blank + 1)
    return digits is not None and flat[digits.end() : digits.end() + 1] in s.tens


def _step(view: View, at: int, g: Grammar, s: Signs, state: State) -> int:
    """Take what stands at ``at`` into the state; where reading goes on, ``at`` itself when nothing fits."""
    at += state.pending is not None and _piece_of_scale(view.flat, at, s, g)
    char = view.flat[at]
    if char.isdecimal() or (char == "." and is_empty(state)):
        return _digits(view, at, s, state, g)
    if char in s.digit:
        return _han_digits(view.flat, at, s, state, g)
    if char in s.twenties:
        return take_twenties(at, s.twenties[char], state)
    if char in s.few:
        return _few(view.flat, at, s, state, g)
    if (char in s.tens or char in s.scale) and not is_empty(state) and _unit_here(view.flat, at, g):
        return at
    if char in s.tens:
        return take_tens(at, s.tens[char], state)
    if char in s.scale:
        return take_scale(at, s.scale[char], state)
    if char == s.point:
        return take_point(view.flat, at, s, state)
    if char in s.more or char in s.about:
        return _infix(view.flat, at, s, state, g)
    return at


def _piece_of_scale(flat: str, at: int, s: Signs, g: Grammar) -> bool:
    """一个亿, 几个亿: a classifier between a digit and a great scale."""
    return (
        s.scale.get(flat[at + 1 : at + 2], 0) >= _GREAT
        and flat[at : at + 1] in g.data.counting.plain_classifiers
    )


def _unit_here(flat: str, at: int, g: Grammar) -> bool:
    """20兆瓦, 5千克: the character begins a unit and is no scale."""
    found = g.suffixes.at(flat, at)
    return found is not None and found[1] - at > 1 and found[0].table in ("measure", "noun")


def _goes_on(flat: str, at: int, g: Grammar) -> bool:
    """Whether a scale, a digit or something counted follows a digit."""
    char = flat[at : at + 1]
    return char.isdecimal() or (char.isalpha() and char not in g.data.numerals.not_counted_after)


def _digits(view: View, at: int, s: Signs, state: State, g: Grammar) -> int:
    if state.pending is not None or state.modifier != "exact":
        return at
    read = read_digits(view, at, g)
    if read is None:
        return at
    if not is_empty(state):
        if read.value == 0 or (state.unit > 1 and read.value >= state.unit):
            return at
        # 1亿2300万, 5万4千6百, 1千零1: digits after a scale are counted in ones, unlike 九十二万四.
        if not state.digits and not state.zero:
            return at
    state.digits = state.digits or is_empty(state)
    state.grouped = state.grouped or read.grouped
    value = read.value if read.decimals else read.value.numerator
    alone = read.end == at + 1 and not state.zero
    if alone and state.unit > 10 and not _goes_on(view.flat, read.end, g):
        # 2万8 is 28000.
        value *= state.unit // 10
    state.pending, state.pending_digits = (value, value), True
    return read.end


def _han_digits(flat: str, at: int, s: Signs, state: State, g: Grammar) -> int:
    if state.modifier != "exact":
        return at
    end = at
    while flat[end : end + 1] in s.digit and end - at < 20:
        end += 1
    run = [s.digit[char] for char in flat[at:end]]
    if state.pending is not None:
        return at
    if not is_empty(state):
        of_ten = len(run) == 1 and flat[at - 1] in s.tens and flat[end : end + 1] == "、"
        if of_ten and flat[end + 2 : end + 3] not in s.tens and _in_turn(flat, at, run[0], s, g):
            # 十七、八岁; not 二十五、六十人
            state.pending = (run[0], run[0] + 1)
            return end + 2
        return _inner(flat, at, end, run, s, state, g.data.numerals.pair_sign)
    if run == [0] and flat[end : end + 1] in s.tens:
        state.zero = True
        return end
    if len(run) == 1:
        if flat[end : end + 1] == "、" and _in_turn(flat, at, run[0], s, g):
            state.pending = (run[0], run[0] + 1)
            return end + 2
        state.pending = (run[0], run[0])
        return end
    if len(run) == 2 and 0 < run[0] < run[1] and run[1] - run[0] <= 2:
        state.pending = (run[0], run[1])
        return end
    if len(run) >= 3:
        number = int("".join(map(str, run)))
        state.pending, state.pending_digits, state.run = (number, number), True, flat[at:end]
        return end
    return at


def _in_turn(flat: str, at: int, value: int, s: Signs, g: Grammar) -> bool:
    """五、六组, 三、四十岁: two digits in sequence with a stop between them are an estimate; not 三、四季度."""
    after = at + 3
    if (
        value < 2
        or s.digit.get(flat[at + 2 : after]) != value + 1
        or flat[at - 1 : at] in (g.data.numerals.ordinal_sign, "、")
    ):
        return False
    if flat[after : after + 1] in s.tens or flat[after : after + 1] in s.scale:
        return True
    if flat.startswith(tuple(g.data.numerals.numbered), after):
        return False
    return (g.suffixes.at(flat, after) or g.classifiers.at(flat, after)) is not None


def _inner(flat: str, at: int, end: int, run: list[int], s: Signs, state: State, pair: str) -> int:
    """Digits inside a numeral: 零 marks a skipped place, two digits in sequence are an estimate (十七八)."""
    start = at
    if flat[at] == pair and flat[end : end + 1] not in s.tens and flat[end : end + 1] not in s.scale:
        # 五十万两: a weight.
        return start
    while run and run[0] == 0:
        state.zero = True
        run, at = run[1:], at + 1
    if not run:
        # A closing 零 belongs to the numeral only when a ten follows it (一亿零一十万), or 几.
        after = flat[end : end + 1]
        return end if after in s.tens or after in s.few or after.isdecimal() else start
    if len(run) == 1 or run[1] == 0:
        state.pending = (run[0], run[0])
        return at + 1
    if len(run) == 2 and run[0] < run[1]:
        state.pending = (run[0], run[1])
        return at + 2
    return start


def _few(flat: str, at: int, s: Signs, state: State, g: Grammar) -> int:
    """几 and 数: an unknown digit. 数十亿 is anything from one to ten tens of 亿."""
    follows = flat[at + 1] if at + 1 < len(flat) else ""
    if state.pending is not None or state.modifier != "exact":
        return at
    if is_empty(state):
        if follows not in s.tens and follows not in s.scale and not _piece_of_scale(flat, at + 1, s, g):
            return at
        if at and flat[at - 1] in g.data.numerals.not_few_after.get(flat[at], ""):
            return at
    elif state.section is None:
        return at
    state.pending, state.vague = (1, 10), True
    return at + 1


def _infix(flat: str, at: int, s: Signs, state: State, g: Grammar) -> int:
    """多, 余, 来 after a ten or scale (3000多亿, 二百三十余万), or after round digits (2000余元)."""
    if is_empty(state) or state.modifier != "exact" or state.vague:
        return at
    round_number = state.pending is None or (state.pending_digits and state.pending[0] % 10 == 0)
    if not round_number:
        return at
    if flat[at] in s.about and not g.suffixes.at(flat, at + 1) and not g.classifiers.at(flat, at + 1):
        # 十来个, 30来个, 千把块; not 2000来自.
        return at
    state.modifier = "more-than" if flat[at] in s.more else "about"
    return at + 1
