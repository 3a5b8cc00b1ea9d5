"""Numbers whose noun stands elsewhere: "14 of the 20 clubs", "forty goats, now seven"; and ages."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.counted.lemma import singular
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.counting_tables import Ages
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.view import View, word_before

_SENTENCE = re.compile(r"[.!?;。！？؛](?=[ ”\"']|$)")
_PLURAL = re.compile(r"[a-z]{3,20}s(?![\w'])")
_AGE_DIGITS = 2
_GROUP_REACH = 240
"""How far back, in characters, the group may stand of which "seven of 19" speaks."""
_REACH = 120
"""How far back, in characters, a noun may stand that a number leaves unsaid."""
_TENS = range(20, 100, 10)
_BOUND_REACH = 40
"""How far back, in characters, the persons may stand whose age is bounded."""
_AGE_ENDS = re.compile(r"[.,;:!?)]|$| (?:when|and|but|at|in|on|last|this|then)(?![a-z])")
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]{1,30}, $")


def name_ages(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ "aged 31", "aged between 18 and 24", "Anna Lee, 52,": years of a life."""
    ages = g.data.ages
    return [
        replace(draft, kind="duration", unit="year", trail=f"{draft.trail}+age")
        if draft.naked and _is_age(view, draft, ages, g)
        else draft
        for draft in drafts
    ]


def _is_age(view: View, draft: Draft, ages: Ages, g: Grammar) -> bool:
    top = draft.top
    if top is None or not 0 <= top <= 130:
        return False
    flat, start = view.flat, draft.reach
    if flat.startswith(ages.after, draft.end + 1):
        return True
    before = word_before(flat, start)
    if before in ages.between:
        before = word_before(flat, start - len(before) - 1)
    if before in ages.before or flat.endswith(ages.phrases, 0, start - 1):
        return True
    floor = max(0, draft.start - _BOUND_REACH)
    if _of_group_aged(view, draft, g) or g.pattern("age_before").search(flat, floor, draft.start):
        return True
    ends = _AGE_ENDS.match(flat, draft.end) is not None
    if top.denominator != 1:
        return False
    if ends and g.pattern("age_said").search(flat, max(0, start - 24), start):
        return 5 <= top <= 110
    if not draft.digits:
        return False
    if _aside(view, draft, g) or (ends and g.pattern("age_at").search(flat, floor, draft.start)):
        return True
    named = _NAME_BEFORE.search(view.text, max(0, start - 34), start) is not None
    return named and top >= 10 and flat[draft.end : draft.end + 1] in (",", ".", ";", ")", "")


def _of_group_aged(view: View, draft: Draft, g: Grammar) -> bool:
    """Children under 12, those over 65, people between 18 and 24, فوق الستين: persons that a number without a noun bounds."""
    led = g.pattern("persons_bounded").search(view.flat, max(0, draft.start - _BOUND_REACH), draft.start)
    tens = g.is_definite(view.flat[draft.start : draft.end]) and draft.value in _TENS
    return (tens or draft.digits) and led is not None and view.flat[draft.end : draft.end + 1] != "-"


def _aside(view: View, draft: Draft, g: Grammar) -> bool:
    """The presenter, 37, took; تراك بالين، 42، يعمل: a number of two digits between commas, behind a word."""
    before, after = g.pattern("aside_before"), g.pattern("aside_after")
    return (
        draft.end - draft.start == _AGE_DIGITS
        and before.search(view.flat, max(0, draft.reach - 24), draft.reach) is not None
        and after.match(view.flat, draft.end) is not None
    )


