"""Chinese numerals without a unit: 二十 counts, a single character only where nothing clings to it."""

from __future__ import annotations

from dataclasses import replace

from build_tools.annotate.figures.draft import Draft, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.refused.seen import Seen, refuse


def _edge(char: str) -> bool:
    """Whether nothing clings to a numeral on this side."""
    return not char or not char.isalnum()


def _ends_clause(flat: str, end: int, g: Grammar) -> bool:
    """Whether nothing follows that a classifier may count: a name in quotation marks or an age would."""
    char = flat[end : end + 1]
    return (
        _edge(char)
        and char not in tuple(g.data.numerals.article_before)
        and not flat[end + 1 : end + 2].isdecimal()
    )


def _between(seen: Seen) -> bool:
    return _edge(seen.before) and _edge(seen.after)


def nearly_half(seen: Seen) -> Draft | None:
    """近半: a half with a bound before it, and nothing after."""
    numerals = seen.g.data.numerals
    if seen.run not in numerals.half or not seen.before or seen.before not in numerals.near_half:
        return None
    return replace(_half(seen.draft), modifier="nearly") if _edge(seen.after) else None


def over_half(seen: Seen) -> Draft | None:
    """过半, 未过半: more than a half, or no more than that; not 过半年."""
    numerals = seen.g.data.numerals
    if seen.run not in numerals.half or not seen.before or seen.before not in numerals.over_half:
        return None
    if seen.after and seen.after in numerals.half_of_word:
        return None
    denied = seen.flat.endswith(numerals.denials_of_half, 0, seen.draft.number_start - 1)
    return replace(_half(seen.draft), modifier="at-most" if denied else "more-than")


def _half(draft: Draft) -> Draft:
    return replace(draft, kind="ratio", unit=None, end=draft.number_end, noun=False)


def zero_before_digits(seen: Seen) -> Refused | None:
    """007: no number; but 05秒 is a time."""
    run = seen.run
    coded = seen.draft.digits and run[0] == "0" and run[1:2].isdecimal()
    return refuse(seen, coded and seen.draft.kind != "duration")


def part_of_a_date(seen: Seen) -> Refused | None:
    """6月, 15日, 20时: parts of dates and times of day."""
    draft, flat, calendar = seen.draft, seen.flat, seen.g.data.counting.calendar
    if draft.suffixed:
        return None
    spaced = flat[draft.end : draft.end + 1] == " " and flat[draft.end + 1 : draft.end + 2] in tuple(calendar)
    return refuse(seen, spaced or seen.after in tuple(calendar))


def one_of_a_row(seen: Seen) -> Refused | None:
    """前一交易日, 另一家: one of a row; but 之前一家 counts, and 后一个月内 is a length."""
    draft, numerals = seen.draft, seen.g.data.numerals
    one = seen.run in numerals.one and draft.value == 1 and bool(seen.before)
    relative = one and seen.before in numerals.not_one_after
    lasting = draft.kind == "duration" and seen.flat.startswith(numerals.one_lasting, draft.end)
    alone = lasting or seen.flat.endswith(numerals.one_after, 0, draft.number_start)
    return refuse(seen, relative and not alone)


def article(seen: Seen) -> Draft | Refused | None:
    """一个 before a noun is an article; alone it is one."""
    draft, numerals = seen.draft, seen.g.data.numerals
    one = seen.run in numerals.one
    half = seen.run in numerals.half and draft.unit is None
    if not draft.noun or not (one or half):
        return None
    alone = _ends_clause(seen.flat, draft.end, seen.g) and _edge(seen.before)
    return draft if alone else refuse(seen, True)


def formal_numeral(seen: Seen) -> Refused | None:
    """内陆, 伍 as a name: the signs of cheques are numbers beside others or before money only."""
    formal = seen.run in seen.g.data.numerals.formal
    return refuse(seen, formal and seen.draft.kind != "money")


def bare_scale(seen: Seen) -> Refused | None:
    """百年, 千家: a scale alone is a number of something only where nothing clings to it; but 满百件, 百平米.

    百度: degrees it counts only behind a bound."""
    draft, g, run = seen.draft, seen.g, seen.run
    counts = draft.noun and draft.bound_start < 0
    if run in g.data.numerals.loose and seen.before and seen.before in g.data.numerals.each:
        # 每百公里
        return refuse(seen, True)
    if not counts or draft.unit in g.data.counting.round_measures or run not in tuple(g.data.numerals.loose):
        return None
    if draft.unit in g.data.counting.seldom_round:
        return refuse(seen, seen.before not in g.data.numerals.fills or not seen.before)
    return refuse(seen, not _edge(seen.before) and seen.before not in g.data.numerals.fills)


def unit_says_so(seen: Seen) -> Draft | None:
    """三百人: what follows says that it is a number."""
    return seen.draft if seen.draft.suffixed else None


def part_of_a_whole(seen: Seen) -> Draft | Refused | None:
    """三分之一, 百分之五; 半 only where nothing clings to it."""
    if seen.draft.form not in ("fraction", "percent", "mixed"):
        return None
    return refuse(seen, seen.run in seen.g.data.numerals.half and not _between(seen)) or seen.draft


def single_character(seen: Seen) -> Draft | Refused | None:
    """五: a number where nothing clings to it, or a bound or 是 leads to it; and 一死八伤."""
    if len(seen.run) != 1:
        return None
    s = signs(seen.g.tag)
    known = seen.run in s.digit or seen.run in s.tens or seen.run in s.scale
    return seen.draft if known and (_paired(seen) or _led_to(seen)) else refuse(seen, True)


def _paired(seen: Seen) -> bool:
    sides, start = seen.g.data.numerals.sides, seen.draft.number_start
    before, after = seen.before, seen.after
    if seen.g.pattern("paired").match(seen.flat, seen.draft.number_end):
        return True
    between = before in tuple(sides) and after in tuple(sides)
    return between and seen.flat[max(0, start - 2) : start - 1] in signs(seen.g.tag).digit


def _led_to(seen: Seen) -> bool:
    draft, numerals = seen.draft, seen.g.data.numerals
    led = _edge(seen.before) or draft.start < draft.number_start or draft.bound_start >= 0
    led = led or seen.before in numerals.copulas
    tenth = bool(seen.before) and seen.before in seen.g.data.money.units_before_tenth
    return led and (tenth or _edge(seen.after) or seen.after in numerals.single_before)


def row_of_digits(seen: Seen) -> Draft | Refused | None:
    """一二三: digits without tens are a number only where nothing clings to them."""
    if not all(char in signs(seen.g.tag).digit for char in seen.run):
        return None
    return refuse(seen, not _between(seen)) or seen.draft


def round_word(seen: Seen) -> Draft | Refused | None:
    """千万, 百万: inside a sentence more often a word than a number."""
    if seen.run not in seen.g.data.numerals.round_words or _edge(seen.before):
        return None
    return refuse(seen, not (seen.draft.bound_start >= 0 and _edge(seen.after))) or seen.draft
