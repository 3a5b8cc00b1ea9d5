"""Dates of a language with a written article: days in words, Hijri years, decades, spans of years."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.dates.hijri import gregorian_of
from build_tools.annotate.figures.dates.years import led_by_year_noun
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.lexicon import joined_letters
from build_tools.annotate.figures.grammar.table import Forms
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.numerals.ordinals import Ordinal, without_article, written_ordinal
from build_tools.annotate.figures.view import View, word_before

_HIJRI = re.compile(r"(\d{1,4})(?:[/-](\d{3,4}))?(?![.,]?\d)")
_LATEST_HIJRI = 1600
_HIJRI_DAY = re.compile(
    r"(\d{1,2})([/-])(\d{1,2})\2(1[34]\d{2})(?!\d)|(1[34]\d{2})([/-])(\d{1,2})\6(\d{1,2})(?!\d)"
)


def day_in_words(flat: str, at: int, g: Grammar) -> tuple[int, int] | None:
    """The day of the month that an ordinal names (السابع من, أول), and where the name of the month may begin."""
    word, end = word_at(flat, at)
    first = word in g.data.dates.first_day
    found = None if first else written_ordinal(flat, at, g) or _round_day(word, end, g)
    if not first and (found is None or found.value > 31):
        return None
    if found is not None and found.definite:
        # "الأسبوع الأول من تشرين الأول" is a week, "السبت السابع من أكتوبر" a day.
        before = word_before(flat, at)
        if g.is_definite(before) and before not in (*g.data.dates.day_nouns, *g.data.ranges.to):
            return None
    value, end = (1, end) if found is None else (found.value, found.end)
    if flat[end : end + 1] != " ":
        return None
    begin = end + 1
    for link in sorted(g.data.dates.day_month_link, key=len, reverse=True):
        if flat.startswith(f"{link} ", begin):
            return value, begin + len(link) + 1
    return (value, begin) if first or (found and found.value == 1) else None


def _round_day(word: str, end: int, g: Grammar) -> Ordinal | None:
    """العشرين من مايو, الثلاثين من أيار: a ten with the article, which looks like no other ordinal."""
    bare, definite = without_article(word, g)
    atom = g.atoms.get(bare) if definite else None
    if atom is None or atom.kind != "ten":
        return None
    return Ordinal(int(atom.value), end, compound=False, definite=True)


def _made(start: int, end: int, value: str | None, rule: str) -> Draft | None:
    return Draft(start, end, start, end, "date", rule, value=value, digits=True) if value else None


def era_mark(flat: str, at: int, marks: Forms) -> int | None:
    """The end of a mark of an era (هـ, م) at ``at``, after at most one blank."""
    begin = at + 1 if flat[at : at + 1] == " " else at
    for mark in marks:
        end = begin + len(mark)
        if flat.startswith(mark, begin) and not (
            end < len(flat) and joined_letters(flat[end - 1], flat[end])
        ):
            return end
    return None


def hijri_date(view: View, at: int, g: Grammar, context: Context) -> Draft | None:
    """1446 هـ, سنة 254 هجرية, 12/3/1446: a year needs its mark, a whole date none."""
    return read_hijri(view.flat, at, g)


def read_hijri(flat: str, at: int, g: Grammar) -> Draft | None:
    """1446 هـ, 1446/1447 هـ, 12/3/1446: a year needs its mark, a whole date none."""
    match = _HIJRI_DAY.match(flat, at)
    if match:
        year, month, day = (match[4], match[3], match[1]) if match[4] else (match[5], match[7], match[8])
        value = gregorian_of(int(year), int(month), int(day))
        stop = era_mark(flat, match.end(), g.data.dates.hijri_marks) or match.end()
        made = _made(at, stop, value, "date-hijri")
        return made and replace(made, form="hijri")
    match = _HIJRI.match(flat, at)
    end = era_mark(flat, match.end(), g.data.dates.hijri_marks) if match else None
    if match is None or end is None or not 1 <= int(match[1]) <= _LATEST_HIJRI:
        return None
    if len(match[1]) < 3 and end - match.end() < 3 and not led_by_year_noun(flat, at, g):
        # "5 ه": a letter after a small number is no mark.
        return None
    value = gregorian_of(int(match[1]), None, None)
    if match[2] and value:
        last = gregorian_of(int(match[2]), None, None) or ""
        value = f"{value.partition('/')[0]}/{last.rpartition('/')[2]}"
    return _made(at, end, value, "date-hijri-year")


def read_years(flat: str, at: int, g: Grammar) -> Draft | None:
    """2024/2025 (a season), 2020-2025, من 2015 إلى 2020, بين عامي 2015 و2020."""
    match = g.pattern("season").match(flat, at)
    if match and int(match[2]) == int(match[1]) + 1:
        return _made(at, match.end(), match[0], "date-season")
    match = g.pattern("two_years").match(flat, at)
    if match is None or not int(match[1]) < int(match[3]):
        return None
    link = match[2].strip()
    if link in g.data.ranges.pair or link in g.data.ranges.to:
        before = _cue_before(flat, at, g)
        wanted = g.between if link in g.data.ranges.pair else g.from_words
        dash = not link[0].isalpha()
        if not dash and wanted.before(flat, before) is None:
            return None
    else:
        return None
    if g.suffixes.at(flat, match.end() + 1):
        return None
    return Draft(
        at, match.end(), at, match.end(), "date", "date-years", low=match[1], high=match[3], digits=True
    )


def read_days(
    flat: str, at: int, g: Grammar, month_at: Callable[[str, int, Grammar], tuple[int, int, bool] | None]
) -> Draft | None:
    """من 15 إلى 20 أغسطس 2025, 8 و9 سبتمبر: two days of one month; ``low`` and ``high``, no value."""
    match = g.pattern("two_days").match(flat, at)
    if match is None or not 1 <= int(match[1]) < int(match[3]) <= 31:
        return None
    link = match[2].strip()
    paired = link in g.data.ranges.pair
    if not paired and link not in g.data.ranges.to:
        return None
    if paired and int(match[3]) != int(match[1]) + 1 and not g.between.before(flat, _cue_before(flat, at, g)):
        return None
    begin = match.end() + 1
    for word in sorted(g.data.dates.day_month_link, key=len, reverse=True):
        if flat.startswith(f"{word} ", begin):
            begin += len(word) + 1
            break
    month = month_at(flat, begin, g)
    if month is None or month[2]:
        return None
    year = g.pattern("year_of_days").match(flat, month[1])
    end = year.end() if year else month[1]
    lead = year[1] if year else "-"
    low, high = (f"{lead}-{month[0]:02}-{int(day):02}" for day in (match[1], match[3]))
    return Draft(at, end, at, end, "date", "date-days", low=low, high=high, digits=True)


def _cue_before(flat: str, at: int, g: Grammar) -> int:
    """Before the blanks and the word for "year" that stand before ``at``."""
    left = len(flat[:at].rstrip(" "))
    start = flat.rfind(" ", 0, left) + 1
    return max(0, start - 1) if flat[start:left] in g.data.dates.year_nouns else left


def read_decade(flat: str, at: int, g: Grammar) -> Draft | None:
    """التسعينيات, ستينيات القرن الماضي; not of a person's age."""
    word, end = word_at(flat, at)
    decade = g.decades.get(without_article(word, g)[0])
    if decade is None:
        return None
    if any(flat.startswith(f" {form}", end) for form in g.data.dates.not_decade_before):
        return (
            _age_decade(at, end, decade)
            if any(flat.startswith(f" {form}", end) for form in g.data.ages.after)
            else None
        )
    century = 1900
    named = [(form, first) for first, forms in g.data.dates.centuries.items() for form in forms]
    for form, first in sorted(named, key=lambda item: -len(item[0])):
        if flat.startswith(f" {form}", end):
            century, end = first, end + 1 + len(form)
            break
    made = Draft(at, end, at, end, "date", "date-decade", value=f"{century // 100}{decade // 10}X")
    return replace(made, digits=True)


def _age_decade(start: int, end: int, tens: int) -> Draft:
    """في الأربعينيات من عمره: an age between forty and forty-nine."""
    return Draft(
        start, end, start, end, "duration", "age-decade", low=Fraction(tens), high=Fraction(tens + 9), unit="year", suffixed=True
    )  # fmt: skip