def lend_times(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Won in 9.81 seconds, and took silver in 9.89: a decimal after "in" is so many seconds where the sentence tells such a time before."""
    made: list[Draft] = []
    for draft in drafts:
        last = next((one for one in reversed(made) if one.kind == "duration" and one.unit == "second"), None)
        if (
            last is not None
            and draft.naked
            and _decimal(draft)
            and _decimal(last)
            and _timed(view, last, draft, g)
        ):
            draft = replace(draft, kind="duration", unit="second", trail=f"{draft.trail}+elided")
        made.append(draft)
    return made


def _decimal(draft: Draft) -> bool:
    return draft.digits and isinstance(draft.value, Fraction) and draft.value.denominator > 1


def _timed(view: View, last: Draft, draft: Draft, g: Grammar) -> bool:
    led = word_before(view.flat, draft.start) in g.data.dates.amount_in
    near = draft.start - last.end <= _REACH
    return led and near and _SENTENCE.search(view.flat, last.end, draft.start) is None


def drop_rates(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """In "$6 a dozen", "£40 a thousand" the second number is the measure of the price and no figure."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        atom = g.atoms.get(word_at(view.flat, draft.start)[0])
        if (
            last
            and last.kind == "money"
            and atom
            and atom.kind == "article"
            and draft.kind == "count"
            and view.flat[last.end : draft.start] == " "
        ):
            continue
        made.append(draft)
    return made


def lend_nouns(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A bare number takes the unit of the figure it is a part of, or else of the last one in its sentence."""
    links = g.data.lemma.part_of
    made: list[Draft] = []
    for place, draft in enumerate(drafts):
        if draft.naked:
            unit = _of_next(view, draft, drafts[place + 1 : place + 2], links)
            if unit is None and _stands_alone(view, draft, g):
                after = drafts[place + 1 : place + 2]
                unit = _of_last(view, draft, made, g) or _of_group(view, draft, after, g)
            if unit:
                draft = replace(draft, unit=unit, suffixed=True, trail=f"{draft.trail}+elided")
        made.append(draft)
    return made


def _of_next(view: View, draft: Draft, following: list[Draft], links: Forms) -> str | None:
    for whole in following:
        start = whole.reach
        if whole.kind == "count" and view.flat[draft.end : start].strip() in links:
            return whole.unit
    return None


def _of_group(view: View, draft: Draft, after: list[Draft], g: Grammar) -> str | None:
    """ "Officials cut rates, and minutes show that seven of 19 had doubts": the group that the sentence begins with."""
    if not any(_linked(view, draft, whole, g) for whole in after):
        return None
    floor = max(0, draft.start - _GROUP_REACH)
    ends = [match.end() for match in _SENTENCE.finditer(view.flat, floor, draft.start)]
    words = _PLURAL.findall(view.flat, ends[-1] if ends else floor, draft.start)
    group = next((word for word in words if word in g.data.lemma.groups), None)
    return singular(group, g) if group else None


def _linked(view: View, part: Draft, whole: Draft, g: Grammar) -> bool:
    between = view.flat[part.end : whole.start].strip()
    return whole.naked and between in g.data.lemma.part_of


def _stands_alone(view: View, draft: Draft, g: Grammar) -> bool:
    """Whether no word follows that may be the noun itself ("eight crew"), or is bound to the number (200-strong, two-sided)."""
    word, _ = word_at(view.flat, draft.end + 1)
    return not word or (view.flat[draft.end] != "-" and _leads_on(word, g))


def _leads_on(word: str, g: Grammar) -> bool:
    """Whether a word goes on with the sentence or stands for the noun named before: في, منهم, others; not a noun."""
    stand_ins = g.data.numerals.noun_stand_ins
    plain = word[1:] if word[0] in g.proclitics else word
    lead = {word, plain}
    return (
        not lead.isdisjoint(g.stop_words)
        or not lead.isdisjoint(g.data.lemma.leads_on)
        or word in stand_ins.words
        or word.endswith(stand_ins.endings)
    )


def _of_last(view: View, draft: Draft, made: list[Draft], g: Grammar) -> str | None:
    if g.pattern("no_measure_before").search(view.flat, max(0, draft.start - _BOUND_REACH), draft.start):
        # 40 km wide, with a population of 85,000
        return None
    for last in reversed(made):
        if draft.start - last.end > _REACH:
            return None
        if last.kind == "money" and draft.scale != 1:
            return None
        if last.kind == "count" and last.unit and last.unit != "time":
            return None if _SENTENCE.search(view.flat, last.end, draft.start) else last.unit
    return None
