"""Spans of years: (1756–1791), 1861-1865, from 480 to 400 BC, reigned from 729 to 731."""

from __future__ import annotations

import re
from functools import cache

from build_tools.annotate.figures.dates.years import LATEST, counts, edtf_year, written, year_date
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.numerals.connectors import follows_between
from build_tools.annotate.figures.view import View

_SPAN = re.compile(r"([1-9]\d{2,3}) ?[-–—] ?(\d{3,4})(?![\w%‰/]|[-–—.,:]\d)")
_LONGEST_LIFE = 120
"""Years of the longest life, and of most spans that are written with a dash."""
_LONGEST_AGE = 1000
"""Years of most ages that a span of our era's marks tells of."""


@cache
def _worded(tag: str) -> re.Pattern[str]:
    """Two bare years with "to" or "and" between them."""
    ranges = grammar(tag).data.ranges
    to = "|".join(re.escape(word) for word in ranges.to if word[0].isalpha())
    pair = "|".join(re.escape(word) for word in ranges.pair)
    return re.compile(rf"(\d{{1,4}}) (?:(?P<to>{to}) |(?P<pair>{pair}) ?)(\d{{1,4}})(?![\w%‰/]|[-–—.,:٫]\d)")


def era_span(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """From 480 to 400 BC, between 729 and 731 AD, من 729 حتى 731 ميلادية: two years that share the mark of their era."""
    flat = view.flat
    match = _worded(g.tag).match(flat, at)
    if match is None or (match["pair"] and not follows_between(flat, at, g)):
        return None
    first, last = int(match[1]), int(match[4])
    before = g.pattern("before_christ").match(flat, match.end())
    mark = before or g.pattern("our_era").match(flat, match.end())
    if mark is None or not written(view, mark) or len(mark[0].strip()) == 1:
        # One letter may be metres.
        return None
    if (last < first) != bool(before):
        return None
    ends = (edtf_year(first, before=bool(before)), edtf_year(last, before=bool(before)))
    return year_date(at, mark.end(), "date-years", ends=ends)


def reign(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """Reigned from c. 729 to 731, حكم من 729 حتى 731, the dynasty ruled from 618 to 907: years of rulers, whatever their size."""
    flat = view.flat
    match = _worded(g.tag).match(flat, at)
    if match is None or len(match[1]) < 3:
        return None
    aged = g.pattern("aged_before").search(flat, max(0, at - 60), at) is not None
    if not aged and not g.pattern("reigned").search(flat, max(0, at - 60), at):
        return None
    low, high = int(match[1]), int(match[4])
    longest = _LONGEST_AGE if aged else _LONGEST_LIFE
    if not 0 < high - low <= longest or high > LATEST or counts(flat, match.end(), g):
        return None
    return year_date(at, match.end(), "date-years", ends=(edtf_year(low), edtf_year(high)))


def year_span(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """(1756–1791), 1861-1865: two ungrouped numbers that rise by no more than a life; of three digits only in brackets."""
    flat = view.flat
    match = _SPAN.match(flat, at)
    if match is None:
        return None
    low, high = int(match[1]), int(match[2])
    aged = g.pattern("aged_before").search(flat, max(0, at - 60), at) is not None
    if not 0 < high - low <= (_LONGEST_AGE if aged else _LONGEST_LIFE) or high > LATEST:
        return None
    bracketed = _in_brackets(flat, at, match.end())
    if not bracketed and (
        low < 1000 or counts(flat, match.end(), g) or flat[max(0, at - 1) : at] in ("$", "€", "£", "¥")
    ):
        return None
    return year_date(at, match.end(), "date-years", ends=(edtf_year(low), edtf_year(high)))


def _in_brackets(flat: str, start: int, end: int) -> bool:
    opened = flat.rfind("(", max(0, start - 60), start)
    closed = flat.find(")", end, end + 40)
    return opened >= 0 and closed >= 0 and ")" not in flat[opened:start]
