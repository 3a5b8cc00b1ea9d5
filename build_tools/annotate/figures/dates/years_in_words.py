"""Years that are written out: عام مئة وستة وثلاثين للهجرة, سنة ألف وتسعمئة وستين."""

from __future__ import annotations

from build_tools.annotate.figures.dates.hijri import gregorian_of
from build_tools.annotate.figures.dates.written_dates import era_mark
from build_tools.annotate.figures.dates.years import LATEST, counts, edtf_year, led_by_year_noun, year_date
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.additive import read_additive
from build_tools.annotate.figures.view import View

_SURE_IN_WORDS = 1000
"""A smaller number in words after the word for a year may be how many of them."""


def year_in_words(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """عام مئة وستة وثلاثين للهجرة, سنة ألف وتسعمئة وستين: a year in words after the word for one; a small one with its era."""
    flat = view.flat
    if flat[at].isdecimal() or not led_by_year_noun(flat, at, g):
        return None
    number = read_additive(view, at, g)
    if (
        number is None
        or number.value is None
        or number.value.denominator != 1
        or not 1 <= number.value <= LATEST
    ):
        return None
    year, end = int(number.value), number.end
    hijri = era_mark(flat, end, g.data.dates.hijri_marks)
    if hijri:
        value = gregorian_of(year, None, None)
        return year_date(at, hijri, "date-hijri-year", value) if value else None
    before = g.pattern("before_christ").match(flat, end)
    after = g.pattern("our_era").match(flat, end)
    mark = before or after
    if mark is None and (year < _SURE_IN_WORDS or counts(flat, end, g)):
        return None
    return year_date(at, mark.end() if mark else end, "year-words", edtf_year(year, before=bool(before)))
