"""Figures that contradict one another in passages that tell the same, of whichever documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_tools.archive.story_figures import differences
from build_tools.model import FigureUse, Passage


def with_differing(
    passages: Sequence[Passage], figures: Mapping[str, Sequence[FigureUse]]
) -> tuple[Passage, ...]:
    """The passages, each with the pairs of figures (numbers left, right) that seem to count the same and differ.

    What another partner of a paragraph in the same document states contradicts nothing: passages that meet in a
    paragraph, directly or through others, are looked at together.
    """
    between: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, passage in enumerate(passages):
        between[passage.left.document, passage.right.document].append(number)
    stated = {name: {use.place.paragraph for use in uses} for name, uses in figures.items()}
    made = list(passages)
    for (left, right), numbers in between.items():
        for group in _meeting(passages, numbers):
            row = {
                left: sorted({passages[number].left.paragraph for number in group} & stated[left]),
                right: sorted({passages[number].right.paragraph for number in group} & stated[right]),
            }
            for one, other in differences((left, right), [row], figures) if all(row.values()) else ():
                number = min(group, key=lambda n: _apart(passages[n], one, other))
                pairs = (*made[number].differing, (one.number, other.number))
                made[number] = replace(made[number], differing=pairs)
    return tuple(made)


def _meeting(passages: Sequence[Passage], numbers: Sequence[int]) -> list[list[int]]:
    """The passages of two documents in groups of those that share paragraphs."""
    group_of: dict[tuple[str, int], list[int]] = {}
    for number in numbers:
        places = [
            (place.document, place.paragraph) for place in (passages[number].left, passages[number].right)
        ]
        known = [group_of[place] for place in places if place in group_of]
        group = [number]
        for one in {id(one): one for one in known}.values():
            group.extend(one)
        for member in group:
            for place in (passages[member].left, passages[member].right):
                group_of[place.document, place.paragraph] = group
    return list({id(group): sorted(group) for group in group_of.values()}.values())


def _apart(passage: Passage, one: FigureUse, other: FigureUse) -> int:
    """How many of the two figures stand outside of a passage."""
    return (passage.left != one.place) + (passage.right != other.place)
