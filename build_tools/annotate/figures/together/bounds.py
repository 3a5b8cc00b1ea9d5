"""Modifiers around a figure: about, more than, at least, 以上, على الأقل."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from build_tools.annotate.figures.draft import Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.context_tables import Far
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.annotate.figures.numerals.additive import without_endings, word_at
from build_tools.annotate.figures.view import View, left_of, right_of, word_before
from build_tools.model import Modifier

_MOST_SKIPPED = 3
"""Words that may stand between a modifier and its figure, and one more."""


_OF_WHAT = 40
"""How far before a number, in characters, it may be said that it is estimated."""
BoundRule = Callable[[View, Draft, Grammar], Draft]
"""The draft with the modifier that its neighbourhood gives it; the span grows by no modifier."""


def with_bounds(view: View, draft: Draft, g: Grammar, rules: tuple[BoundRule, ...]) -> Draft:
    """The draft as every rule leaves it; a date has bounds of its own."""
    if draft.kind == "date":
        return draft
    for rule in rules:
        draft = rule(view, draft, g)
    return draft


def estimated(view: View, draft: Draft, g: Grammar) -> Draft:
    """An estimated population of 4,196,457: what is estimated stands between the word and its number."""
    led = g.pattern("estimated_of").search(view.flat, max(0, draft.start - _OF_WHAT), draft.start)
    return (
        replace(draft, modifier="about", bound_start=led.start())
        if led and draft.modifier == "exact"
        else draft
    )


def bound_before(view: View, draft: Draft, g: Grammar) -> Draft:
    """More than 40, بنحو 40: a modifier before the figure, words like "the" or "another" between the two."""
    flat = view.flat
    at = _proclitic_start(flat, draft.start, g)
    for _ in range(_MOST_SKIPPED):
        left = left_of(flat, at)
        found = g.modifiers_before.before(flat, left)
        if (
            found
            and found[0] == "at-most"
            and found[1]
            and flat[found[1] - 1] in g.data.modifiers.unbound_lead
        ):
            return draft
        if found:
            return _bounded(view, draft, found, left, g)
        word = word_before(flat, at)
        averaged = word == "the" and flat[draft.number_end : draft.number_end + 1] == "-"
        if not word or word not in g.data.modifiers.skip or averaged:
            # "above the 20-day average" bounds the average.
            return draft
        at -= len(word) + 1
    return draft


def _bounded(view: View, draft: Draft, found: tuple[Modifier, int], left: int, g: Grammar) -> Draft:
    flat, (modifier, start) = view.flat, found
    if word_before(flat, start) in g.data.modifiers.verbs_of.get(flat[start:left], ()):
        return draft
    lasting = draft.kind == "duration" or draft.unit in g.data.modifiers.periods.units
    if lasting and _is_period(flat, start, left, draft, g):
        return draft
    if modifier == "more-than" and _denied(flat, start, g):
        modifier = "at-most"
    return with_outer(flat, draft, modifier, start, g)


def with_outer(flat: str, draft: Draft, modifier: Modifier, start: int, g: Grammar) -> Draft:
    """The draft with a modifier; of "more than about", 至少约, the outer one is the stronger statement."""
    outer = g.modifiers_before.before(flat, left_of(flat, start))
    if outer and modifier == "about":
        modifier, start = outer
    open_end = draft.modifier == "more-than" and modifier in ("more-than", "at-least")
    if draft.modifier == "exact" or open_end:
        return replace(draft, modifier=modifier, bound_start=start)
    return replace(draft, bound_start=start)


def bound_after(view: View, draft: Draft, g: Grammar) -> Draft:
    """40 or more, 40 على الأقل: a modifier after the figure."""
    flat = view.flat
    found = after_at(flat, draft, g)
    if found is None:
        return draft
    modifier, at, end = found
    if flat[at:end] in g.data.modifiers.adds and _sum_follows(flat, end, g):
        return draft
    if any(flat.startswith(f" {word} ", end) for word in g.data.modifiers.than):
        return draft
    return bounded_after(draft, modifier, end)


def after_at(flat: str, draft: Draft, g: Grammar) -> tuple[Modifier, int, int] | None:
    """The modifier after a figure, with where it begins and ends; also in brackets."""
    at = right_of(flat, draft.end)
    bracket = flat.startswith("(", at)
    found = g.modifiers_after.at(flat, at + bracket)
    if found is None or (bracket and not flat.startswith(")", found[1])):
        return None
    return found[0], at + bracket, found[1]


def bounded_after(draft: Draft, modifier: Modifier, end: int) -> Draft:
    """The draft with a modifier that ends at ``end``, unless it has a stronger one."""
    if draft.modifier in ("exact", "about"):
        return replace(draft, modifier=modifier, bound_end=end)
    return replace(draft, bound_end=end)


def without_comparison(view: View, draft: Draft, last: Draft, g: Grammar) -> Draft:
    """ "4% above the 77 GW forecast", "2 cents shy of $3": a third more than a year ago: what stands right before such words compares and does not bound."""
    if draft.modifier not in ("more-than", "less-than") or last.noun:
        return draft
    if not (last.suffixed or last.form == "fraction") or view.flat[last.end : draft.bound_start] != " ":
        return draft
    if not any(view.flat.startswith(f"{word} ", draft.bound_start) for word in g.data.modifiers.compares):
        return draft
    return replace(draft, modifier="exact", bound_start=-1)


def with_date_bounds(view: View, draft: Draft, g: Grammar) -> Draft:
    """A date with what binds it: no later than 2030, 最迟在明年1月. "By" and "before" are left to the reader."""
    left = left_of(view.flat, _proclitic_start(view.flat, draft.start, g))
    for word in g.data.modifiers.dates.between:
        if view.flat.endswith(f" {word}", 0, left):
            left = left_of(view.flat, left - len(word))
            break
    found = g.date_modifiers.before(view.flat, left)
    if found is None or inside_word(view.flat, found[1], left, g):
        return draft
    return replace(draft, modifier=found[0], bound_start=found[1])


def _denied(flat: str, start: int, g: Grammar) -> bool:
    """Whether "more than" is denied a few words before: will not pay more than £30,000, never took more than two."""
    words = _CLAUSE_END.split(flat[max(0, start - 32) : start])[-1].split()[-3:]
    loose = g.data.modifiers.undenied
    return any(word in g.data.modifiers.denials for word in words) and not any(
        word in loose for word in words
    )


def bound_from_afar(view: View, draft: Draft, g: Grammar) -> Draft:
    """تجاوز سعر الكيلو في السوق 25 جنيها: the verb stands before its subject, far from the object that it bounds."""
    table = g.data.modifiers.far
    start = draft.start
    if draft.modifier != "exact":
        return draft
    if view.flat[start - 1 : start] != " ":
        return draft
    words = _CLAUSE_END.split(view.flat[max(0, start - _FAR) : start])[-1].split()
    if words and words[-1] in table.linked.links:
        return _linked_bound(draft, words[-_LINKED:-1], table, g)
    for place in range(len(words) - 2, -1, -1):
        if words[place] in table.never:
            return draft
        about = _one_of(words[place], table.about, g)
        if about or _one_of(words[place], table.more, g):
            if without_endings(words[place + 1], g).isdisjoint(table.subjects):
                return draft
            denied = place > 0 and _one_of(words[place - 1], table.denied, g)
            if about:
                return draft if denied else replace(draft, modifier="about")
            return replace(draft, modifier="at-most" if denied else "more-than")
    return draft


def _linked_bound(draft: Draft, words: list[str], table: Far, g: Grammar) -> Draft:
    """يقل عدد سكانه عن 900, لا تقل أعمارهم عن 18 عاما: with the words between a clause's beginning and the preposition."""
    for place, word in enumerate(words):
        less = _one_of(word, table.linked.less, g)
        if less or _one_of(word, table.linked.more, g):
            denied = place > 0 and _one_of(words[place - 1], table.denied, g)
            said: Modifier = "less-than" if less else "more-than"
            turned: Modifier = "at-least" if less else "at-most"
            return replace(draft, modifier=turned if denied else said)
    return draft


