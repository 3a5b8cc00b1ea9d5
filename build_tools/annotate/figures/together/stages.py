"""Stages that look at the figures of a paragraph together: bounds of one range, sums, model sizes, restatements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache

from build_tools import languages
from build_tools.annotate.figures.counted.homes import name_currencies, name_minors
from build_tools.annotate.figures.counted.occasions import tell_times
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.refused.worded_scores import drop_worded_scores
from build_tools.annotate.figures.together.changes import lend_measures
from build_tools.annotate.figures.together.elided import drop_rates, lend_nouns, name_ages
from build_tools.annotate.figures.together.joins import add_halves, below_zero, one_to_two
from build_tools.annotate.figures.view import View, word_before

Stage = Callable[[View, list[Draft], Grammar, Context], list[Draft]]

_LOWER = ("more-than", "at-least")
_UPPER = ("less-than", "at-most", "nearly")


def merge_bounds(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ "more than 10 and less than 20" is one range."""
    merged: list[Draft] = []
    for draft in drafts:
        last = merged[-1] if merged else None
        if last and _opposed(view, last, draft, g):
            low, high = (last, draft) if last.modifier in _LOWER else (draft, last)
            shape = draft if not last.suffixed else last
            merged[-1] = replace(
                shape, start=last.start, end=draft.end, number_start=last.number_start, number_end=draft.number_end,
                value=None, low=low.value, high=high.value, modifier="exact", trail=f"bounds+{shape.trail}",
            )  # fmt: skip
        else:
            merged.append(draft)
    return merged


