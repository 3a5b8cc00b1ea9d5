"""A noun that stands before its number: السنوات الخمس, دولار واحد, سنوات عدة; and the ordinals that look like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from build_tools.annotate.figures.draft import Draft, Meaning, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View, word_before

_MOST_PLACES = 500
"""From here on a number after "place" names a centre and ranks nothing."""
_SHORTEST_STEM = 3
_WORD_END = re.compile(r"[^\W\d_]{1,4}$")


def with_head(view: View, draft: Draft, g: Grammar) -> Draft | Refused | None:
    """The number with the noun before it; ``None`` where none stands there.

    A definite plural is counted by a definite number (الأشهر الستة), an indefinite one by an adjective (رجال ثلاثة),
    one thing by "one" after it (يوم واحد). A definite singular is not counted: its number says which one (الجولة العشرين), or
    what place (المركز العشرين).
    """
    if not g.article or draft.form != "plain":
        return None
    if draft.suffixed:
        return _before_another(view, draft, g)
    if draft.start != draft.number_start or not isinstance(draft.value, Fraction):
        return None
    left, definite = _article(view.flat, draft, g)
    if left is None:
        return None
    phrase = g.phrases.at(view.flat, draft.number_start)
    if phrase and phrase[1] > draft.number_end:
        # الأربع كرات is a game, whatever stands before it.
        return None
    part = _one_of(view.flat, draft, left, g)
    if part is not None:
        return part
    by_article = _definite if definite else _indefinite
    for word, start in _heads(view.flat, left, g):
        made = by_article(view, draft, word, start, g)
        if made is not None:
            return made
    return None


def _before_another(view: View, draft: Draft, g: Grammar) -> Draft | None:
    """قدّمت الولايات الـ18 دعوى: a number with its own article counts the definite plural before it, whatever follows."""
    if not (draft.digits and draft.noun and draft.start == draft.number_start):
        return None
    left, definite = _article(view.flat, draft, g)
    if left is None or not definite:
        return None
    for word, start in _heads(view.flat, left, g):
        meaning = g.head_plurals.get(word)
        if meaning is not None and g.is_definite(word):
            return _counted(replace(draft, end=draft.number_end), meaning, start)
    return None


def _article(flat: str, draft: Draft, g: Grammar) -> tuple[int | None, bool]:
    """Where the number with its article begins, and whether it has one."""
    start = draft.number_start
    if not draft.digits:
        return start, flat.startswith(g.article, start)
    gap = start - 1 if start and flat[start - 1] == " " else start
    match = _WORD_END.search(flat, max(0, gap - 4), gap)
    if match and (match[0].endswith(g.article) or match[0] == g.data.inflection.article_after_for):
        inside = match.start() and flat[match.start() - 1].isalpha()
        if not inside and set(match[0][:-2]) <= set(g.proclitics):
            return match.start(), True
    return start, False


def _heads(flat: str, left: int, g: Grammar) -> Iterator[tuple[str, int]]:
    """The word before ``left``, as it is and without its proclitics, each with its start."""
    word = word_before(flat, left)
    start = left - 1 - len(word)
    yield word, start
    swallowed = g.data.inflection.article_after_for
    if swallowed and word.startswith(swallowed):
        yield g.article + word[len(swallowed) :], start + 1
    for size in (1, 2):
        if len(word) > size + 2 and all(char in g.proclitics for char in word[:size]):
            yield word[size:], start + size


def _one_of(flat: str, draft: Draft, left: int, g: Grammar) -> Draft | None:
    """شخص من كل عشرة: one of so many."""
    for link in g.data.numerals.ratio_words:
        if " " in link and flat.endswith(f" {link} ", 0, left):
            before = left - len(link) - 1
            word = word_before(flat, before)
            if word in g.head_singulars and isinstance(draft.value, Fraction) and draft.value > 1:
                start = before - 1 - len(word)
                value = 1 / draft.value
                return replace(
                    draft, start=start, kind="ratio", value=value, unit=None, form="ratio", trail="ratio-of-noun", suffixed=True
                )  # fmt: skip
    return None


def _counted(draft: Draft, meaning: Meaning, start: int) -> Draft:
    return replace(
        draft,
        start=start,
        kind=meaning.kind,
        unit=meaning.unit,
        currency=meaning.currency,
        assumed="currency" if meaning.assumed else None,
        trail=f"{draft.trail}+head:{meaning.unit or meaning.currency}",
        suffixed=True,
        noun=meaning.kind == "count",
    )


def _place(draft: Draft) -> Draft:
    """المركز الـ15: a place in an order."""
    return replace(draft, kind="rank", unit=None, trail="ordinal-head", suffixed=True)


def _no_place(draft: Draft) -> Refused:
    """الجولة العشرين, هدفه العشرين: which one of its kind, and no place."""
    return Refused(draft.start, draft.end, "ordinal_of_its_head")


def _definite(view: View, draft: Draft, word: str, start: int, g: Grammar) -> Draft | Refused | None:
    table, by = g.data.ranks.heads, g.data.inflection
    if word in table.none:
        return _no_place(draft)
    if word in table.anniversary:
        return replace(draft, kind="duration", unit="year", trail="anniversary", suffixed=True)
    meaning = g.head_plurals.get(word)
    if meaning is not None:
        return _counted(draft, meaning, start)
    if not g.is_definite(word):
        owned = _owned_plural(word, g)
        if owned is not None:
            return _counted(draft, owned, start)
        return _no_place(draft) if _owned(word, g) else None
    atom = g.atoms.get(view.flat[draft.number_start + len(g.article) : draft.number_end])
    ordinal = draft.digits or (atom is not None and atom.kind == "ten")
    # An unlisted feminine in ه is one thing; the plurals of that ending begin with ا (الأندية).
    one = (
        word in table.one
        or word in g.head_singulars
        or (word.endswith(by.feminine) and word[2] != by.broken_plural)
    )
    if ordinal and one:
        return _place(draft) if g.rank_before.at(word, 0) else _no_place(draft)
    if word.endswith((by.feminine_plural, *by.plurals)):
        return replace(draft, trail=f"{draft.trail}+head", suffixed=True)
    return None


def _owned_plural(word: str, g: Grammar) -> Meaning | None:
    """What a plural with a pronoun counts: لاعبيه الـ11, أبنائه الأربعة, مبارياتهما الأربع."""
    by = g.data.inflection
    for ending in g.data.numerals.fraction_endings:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < _SHORTEST_STEM:
            continue
        bound = stem + by.plurals[0][-1:] if stem.endswith(by.plurals[0][:1]) else stem
        for form in (stem, bound, stem[:-1] + by.hamza):
            meaning = g.head_plurals.get(form)
            if meaning is not None:
                return meaning
    return None


def _owned(word: str, g: Grammar) -> bool:
    """Whether the word is a singular with a pronoun: هدفه العشرين, ميلادها الـ80."""
    for ending in g.data.numerals.fraction_endings:
        stem = word[: -len(ending)]
        if (
            word.endswith(ending)
            and len(stem) > 2
            and (stem in g.head_singulars or stem[:-1] + g.data.inflection.feminine in g.head_singulars)
        ):
            return True
    return False


def _indefinite(view: View, draft: Draft, word: str, start: int, g: Grammar) -> Draft | Refused | None:
    flat = view.flat
    table = g.data.ranks.heads
    if draft.digits:
        if word in table.none:
            return _no_place(draft)
        hotline = draft.value is not None and not isinstance(draft.value, str) and draft.value >= _MOST_PLACES
        if hotline and g.rank_before.at(word, 0):
            # مركز 911
            return _no_place(draft)
        if draft.scale == 1 and g.rank_before.at(word, 0):
            return _place(draft)
        return _no_place(draft) if draft.scale == 1 and word in table.label else None
    form = flat[draft.number_start : draft.number_end]
    if draft.value == 1 and form in g.data.counting.one_after:
        meaning = g.head_singulars.get(word)
        if meaning and meaning.unit not in g.data.counting.one_unlike and not g.is_definite(word):
            return _counted(draft, meaning, start)
        return None
    if isinstance(draft.value, Fraction) and 3 <= draft.value <= 10:
        meaning = g.head_plurals.get(word)
        follows = flat[draft.number_end : draft.number_end + 4]
        if (
            meaning
            and not g.is_definite(word)
            and not follows.startswith(tuple(f" {word}" for word in g.data.inflection.partitives))
        ):
            return _counted(draft, meaning, start)
    return None


def read_vague_head(view: View, at: int, end: int, g: Grammar) -> Draft | None:
    """سنوات عدة, أشهر عديدة: the word for "several" after a length of time; ``at`` and ``end`` are that word's."""
    word = word_before(view.flat, at)
    meaning = g.head_plurals.get(word)
    if meaning is None or meaning.kind != "duration":
        return None
    start = at - 1 - len(word)
    return Draft(
        start, end, at, end, meaning.kind, f"vague-head:{meaning.unit}", unit=meaning.unit, modifier="vague",
        form="vague", suffixed=True,
    )  # fmt: skip
