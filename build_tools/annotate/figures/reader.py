"""From a paragraph to its figures: scan for anchors, read at each, let the later stages join and judge."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from build_tools.annotate.figures import arabic, chinese, english
from build_tools.annotate.figures.counted.compact import read_compact
from build_tools.annotate.figures.counted.heads import with_head
from build_tools.annotate.figures.dates.periods import with_period
from build_tools.annotate.figures.draft import Context, Draft, Number, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.numerals.numbers import read_number
from build_tools.annotate.figures.quantity import quantity_of
from build_tools.annotate.figures.refused.hidden import blocked
from build_tools.annotate.figures.refused.labels import names_place
from build_tools.annotate.figures.refused.seen import Seen, Told, verdict
from build_tools.annotate.figures.together.bounds import with_bounds, with_date_bounds, without_comparison
from build_tools.annotate.figures.together.ranges import with_range
from build_tools.annotate.figures.view import View
from build_tools.annotate.figures.words import (
    read_dual,
)

_LANGUAGES = {"ar": arabic, "en": english, "zh": chinese}

_CALL_GROUPS = re.compile(r"(?:[ -]\d{2,6}(?!\w|[.,]\d)){0,4}")
_TYPE_PART = re.compile(r"(?:-\d{1,4}[a-z]{0,2})+(?!\w)")
_OF_TYPES = frozenset(("name_leads_in", "latin_name_leads_in", "plural_of_a_name"))
"""Refusals after which -800 belongs to the name."""
_DIGIT_RUN = re.compile(r"[\d.,]*\d")


@dataclass(slots=True)
class Reading:
    """A paragraph being read: what was found, what was refused, and where reading goes on."""

    view: View
    g: Grammar
    context: Context
    found: list[Draft] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    here: int = 0

    @property
    def floor(self) -> int:
        """The end of the last figure."""
        return self.found[-1].end if self.found else 0

    def take(self, told: Told, at: int) -> None:
        """Keep what was read at a place, and go on behind it."""
        if isinstance(told, Refused):
            self.refused.append(told)
            self.here = max(told.end if told.go_on < 0 else told.go_on, at + 1)
        elif told is not None:
            self.here = max(told.end, told.bound_end, at + 1)
            if not self._agrees(told) and told.start >= self.floor:
                self.found.append(told)

    def _agrees(self, draft: Draft) -> bool:
        """طفلان شقيقان: a dual right behind a dual is its adjective and counts nothing of its own."""
        both = self.found and self.found[-1].form == draft.form == "dual"
        return bool(both) and self.view.flat[self.floor : draft.start] == " "


def read_paragraph(view: View, g: Grammar, context: Context) -> tuple[list[Draft], list[Refused]]:
    """The figures of one paragraph in order, their spans never overlapping; and what was refused."""
    reading = Reading(view, g, context)
    places = list(_LANGUAGES[g.tag].OPENERS.places(view, g))
    # Of a paragraph without any, as half of them are, nothing else is asked.
    spans = blocked(view, g, _LANGUAGES[g.tag].HIDDEN) if places else []
    block = 0
    for at in places:
        if at < reading.here:
            continue
        while block < len(spans) and spans[block].end <= at:
            block += 1
        inside = spans[block] if block < len(spans) and spans[block].start <= at else None
        told = _read_time(reading, at, inside)
        if told is None and inside:
            reading.here = inside.end
            reading.refused.append(inside)
            continue
        told = told or _read(reading, at)
        if isinstance(told, Draft) and told.kind == "date":
            told = with_date_bounds(view, with_period(view, told, g, _LANGUAGES[g.tag].RANGES.connector), g)
        reading.take(told, at)
    found = reading.found
    for stage in _LANGUAGES[g.tag].TOGETHER if found else ():
        found = stage(view, found, g, context)
    return found, reading.refused


def _read_time(reading: Reading, at: int, inside: Refused | None) -> Told:
    """A date or a length of time that stands at a place, also inside a stretch that is no number else."""
    view, g, context = reading.view, reading.g, reading.context
    date: Draft | None = None
    if not inside or not _hard(view, inside):
        for rule in _LANGUAGES[g.tag].DATES.at(view.flat, at, g):
            date = rule(view, at, g, context)
            if date is not None:
                break
    if date is not None and names_place(view.flat, date, g):
        return Refused(date.start, date.end, names_place.__name__)
    if date is None and view.flat[at].isdecimal():
        compact = read_compact(view, at, g)
        return compact and with_bounds(view, compact, g, _LANGUAGES[g.tag].BOUNDS)
    return date


def _hard(view: View, span: Refused) -> bool:
    """Whether the blocked stretch can hold no date either (an address, a telephone number)."""
    stretch = view.flat[span.start : span.end]
    return stretch.startswith(("http", "www", "+")) or "@" in stretch


def _digit_row(view: View, number: Number, g: Grammar) -> bool:
    """Whether a numeral is a row of Chinese digits without tens: a list or a code, of which no part counts."""
    digit = signs(g.tag).digit
    return number.end - number.start > 2 and all(
        view.flat[at] in digit for at in range(number.start, number.end)
    )


def _read(reading: Reading, at: int) -> Told:
    """A figure of words or a quantity that stands at a place, after what bounds it and what it is a range of."""
    told = _worded(reading, at) or _quantity(reading, at)
    if isinstance(told, Draft) and reading.found:
        return without_comparison(reading.view, told, reading.found[-1], reading.g)
    return told


def _worded(reading: Reading, at: int) -> Told:
    view, g, context = reading.view, reading.g, reading.context
    for rule in _LANGUAGES[g.tag].OPENERS.rules(view, at, g):
        told = rule(view, at, g, context)
        if isinstance(told, Refused):
            return told
        if told is not None:
            if rule is read_dual:
                told = with_range(view, told, None, g, context, _LANGUAGES[g.tag].RANGES)
            return with_bounds(view, told, g, _LANGUAGES[g.tag].BOUNDS)
    return None


def _quantity(reading: Reading, at: int) -> Told:
    view, g, context = reading.view, reading.g, reading.context
    language, number = _LANGUAGES[g.tag], read_number(view, at, g)
    if number is None:
        return None
    draft = quantity_of(view, number, g, context, reading.floor)
    if draft is None:
        return None
    headed = with_head(view, draft, g)
    if isinstance(headed, Refused):
        return headed
    if headed is not None and headed.start >= reading.floor:
        return with_bounds(view, headed, g, language.BOUNDS)
    early = language.EARLY if number.bare and draft.naked else ()
    told = verdict(Seen(view, draft, g), early) if early else draft
    if isinstance(told, Refused):
        return replace(told, end=draft.end)
    ranged = with_range(view, draft, number, g, context, language.RANGES)
    seen = Seen(view, with_bounds(view, ranged, g, language.BOUNDS), g, bool(early))
    told = verdict(seen, language.REFUSED.of(draft))
    if isinstance(told, Refused) and ranged.end > draft.end:
        # 下半年或1999年初: what is no range with the next may be a number of its own, and leaves the next to itself.
        told = verdict(
            Seen(view, with_bounds(view, draft, g, language.BOUNDS), g), language.REFUSED.of(draft)
        )
    if not isinstance(told, Refused):
        return told
    if not number.digits and not _digit_row(view, number, g):
        # The other words of the stretch may be numbers.
        return told.going_on(told.end if told.end > draft.end else at + 1)
    # What the digits of a name lead into is no figure either, nor are the other groups of a number to call.
    follow = _CALL_GROUPS if view.flat[number.start] == "0" else _TYPE_PART
    groups = (
        follow.match(view.flat, draft.end) if follow is _CALL_GROUPS or told.reason in _OF_TYPES else None
    )
    return replace(told, end=groups.end() if groups else draft.end)
