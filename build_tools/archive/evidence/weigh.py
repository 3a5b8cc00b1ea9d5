"""All kinds of evidence together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.archive.evidence.kind import Found, Kind, Pair
from build_tools.model import EvidenceKind


@dataclass(frozen=True, slots=True)
class Weighed:
    """What all kinds together find between the paragraphs of two documents."""

    found: Mapping[EvidenceKind, Found]
    """By the name of the kind."""
    left: Sequence[float]
    """What each paragraph has that could be shared; 0: nothing to know it again by."""
    right: Sequence[float]
    shared: Mapping[Pair, float]
    """What two paragraphs have in common."""
    likeness: Mapping[Pair, float]
    """0 to 1, for each pair that shares anything."""
    known: Mapping[Pair, float]
    """Nats; see ``Found``."""
    telling: Mapping[Pair, float]

    def kinds(self, pair: Pair) -> tuple[EvidenceKind, ...]:
        """The names of the kinds that found something, the weightiest first."""
        weights = {name: found.shared.get(pair, 0.0) for name, found in self.found.items()}
        return tuple(sorted((name for name in weights if weights[name]), key=lambda name: -weights[name]))


def weigh(kinds: Sequence[Kind], left: str, right: str) -> Weighed:
    """The sum of what each kind finds between two documents."""
    found = {kind.name: kind.between(left, right) for kind in kinds}
    here = [sum(weights) for weights in zip(*(one.left for one in found.values()), strict=True)]
    there = [sum(weights) for weights in zip(*(one.right for one in found.values()), strict=True)]
    shared = _sum(one.shared for one in found.values())
    return Weighed(
        found,
        here,
        there,
        shared,
        {(i, j): weight / math.sqrt(here[i] * there[j]) for (i, j), weight in shared.items()},
        _sum(one.known for one in found.values()),
        _sum(one.telling for one in found.values()),
    )


def _sum(parts: Iterable[Mapping[Pair, float]]) -> dict[Pair, float]:
    total: dict[Pair, float] = defaultdict(float)
    for part in parts:
        for pair, weight in part.items():
            total[pair] += weight
    return dict(total)
