"""Stages for languages that write "and" on the next word: halves after their noun, less than nothing, one or two."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Context, Draft, Meaning
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.numerals.additive import word_at
from build_tools.annotate.figures.numerals.connectors import follows_between
from build_tools.annotate.figures.view import View, word_before


def add_halves(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """ثلاث سنوات ونصف, سنة ونصف السنة, مرتين ونصف المرة: a part after the noun belongs to the number before it."""
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
    if gap < 1 or flat[gap] != " " or flat[gap + 1] not in g.data.numerals.joiners:
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
        if meaning is None or g.is_definite(word) or not _divisible(meaning.kind, meaning.unit):
            return None
        if last and start < last.end:
            return None
        whole = _one(start, gap, meaning)
    if part.kind != "ratio" and (part.unit, part.currency) != (whole.unit, whole.currency):
        return None
    end = part.end if part.kind != "ratio" else _said_again(flat, part.end, whole, g)
    assert isinstance(whole.value, Fraction)
    return replace(whole, start=start, end=end, value=whole.value + value, trail=f"{whole.trail}+part")


def _one(start: int, end: int, meaning: Meaning) -> Draft:
    times = meaning.unit == "time"
    return Draft(
        start, end, start, end, "multiple" if times else meaning.kind, "single-unit", value=Fraction(1),
        unit=None if times else meaning.unit, currency=meaning.currency, suffixed=True,
        assumed="currency" if meaning.assumed else None,
    )  # fmt: skip


def _divisible(kind: str, unit: str | None) -> bool:
    return (
        kind in ("duration", "money", "multiple", "percent")
        or unit in measures()
        or unit in ("time", "season")
    )


def _said_again(flat: str, end: int, whole: Draft, g: Grammar) -> int:
    """The end of "السنة" in "سنة ونصف السنة"."""
    word, stop = word_at(flat, end + 1) if flat[end : end + 1] == " " else ("", end)
    if not g.is_definite(word):
        return end
    for form in (word, g.bare(word)):
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
    table = g.data.numerals.zero_side
    made: list[Draft] = []
    for draft in drafts:
        side = word_before(view.flat, draft.start) if draft.value == 0 and draft.kind == "count" else ""
        last = made[-1] if made else None
        if not last or side not in (*table.below, *table.above):
            made.append(draft)
            continue
        near = last.end == draft.start - len(side) - 2
        if near and side in table.below and last.kind == "count" and isinstance(last.value, Fraction):
            made[-1] = replace(last, value=-last.value, trail=f"{last.trail}+below-zero")
        elif not near:
            made.append(draft)
    return made


def one_to_two(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """يوم أو يومين, من أسبوع إلى أسبوعين: the singular before the dual of the same noun is one of it."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        joined = _from_one(view.flat, draft, g) if draft.form == "dual" else draft
        if last and joined.start < last.end:
            # هدف واحد أو هدفين: the one before was counted too.
            same = last.value == 1 and (last.kind, last.unit) == (joined.kind, joined.unit)
            joined = replace(joined, start=last.start) if same else draft
            if same:
                made.pop()
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
    gap = draft.start - 2
    measured = draft.kind == "duration" or draft.unit in measures()
    if gap < 1 or flat[gap] != " " or flat[gap + 1] not in g.data.numerals.joiners or not measured:
        return None
    if last and last.end == gap and last.form == "fraction" and last.suffixed:
        start, low = last.start, last.value
        same = last.kind == draft.kind and (draft.unit or "").startswith(last.unit or " ")
    else:
        word = word_before(flat, gap + 1)
        meaning = g.head_singulars.get(word)
        start, low = gap - len(word), Fraction(1)
        same = (
            meaning is not None
            and meaning.kind == draft.kind
            and (draft.unit or "").startswith(meaning.unit or " ")
        )
    rises = isinstance(draft.value, Fraction) and isinstance(low, Fraction) and low < draft.value
    if (
        not same
        or not rises
        or (last and start < last.end and start != last.start)
        or not follows_between(flat, start, g)
    ):
        return None
    return replace(draft, start=start, low=low, high=draft.value, value=None, trail=f"range+{draft.trail}")


def _from_one(flat: str, draft: Draft, g: Grammar) -> Draft:
    for link in (*g.data.ranges.either, *g.data.ranges.to):
        if link[0].isalpha() and flat.endswith(f" {link} ", 0, draft.start):
            end = draft.start - len(link) - 2
            word = word_before(flat, end + 1)
            if word not in g.head_singulars:
                # لحظة لطيفة أو لحظتان
                end -= len(word) + 1
                word = word_before(flat, end + 1)
            meaning = g.head_singulars.get(word)
            if (
                meaning
                and (meaning.kind, meaning.unit) == (draft.kind, draft.unit)
                and not g.is_definite(word)
            ):
                start = end - len(word)
                return replace(
                    draft,
                    start=start,
                    low=Fraction(1),
                    high=Fraction(2),
                    value=None,
                    trail=f"range+{draft.trail}",
                )
    return draft
