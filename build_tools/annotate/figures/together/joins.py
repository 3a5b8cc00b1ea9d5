"""Stages for languages that write "and" on the next word: halves after their noun, less than nothing, one or two."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft, times
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.numerals.additive import word_after
from build_tools.annotate.figures.numerals.connectors import follows_between
from build_tools.annotate.figures.view import View, word_before


def add_halves(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ثلاث سنوات ونصف, سنة ونصف السنة, مرتين ونصف المرة: a part after the noun belongs to the number before it."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        joined = _with_half(view, last, draft, g)
        if joined and last and joined.start == last.start:
            made.pop()
        made.append(joined or draft)
    return made


def _with_half(view: View, last: Draft | None, part: Draft, g: Grammar) -> Draft | None:
    flat = view.flat
    gap, value = _joined(flat, part, g), part.value
    if gap is None or not isinstance(value, Fraction) or value >= 1:
        return None
    whole = last if last and last.end == gap else _one(flat, gap, g)
    if whole is None or not isinstance(whole.value, Fraction) or not _divisible(whole):
        return None
    if part.kind == "ratio":
        end = _said_again(flat, part.end, whole, g)
    elif (part.unit, part.currency) == (whole.unit, whole.currency):
        end = part.end
    else:
        return None
    return replace(whole, end=end, value=whole.value + value, trail=f"{whole.trail}+part")


def _joined(flat: str, draft: Draft, g: Grammar) -> int | None:
    """Where the blank stands before a figure with a joining word written on it."""
    gap = draft.start - 2
    return gap if flat.startswith(tuple(f" {joiner}" for joiner in g.data.numerals.joiners), gap) else None


def _one(flat: str, end: int, g: Grammar) -> Draft | None:
    """One of what a singular that ends at a place means."""
    word = word_before(flat, end + 1)
    meaning = g.head_singulars.get(word)
    if meaning is None or g.is_definite(word):
        return None
    start, multiple = end - len(word), meaning.unit == "time"
    return Draft(
        start, end, start, end, "multiple" if multiple else meaning.kind, "single-unit", value=Fraction(1),
        unit=None if multiple else meaning.unit, currency=meaning.currency, suffixed=True,
        assumed="currency" if meaning.assumed else None,
    )  # fmt: skip


def _divisible(whole: Draft) -> bool:
    return whole.kind in ("duration", "money", "multiple", "percent") or whole.unit in (*measures(), "season")


def _said_again(flat: str, end: int, whole: Draft, g: Grammar) -> int:
    """The end of "السنة" in "سنة ونصف السنة"."""
    word, stop = word_after(flat, end)
    meaning = g.suffixes.forms.get(word) or g.suffixes.forms.get(g.bare(word))
    if meaning is None:
        return end
    times = whole.kind == "multiple" and meaning.unit == "time"
    same = (meaning.kind, meaning.unit, meaning.currency) == (whole.kind, whole.unit, whole.currency)
    return stop if times or same else end


def below_zero(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """5 درجات تحت الصفر is less than nothing; the zero itself, above or below which something is, is no figure."""
    table = g.data.numerals.zero_side
    made: list[Draft] = []
    for draft in drafts:
        side = word_before(view.flat, draft.start) if draft.value == 0 and draft.kind == "count" else ""
        last = made[-1] if made else None
        if not last or side not in (*table.below, *table.above):
            made.append(draft)
            continue
        near = last.end == draft.start - len(side) - 2
        if near and side in table.below:
            made[-1] = replace(last, value=times(last.value, Fraction(-1)), trail=f"{last.trail}+below-zero")
        elif not near:
            made.append(draft)
    return made


def one_to_two(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """يوم أو يومين, من شهر إلى ثلاثة أشهر: the singular before more of the same noun is one of it."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        joined = _from_one(view.flat, draft, g)
        if last and joined.start < last.end and last.value == 1:
            # هدف واحد أو هدفين: the one before was counted too.
            joined = replace(joined, start=last.start)
            made.pop()
        elif last and joined.start < last.end:
            joined = draft
        made.append(joined)
    return made


def between_one_and(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """بين ساعة وساعتين, بين شهر وثلاثة أشهر, بين نصف درجة ودرجتين: the end of what "between" opens, with one of it or a part before."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        joined = _between(view.flat, draft, last, g)
        if joined and last and joined.start == last.start:
            made.pop()
        made.append(joined or draft)
    return made


def _between(flat: str, draft: Draft, last: Draft | None, g: Grammar) -> Draft | None:
    gap = _joined(flat, draft, g)
    measured = draft.kind == "duration" or draft.unit in measures()
    if gap is None or not measured or not isinstance(draft.value, Fraction):
        return None
    first = last if last and last.end == gap else _one(flat, gap, g)
    if first is None or not str(draft.unit).startswith(str(first.unit)):
        return None
    low, start = first.value, first.start
    if not isinstance(low, Fraction) or low >= draft.value or not follows_between(flat, start, g):
        return None
    return replace(draft, start=start, low=low, high=draft.value, value=None, trail=f"range+{draft.trail}")


def _from_one(flat: str, draft: Draft, g: Grammar) -> Draft:
    if not isinstance(draft.value, Fraction) or draft.value <= 1:
        return draft
    for link in (*g.data.ranges.either, *g.data.ranges.to):
        if flat.endswith(f" {link} ", 0, draft.start):
            end = draft.start - len(link) - 2
            # لحظة لطيفة أو لحظتان
            one = _one(flat, end, g) or _one(flat, end - len(word_before(flat, end + 1)) - 1, g)
            if one and (one.kind, one.unit) == (draft.kind, draft.unit):
                trail = f"range+{draft.trail}"
                return replace(
                    draft, start=one.start, low=one.value, high=draft.value, value=None, trail=trail
                )
    return draft
