"""Features that two paragraphs either share or not, each weighted by its rarity.

The likeness is the cosine of the weighted features, as in Salton and McGill, *Introduction to Modern Information
Retrieval* (1983).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from build_tools.archive.evidence.kind import Found, Pair
from build_tools.archive.signatures import Feature

UNSHARED = 0.4
"""Weight of what one of two documents does not hold at all."""
RARE = 24
"""A feature in more paragraphs than this does not by itself bring two documents together."""
ALONE = 4.5
"""Most that one feature tells, in nats: less than ``passages.INFORMATION``, so that none is ever enough alone."""

Rows = Sequence[Collection[Feature]]


class Rarity:
    """How rare each feature is in the archive."""

    def __init__(
        self, documents: Mapping[str, Rows], factors: Mapping[str, float] = MappingProxyType({})
    ) -> None:
        """``factors``: first part of a feature → by how much its kind counts more than its rarity says."""
        self._documents = documents
        self._everywhere = Counter(f for rows in documents.values() for row in rows for f in row)
        self._total = sum(map(len, documents.values()))
        self._factors = factors

    def weights(self, left: Rows, right: Rows) -> dict[Feature, float]:
        """Rarity of each feature, in nats: the lesser of its rarity in the archive and in these two documents.

        What only one of the two documents holds counts less: a version that leaves something out, or states
        another number, still tells the same.
        """
        here = Counter(f for row in (*left, *right) for f in row)
        shared = {f for row in left for f in row} & {f for row in right for f in row}
        paragraphs = len(left) + len(right)
        return {
            feature: min(
                math.log(1 + self._total / (self._everywhere.get(feature) or count)),
                math.log(1 + paragraphs / count),
            )
            * self._factors.get(feature[0], 1.0)
            * (1.0 if feature in shared else UNSHARED)
            for feature, count in here.items()
        }

    def together(self, tag: str, *, worth: int) -> Counter[tuple[str, str]]:
        """``worth`` for each rare feature that two documents share and whose first part is ``tag``."""
        holders: dict[Feature, list[str]] = defaultdict(list)
        for document, rows in self._documents.items():
            for feature in dict.fromkeys(f for row in rows for f in row):
                if feature[0] == tag and self._everywhere[feature] <= RARE:
                    holders[feature].append(document)
        found: Counter[tuple[str, str]] = Counter()
        for owners in holders.values():
            for pair in combinations(owners, 2):
                found[pair] += worth
        return found


def found(
    left: Rows, right: Rows, weights: Mapping[Feature, float], telling: Callable[[Feature], bool]
) -> tuple[Found, dict[Pair, list[Feature]]]:
    """What paragraphs share, and the features they share, the rarest first."""
    holders: dict[Feature, list[int]] = defaultdict(list)
    for j, row in enumerate(right):
        for feature in row:
            holders[feature].append(j)
    features: dict[Pair, list[Feature]] = defaultdict(list)
    for i, row in enumerate(left):
        for feature in row:
            for j in holders.get(feature, ()):
                features[i, j].append(feature)
    for both in features.values():
        both.sort(key=lambda f: (-weights[f], f))

    square = {feature: weight * weight for feature, weight in weights.items()}
    tells = {feature: min(weights[feature], ALONE) if telling(feature) else 0.0 for feature in holders}

    def sums(values: Mapping[Feature, float]) -> dict[Pair, float]:
        return {pair: sum([values[f] for f in both]) for pair, both in features.items()}

    sizes = [[sum([square[f] for f in row], 0.0) for row in side] for side in (left, right)]
    return Found(sizes[0], sizes[1], sums(square), sums(weights), sums(tells)), dict(features)
