"""EDTF dates (ISO 8601-2) in the words of a language: ``2024-12~`` is "about December 2024".

The parts of a date are CLDR's patterns; the words for doubt are the catalogue's. Beside EDTF it reads what a text says
without its year: ``--06-28``, ``--06`` (ISO 8601:2000), ``--Q2`` and ``--H1``. What this module does not know is shown
as it is written, never guessed.
"""

from __future__ import annotations

import datetime
import re

from babel import Locale
from babel.dates import format_date, format_skeleton
from markupsafe import Markup

from build_tools.render.wording.vocabulary import TERMS
from build_tools.render.wording.words import Words

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d\d)XX")
_OF_A_YEAR = re.compile(r"--(?:(\d\d)(?:-(\d\d))?|([QH][1-4]))")


def spoken(edtf: str, locale: Locale, words: Words) -> Markup | str:
    """The date for reading; an interval with both its ends."""
    text = edtf.strip()
    if "/" in text:
        begin, _, end = text.partition("/")
        if begin in ("", ".."):
            return words.gettext("until %(date)s", date=_one(end, locale, words))
        if end in ("", ".."):
            return words.gettext("since %(date)s", date=_one(begin, locale, words))
        return words.gettext(
            "%(begin)s to %(end)s", begin=_one(begin, locale, words), end=_one(end, locale, words)
        )
    return _one(text, locale, words)


def _one(text: str, locale: Locale, words: Words) -> Markup | str:
    date = text.rstrip("~?%")
    doubt = text[len(date) :]
    said = _certain(date.replace("-XX", ""), locale, words)
    if said is None:
        return text
    match doubt:
        case "~":
            return words.gettext("about %(date)s", date=said)
        case "?":
            return words.gettext("%(date)s (uncertain)", date=said)
        case "%":
            return words.gettext("about %(date)s (uncertain)", date=said)
    return said


def _certain(date: str, locale: Locale, words: Words) -> Markup | str | None:
    if found := _DECADE.fullmatch(date):
        return words.gettext("the %(year)ss", year=f"{found[1]}0")
    if found := _CENTURY.fullmatch(date):
        return words.gettext("%(first)s to %(last)s", first=f"{found[1]}00", last=f"{found[1]}99")
    if found := _OF_A_YEAR.fullmatch(date):
        return _without_year(found[1], found[2], found[3], locale, words)
    found = _DATE.fullmatch(date)
    if not found or found[1] == "0000":
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if not month:
        return format_skeleton("y", datetime.date(year, 1, 1), locale=locale)
    if found[2] in TERMS["season"] and not day:
        return words.gettext(TERMS["season"][found[2]], year=str(year))
    if 33 <= month <= 36 and not day:
        quarter = datetime.date(year, (month - 33) * 3 + 1, 1)
        return format_skeleton("yQQQQ", quarter, locale=locale)
    try:
        if day:
            return format_date(datetime.date(year, month, day), "long", locale=locale)
        return format_skeleton("yMMMM", datetime.date(year, month, 1), locale=locale)
    except ValueError:
        return None


def _without_year(
    month: str | None, day: str | None, part: str | None, locale: Locale, words: Words
) -> Markup | str | None:
    if half := TERMS["part-of-year"].get(part or ""):
        return words.gettext(half)
    try:
        if part:
            return str(locale.quarters["stand-alone"]["wide"][int(part[1])]) if part[0] == "Q" else None
        if day:  # of a leap year, which has every day
            return format_skeleton("MMMMd", datetime.date(2024, int(month or 0), int(day)), locale=locale)
        return str(locale.months["stand-alone"]["wide"][int(month or 0)])
    except (KeyError, ValueError):
        return None
