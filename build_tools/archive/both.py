"""Why two passages are shown as one report: the figures that both state."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Archive, Figure, Passage


def stated_by_both(archive: Archive, passage: Passage) -> Iterator[Figure]:
    """One figure for each pair of equal ones, the one that the other passage states too."""
    left = archive.documents[passage.left.document].figures
    right = archive.documents[passage.right.document].figures
    for one, other in passage.figures:
        yield common(left[one - 1], right[other - 1])


def common(one: Figure, other: Figure) -> Figure:
    """Of "412" and "more than 400" both state the latter; of "up to 6" and "6" both state 6."""
    exact = one.modifier == "exact"
    return one if exact == (one.value == other.value) else other
