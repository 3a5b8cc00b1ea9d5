"""Numbers that a text uses as names: where it says Boeing 737, "the 737 MAX" and "its 737 fleet" count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_tools.annotate.figures.draft import Draft, Refused
from build_tools.annotate.figures.quantity import OF_PEOPLE
from build_tools.annotate.figures.view import View

RULE = "name_elsewhere"
"""By which a number is refused that is a name elsewhere in the text."""
_NAMING = frozenset(
    (
        "capital_after_hyphen",
        "latin_letter_after",
        "latin_name_leads_in",
        "latin_name_leads_in_to_han",
        "letters_cling",
        "name_leads_in",
        "number_in_a_name",
        "plural_of_a_name",
        "type_head",
        "type_name",
        "type_of_thing",
    )
)
"""Rules that find the number of a name."""
_NUMBER = re.compile(r"\d{3,4}")
"""Digits of a number that is seldom a name and a count in one text."""


def named_numbers(views: Sequence[View], refused: Iterable[Sequence[Refused]]) -> frozenset[str]:
    """The numbers, as digits, that some paragraph gives as part of a name."""
    return frozenset(
        number
        for view, stretches in zip(views, refused, strict=True)
        for stretch in stretches
        if stretch.reason in _NAMING
        for number in _NUMBER.findall(view.flat[stretch.start : stretch.end])[:1]
    )


def is_name(view: View, draft: Draft, names: frozenset[str]) -> bool:
    """Whether what was read as a count, or as the ends of a range, is a number that the text uses as a name."""
    if draft.kind not in ("count", "duration") or draft.scale != 1:
        return False
    if draft.modifier != "exact" or draft.unit in OF_PEOPLE:
        return False
    return _NUMBER.match(view.flat, draft.number_start, draft.number_end) is not None and (
        view.flat[draft.number_start : draft.number_end].split("-")[0] in names
    )
