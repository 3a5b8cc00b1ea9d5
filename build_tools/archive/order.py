"""What the order of two versions says of paragraphs that nothing else tells anything of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from build_tools.archive.evidence.figures import is_telling
from build_tools.archive.signatures import Feature, Signatures, reconciled

Link = tuple[int, int]
"""Numbers of two paragraphs, from 1."""


def placed(
    left: Sequence[int],
    right: Sequence[int],
    links: AbstractSet[Link],
    signed_left: Signatures,
    signed_right: Signatures,
) -> list[Link]:
    """Pairs of paragraphs without a link that stand in the same place of two versions of one report.

    ``left``, ``right``: the numbers of the paragraphs that count. Two versions of as many paragraphs are aligned one by
    one, unless half of the links break that. In others, what stands between two neighbouring links is, where
    both have as many paragraphs there. A pair of which each names and states what the other does not is left out.
    """
    linked_left, linked_right = {i for i, _ in links}, {j for _, j in links}
    rows = reconciled(signed_left, signed_right)
    marks = [[_telling(row.features) for row in side] for side in rows]

    def may(i: int, j: int) -> bool:
        free = i not in linked_left and j not in linked_right
        one, other = marks[0][i - 1], marks[1][j - 1]
        return free and (not one or not other or bool(one & other))

    steps = zip(left, right, strict=True) if _in_step(left, right, links) else _between(left, right, links)
    return [pair for pair in steps if may(*pair)]


def _in_step(left: Sequence[int], right: Sequence[int], links: AbstractSet[Link]) -> bool:
    """Whether two versions have as many paragraphs and most links join those of one rank."""
    if len(left) != len(right):
        return False
    same = set(zip(left, right, strict=True))
    return not links or 2 * len(links & same) > len(links)


def _between(left: Sequence[int], right: Sequence[int], links: AbstractSet[Link]) -> Iterator[Link]:
    """Pairs in order within gaps of equal length between links that follow one another."""
    if not links:
        return
    rank_left, rank_right = ({number: rank for rank, number in enumerate(side)} for side in (left, right))
    anchors = sorted((rank_left[i], rank_right[j]) for i, j in links if i in rank_left and j in rank_right)
    for before, after in zip([(-1, -1), *anchors], [*anchors, (len(left), len(right))], strict=True):
        gap = range(before[0] + 1, after[0])
        other = range(before[1] + 1, after[1])
        if len(gap) == len(other):
            yield from ((left[i], right[j]) for i, j in zip(gap, other, strict=True))


def _telling(features: Iterable[Feature]) -> frozenset[Feature]:
    return frozenset(f for f in features if f[0] == "entity" or (len(f) > 1 and is_telling(f)))
