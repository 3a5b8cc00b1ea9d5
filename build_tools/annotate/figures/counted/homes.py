"""Whose money a name without a country is: a bare ريال, a cent, فلس, by the figures near it and the countries named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from build_tools import languages
from build_tools.annotate.figures.counted.home_words import home_of, home_words, most_named
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.view import View

_SENTENCE_END = re.compile(r"[.؛!؟?](?= |$)")


def name_currencies(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A bare ريال, dinar or 克朗 is that of the country named last, in the paragraph, in the text or in the record; else it stays open."""
    families = g.data.money.families
    named: dict[str, str | None] = {}
    here: dict[str, str | None] = {}
    made = []
    for draft in drafts:
        family = _family(draft.currency, families)
        if draft.table == "thousands" or (draft.assumed and draft.currency == "USD"):
            draft = _of_slang_or_dollars(draft, drafts, context)
        elif family and not draft.assumed:
            named[family] = draft.currency
        elif family and draft.assumed:
            near = named.get(family) or _part_near(family, draft, drafts) or _by_minor(family, drafts, g)
            draft = _decided(draft, family, near or _home_here(family, view, g, here), g, context)
        made.append(draft)
    return made


def _of_slang_or_dollars(draft: Draft, drafts: list[Draft], context: Context) -> Draft:
    """Twenty grand are of the money near by or of the country; a bare dollar is of the country whose own affairs are told."""
    homes = dict(context.homes)
    dollar = homes.get("USD")
    if draft.table == "thousands":
        dollar = _money_near(drafts) or homes.get("slang") or dollar
    return replace(draft, currency=dollar, assumed="currency-of-text") if dollar else draft


def _decided(draft: Draft, family: str, near: str | None, g: Grammar, context: Context) -> Draft:
    """The figure in the currency of its family that the neighbourhood, the text or the record decides; else it stays open."""
    chosen = near or dict(context.homes).get(family)
    by_record = None if chosen else dict(context.record_homes).get(family)
    if chosen or by_record:
        code = chosen or by_record
        parts = languages.table("currencies")["parts_of"].get(family, {})
        draft = replace(draft, currency=code, assumed="currency-of-text" if chosen else "currency-of-record")
        return in_parts(draft, Fraction(parts[code])) if code in parts else draft
    if family.lower() in g.data.money.usual:
        return draft
    name = languages.table("currencies")["families"].get(family)
    return replace(draft, currency=None, unit=name, assumed="currency-open")


def _part_near(family: str, draft: Draft, drafts: list[Draft]) -> str | None:
    """£3 and 4 shillings: the money near by of which the word names a part."""
    near = _money_near(drafts)
    return near if near in languages.table("currencies")["parts_of"].get(family, {}) else None


def _by_minor(family: str, drafts: list[Draft], g: Grammar) -> str | None:
    """12 فلسا … 4.30 درهم: the one of its family whose parts the paragraph speaks of."""
    rows = [_minors(g.tag)[draft.row] for draft in drafts if draft.minor and draft.row in _minors(g.tag)]
    codes = [family, *g.data.money.families[family]]
    fits = {code for row in rows for code in codes if code in row.parts}
    return fits.pop() if len(fits) == 1 else None


def in_parts(draft: Draft, times: Fraction) -> Draft:
    """The figure times a number: 5 shillings are a quarter of a pound."""
    return replace(
        draft, value=_times(draft.value, times), low=_times(draft.low, times), high=_times(draft.high, times)
    )


def _money_near(drafts: list[Draft]) -> str | None:
    """The currency of the other sums of a paragraph; ``None`` where none stands there."""
    return next((one.currency for one in drafts if one.kind == "money" and not one.assumed), None)


def _home_here(family: str, view: View, g: Grammar, known: dict[str, str | None]) -> str | None:
    """``home_of`` the paragraph, asked once for each family."""
    if family not in known:
        known[family] = home_of(family, view.flat, g.tag)
    return known[family]


def _family(currency: str | None, families: Mapping[str, Mapping[str, Sequence[str]]]) -> str | None:
    if currency in families:
        return currency
    return next((name for name, codes in families.items() if currency in codes), None)


@dataclass(frozen=True, slots=True)
class _Minor:
    """A word for a part of money: its own currency and factor, and those of every other it is a part of."""

    currency: str
    factor: Fraction
    parts: Mapping[str, Fraction]


@cache
def _minors(tag: str) -> dict[str, _Minor]:
    money = grammar(tag).data.money
    return {
        name: _Minor(
            row["currency"] or money.minor_currency,
            Fraction(row["factor"]),
            {code: Fraction(factor) for factor, codes in row["of"].items() for code in codes},
        )
        for name, row in languages.table("currencies")["minor_words"].items()
        if row.get("of")
    }


def name_minors(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A cent is one of the money next to it (S$3bn, and 54 cents a share); فلس without any, of the country named."""
    made: list[Draft] = []
    for place, draft in enumerate(drafts):
        minor = _minors(g.tag).get(draft.row)
        if minor and draft.currency == minor.currency:
            code = _major_near(view, draft, made, drafts[place + 1 :], minor) or _by_country(
                view, minor, g, context
            )
            if code and code != draft.currency:
                times = minor.parts[code] / minor.factor
                draft = in_parts(replace(draft, currency=code), times)
        made.append(draft)
    return made


def _times(value: Fraction | str | None, factor: Fraction) -> Fraction | str | None:
    return value * factor if isinstance(value, Fraction) else value


def _major_near(
    view: View, draft: Draft, before: Sequence[Draft], after: Sequence[Draft], minor: _Minor
) -> str | None:
    """The money that the sentence names before the part, or after it, or else the paragraph before it."""
    earlier = [last for last in reversed(before[-12:]) if last.currency in minor.parts]
    for last in earlier[:1]:
        if not _SENTENCE_END.search(view.flat, last.end, draft.start):
            return last.currency
    for following in after[:3]:
        if following.currency in minor.parts and not following.minor:
            return None if _SENTENCE_END.search(view.flat, draft.end, following.start) else following.currency
    return earlier[0].currency if earlier and not earlier[0].assumed else None


def _by_country(view: View, minor: _Minor, g: Grammar, context: Context) -> str | None:
    """Where no money stands near: the one whose country the paragraph names, among those the word is a part of."""
    named = dict(context.homes).values()
    chosen = [code for code in named if code in minor.parts]
    if len(chosen) == 1:
        return chosen[0]
    words = home_words(g.tag).values()
    codes = {code: found for family in words for code, found in family.items() if code in minor.parts}
    return most_named(codes, view.flat, g.tag) if minor.currency in codes else None