def _opposed(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    if not (isinstance(a.value, Fraction) and isinstance(b.value, Fraction)):
        return False
    if b.bound_start < 0 and not g.positional:
        return False
    if not (
        (a.modifier in _LOWER and b.modifier in _UPPER and a.value < b.value)
        or (a.modifier in _UPPER and b.modifier in _LOWER and b.value < a.value)
    ):
        return False
    if a.kind != b.kind and a.suffixed and b.suffixed:
        return False
    if g.positional and b.bound_start < 0:
        # 三年以上十年以下
        return a.bound_end == b.start and b.bound_end > 0 and (a.unit, a.currency) == (b.unit, b.currency)
    between = view.flat[max(a.end, a.bound_end) : b.bound_start].strip()
    joiners = [*g.data.numerals.joiners, *g.data.ranges.pair, "且", "但", "并且", "而", "but"]
    return between in joiners or between == ""


def add_minor(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Money in two units is one amount: "20 dollars 43 cents", 两美元又三美分, "15 dollars and 50"."""
    made: list[Draft] = []
    skip = -1
    for draft in drafts:
        if draft.start < skip:
            continue
        last = made[-1] if made else None
        if (
            last
            and last.kind == "money"
            and isinstance(last.value, Fraction)
            and isinstance(draft.value, Fraction)
            and (not last.minor or view.flat[last.end - 1] in "毛角")
        ):
            gap = view.flat[last.end : draft.start].strip()
            if gap in ("", ",", *g.data.money.joiners):
                value = _minor_of(view, last, draft, gap)
                if value is not None:
                    made[-1] = replace(
                        last,
                        end=draft.end if draft.minor else draft.number_end,
                        value=last.value + value,
                        trail="money-sum",
                        form="sum",
                    )
                    continue
        made.append(draft)
    return made


def _minor_of(view: View, major: Draft, minor: Draft, gap: str) -> Fraction | None:
    if major.minor and isinstance(minor.value, Fraction):
        # 六毛五
        tail = minor.kind == "count" and not minor.suffixed and minor.start == major.end
        return minor.value / 100 if tail and 1 <= minor.value <= 9 else None
    if (
        not isinstance(minor.value, Fraction)
        or not isinstance(major.value, Fraction)
        or (major.value.denominator != 1 and major.form != "sum")
    ):
        return None
    if major.value.denominator != 1 and not (minor.minor and minor.value < Fraction(1, 10)):
        return None
    if minor.minor and minor.kind == "money" and minor.value < 1:
        return minor.value
    if (
        gap == ""
        and minor.kind == "count"
        and not minor.suffixed
        and 1 <= minor.value <= 9
        and minor.value.denominator == 1
        and major.scale == 1
        and view.flat[major.end - 1] == "块"
        and minor.start == major.end
    ):
        return minor.value / 10
    if (
        gap != ","
        and minor.kind == "count"
        and not minor.suffixed
        and 10 <= minor.value < 100
        and minor.value.denominator == 1
        and major.scale == 1
    ):
        return minor.value / 100
    return None


@cache
def _seconds() -> dict[str, Fraction]:
    return {unit: Fraction(str(value)) for unit, value in languages.table("units")["seconds"].items()}


def add_durations(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A length of time in several units is one figure in the smallest of them: "1 hour 15 minutes" is 75 minutes.

    A year is twelve months; beside shorter units months and years count as in the table of units (30 and 365 days).
    """
    seconds = _seconds()
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        joined = last and _adjoining(view, last, draft, g)
        more = _loose_part(view, last, draft) if last else None
        if last and more and isinstance(last.value, Fraction):
            value, unit = more
            factor = seconds[last.unit or "second"] / seconds[unit]
            made[-1] = replace(
                last,
                end=draft.end,
                number_end=draft.number_end,
                value=last.value * factor + value,
                unit=unit,
                trail="duration-sum",
            )
            continue
        if last and joined and isinstance(last.value, Fraction) and isinstance(draft.value, Fraction):
            units = [unit for unit in (last.unit, draft.unit) if unit in seconds]
            if len(units) == 2 and units[0] != units[1]:
                small = min(units, key=lambda unit: seconds[unit])
                months = {
                    "year": Fraction(12),
                    "month": Fraction(1),
                    "quarter": Fraction(3),
                    "decade": Fraction(120),
                }
                lengths = months if set(units) <= months.keys() else seconds
                value = (last.value * lengths[units[0]] + draft.value * lengths[units[1]]) / lengths[small]
                made[-1] = replace(
                    last,
                    end=draft.end,
                    number_end=draft.number_end,
                    value=value,
                    unit=small,
                    trail="duration-sum",
                )
                continue
        made.append(draft)
    return made


def _loose_part(view: View, a: Draft, b: Draft) -> tuple[Fraction, str] | None:
    """ "one hour and half", "1 hour and fifteen": a part without unit after a length of time."""
    if (
        a.kind != "duration"
        or view.flat[a.end : b.start].strip() != "and"
        or not isinstance(b.value, Fraction)
        or b.suffixed
    ):
        return None
    if b.kind == "ratio" and b.value == Fraction(1, 2) and a.unit:
        return b.value, a.unit
    if b.kind == "count" and a.unit == "hour" and b.value < 60 and not view.flat[b.end :].strip(" .,"):
        return b.value, "minute"
    return None


def _adjoining(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    if a.kind != "duration" or b.kind != "duration" or (b.bound_start >= 0 and b.bound_start < b.start):
        return False
    gap = view.flat[a.end : b.start].strip()
    return gap in ("", ",", ", and", "and", "و", "،", "又", "零", "加")


def name_model_sizes(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Counts of parameters, and the 7B of a model: said by the unit, or by a word shortly before."""
    return [_as_size(view, draft, g) for draft in drafts]


def _as_size(view: View, draft: Draft, g: Grammar) -> Draft:
    if draft.kind != "count":
        return draft
    if draft.unit == "parameter":
        return replace(draft, kind="model-size", end=draft.end)
    letter = draft.letters == "B" and view.text[draft.number_end - 1] == "B"
    if letter and (not draft.suffixed or draft.unit == "model"):
        return replace(draft, kind="model-size", unit="parameter", end=draft.number_end)
    if draft.unit is None and draft.scale >= 10000 and draft.kind == "count":
        window = view.flat[max(0, draft.start - 14) : draft.start]
        for at in range(len(window), 0, -1):
            implied = g.implied_units.before(window, at)
            if implied:
                return replace(draft, unit=implied[0], trail=f"{draft.trail}+implied-unit")
    if draft.unit is None and draft.scale >= 1000000:
        window = view.flat[max(0, draft.start - 40) : draft.start]
        for stop in (". ", "。", "؛"):
            window = window.rpartition(stop)[2]
        at = len(window)
        while at > 0:
            found = g.size_cues.before(window, at)
            if found:
                return replace(draft, kind="model-size", unit="parameter", trail=f"{draft.trail}+size-cue")
            at -= 1
    return draft


def imply_money(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """成交值3,512億: after a word for a sum of money a scaled number without unit is money in the text's currency."""
    words = g.data.money.implied_before
    if not words:
        return same_money(view, drafts, g) if g.data.money.same_before else drafts
    made: list[Draft] = []
    for draft in drafts:
        if draft.kind == "count" and not draft.suffixed and draft.unit is None and _scaled(view, draft):
            before = _before_in_sentence(view, draft, g)
            inherited = _inherited(view, made, draft, g)
            if inherited:
                made.append(inherited)
                continue
            after = tuple(g.data.money.after) if g.positional else ()
            if any(word in before for word in words) or view.flat.startswith(after, draft.end):
                draft = replace(
                    draft,
                    kind="money",
                    currency=_told_before(view, made, draft) or context.yuan,
                    assumed="currency",
                    trail=f"{draft.trail}+implied-money",
                )
        made.append(draft)
    return made


def same_money(view: View, drafts: list[Draft], g: Grammar) -> list[Draft]:
    """27 مليار دولار، منها 10 مليارات; £5m, up from 4m: in a sentence of money a great bare number is money again."""
    made: list[Draft] = []
    for draft in drafts:
        if draft.kind == "count" and not draft.suffixed and draft.unit is None and draft.form == "plain":
            last = next(
                (one for one in reversed(made[-3:]) if one.kind in ("money", "count", "model-size")), None
            )
            if (
                last
                and last.kind == "money"
                and last.scale >= _LEAST_SCALE
                and (
                    draft.scale >= _GREAT
                    or (draft.scale >= _LEAST_SCALE and _leads_to_sum(view.flat, draft, g))
                )
                and draft.start - last.end <= _SAME_REACH
                and not _STOP.search(view.flat, last.end, draft.start)
                and _ends_clause(view.flat, max(draft.end, draft.bound_end), g)
            ):
                draft = replace(
                    draft,
                    kind="money",
                    currency=last.currency,
                    assumed="currency",
                    trail=f"{draft.trail}+same-money",
                )
        made.append(draft)
    return made


_GREAT = 1_000_000
_LEAST_SCALE = 1000
_SAME_REACH = 60
"""How far after a sum of money, in characters, another may leave out its currency."""
_STOP = re.compile(r"[.!?؟;؛](?= |$)")


def _leads_to_sum(flat: str, draft: Draft, g: Grammar) -> bool:
    """Whether a number in thousands goes on from the sum before it: "20 ألف ريال، وتصل إلى 100 ألف", "... و25 ألفا"."""
    before = word_before(flat, draft.start)
    glued = g.glued and flat[draft.start - 1] in g.data.numerals.joiners
    return glued or before in (*g.data.ranges.to, *g.data.money.sum_leads)


def _ends_clause(flat: str, end: int, g: Grammar) -> bool:
    """Whether no noun follows that the number may count: the clause ends, or goes on with a word that leads on."""
    if flat[end : end + 1] != " ":
        return not flat[end : end + 1].isalnum() and flat[end : end + 1] != "-"
    word, _ = word_at(flat, end + 1)
    plain = word[1:] if g.glued and word[:1] in g.proclitics else word
    if g.definite and word.startswith(f"ل{g.definite[1:]}"):
        # "25 ألفا للمصاب"
        return True
    return not word or word in g.data.money.same_before or plain in g.data.money.same_before


def _told_before(view: View, made: list[Draft], draft: Draft) -> str | None:
    """The currency of the last great sum told before in the sentence."""
    for last in reversed(made[-6:]):
        if _SENTENCE.search(view.flat, last.end, draft.start):
            return None
        if last.kind == "money" and last.scale >= 10000:
            return last.currency
    return None


def _scaled(view: View, draft: Draft) -> bool:
    """Whether a number is told in ten thousands or more: 3亿, 2万8."""
    return draft.scale >= 10000 or any(
        sign in "万亿兆" for sign in view.flat[draft.number_start : draft.number_end]
    )


_LEAST = 10000


def _inherited(view: View, made: list[Draft], draft: Draft, g: Grammar) -> Draft | None:
    """67亿美元, 低于预期的73.3亿: in a sentence of money a scaled number is money again, unless it is of something else."""
    others = ("date", "duration", "percent")
    last = next((one for one in reversed(made[-3:]) if one.kind not in others and one.scale >= _LEAST), None)
    if last is None or last.kind != "money":
        return None
    between = view.flat[last.end : draft.start]
    if len(between) > 24 or _SENTENCE.search(between):
        return None
    if any(word in between[-10:] for word in g.data.money.not_money_after):
        return None
    return replace(
        draft, kind="money", currency=last.currency, assumed="currency", trail=f"{draft.trail}+same-money"
    )


def _before_in_sentence(view: View, draft: Draft, g: Grammar) -> str:
    """What stands before a figure in its sentence, from the last word on that says of what other thing it is."""
    window = _SENTENCE.split(view.flat[max(0, draft.start - 20) : draft.start])[-1]
    for word in g.data.money.not_money_after:
        window = window.rpartition(word)[2]
    return window


_SENTENCE = re.compile(r"[。；;!?！？]")


def link_equivalents(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A figure in brackets, or after "equivalent to", restates the one before it in another currency or unit."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if (
            last
            and last.kind == draft.kind
            and draft.kind in ("money", "count")
            and _restates(view, last, draft, g)
        ):
            draft = replace(draft, equivalent_of=last.start)
        made.append(draft)
    return made


_BRACKET = re.compile(r"^ ?[(\[（] ?")


def _restates(view: View, a: Draft, b: Draft, g: Grammar) -> bool:
    if (a.currency, a.unit) == (b.currency, b.unit):
        return False
    start = b.bound_start if 0 <= b.bound_start < b.start else b.start
    gap = view.flat[max(a.end, a.bound_end) : start]
    if len(gap) > 30:
        return False
    bracket = _BRACKET.match(gap)
    rest = (gap[bracket.end() :] if bracket else gap).strip(" ,،，")
    if bracket:
        return rest == "" or g.equivalent.at(rest, 0) is not None or len(rest) <= 4
    full = view.flat[max(a.end, a.bound_end) : b.start].strip(" ,،，")
    found = g.equivalent.at(full, 0)
    return bool(found and found[1] == len(full) and b.kind == "money")


TOGETHER: tuple[Stage, ...] = (
    below_zero,
    drop_worded_scores,
    one_to_two,
    add_halves,
    tell_times,
    merge_bounds,
    name_ages,
    drop_rates,
    add_minor,
    add_durations,
    name_currencies,
    name_minors,
    name_model_sizes,
    lend_measures,
    imply_money,
    lend_nouns,
    link_equivalents,
)
