"""Whose money a name without a country is: a bare ريال, a cent, فلس, by the figures near it and the countries named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache

from build_tools import languages
from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.view import View

_SENTENCE_END = re.compile(r"[.؛!؟?](?= |$)")


def name_currencies(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A bare ريال or دينار is that of the country the text speaks of: last named, in the paragraph, in the text."""
    families = g.data.money.families
    if not families:
        return drafts
    dollar = dict(context.homes).get("USD")
    named: dict[str, str] = {}
    here: dict[str, str | None] = {}
    made = []
    for draft in drafts:
        family = _family(draft.currency, families) if draft.kind == "money" else None
        if draft.assumed and draft.currency == "USD" and dollar:
            draft = replace(draft, currency=dollar)
        if draft.table == "thousands":
            draft = replace(
                draft,
                currency=_money_near(draft, drafts) or dict(context.homes).get("slang") or draft.currency,
            )
        if family and not draft.assumed and draft.currency:
            named[family] = draft.currency
        elif family and draft.assumed:
            chosen = (
                named.get(family)
                or _home_here(family, view, g, here)
                or dict(context.homes).get(family)
                or (None if family.lower() in g.data.money.unnamed else draft.currency)
            )
            draft = replace(draft, currency=chosen)
        made.append(draft)
    return made


def _money_near(draft: Draft, drafts: list[Draft]) -> str | None:
    """The currency of the other sums of a paragraph; ``None`` where none stands there."""
    return next(
        (one.currency for one in drafts if one.kind == "money" and one is not draft and not one.assumed), None
    )


def _home_here(family: str, view: View, g: Grammar, known: dict[str, str | None]) -> str | None:
    """``home_of`` the paragraph, asked once for each family."""
    if family not in known:
        known[family] = home_of(family, [view.flat], g.tag)
    return known[family]


def _family(currency: str | None, families: Mapping[str, Mapping[str, Sequence[str]]]) -> str | None:
    return next((name for name, codes in families.items() if currency == name or currency in codes), None)


@cache
def _home_words(tag: str) -> dict[str, dict[str, tuple[tuple[str, ...], re.Pattern[str]]]]:
    g = grammar(tag)
    lead = rf"[{g.proclitics}]{{0,2}}(?:{g.article}|لل)?" if g.proclitics else ""
    tail = "(?:ي|يه|يا|يين|يون)?" if g.article else ""
    return {
        family: {
            code: (tuple(words), re.compile(rf"(?<![^\W\d_]){lead}(?:{'|'.join(words)}){tail}(?![^\W\d_])"))
            for code, words in codes.items()
        }
        for family, codes in g.data.money.families.items()
    }


def _named(words: Sequence[str], pattern: re.Pattern[str], texts: Sequence[str]) -> int:
    """How often the texts name any of the words: sought as they are, which is fast, then judged by what is written on them."""
    total = 0
    for text in texts:
        held = [word for word in words if word in text]
        here = 0
        for at in sorted({at for word in held for at in _places(word, text)}) if held else ():
            match = _around(pattern, text, at, here)
            if match:
                total, here = total + 1, match.end()
    return total


def _around(pattern: re.Pattern[str], text: str, at: int, floor: int) -> re.Match[str] | None:
    """The match that holds the word at a place, with proclitics and article before it."""
    for start in range(at, max(floor, at - _LONGEST_LEAD) - 1, -1):
        match = pattern.match(text, start)
        if match and match.end() > at:
            return match
        if start and not text[start - 1].isalpha():
            break
    return None


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


_LONGEST_LEAD = 4
"""Letters that proclitics and the article may put before a word."""


def home_of(family: str, texts: Sequence[str], tag: str) -> str | None:
    """The currency of a family whose country the texts name most often; ``None`` when they name none or two alike."""
    return _most_named(_home_words(tag)[family], texts)


def _most_named(
    codes: Mapping[str, tuple[tuple[str, ...], re.Pattern[str]]], texts: Sequence[str]
) -> str | None:
    counts = {code: _named(words, pattern, texts) for code, (words, pattern) in codes.items()}
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] == 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def homes_of(texts: Sequence[str], tag: str) -> tuple[tuple[str, str], ...]:
    """Every family of currencies whose bare name occurs in the texts, with the one that the texts speak of."""
    money = grammar(tag).data.money
    found = []
    for family, marks in money.bare_words.items():
        if any(mark in text for text in texts for mark in marks):
            home = home_of(family, texts, tag)
            if home:
                found.append((family, home))
    found.extend(_own_dollar(texts, tag))
    words = money.thousands
    if any(f" {word}" in text for word in words for text in texts) and "GBP" in money.families:
        home = home_of("GBP", texts, tag)
        found.extend([("slang", home)] if home else [])
    return tuple(found)


@lru_cache(maxsize=64)
def _whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _times_named(words: Sequence[str], texts: Sequence[str]) -> int:
    """How often the texts name any of the words, whole."""
    return _named(words, _whole_words(tuple(words)), texts)


_LEAST_NAMED = 3
"""How often a text must name what only one country's press names."""


def _own_dollar(texts: Sequence[str], tag: str) -> tuple[tuple[str, str], ...]:
    """Whose dollar a bare $ is where the text speaks of one country's own affairs; nothing where it stays open."""
    table = grammar(tag).data.money.dollars
    if not table.own or not any("$" in text for text in texts):
        return ()
    counts = {code: _times_named(row.words, texts) for code, row in table.own.items()}
    code = max(counts, key=counts.__getitem__)
    if counts[code] < _LEAST_NAMED or sum(counts.values()) > counts[code] + 1:
        return ()
    signs = table.own[code].signs
    marked = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, signs))})(?![a-z])")
    if any(marked.search(text) for text in texts):
        return ()
    if 2 * _times_named(table.away, texts) > counts[code]:
        return ()
    return (("USD", code),)


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
    if g.positional:
        return drafts
    made: list[Draft] = []
    for place, draft in enumerate(drafts):
        minor = _minors(g.tag).get(draft.row) if draft.minor else None
        if minor and draft.currency == minor.currency:
            code = _major_near(view, draft, made, drafts[place + 1 :], minor) or _by_country(
                view, minor, g, context
            )
            if code and code != draft.currency:
                times = minor.parts[code] / minor.factor
                draft = replace(
                    draft,
                    currency=code,
                    value=_times(draft.value, times),
                    low=_times(draft.low, times),
                    high=_times(draft.high, times),
                )
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
    words = _home_words(g.tag).values()
    codes = {code: found for family in words for code, found in family.items() if code in minor.parts}
    return _most_named(codes, [view.flat]) if minor.currency in codes else None
