"""Modifiers around a figure: about, more than, at least, 以上, على الأقل."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from build_tools.annotate.figures.draft import Draft
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.grammar.context_tables import Recent
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.annotate.figures.view import View, word_before


def _left(flat: str, at: int) -> int:
    while at > 0 and flat[at - 1] == " ":
        at -= 1
    return at


def with_bounds(view: View, draft: Draft, g: Grammar) -> Draft:
    """The draft with the modifier that its neighbourhood gives it; the span grows by no modifier."""
    if draft.kind == "date":
        return draft
    draft = _far(view, _before(view, draft, g), g)
    return _compared(view, _after(view, draft, g), g)


def without_comparison(view: View, draft: Draft, last: Draft, g: Grammar) -> Draft:
    """ "4% above the 77 GW forecast", "2 cents shy of $3": a measure right before such words compares and does not bound."""
    if draft.modifier not in ("more-than", "less-than") or last.noun or not last.suffixed:
        return draft
    if view.flat[last.end : draft.bound_start] != " " or last.kind not in ("percent", "money", "count"):
        return draft
    if not any(view.flat.startswith(f"{word} ", draft.bound_start) for word in g.data.modifiers.compares):
        return draft
    return replace(draft, modifier="exact", bound_start=-1)


def with_date_bounds(view: View, draft: Draft, g: Grammar) -> Draft:
    """A date with what binds it: no later than 2030, 最迟在明年1月. "By" and "before" are left to the reader."""
    left = _left(view.flat, _proclitic_start(view.flat, draft.start, g))
    for word in g.data.modifiers.dates.between:
        if view.flat.endswith(f" {word}", 0, left):
            left = _left(view.flat, left - len(word))
            break
    found = g.date_modifiers.before(view.flat, left)
    if found is None or (g.positional and _inside_word(view.flat, found[1], left, g)):
        return draft
    return replace(draft, modifier=found[0], bound_start=found[1])


def _compared(view: View, draft: Draft, g: Grammar) -> Draft:
    """比三十大, 比170低: a comparison whose adjective stands after the number."""
    table = g.data.modifiers.comparison
    left = _left(view.flat, draft.start)
    if not table.mark or draft.modifier != "exact" or not view.flat.startswith(table.mark, left - 1):
        return draft
    after = (
        view.flat[draft.number_end :].lstrip()[:1]
        if draft.kind == "count"
        else view.flat[draft.end :].lstrip()[:1]
    )
    for modifier in ("more-than", "less-than"):
        if after and after in (table.more if modifier == "more-than" else table.less):
            shorter = (
                replace(draft, end=draft.number_end, suffixed=False, noun=False)
                if draft.kind == "count" and draft.unit is None
                else draft
            )
            return replace(shorter, modifier=modifier, bound_start=left - 1)
    return draft


def _before(view: View, draft: Draft, g: Grammar) -> Draft:
    flat = view.flat
    at = _proclitic_start(flat, draft.start, g)
    for _ in range(3):
        left = _left(flat, at)
        found = g.modifiers_before.before(flat, left)
        if found:
            modifier, start = found
            if word_before(flat, start) in g.data.modifiers.verbs_of.get(flat[start:left], ()):
                return draft
            lasting = draft.kind == "duration" or draft.unit in g.data.modifiers.periods.units
            if lasting and _is_period(flat, start, left, draft, g):
                return draft
            if g.positional and flat[start] == "最" and flat[left : left + 1] == "的":
                # 全队最高的27分: the highest, not at most.
                return draft
            if (
                g.positional
                and flat[start] == "最"
                and flat.endswith(tuple(g.data.modifiers.records), 0, start)
            ):
                # 单日最高2313万
                return draft
            recent = g.data.modifiers.recent if g.positional else None
            if recent and flat[start:left] in recent.words and _is_recent(flat, start, draft, recent):
                return draft
            if g.positional and (
                _inside_word(flat, start, left, g)
                or (
                    flat[start:left] in ("上", "过")
                    and flat[draft.number_start] not in g.data.numerals.scale_signs
                )
            ):
                return draft
            if (
                g.positional
                and modifier == "more-than"
                and flat.endswith(tuple(g.data.modifiers.denied_by), 0, start)
            ):
                modifier = "at-most"
            if modifier == "more-than" and not g.positional and _denied(flat, start, g):
                modifier = "at-most"
            # "more than about", "至少约": the stronger statement is the outer one.
            outer = g.modifiers_before.before(flat, _left(flat, start))
            if outer and modifier == "about":
                modifier, start = outer
            if draft.modifier in ("exact",) or (
                draft.modifier == "more-than" and modifier in ("more-than", "at-least")
            ):
                return replace(draft, modifier=modifier, bound_start=start)
            return replace(draft, bound_start=start)
        word = "" if g.positional else word_before(flat, at)
        skip = g.data.modifiers.skip
        if word in skip and word == "the" and flat[draft.number_end : draft.number_end + 1] == "-":
            # "above the 20-day average" bounds the average.
            return draft
        if word and word in skip:
            at -= len(word) + 1
            continue
        if g.positional:
            if flat[max(0, left - 1) : left] in skip:
                at = left - 1
                continue
            carrier = _carrier(flat, left, draft, g)
            if carrier is not None:
                at = carrier
                continue
        return draft
    return draft


def _denied(flat: str, start: int, g: Grammar) -> bool:
    """Whether "more than" is denied a few words before: will not pay more than £30,000, never took more than two."""
    denials = g.data.modifiers.denials
    if not denials:
        return False
    words = _CLAUSE_END.split(flat[max(0, start - 32) : start])[-1].split()[-3:]
    loose = g.data.modifiers.undenied
    return any(word in denials for word in words) and not any(word in loose for word in words)


def _far(view: View, draft: Draft, g: Grammar) -> Draft:
    """تجاوز سعر الكيلو في السوق 25 جنيها: the verb stands before its subject, far from the object that it bounds."""
    table = g.data.modifiers.far
    start = draft.start
    if draft.modifier != "exact" or draft.bound_start >= 0 or not table.subjects:
        return draft
    if view.flat[start - 1 : start] != " ":
        return draft
    words = _CLAUSE_END.split(view.flat[max(0, start - _FAR) : start])[-1].split()
    for place in range(len(words) - 2, -1, -1):
        if words[place] in table.never:
            return draft
        about = _one_of(words[place], table.about, g)
        if about or _one_of(words[place], table.more, g):
            if _without_endings(words[place + 1], g).isdisjoint(table.subjects):
                return draft
            denied = place > 0 and _one_of(words[place - 1], table.denied, g)
            if about:
                return draft if denied else replace(draft, modifier="about")
            return replace(draft, modifier="at-most" if denied else "more-than")
    return draft


def _one_of(word: str, forms: Forms, g: Grammar) -> bool:
    return word in forms or (word[0] in g.proclitics and word[1:] in forms)


def _without_endings(word: str, g: Grammar) -> set[str]:
    """A noun without its article and without a pronoun: قيمتها is قيمة."""
    owned = [word.removesuffix(end) for end in g.data.numerals.fraction_endings if word.endswith(end)]
    return {word, word.removeprefix(g.definite), *owned, *(f"{form[:-1]}ه" for form in owned)}


_CLAUSE_END = re.compile(r"[.,،؛:;!?؟()«»\"\d]")
_MOST_RECENT = 12
_FAR = 90
"""How far back, in characters, such a verb may stand."""
_ARTICLE = re.compile(r"(?<![^\W\d_])(?:[بلك]?ال|لل) ?$")


def _is_period(flat: str, start: int, left: int, draft: Draft, g: Grammar) -> bool:
    """Whether "over" is "during" (paid over 10 years), not "more than" (for over 10 years, over 10 years ago)."""
    periods = g.data.modifiers.periods
    if flat[start:left] not in periods.words or word_before(flat, start) in periods.lasting_after:
        return False
    after = re.compile(r" ([^\W\d_]{1,20})|-old").match(flat, draft.end)
    return not (after and (after[0] == "-old" or after[1] in periods.lasting_before))


def _carrier(flat: str, at: int, draft: Draft, g: Grammar) -> int | None:
    """The end of a modifier a few words before its figure: 约占全台8.9%, 最高可达每秒200个, 不到总库容的五分之一."""
    part = draft.kind in ("percent", "ratio")
    verb = _bounded_verb(g.tag).search(flat, max(0, at - 6), at)
    if verb:
        found = g.modifiers_before.before(flat, verb.start())
        if found and found[0] in ("at-most", "at-least") and verb.start() - found[1] > 1:
            return verb.start()
    for start in range(at - 1, max(-1, at - 9), -1):
        if not flat[start].isalpha():
            return None
        if flat[start] in g.data.modifiers.carriers:
            return start if g.modifiers_before.before(flat, start) else None
        if part and flat[start] in g.data.modifiers.part_bounds_end:
            found = g.modifiers_before.before(flat, start + 1)
            between = flat[start + 1 : at]
            if (
                found
                and start + 1 - found[1] > 1
                and not any(word in between for word in g.data.modifiers.part_not_of)
            ):
                return start + 1
    return None


@cache
def _bounded_verb(tag: str) -> re.Pattern[str]:
    """A verb at the end of a stretch that may stand between a bound and its number."""
    verbs = "|".join(map(re.escape, grammar(tag).data.modifiers.bounded_verbs))
    return re.compile(rf"(?<=[至少多高低码])(?:{verbs})$")


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


def _proclitic_start(flat: str, start: int, g: Grammar) -> int:
    """Before a proclitic written on the number: «بنحو 5», «لـ5», «الـ5» stay in reach, «و5» joins and does not."""
    if g.definite and start and flat[start : start + 1].isdecimal():
        match = _ARTICLE.search(flat, max(0, start - 5), start)
        if match:
            return match.start()
    if (
        g.proclitics
        and start
        and flat[start - 1] in g.proclitics
        and (start == 1 or not flat[start - 2].isalpha())
    ):
        return start - 1
    return start


def _inside_word(flat: str, start: int, end: int, g: Grammar) -> bool:
    """近 in 最近, 超 in 高超, 破 in 突破: the last character of a longer word is no modifier."""
    return bool(start) and flat[start - 1] in g.data.modifiers.word_tails.get(flat[start:end], "")


def _after(view: View, draft: Draft, g: Grammar) -> Draft:
    flat = view.flat
    at = draft.end
    while flat[at : at + 1] == " " and at < draft.end + 2:
        at += 1
    if g.positional and flat[at : at + 1] == "的":
        return draft
    if flat[at : at + 1] == "(" and g.modifiers_after.at(flat, at + 1):
        at += 1
    found = g.modifiers_after.at(flat, at)
    if found is None:
        return draft
    modifier, end = found
    if flat[at:end] in g.data.modifiers.adds and _sum_follows(flat, end, g):
        return draft
    if any(flat.startswith(f" {word} ", end) for word in g.data.modifiers.than):
        return draft
    if g.positional and flat[at:end] in ("多", "余"):
        if (
            draft.kind == "rank"
            or (draft.kind == "percent" and draft.table != "tenth")
            or not draft.suffixed
            or at != draft.end
            or flat[end : end + 1] in tuple(g.data.modifiers.not_more_before)
        ):
            return draft
        return replace(draft, modifier="more-than" if draft.modifier == "exact" else draft.modifier, end=end)
    if g.positional and flat[at:end] == "起" and draft.unit in ("case",):
        return draft
    if (
        g.positional
        and flat[at:end] in g.data.modifiers.part_bounds
        and draft.kind not in ("percent", "ratio")
    ):
        return draft
    if g.positional and flat[end : end + 1] in tuple(g.data.modifiers.not_bound_before.get(flat[at:end], "")):
        return draft
    if draft.modifier in ("exact", "about"):
        return replace(draft, modifier=modifier, bound_end=end)
    return replace(draft, bound_end=end)


def _sum_follows(flat: str, end: int, g: Grammar) -> bool:
    """Whether "plus" leads to another number: €45m plus €10m."""
    begin = end + 1 if flat[end : end + 1] == " " else end
    if flat[begin : begin + 1].isdecimal() or g.prefixes.at(flat, begin) is not None:
        return True
    word = re.compile(r"[^\W\d_]*").match(flat, begin)
    return word is not None and word[0] in g.atoms
