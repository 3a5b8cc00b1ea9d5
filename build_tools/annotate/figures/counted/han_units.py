"""Chinese units that depend on what stands around them: 分, 日, 时, 季; halves after a classifier; the noun that 个 counts."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Meaning, Number
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.view import FIRST_HAN, View

_QUARTERS = 4
_NOTHING = Meaning("count", table="noun")
"""What a classifier says that counts things of any kind."""
_STOP = re.compile(r"[\s\d，。、；：！？,.;:!?()“”「」《》…—]")


def settled(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """The meaning of a unit by its surroundings; ``None`` when the number then has no unit or is no figure's."""
    end, open_units = found[1], g.data.counting.open_units
    form = view.flat[number.end : end].strip()
    judge = _OPEN[open_units[form]] if form in open_units else None
    return judge(view, number, found, g) if judge else found


def _fen(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """分: minutes after hours or before seconds, money after 元 or 角 or where nothing else stands, points elsewhere."""
    flat, end = view.flat, found[1]
    start = number.start
    before = flat[max(0, start - 2) : start].rstrip()[-1:]
    minutes = g.pattern("minutes_before").search(flat, max(0, start - 5), start)
    if minutes or g.pattern("seconds_follow").match(flat, end):
        return Meaning("duration", unit="minute", table="duration", row="minute"), end
    alone = not before and not flat[end : end + 1]
    if alone or (before and before in g.data.money.before_fen):
        return found
    if g.pattern("exchange_moves").search(flat, max(0, start - 24), start):
        return found
    return Meaning("count", unit="point", table="measure", row="point"), end


def _day(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """日: days where a length is told, else the day of a month."""
    flat, end = view.flat, found[1]
    word = flat[number.start : number.end]
    if (
        number.form != "plain"
        or word in (g.data.numerals.pair_sign, *g.data.numerals.half)
        or number.value is None
        or number.value > 31
    ):
        return found
    cues = g.data.counting.day_cues
    left = flat[max(0, number.start - 3) : number.start].rstrip()
    if left.endswith(tuple(cues.before)) or flat.startswith(tuple(cues.after), end):
        return found
    return None


def _hour(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """时: hours after days or in 历时, else a time of day."""
    left = view.flat[max(0, number.start - 2) : number.start].rstrip()
    return found if left.endswith(g.data.counting.hour_cues) else None


def _quarter(
    view: View, number: Number, found: tuple[Meaning, int], g: Grammar
) -> tuple[Meaning, int] | None:
    """季: 两季 are two quarters, 三季 mostly is the third one."""
    left = view.flat[max(0, number.start - 2) : number.start]
    alone = found[1] - number.end == 1 and number.value is not None and number.value > _QUARTERS
    if alone and not left.endswith(tuple(g.data.counting.quarter_cues)):
        # 打了16季
        return Meaning("count", unit="season", table="noun", row="season"), found[1]
    if (
        number.value is None
        or (number.value == 2 and view.flat[number.start] == g.data.numerals.pair_sign)
        or number.value > 4
    ):
        return found
    return found if left.endswith(tuple(g.data.counting.quarter_cues)) else None


def _degree(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """度: kilowatt-hours where electricity is spoken of or the number is large, degrees else."""
    near = view.flat[max(0, number.start - 12) : number.start]
    if any(cue in near for cue in g.data.counting.power_cues) or (
        number.value is not None and number.value > 2000
    ):
        return Meaning("count", unit="kilowatt-hour", table="measure", row="kilowatt-hour"), found[1]
    flat, end = view.flat, found[1]
    small = None if number.digits else number.value
    if (
        small is not None
        and small in range(2, 10)
        and flat[end : end + 1] >= FIRST_HAN
        and flat[end] not in g.data.counting.after_degrees
        and not any(cue in near for cue in g.data.counting.degree_cues)
    ):
        # 三度发警告信
        return Meaning("count", unit="time", table="noun", row="time"), end
    return found


def _piece(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """块: pieces of land, medals and screens, money else."""
    flat, end = view.flat, found[1]
    follows = flat[end : end + 1]
    one = (
        flat[number.start : number.end] in g.data.numerals.one
        and follows >= FIRST_HAN
        and follows not in g.data.counting.after_money
    )
    if one or flat.startswith(tuple(g.data.counting.pieces), end):
        return Meaning("count", unit="piece", table="noun", row="piece"), end
    return found


def _foot(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """呎: of an area the square is not said."""
    near = view.flat[max(0, number.start - 8) : number.start] + view.flat[found[1] : found[1] + 3]
    if any(word in near for word in g.data.counting.area_cues):
        return Meaning("count", unit="square foot", table="measure", row="square foot"), found[1]
    return found


def _rate_step(
    view: View, number: Number, found: tuple[Meaning, int], g: Grammar
) -> tuple[Meaning, int] | None:
    """码: a quarter of a point where rates are spoken of, a yard else."""
    near = view.flat[max(0, number.start - 24) : number.start] + view.flat[found[1] : found[1] + 6]
    if not near or any(word in near for word in g.data.counting.rate_cues):
        return found
    return Meaning("count", unit="yard", table="measure", row="yard"), found[1]


def _ping(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """平: draws beside wins and losses (3胜2平1负), square metres else."""
    flat = view.flat
    if flat[number.start - 1 : number.start] in g.data.counting.result_signs:
        return Meaning("count", unit="draw", table="noun", row="draw"), found[1]
    return found


def _interest(
    view: View, number: Number, found: tuple[Meaning, int], g: Grammar
) -> tuple[Meaning, int] | None:
    """厘: in Hong Kong a percent of interest; other uses of it are left alone."""
    near = view.flat[max(0, number.start - 24) : number.start]
    return found if any(word in near for word in g.data.counting.rate_cues) else None


def _knife(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int] | None:
    """刀: cuts after a verb for them, dollars else."""
    near = view.flat[max(0, number.start - 3) : number.start]
    if not set(near).isdisjoint(g.data.counting.cutting):
        return Meaning("count", unit="cut", table="noun", row="cut"), found[1]
    return found


def _lot(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int]:
    """口: contracts where an exchange is spoken of (空单3万口), mouths, wells and other things else (一家3口)."""
    near = view.flat[max(0, number.start - 24) : number.start] + view.flat[found[1] : found[1] + 6]
    return found if any(word in near for word in g.data.counting.lot_cues) else (_NOTHING, found[1])


def _match(view: View, number: Number, found: tuple[Meaning, int], g: Grammar) -> tuple[Meaning, int]:
    """场: shows where a clause says so (演出了11场, 近百场演出), matches else."""
    clause = _STOP.split(view.flat[max(0, number.start - 6) : number.start])[-1]
    near = clause + view.flat[found[1] : found[1] + 3]
    return (_NOTHING, found[1]) if any(word in near for word in g.data.counting.show_cues) else found


_OPEN = {
    "minute or money": _fen,
    "day": _day,
    "hour": _hour,
    "quarter": _quarter,
    "degree": _degree,
    "piece or money": _piece,
    "foot": _foot,
    "rate step": _rate_step,
    "interest": _interest,
    "ping": _ping,
    "knife": _knife,
    "lot": _lot,
    "match or show": _match,
}
"""How units that stay open are settled, by the names that the language's table gives its words."""


def sentence_months(flat: str, number: Number, end: int, g: Grammar) -> tuple[Fraction, int] | None:
    """判1年2月: the months of a sentence in court, written like a date, as a part of a year; and where they end."""
    match = g.pattern("sentence_months").match(flat, end)
    if match is None or number.value is None or number.value > 30:
        return None
    near = flat[max(0, number.start - 24) : number.start]
    if not any(word in near for word in g.data.counting.sentence_cues):
        return None
    text, known = match[1], signs(g.tag)
    months = (
        int(text)
        if text.isdecimal()
        else known.tens.get(text[0], 0) + sum(known.digit.get(char, 0) for char in text)
    )
    return Fraction(months, 12), match.end()


def hundredths(
    flat: str, end: int, meaning: Meaning, number: Number, g: Grammar
) -> tuple[Fraction, int] | None:
    """9秒83, 14分52秒31, 3成42: the decimals written after the unit, and where they end."""
    if number.value is None or number.value.denominator != 1:
        return None
    if flat[end - 1] in g.data.counting.decimals_after:
        worded = g.pattern("decimals_in_words").match(flat, end)
        if worded:
            known = signs(g.tag).digit
            digits = "".join(str(known.get(char, char)) for char in worded[1])
            return Fraction(int(digits), 10 ** len(digits)), worded.end()
    match = g.pattern("hundredths").match(flat, end)
    if match is None or (meaning.table != "tenth" and meaning.unit != "second"):
        return None
    return Fraction(int(match[1]), 10 ** len(match[1])), match.end()


def half_unit(view: View, at: int, number: Number, g: Grammar) -> tuple[Meaning, int, Fraction] | None:
    """一个半月, 两个半小时, 个半钟: a half within the length; what the number gains by it."""
    flat = view.flat
    units = g.data.counting.half_units
    mark = g.data.counting.half_within
    within = flat.startswith(mark, at)
    if not within and not flat.endswith(mark, 0, number.end):
        return None
    begin = at + len(mark) if within else number.end
    for form in sorted(units, key=len, reverse=True):
        if flat.startswith(form, begin):
            meaning = Meaning("duration", unit=units[form], table="duration", row=units[form])
            return meaning, begin + len(form), Fraction(1, 2) if within else Fraction(0)
    return None


def distant_noun(flat: str, at: int, classifier: str, g: Grammar) -> Meaning | None:
    """What a classifier counts when other words stand between: 两个独立的模型, 3家中国芯片公司."""
    stop = _STOP.search(flat, at, at + 14)
    end = stop.start() if stop else min(len(flat), at + 14)
    allowed = g.data.counting.counted_by.get(classifier)
    link = flat.find(g.data.modifiers.attributive[0], at, end)
    if link >= 0:
        return _noun_at(flat, link + 1, allowed, g)
    for begin in range(at, min(end, at + 7)):
        found = _noun_at(flat, begin, allowed, g)
        if found:
            return found
    return None


def _noun_at(flat: str, at: int, allowed: Forms | None, g: Grammar) -> Meaning | None:
    found = g.suffixes.at(flat, at)
    if found is None or found[0].table != "noun" or found[1] - at < 2:
        return None
    if allowed is not None and found[0].unit not in allowed:
        return None
    following = g.suffixes.at(flat, found[1])
    if following and following[0].table == "noun" and following[1] - found[1] > 1:
        return following[0] if allowed is None or following[0].unit in allowed else found[0]
    return replace(found[0])
