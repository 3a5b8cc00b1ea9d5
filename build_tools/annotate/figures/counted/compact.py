"""Measures in units that follow one another without a word: 1h30m, 2h 05min, 1h30, 6-foot-4, 6'4"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from build_tools.annotate.figures.draft import Draft
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.view import View, word_before

_CLINGS = re.compile(r"[\w.,/:-]$")
_INCHES = 12
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


@cache
def _pattern(tag: str) -> re.Pattern[str] | None:
    """Hours and minutes, minutes and seconds, or all three; the last letter may be left out where none else is."""
    letters = grammar(tag).data.duration_extra.compact
    if not letters:
        return None
    hour, minute, second = ("|".join(letters[unit]) for unit in ("hour", "minute", "second"))
    return re.compile(
        rf"(?:(?P<hour>\d{{1,3}}) ?(?:{hour}) ?(?P<minute>\d{{1,2}})(?: ?(?:{minute})(?: ?(?P<second>\d{{1,2}}) ?(?:{second}))?)?"
        rf"|(?P<minutes>\d{{1,3}}) ?(?:{minute}) ?(?P<seconds>\d{{1,2}}(?:\.\d{{1,3}})?) ?(?:{second}))(?![\w%])"
    )


def read_compact(view: View, at: int, g: Grammar) -> Draft | None:
    """1h30m as 90 minutes, 6-foot-4 as 76 inches: one figure in the smallest unit that is said; ``None`` where none stands at ``at``."""
    if _CLINGS.search(view.flat, max(0, at - 1), at):
        return None
    return _length(view.flat, at, g) or _duration(view, at, g)


def _length(flat: str, at: int, g: Grammar) -> Draft | None:
    """Feet and inches: 6-foot-4, 6ft 4in, 6'4"."""
    match = g.pattern("feet_and_inches").match(flat, at)
    if match is None:
        return None
    value = Fraction(int(match[1]) * _INCHES + int(match[2] or match[3]))
    return Draft(
        at, match.end(), at, match.end(), "count", "measure-sum", value=value, unit="inch", digits=True, suffixed=True
    )  # fmt: skip


def _duration(view: View, at: int, g: Grammar) -> Draft | None:
    pattern = _pattern(g.tag)
    match = pattern.match(view.flat, at) if pattern else None
    if match is None:
        return None
    if match["hour"] and match[0][-1].isdecimal() and word_before(view.flat, at) in g.data.names.clock_before:
        # "at 9h30"
        return None
    parts = {
        "hour": match["hour"],
        "minute": match["minute"] or match["minutes"],
        "second": match["second"] or match["seconds"],
    }
    said = {unit: Fraction(text) for unit, text in parts.items() if text}
    if any(value >= 60 for unit, value in list(said.items())[1:]):
        return None
    small = list(said)[-1]
    value = sum((value * _SECONDS[unit] for unit, value in said.items()), Fraction(0)) / _SECONDS[small]
    return Draft(
        at, match.end(), at, match.end(), "duration", "duration-letters", value=value, unit=small, digits=True, suffixed=True
    )  # fmt: skip
