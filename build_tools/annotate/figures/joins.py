"""Stages for languages that write "and" on the next word: halves after their noun, times told or compared, currencies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from build_tools import languages
from build_tools.annotate.figures.additive import word_at
from build_tools.annotate.figures.bounds import word_before
from build_tools.annotate.figures.draft import Draft, Meaning
from build_tools.annotate.figures.grammar import Grammar, grammar
from build_tools.annotate.figures.quantity import Context
from build_tools.annotate.figures.view import View

_SENTENCE_END = re.compile(r"[.؛!؟?](?= |$)")


@cache
def _measures() -> frozenset[str]:
    return frozenset(languages.table("units")["cldr"]) | {"degree", "ton", "feddan"}


def add_halves(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ثلاث سنوات ونصف, سنة ونصف السنة, مرتين ونصف المرة: a part after the noun belongs to the number before it."""
    if not g.glued:
        return drafts
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if draft.form == "fraction" and not draft.digits and isinstance(draft.value, Fraction):
            joined = _with_half(view, last, draft, g)
            if joined is not None:
                if last and joined.start == last.start:
                    made.pop()
                made.append(joined)
                continue
        made.append(draft)
    return made


def _with_half(view: View, last: Draft | None, part: Draft, g: Grammar) -> Draft | None:
    flat = view.flat
    gap = part.start - 2
    if gap < 1 or flat[gap] != " " or flat[gap + 1] not in g.data["numerals"]["joiners"]:
        return None
    value = part.value
    if not isinstance(value, Fraction) or not 0 < value < 1:
        return None
    if last and last.end == gap:
        if not isinstance(last.value, Fraction) or not last.suffixed or not _divisible(last.kind, last.unit):
            return None
        whole, start = last, last.start
    else:
        word = word_before(flat, gap + 1)
        meaning = g.head_singulars.get(word)
        start = gap - len(word)
        if meaning is None or word.startswith(g.definite) or not _divisible(meaning.kind, meaning.unit):
            return None
        if last and start < last.end:
            return None
        whole = _one(start, gap, meaning)
    if part.kind != "ratio" and (part.unit, part.currency) != (whole.unit, whole.currency):
        return None
    end = part.end if part.kind != "ratio" else _said_again(flat, part.end, whole, g)
    assert isinstance(whole.value, Fraction)
    return replace(whole, start=start, end=end, value=whole.value + value, rule=f"{whole.rule}+part")


def _one(start: int, end: int, meaning: Meaning) -> Draft:
    times = meaning.unit == "time"
    return Draft(
        start, end, start, end, "multiple" if times else meaning.kind, "single-unit", value=Fraction(1),
        unit=None if times else meaning.unit, currency=meaning.currency, suffixed=True,
        assumed="currency" if meaning.assumed else None,
    )  # fmt: skip


def _divisible(kind: str, unit: str | None) -> bool:
    return kind in ("duration", "money", "multiple", "percent") or unit in _measures() or unit == "time"


def _said_again(flat: str, end: int, whole: Draft, g: Grammar) -> int:
    """The end of "السنة" in "سنة ونصف السنة"."""
    word, stop = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", end)
    if not word.startswith(g.definite):
        return end
    for form in (word, word[len(g.definite) :]):
        meaning = g.suffixes.forms.get(form)
        if meaning is None:
            continue
        if whole.kind == "multiple" and (meaning.kind == "multiple" or meaning.unit == "time"):
            return stop
        if (meaning.kind, meaning.unit, meaning.currency) == (whole.kind, whole.unit, whole.currency):
            return stop
    return end


