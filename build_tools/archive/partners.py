"""Which paragraphs of two versions of one report are clearly one another's partners in meaning, and which are clearly not.

Versions are told in another order and length, and each language has its own way of saying things: how alike two paragraphs
are tells less than how much more alike they are than each of them is to any other.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt

from build_tools.archive.evidence import Found, Pair
from build_tools.archive.evidence.aligned import nearest
from build_tools.archive.evidence.kind import Floats
from build_tools.model import EvidenceKind

CLEAR = 0.2
"""How much more alike two paragraphs must be than either is to any other of the other document, to be partners."""
LEAST = 0.05
"""Least likeness in meaning of partners."""
SLIGHT = -0.4
"""Least likeness in meaning of two paragraphs that share but names, where one of them has its nearest elsewhere."""


def mutual(nearness: Floats) -> list[Pair]:
    """The paragraphs that are clearly nearest to one another, each on its side."""
    if not nearness.size:
        return []
    over = np.minimum(_over(nearness), _over(nearness.T).T)
    return [cell for cell in nearest(nearness) if nearness[cell] >= LEAST and over[cell] >= CLEAR]


def partners(nearness: Floats) -> dict[Pair, float]:
    """The paragraphs that clearly go together, with a score up to 1.

    Each is the other's nearest; or it is so on one side, and the other paragraph, which tells two things, is about as near to
    something else.
    """
    if not nearness.size:
        return {}
    over = _over(nearness), _over(nearness.T).T
    behind = nearness.max(axis=1, keepdims=True) - nearness, nearness.max(axis=0, keepdims=True) - nearness
    alike = nearness >= LEAST
    sides = [(over[n] >= CLEAR) & (behind[1 - n] < CLEAR) & alike for n in (0, 1)]
    margin = np.maximum(*over)
    return {cell: min(1.0, float(max(nearness[cell], margin[cell]))) for cell in _cells(sides[0] | sides[1])}


def _over(nearness: Floats) -> Floats:
    """By how much each cell exceeds the greatest other one of its row."""
    if nearness.shape[1] < 2:
        return np.full(nearness.shape, np.inf)
    second, first = np.sort(nearness, axis=1)[:, -2:].T[:, :, None]
    return np.asarray(np.where(nearness == first, nearness - second, nearness - first))


def _cells(chosen: npt.NDArray[np.bool_]) -> list[Pair]:
    return [(i, j) for i, j in np.argwhere(chosen).tolist()]


def slight(pair: Pair, nearness: Floats) -> bool:
    """Whether what two paragraphs say is near enough not to speak against them."""
    return bool(nearness.size) and nearness[pair] >= SLIGHT


def usual(pair: Pair, nearness: Floats) -> bool:
    """Whether two paragraphs are at least as near as half of all are, most of which tell different things."""
    return not nearness.size or bool(nearness[pair] >= np.median(nearness))


def denied(pair: Pair, found: Mapping[EvidenceKind, Found], *, both: bool) -> bool:
    """Whether two paragraphs have nothing but names in common, and the meaning of one of them, or of ``both``, points elsewhere."""
    nearness = found["meaning"].nearness
    if not nearness.size or slight(pair, nearness):
        return False
    names: Collection[EvidenceKind] = ("names", "speech")
    if any(pair in one.shared for kind, one in found.items() if kind not in names):
        return False
    elsewhere = {
        side for cell in nearest(nearness) for side in (0, 1) if cell != pair and cell[side] == pair[side]
    }
    return len(elsewhere) > both
