"""Numbers of results and codes: 3-1, 0501234567, 90+3; and years, which are figures, but no counts."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Draft, Refused, bare_year
from build_tools.annotate.figures.refused.seen import Seen, as_year, refuse
from build_tools.annotate.figures.view import word_before

_SCORE = re.compile(r"[-–:]\d")
_TIE = re.compile(r"(?<![\d.,-])[67]-[67] ?\($")
_SIDE = re.compile(r"\d:$")
_MALFORMED = re.compile(r"(?:<>|><|=>|=<) ?$")
_TYPE = re.compile(r"(?<![\d.,])\d{3}-$")
_ADDED = re.compile(r"\+\d")
_TO_WHAT = re.compile(r"\d\+$")
_MULTIPLIED = re.compile(r"× ?\d|\d ?×")
_PAID = 40
"""Characters before a sum within which the verb of paying stands."""
_PART_LENGTH = 2


def score(seen: Seen) -> Refused | None:
    """3-1, 2:0, 7-6 (5): the two sides of a result, and the points of a tie-break."""
    right = _SCORE.match(seen.flat, seen.draft.number_end) is not None
    sign = bool(seen.before) and (
        seen.before in "-–"
        or _SIDE.search(seen.flat, max(0, seen.draft.number_start - 2), seen.draft.number_start)
    )
    left = bool(sign) and seen.draft.start == seen.draft.number_start
    start = seen.draft.number_start
    tie = seen.bare and _TIE.search(seen.flat, max(0, start - 6), start)
    return refuse(seen, (seen.bare and (right or left)) or bool(tie) or _part_of_type(seen))


def _part_of_type(seen: Seen) -> bool:
    """787-9 jets, 787-100 jets: the second part of a type counts no jets; where it is the smaller one it ends no range."""
    start, run = seen.draft.number_start, seen.run
    first = seen.draft.noun and _TYPE.search(seen.flat, max(0, start - 4), start)
    if not first:
        return False
    return len(run) <= _PART_LENGTH or (len(run) == len(first[0]) - 1 and run < first[0])


def leading_zero(seen: Seen) -> Refused | None:
    """0501234567, 007: a zero before other digits makes a code; a text that is one such number may be any."""
    draft, flat = seen.draft, seen.flat
    inside = draft.number_start > 0 or draft.number_end < len(flat)
    return refuse(seen, inside and _coded(seen))


def leading_zero_anywhere(seen: Seen) -> Refused | None:
    """0501234567: a zero before other digits makes a code."""
    return refuse(seen, _coded(seen))


def _coded(seen: Seen) -> bool:
    draft, run = seen.draft, seen.run
    zeros = run[0] == "0" and run[1:2].isdecimal()
    return draft.kind == "count" and zeros and draft.value != 0


def malformed(seen: Seen) -> Refused | None:
    """<> 5: signs that say nothing together."""
    start = seen.draft.number_start
    return refuse(seen, _MALFORMED.search(seen.flat, max(0, start - 3), start) is not None)


def stoppage_time(seen: Seen) -> Refused | None:
    """90+3: a minute and what was added to it."""
    flat, start, end = seen.flat, seen.draft.number_start, seen.draft.number_end
    whole = seen.bare and _ADDED.match(flat, end)
    return refuse(seen, bool(whole or _TO_WHAT.search(flat, max(0, start - 2), start)))


def year_of_noun(seen: Seen) -> Draft | None:
    """The 2016 elections, in 2024 prices, 2009 World Games: a year before its noun, which a count of so many would write with a comma."""
    draft, cues = seen.draft, seen.g.data.dates.year_adjective_after
    if not draft.noun:
        return None
    if not isinstance(draft.value, Fraction) or not bare_year(replace(draft, unit=None)):
        return None
    start = draft.start
    if seen.g.pattern("years_paired").search(seen.flat, max(0, start - 10), start):
        # the 1990 and 2000 censuses
        return as_year(draft, draft.number_end)
    if draft.value % 100 == 0:
        return None
    led = word_before(seen.flat, draft.start) in cues or seen.flat.endswith("'s ", 0, draft.start)
    named = seen.g.pattern("name_of_event").match(seen.view.text, draft.number_end)
    led = led or _between_names(seen) or named is not None
    return as_year(draft, draft.number_end) if led else None


def _between_names(seen: Seen) -> bool:
    """The London 2012 Olympics: a year between two capitals."""
    text, start = seen.view.text, seen.draft.number_start
    before = seen.word_before
    follows = text[seen.draft.number_end + 1 : seen.draft.number_end + 2]
    return bool(before) and text[start - 1 - len(before)].isupper() and follows.isupper()


def bare_number_is_year(seen: Seen) -> Draft | None:
    """In 2024, حتى 2029: four digits of nothing, bound by no modifier but one that is also said of time; not 2084顶帐篷."""
    draft, flat = seen.draft, seen.flat
    if not bare_year(draft) or draft.noun or draft.start != draft.number_start:
        return None
    if seen.g.pattern("paid_before").search(flat, max(0, draft.start - _PAID), draft.start):
        # "Pay Miller 2000 by card"
        return None
    if _MULTIPLIED.search(flat, max(0, draft.start - 2), draft.end + 2):
        # "1080 × 1920"
        return None
    bound = draft.bound_start >= 0 and flat[draft.bound_start : draft.start].strip()
    told = not bound or bound in seen.g.data.dates.year_bounds or _growth_over(seen, bound)
    return as_year(draft, draft.number_end) if told else None


def _growth_over(seen: Seen, bound: str) -> bool:
    """A 61 percent increase over 2015, up 5% on 2019: with what growth is compared."""
    start = seen.draft.bound_start
    if bound not in seen.g.data.dates.compared_over:
        return False
    percent = any(seen.flat.endswith(form, 0, start - 1) for form in seen.g.data.percent.get("percent", ()))
    return percent or seen.g.change.before(seen.flat, start - 1) is not None