def below_zero(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """5 درجات تحت الصفر is less than nothing; the zero itself, above or below which something is, is no figure."""
    table = g.data["numerals"]["zero_side"]
    if not table["below"]:
        return drafts
    made: list[Draft] = []
    for draft in drafts:
        side = word_before(view.flat, draft.start) if draft.value == 0 and draft.kind == "count" else ""
        last = made[-1] if made else None
        if not last or side not in (*table["below"], *table["above"]):
            made.append(draft)
            continue
        near = last.end == draft.start - len(side) - 2
        if near and side in table["below"] and last.kind == "count" and isinstance(last.value, Fraction):
            made[-1] = replace(last, value=-last.value, rule=f"{last.rule}+below-zero")
        elif not near:
            made.append(draft)
    return made


def one_to_two(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """يوم أو يومين, من أسبوع إلى أسبوعين: the singular before the dual of the same noun is one of it."""
    if not g.glued:
        return drafts
    return [_from_one(view.flat, draft, g) if draft.rule.startswith("dual:") else draft for draft in drafts]


def _from_one(flat: str, draft: Draft, g: Grammar) -> Draft:
    for link in (*g.data["ranges"]["or"], *g.data["ranges"]["to"]):
        if link[0].isalpha() and flat.endswith(f" {link} ", 0, draft.start):
            end = draft.start - len(link) - 2
            word = word_before(flat, end + 1)
            meaning = g.head_singulars.get(word)
            if (
                meaning
                and (meaning.kind, meaning.unit) == (draft.kind, draft.unit)
                and not word.startswith(g.definite)
            ):
                start = end - len(word)
                return replace(
                    draft,
                    start=start,
                    low=Fraction(1),
                    high=Fraction(2),
                    value=None,
                    rule=f"range+{draft.rule}",
                )
    return draft


def tell_times(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ثلاث مرات is a multiple beside a word that compares (أعلى, زاد), else how often; it swallows "doubled" before it."""
    words = g.data["multiples"]["times_unit"]
    if not g.definite or not words:
        return drafts
    made: list[Draft] = []
    for draft in drafts:
        told = draft.kind == "multiple" and view.flat[draft.number_start : draft.end].split(" ")[-1] in words
        if told and not _compares(view.flat, draft, g):
            draft = replace(draft, kind="count", unit="time", noun=True)
        if draft.kind == "multiple" and made and made[-1].rule.startswith("fixed-multiple"):
            between = view.flat[made[-1].end : draft.start]
            if len(between) <= 40 and not _SENTENCE_END.search(between) and made[-1].value == 2:
                made.pop()
        made.append(draft)
    return made


def _compares(flat: str, draft: Draft, g: Grammar) -> bool:
    table = g.data["multiples"]
    before = _SENTENCE_END.split(flat[max(0, draft.start - 48) : draft.start])[-1]
    after = flat[draft.end : draft.end + 24].split()
    if after and after[0] in table["cues_after"]:
        return True
    stems = {word.lstrip(g.proclitics) for word in before.split()} | set(before.split())
    return not stems.isdisjoint(table["cues_before"])


def name_currencies(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """A bare ريال or دينار is that of the country the text speaks of: last named, in the paragraph, in the text."""
    families = g.data["money"]["families"]
    if not families:
        return drafts
    named: dict[str, str] = {}
    here: dict[str, str | None] = {}
    made = []
    for draft in drafts:
        family = _family(draft.currency, families) if draft.kind == "money" else None
        if family and not draft.assumed and draft.currency:
            named[family] = draft.currency
        elif family and draft.assumed:
            chosen = (
                named.get(family)
                or _home_here(family, view, g, here)
                or dict(context.homes).get(family)
                or (None if family.lower() in g.data["money"]["unnamed"] else draft.currency)
            )
            draft = replace(draft, currency=chosen)
        made.append(draft)
    return made


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
    lead = rf"[{g.proclitics}]{{0,2}}(?:{g.definite}|لل)?" if g.proclitics else ""
    tail = "(?:ي|يه|يا|يين|يون)?" if g.definite else ""
    return {
        family: {
            code: (tuple(words), re.compile(rf"(?<![^\W\d_]){lead}(?:{'|'.join(words)}){tail}(?![^\W\d_])"))
            for code, words in codes.items()
        }
        for family, codes in g.data["money"]["families"].items()
    }


def _named(words: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether any text holds one of the words at all, which is much faster to tell than how often."""
    return any(word in text for word in words for text in texts)


def home_of(family: str, texts: Sequence[str], tag: str) -> str | None:
    """The currency of a family whose country the texts name most often; ``None`` when they name none or two alike."""
    counts = {
        code: sum(len(pattern.findall(text)) for text in texts) if _named(words, texts) else 0
        for code, (words, pattern) in _home_words(tag)[family].items()
    }
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] == 0 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def homes_of(texts: Sequence[str], tag: str) -> tuple[tuple[str, str], ...]:
    """Every family of currencies whose bare name occurs in the texts, with the one that the texts speak of."""
    money = grammar(tag).data["money"]
    found = []
    for family, marks in money["bare_words"].items():
        if any(mark in text for text in texts for mark in marks):
            home = home_of(family, texts, tag)
            if home:
                found.append((family, home))
    return tuple(found)
