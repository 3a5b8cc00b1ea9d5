"""A day, month or year as it is found in a text, and where its parts stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from build_tools.annotate.figures.draft import Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.table import Forms


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told: year, month and day, each of which may be left open."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        """``2025-08-27``, ``2025-08``, ``--08-27``; ``None`` when month or day cannot be."""
        if self.month is not None and not 1 <= self.month <= 12:
            return None
        if self.day is not None and not 1 <= self.day <= 31:
            return None
        if self.year is None:
            return f"--{self.month:02}-{self.day:02}" if self.day is not None else f"--{self.month:02}"
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
            if self.day is not None:
                text += f"-{self.day:02}"
        return text


def date_at(start: int, end: int, day: Day, rule: str) -> Draft | None:
    """The day as a figure over a stretch; ``None`` where the calendar has no such day."""
    value = day.edtf()
    if value is None:
        return None
    return Draft(start, end, start, end, "date", rule, value=value, digits=True)


@cache
def spaced(words: Forms) -> tuple[str, ...]:
    """Words and signs between the parts of a date, longest first."""
    return tuple(sorted([*words, "-", "/"], key=len, reverse=True))


def skip(flat: str, at: int, words: Iterable[str]) -> int:
    """After blanks and at most one of ``words``, which come longest first."""
    while flat[at : at + 1] == " ":
        at += 1
    for word in words:
        if flat.startswith(word, at):
            after = at + len(word)
            if not word[-1].isalpha() or flat[after : after + 1] == " ":
                at = after
                break
    while flat[at : at + 1] == " ":
        at += 1
    return at


def month_at(flat: str, at: int, g: Grammar) -> tuple[int, int, bool] | None:
    """Month, end and whether it is a Hijri one; both names of a month ("أغسطس/آب", "تشرين الثاني (نوفمبر)") are one."""
    found = g.months.at(flat, at)
    if found is None:
        hijri = g.hijri_months.at(flat, at)
        return (hijri[0], hijri[1], True) if hijri else None
    month, end = found
    gap = re.compile(r" ?[/(] ?").match(flat, end)
    if gap:
        second = g.months.at(flat, gap.end())
        if second and second[0] == month:
            end = second[1]
            if "(" in gap[0] and flat[end : end + 1] == ")":
                end += 1
    return month, end, False


def year_at(flat: str, at: int, *, hijri: bool = False) -> tuple[int, int] | None:
    """The year that begins at a place, and where it ends."""
    match = re.compile(r"\d{4}(?!\d|[.,]\d)").match(flat, at)
    if match is None:
        return None
    year = int(match[0])
    if hijri:
        return (year, match.end()) if 1200 <= year <= 1600 else None
    return (year, match.end()) if 1000 <= year <= 2199 else None
