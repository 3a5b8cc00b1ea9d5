"""Numbers that are a label: Section 232, القرار 2231, 第5, room 5B, مدينة 6 أكتوبر."""

from __future__ import annotations

import re

from build_tools.annotate.figures.draft import Draft, Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.refused.seen import Seen, as_year, refuse
from build_tools.annotate.figures.view import word_before

_NAME_WORDS = 3
"""Words that may stand between the head of a name and its number, the last of them with the article."""
_TYPE_LENGTH = 3
"""Digits of the number of a type."""
_YEAR = re.compile(r"[12]\d{3}")
_ROW = 20
"""Numbers of a row whose label stands before the first."""


def lettered_head(seen: Seen) -> Refused | None:
    """Room 5B: digits with a letter after a word for what is numbered so."""
    return refuse(seen, bool(seen.draft.letters) and seen.word_before in seen.g.data.names.lettered_heads)


def label(seen: Seen) -> Refused | None:
    """Section 232, القرار 2231, 第5: a word before the number makes it one; what is counted outweighs it."""
    return refuse(seen, _may_be_label(seen) and designated(seen))


def year_in_a_name(seen: Seen) -> Draft | None:
    """The Government of Wales Act 2017, قانون 2017: the year of a statute."""
    draft = seen.draft
    whole = draft.kind == "count" and _YEAR.fullmatch(seen.run)
    found = _designator(seen) if whole else None
    if found is None or seen.flat[found[0] : found[1]] not in seen.g.data.names.dated_designators:
        return None
    return as_year(draft, draft.number_end)


def numbered_head(seen: Seen) -> Refused | None:
    """حقل غرب القرنة 2: a small number that ends the name of one of several such things."""
    return refuse(seen, _numbered(seen.flat, seen.draft, seen.g))


def type_head(seen: Seen) -> Refused | None:
    """طائرة بوينغ 737: a number behind one word that says which type of such things it is."""
    draft, flat, g = seen.draft, seen.flat, seen.g
    length = draft.number_end - draft.number_start
    if not 1 < length <= _TYPE_LENGTH:
        return None
    word = word_before(flat, draft.start)
    head = word_before(flat, draft.start - len(word) - 1)
    named = head in g.data.names.type_heads or head[1:] in g.data.names.type_heads
    bound = g.modifiers_before.before(flat, draft.start - 1)
    return refuse(seen, named and not (bound or _verbal(word, g) or g.is_definite(word)))


def _verbal(word: str, g: Grammar) -> bool:
    """Whether a word looks like a verb, or leads on to an amount."""
    names = g.data.names
    return (
        word.startswith(names.verbs_begin) or word.endswith(names.verbs_end) or word in g.data.lemma.leads_on
    )


def number_to_call(seen: Seen) -> Refused | None:
    """拨打电话1234-5678或8765: one number to call after another."""
    start = seen.draft.start
    calls = seen.g.pattern("calls").search(seen.flat, max(0, start - 44), start)
    return refuse(seen, calls is not None)


def _may_be_label(seen: Seen) -> bool:
    draft = seen.draft
    return not seen.unlabelled and draft.scale == 1


def designated(seen: Seen) -> bool:
    """Whether a designator stands before the number and nothing that is counted outweighs it."""
    draft, flat, names = seen.draft, seen.flat, seen.g.data.names
    found = _designator(seen)
    if found is None or (draft.form == "fraction" and not draft.digits):
        # "an area one-third the size"
        return False
    start, end = found
    word = flat[start:end]
    sure = word in names.sure_designators and draft.value in range(1, 10)
    labelled = draft.table == "word" and (sure or seen.view.text[start].isupper())
    if draft.suffixed and not labelled:
        return False
    return "," not in seen.run


def _designator(seen: Seen) -> tuple[int, int] | None:
    """Where the designator before a number, or before the row that it belongs to, begins and ends."""
    flat, draft, names = seen.flat, seen.draft, seen.g.data.names
    left = draft.start
    while left and flat[left - 1] == " ":
        left -= 1
    if draft.digits and flat[left - 1 : left] == ":":
        # "Call: 1800", "للاستفسار: 920000000"
        left -= 1
    if flat[left - 1 : left] == "(" and flat[draft.number_end : draft.number_end + 1] == ")":
        # المادة (93)
        left = left - 2 if flat[left - 2 : left - 1] == " " else left - 1
    left = _row_start(flat, left, seen.g) if draft.digits else left
    if names.label_any and flat[left - 1 : left] == ":":
        # 电话:119
        left -= 1
    found = seen.g.designators.before(flat, left)
    return (found[1], left) if found else None


def _row_start(flat: str, left: int, g: Grammar) -> int:
    """ "Articles 5, 6 and 7": where the first number of a row begins, for which the label is meant too."""
    for _ in range(_ROW):
        row = g.pattern("label_row").search(flat, max(0, left - 12), left)
        if row is None:
            break
        left = row.start()
    return left


def _numbered(flat: str, draft: Draft, g: Grammar) -> bool:
    if draft.number_end - draft.number_start > 2:
        return False
    at = draft.start
    while at > 1 and flat[at - 2 : at] == "  ":
        at -= 1
    word = word_before(flat, at)
    verb = word.startswith(g.data.names.verbs_begin)
    if not word or verb or g.modifiers_before.before(flat, draft.start - 1):
        return False
    heads = g.data.names.numbered_heads
    if word in g.data.lemma.leads_on:
        return False
    for _ in range(_NAME_WORDS):
        at -= len(word) + 1
        word = word_before(flat, at)
        if not word or word in g.data.lemma.leads_on:
            return False
        if word in heads or word[1:] in heads:
            return True
    return False


def names_place(flat: str, date: Draft, g: Grammar) -> bool:
    """مدينة 6 أكتوبر, شارع 26 يوليو: a day after the word for what is named after it."""
    heads = g.data.names.dated_heads
    if not isinstance(date.value, str) or not date.value.startswith("--"):
        return False
    head = word_before(flat, date.start)
    return head in heads or head[1:] in heads