def _one_of(word: str, forms: Forms, g: Grammar) -> bool:
    return word in forms or (word[0] in g.proclitics and word[1:] in forms)


_LINKED = 7
"""Words among which such a verb stands with its subject, and the preposition."""
_CLAUSE_END = re.compile(r"[.,،؛:;!?؟()«»\"\d]")
_FAR = 90
"""How far back, in characters, such a verb may stand."""


def _is_period(flat: str, start: int, left: int, draft: Draft, g: Grammar) -> bool:
    """Whether "over" is "during" (paid over 10 years), not "more than" (for over 10 years, over 10 years ago)."""
    periods = g.data.modifiers.periods
    if flat[start:left] not in periods.words or word_before(flat, start) in periods.lasting_after:
        return False
    after = re.compile(r" ([^\W\d_]{1,20})|-old").match(flat, draft.end)
    return not (after and (after[0] == "-old" or after[1] in periods.lasting_before))


def _proclitic_start(flat: str, start: int, g: Grammar) -> int:
    """Before a proclitic written on the number: «بنحو 5», «لـ5», «الـ5» stay in reach, «و5» joins and does not."""
    match = g.pattern("proclitic_before").search(flat, max(0, start - 5), start)
    return match.start() if match else start


def _sum_follows(flat: str, end: int, g: Grammar) -> bool:
    """Whether "plus" leads to another number: €45m plus €10m."""
    begin = right_of(flat, end)
    if flat[begin : begin + 1].isdecimal() or g.prefixes.at(flat, begin) is not None:
        return True
    return word_at(flat, begin)[0] in g.atoms


def inside_word(flat: str, start: int, end: int, g: Grammar) -> bool:
    """近 in 最近, 超 in 高超, 破 in 突破: the last character of a longer word is no modifier."""
    return bool(start) and flat[start - 1] in g.data.modifiers.word_tails.get(flat[start:end], "")
