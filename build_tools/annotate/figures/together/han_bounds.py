"""Modifiers around Chinese figures: 超过, 近, 以上, 比三十大; and the characters that only look like one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.context_tables import Recent
from build_tools.annotate.figures.together.bounds import (
    after_at,
    bounded_after,
    inside_word,
    with_outer,
)
from build_tools.annotate.figures.view import View, left_of, right_of
from build_tools.model import Modifier

_MOST_RECENT = 12
"""近 before more than so many matches is "nearly"."""
_MOST_SKIPPED = 3
_LONGEST_UNIT = 2
"""Characters of a unit of time alone: 年, 个月."""
_SENTENCE_END = "\n.。;；!！?？"


def han_bound_before(view: View, draft: Draft, g: Grammar) -> Draft:
    """超过三百, 约占全台8.9%: a modifier before the figure, or carried over to it by a verb."""
    flat = view.flat
    at = draft.start
    for _ in range(_MOST_SKIPPED):
        left = left_of(flat, at)
        found = g.modifiers_before.before(flat, left)
        if found:
            return _bounded(flat, draft, found, left, g)
        if flat[max(0, left - 1) : left] in g.data.modifiers.skip:
            at = left - 1
            continue
        carrier = _carrier(flat, left, draft, g)
        if carrier is None:
            return draft
        at = carrier
    return draft


def _bounded(flat: str, draft: Draft, found: tuple[Modifier, int], left: int, g: Grammar) -> Draft:
    modifier, start = found
    form = flat[start:left]
    if _is_record(flat, start, left, g) or _is_part_of_word(flat, start, left, draft, g):
        return draft
    recent = g.data.modifiers.recent
    if form in recent.words and (
        _is_recent(flat, start, draft, recent)
        or _heads_sentence(flat, start, draft, recent)
        or (draft.kind == "duration" and flat.startswith(recent.since, draft.end))
    ):
        return draft
    if modifier == "more-than" and flat.endswith(g.data.modifiers.denied_by, 0, start):
        modifier = "at-most"
    return with_outer(flat, draft, modifier, start, g)


def _is_record(flat: str, start: int, left: int, g: Grammar) -> bool:
    """全队最高的27分, 单日最高2313万: the highest, not at most."""
    modifiers = g.data.modifiers
    told = flat[left : left + 1] in modifiers.attributive or flat.endswith(modifiers.records, 0, start)
    return told and flat[start] in modifiers.superlative


def _is_part_of_word(flat: str, start: int, left: int, draft: Draft, g: Grammar) -> bool:
    """近 in 最近; 上 and 过 bind only what begins with a scale: 上百人."""
    scaled = flat[draft.number_start] in g.data.numerals.scale_signs
    needs_scale = flat[start:left] in g.data.modifiers.before_scale_only
    return inside_word(flat, start, left, g) or (needs_scale and not scaled)


def _is_recent(flat: str, start: int, draft: Draft, recent: Recent) -> bool:
    """Whether 近 says "the last" and not "nearly": 近五场不胜, 近一周日均; not 历时近一年."""
    if draft.unit in recent.units:
        return isinstance(draft.value, Fraction) and draft.value <= _MOST_RECENT
    return (
        draft.kind == "duration"
        and draft.value == 1
        and not draft.digits
        and flat[start - 1 : start] not in recent.lasting_after
    )


def _heads_sentence(flat: str, start: int, draft: Draft, recent: Recent) -> bool:
    """Whether 近 and a length of time stand alone before a comma: 近两年,她很少出门; not 近两年时间,他都在外地."""
    if draft.unit not in recent.heading or draft.end - draft.number_end > _LONGEST_UNIT:
        return False
    before = flat[max(0, start - 2) : start].rstrip()[-1:]
    return (not before or before in _SENTENCE_END) and flat.startswith((",", "，"), draft.end)


def _carrier(flat: str, at: int, draft: Draft, g: Grammar) -> int | None:
    """The end of a modifier a few words before its figure: 约占全台8.9%, 最高可达每秒200个, 不到总库容的五分之一."""
    part = draft.kind in ("percent", "ratio")
    verb = g.pattern("bounded_verb").search(flat, max(0, at - 6), at)
    if verb and _long_bound(flat, verb.start(), g):
        return verb.start()
    moved = _before_change(flat, at, g)
    if moved is not None:
        return moved
    for start in range(at - 1, max(-1, at - 9), -1):
        if not flat[start].isalpha():
            return None
        if flat[start] in g.data.modifiers.carriers:
            return start
        if part and flat[start] in g.data.modifiers.part_bounds_end:
            of_other = any(word in flat[start + 1 : at] for word in g.data.modifiers.part_not_of)
            if _long_bound(flat, start + 1, g) and not of_other:
                return start + 1
    return None


def _before_change(flat: str, at: int, g: Grammar) -> int | None:
    """大概降低3%, 已超过增长5%: where a verb of change begins that has a bound of two characters before it."""
    verb = g.moving.before(flat, at)
    return verb[1] if verb and verb[1] < at - 1 and _long_bound(flat, verb[1], g) else None


def _long_bound(flat: str, at: int, g: Grammar) -> tuple[Modifier, int] | None:
    """The modifier that ends at a place, if it has more than one character."""
    found = g.modifiers_before.before(flat, at)
    return found if found and found[1] < at - 1 else None


def han_bound_after(view: View, draft: Draft, g: Grammar) -> Draft:
    """三百以上, 两公斤多: a modifier after the figure; not 三百多少."""
    flat, modifiers = view.flat, g.data.modifiers
    found = after_at(flat, draft, g)
    if found is None:
        return draft
    modifier, at, end = found
    form = flat[at:end]
    if form in modifiers.inside_more:
        return _with_more(flat, draft, at, end, g)
    part = form in modifiers.part_bounds and draft.kind not in ("percent", "ratio")
    if part or draft.unit in modifiers.unbound_units.get(form, ()):
        return draft
    if flat[end : end + 1] in tuple(modifiers.not_bound_before.get(form, "")):
        return draft
    return bounded_after(draft, modifier, end)


def _with_more(flat: str, draft: Draft, at: int, end: int, g: Grammar) -> Draft:
    """两公斤多: somewhat more, inside the span."""
    counted = draft.kind != "rank" and (draft.kind != "percent" or draft.table == "tenth")
    if not counted or not draft.suffixed or at != draft.end:
        return draft
    if flat[end : end + 1] in tuple(g.data.modifiers.not_more_before):
        return draft
    return replace(draft, modifier="more-than" if draft.modifier == "exact" else draft.modifier, end=end)


def compared(view: View, draft: Draft, g: Grammar) -> Draft:
    """比三十大, 比170低: a comparison whose adjective stands after the number."""
    table = g.data.modifiers.comparison
    left = left_of(view.flat, draft.start)
    if not view.flat.startswith(table.mark, left - 1):
        return draft
    end = draft.number_end if draft.kind == "count" else draft.end
    after = right_of(view.flat, end)
    if view.flat.startswith(table.more, after):
        return replace(draft, end=end, modifier="more-than", bound_start=left - 1)
    if view.flat.startswith(table.less, after):
        return replace(draft, end=end, modifier="less-than", bound_start=left - 1)
    return draft
