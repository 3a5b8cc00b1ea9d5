"""From a paragraph to its figures: scan for anchors, read at each, let the later stages join and judge."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from build_tools.annotate.figures.counted.compact import read_compact_duration
from build_tools.annotate.figures.counted.heads import with_head
from build_tools.annotate.figures.dates.calendar import read_date
from build_tools.annotate.figures.dates.periods import read_named_period, with_period
from build_tools.annotate.figures.draft import Context, Draft, Number
from build_tools.annotate.figures.grammar import Grammar, grammar, with_proclitics
from build_tools.annotate.figures.han_words import read_discount, read_numbered, read_short_fraction
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.numerals.han_signs import signs
from build_tools.annotate.figures.numerals.numbers import read_number
from build_tools.annotate.figures.quantity import quantity_of
from build_tools.annotate.figures.refused.labels import designated, names_place
from build_tools.annotate.figures.refused.naked import verdict
from build_tools.annotate.figures.refused.vetoes import blocked
from build_tools.annotate.figures.together.bounds import with_bounds, with_date_bounds, without_comparison
from build_tools.annotate.figures.together.ranges import with_range
from build_tools.annotate.figures.together.stages import TOGETHER
from build_tools.annotate.figures.view import View, spelling
from build_tools.annotate.figures.words import (
    read_dual,
    read_fixed,
    read_rank,
    read_single_unit,
    read_year_words,
)

Rule = Callable[[View, int, Grammar, Context], Draft | None]

_HAN_PLAIN: tuple[Rule, ...] = (read_numbered, read_fixed)
_HAN_PARTS: tuple[Rule, ...] = (read_fixed, read_short_fraction)
_HAN_WORDS: tuple[Rule, ...] = (read_numbered, read_fixed, read_discount)
_WORDS = re.compile(r"\d+|[^\W\d_]+|[.٫](?=\d)|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_CALL_GROUPS = re.compile(r"(?:[ -]\d{2,6}(?!\w|[.,]\d)){0,4}")
_DIGIT_RUN = re.compile(r"[\d.,]*\d")


@cache
def _openers(tag: str) -> dict[str, int]:
    """Words that may open a figure → length of the proclitics written on them."""
    g = grammar(tag)
    openers = {word: skip for word, (skip, _) in (*g.bound_duals.items(), *g.duals.items())}
    for forms in (g.months.forms, g.hijri_months.forms, g.fixed.forms):
        for form in forms:
            word = form.split(" ")[0].rstrip(".")
            for index, lead in enumerate(["", *g.proclitics]):
                openers.setdefault(lead + word, len(lead) if index else 0)
    if g.definite:
        written = [*g.ordinals, *g.data.ranks.ones, *g.decades]
        for word, skip in with_proclitics(written, g.proclitics, g.definite).items():
            openers.setdefault(word, skip)
    for word in g.ordinals:
        openers.setdefault(word, 0)
    for word in (*g.data.duration_extra.whole, *g.data.duration_extra.singular):
        openers.setdefault(word, 0)
    openers.update(dict.fromkeys(g.data.dates.period_letters, 0))
    openers.update(g.leads)
    openers.update(dict.fromkeys(g.data.counting.vague_after, 0))
    openers.update(dict.fromkeys(g.data.dates.first_day, 0))
    nth = g.data.dates.nth_day
    openers.update(dict.fromkeys([*nth.last, *(form.split(" ")[0] for form in nth.last_day)], 0))
    for word in g.data.numerals.no_numbers:
        openers.pop(word, None)
    return openers


_WORD_RULES: tuple[Rule, ...] = (read_rank, read_dual, read_fixed, read_single_unit, read_year_words)


def _rules_at(view: View, at: int, g: Grammar) -> tuple[Rule, ...]:
    """The rules for words that may apply at a place: of digits only ranks (3rd)."""
    if g.positional:
        if "折" in view.flat[at + 1 : at + 7]:
            return _HAN_WORDS
        if view.flat[at].isdecimal():
            return ()
        return _HAN_PARTS if view.flat[at + 1 : at + 2] == "分" else _HAN_PLAIN
    if view.flat[at].isdecimal():
        return (read_rank,)
    if g.glued:
        return _WORD_RULES
    return _rules_of(g.tag).get(word_at(view.flat, at)[0], ())


@cache
def _rules_of(tag: str) -> dict[str, tuple[Rule, ...]]:
    """For every word that opens a figure the rules that know it; numerals are left to the grammar of numbers."""
    g = grammar(tag)
    extra = g.data.duration_extra
    known: dict[Rule, set[str]] = {
        read_rank: {*g.ordinals, *(word for word, atom in g.atoms.items() if atom.kind in ("unit", "ten"))},
        read_fixed: {form.split(" ")[0].split("-")[0] for form in g.fixed.forms},
        read_single_unit: {
            *(word for word, atom in g.atoms.items() if atom.kind == "article"),
            *extra.whole,
            *extra.singular,
        },
        read_year_words: {word for word, atom in g.atoms.items() if 15 <= atom.value <= 20},
    }
    words = set().union(*known.values())
    return {word: tuple(rule for rule in _WORD_RULES if word in known.get(rule, ())) for word in words}


@cache
def _han_anchor(tag: str) -> re.Pattern[str]:
    g = grammar(tag)
    numerals = g.data.numerals
    chars = {
        form
        for table in (numerals.cardinals, numerals.tens)
        for forms in table.values()
        for form in map(spelling, forms)
    }
    chars |= {form for row in numerals.scales for form in row.one if len(form) == 1}
    chars |= {form[0] for form in numerals.vague_few}
    words = {*g.fractions, *g.fixed.forms, "个半", "第", *g.data.dates.relative, *g.data.counting.discounts}
    longer = "|".join(
        re.escape(word) for word in sorted(words, key=len, reverse=True) if word[0] not in chars
    )
    return re.compile(rf"\d+|[{''.join(sorted(chars))}]|{longer}|\.(?=\d)|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


def anchors(view: View, g: Grammar) -> Iterator[int]:
    """Places where a figure may begin, rising."""
    if g.positional:
        for match in _han_anchor(g.tag).finditer(view.flat):
            yield match.start()
        return
    openers = _openers(g.tag)
    for match in _WORDS.finditer(view.flat):
        word = match[0]
        if not word[0].isalpha():
            yield match.start()
        elif word in openers:
            yield match.start() + openers[word]


def read_paragraph(view: View, g: Grammar, context: Context) -> list[Draft]:
    """The figures of one paragraph in order; spans never overlap."""
    spans = blocked(view, g)
    found: list[Draft] = []
    here = block = 0
    for at in anchors(view, g):
        if at < here:
            continue
        while block < len(spans) and spans[block][1] <= at:
            block += 1
        inside = block < len(spans) and spans[block][0] <= at
        draft = (
            read_date(view, at, g, roc=context.roc, year=context.year)
            if not inside or not _hard(view, spans[block])
            else None
        )
        if draft is not None and names_place(view.flat, draft, g):
            draft = replace(draft, trail="name-dropped")
        if draft is None:
            draft = read_named_period(view, at, g)
        if draft is None and view.flat[at].isdecimal():
            draft = read_compact_duration(view, at, g)
            draft = draft and with_bounds(view, draft, g)
        if draft is None and inside:
            here = spans[block][1]
            continue
        if draft is None:
            draft = _read(view, at, g, context, found[-1].end if found else 0)
        if draft is not None and found and draft.bound_start > 0:
            draft = without_comparison(view, draft, found[-1], g)
        if draft is not None and draft.kind == "date" and not draft.trail.endswith("dropped"):
            draft = with_date_bounds(view, with_period(view, draft, g), g)
        if draft is not None:
            here = max(draft.end, draft.bound_end, at + 1)
            if found and _agrees(view, found[-1], draft):
                continue
            if not draft.trail.endswith("dropped") and (not found or draft.start >= found[-1].end):
                found.append(draft)
        elif view.flat[at].isdecimal():
            run = _DIGIT_RUN.match(view.flat, at)
            here = run.end() if run else at + 1
    for stage in TOGETHER:
        found = stage(view, found, g, context)
    return found


def _agrees(view: View, noun: Draft, draft: Draft) -> bool:
    """طفلان شقيقان: a dual right behind a dual is its adjective and counts nothing of its own."""
    both = noun.form == draft.form == "dual"
    return both and view.flat[noun.end : draft.start] == " "


def _hard(view: View, span: tuple[int, int]) -> bool:
    """Whether the blocked stretch can hold no date either (an address, a telephone number)."""
    stretch = view.flat[span[0] : span[1]]
    return stretch.startswith(("http", "www", "+")) or "@" in stretch


def _digit_row(view: View, number: Number, g: Grammar) -> bool:
    """Whether a numeral is a row of Chinese digits without tens: a list or a code, of which no part counts."""
    digit = signs(g.tag).digit
    return number.end - number.start > 2 and all(
        view.flat[at] in digit for at in range(number.start, number.end)
    )


def _read(view: View, at: int, g: Grammar, context: Context, floor: int) -> Draft | None:
    for rule in _rules_at(view, at, g):
        draft = rule(view, at, g, context)
        if draft is not None:
            if draft.trail.endswith("dropped"):
                return draft
            if rule is read_dual:
                draft = with_range(view, draft, None, g, context)
            return with_bounds(view, draft, g)
    number = read_number(view, at, g)
    if number is None:
        return None
    draft = quantity_of(view, number, g, context, floor)
    if draft is None:
        return None
    headed = with_head(view, draft, g)
    if headed is not None and headed.start >= floor:
        return headed if headed.trail.endswith("dropped") else with_bounds(view, headed, g)
    label = g.glued and number.bare and not draft.suffixed and draft.kind == "count"
    if label and designated(view, draft, g):
        return replace(draft, trail="name-dropped")
    ranged = with_range(view, draft, number, g, context)
    alone = label and ranged is draft
    ranged = with_bounds(view, ranged, g)
    judged = verdict(view, ranged, g, unlabelled=alone)
    if judged is None and ranged.end > draft.end:
        judged = verdict(view, with_bounds(view, draft, g), g)
    if judged is None and (number.digits or (g.positional and _digit_row(view, number, g))):
        # What the digits of a name lead into is no figure either, nor are the other groups of a number to call.
        groups = _CALL_GROUPS.match(view.flat, draft.end) if view.flat[number.start] == "0" else None
        return replace(draft, trail="name-dropped", end=groups.end() if groups else draft.end)
    return judged


def read_text(
    text: str, paragraphs: Sequence[tuple[int, View]], g: Grammar, context: Context
) -> list[tuple[View, Draft]]:
    """Every figure of the paragraphs with the view it was read in."""
    return [(seen, draft) for _, seen in paragraphs for draft in read_paragraph(seen, g, context)]
