"""Whether two documents are versions of one report, by the paragraphs that tell the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from build_tools.archive.evidence import Found, Pair
from build_tools.archive.evidence.aligned import in_order
from build_tools.archive.evidence.meaning import KNOWN, PARALLEL

VERSIONS = 0.45
"""Documents are versions of one report, curated or not, when this share of the paragraphs of each has a partner that
would count in unconnected documents too."""
FEWEST = 3
"""How many such pairs there must be."""
RETOLD = 0.35
"""Paragraphs near in meaning show versions of one report where those of each are so much alike on the average, 0 to 1;
reports on one subject are hardly a fifth."""
RETOLD_IN_ORDER = 0.2
"""The same where they tell in one order, and ``VERSIONS`` of the paragraphs are near to one of the other."""
TRANSLATED, CLOSE = 0.6, 0.3
"""Where this share of the paragraphs of each is near in meaning to one of the other, in one order, and all are so much alike on
the average, one is a translation of the other, and what is not near does not say the same: a number that stands in both is
no reason."""

STATED, AGREED = 3, 0.34
"""Where so many paragraphs that are near in meaning state figures in both, this share of them must share one: what is said of
every day's market in the same words is another report each day."""
CONFIRMED, RETOLD_CONFIRMED = 0.66, 0.25
"""Where this share of them does, so much likeness is enough: two kinds of evidence say the same."""

Sizes = tuple[int, int]
"""Paragraphs of each of two documents that could be paired."""


def retold(found: Found | None) -> dict[Pair, float]:
    """The pairs that are near in meaning, with a score up to 1."""
    return {pair: known / KNOWN for pair, known in found.known.items()} if found else {}


def one_report(near: Mapping[Pair, float], figures: Found, sizes: Sizes) -> bool:
    """Whether what is near in meaning shows two documents to be versions of one report, whose ``figures`` do not deny it."""
    stated = [(i, j) for i, j in near if figures.left[i] and figures.right[j]]
    agreed = sum(pair in figures.shared for pair in stated)
    if len(stated) >= STATED and agreed < AGREED * len(stated):
        return False
    confirmed = len(stated) >= STATED and agreed >= CONFIRMED * len(stated)
    if likeness(near, sizes) >= (RETOLD_CONFIRMED if confirmed else RETOLD):
        return True
    parallel = _parallel(near, sizes)
    return likeness(parallel, sizes) >= RETOLD_IN_ORDER and covered(parallel, sizes)


def translated(near: Mapping[Pair, float], sizes: Sizes, clear: Collection[Pair] = ()) -> bool:
    """Whether one is a translation of the other, or they have a common original: hardly any of those paragraphs that are
    ``clear`` partners, however faintly alike, breaks the order."""
    if clear and not _parallel(dict.fromkeys(clear, 1.0), sizes):
        return False
    parallel = _parallel(near, sizes)
    return likeness(parallel, sizes) >= CLOSE and covered(parallel, sizes, TRANSLATED)


def covered(pairs: Collection[Pair], sizes: Sizes, share: float = VERSIONS) -> bool:
    """Whether that share of the paragraphs of each has a partner."""
    sides = ({i for i, _ in pairs}, {j for _, j in pairs})
    return len(pairs) >= FEWEST and all(
        len(told) >= share * size for told, size in zip(sides, sizes, strict=True)
    )


def likeness(near: Mapping[Pair, float], sizes: Sizes) -> float:
    """How much of what the paragraphs of each of two documents say the other one says, on the average, of the lesser."""
    sides: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for pair, share in near.items():
        for told, number in zip(sides, pair, strict=True):
            told[number] = max(told.get(number, 0.0), share)
    if min(map(len, sides)) < FEWEST:
        return 0.0
    return min(sum(told.values()) / size for told, size in zip(sides, sizes, strict=True))


def _parallel(near: Mapping[Pair, float], sizes: Sizes) -> dict[Pair, float]:
    """What is near in meaning and stands in one order; nothing where much of it stands in another."""
    gains = np.zeros(sizes)
    for pair, share in near.items():
        gains[pair] = share
    ordered = {pair: near[pair] for pair in in_order(gains)}
    return ordered if sum(ordered.values()) >= PARALLEL * sum(near.values()) else {}


def joined(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The documents that are versions of one another, directly or of a third one, in groups."""
    group_of: dict[str, list[str]] = {}
    for left, right in pairs:
        one, other = group_of.setdefault(left, [left]), group_of.setdefault(right, [right])
        if one is not other:
            one.extend(other)
            group_of.update((name, one) for name in other)
    groups: dict[int, list[str]] = defaultdict(list)
    for name, group in group_of.items():
        groups[id(group)].append(name)
    return list(groups.values())


def between(groups: Iterable[Sequence[str]], order: Mapping[str, int]) -> list[tuple[str, str]]:
    """Each two documents of each group, as ``order`` has them."""
    made = []
    for group in groups:
        names = sorted(group, key=order.__getitem__)
        made += [(left, right) for at, left in enumerate(names) for right in names[at + 1 :]]
    return made
