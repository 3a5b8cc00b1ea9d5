"""Vectors in groups of equal weight, of those that lie near one another: halved again and again.

Each half has what is nearer to one of two centres (2-means) than as much else is, as in trees of random projections
(Dasgupta and Freund, 2008). No group is great, however close together everything lies, and the work grows with the number of
vectors and hardly with that of groups.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from build_tools.meaning.encoder import Directions

ROUNDS = 6
SAMPLE = 2000
"""So many vectors are looked at when two centres are sought."""


def halved(rows: Directions, weights: npt.NDArray[np.int64], count: int) -> list[npt.NDArray[np.int64]]:
    """The numbers of the rows in ``count`` groups of about the same weight, or one each where there are fewer; neighbours
    lie near one another, too. The same rows give the same groups."""
    made = []
    left = [(np.arange(len(rows)), count)]
    while left:
        own, parts = left.pop()
        if parts == 1 or len(own) < 2:
            made.append(np.sort(own))
            continue
        first = parts // 2
        ordered = own[np.argsort(_side(rows[own]), kind="stable")]
        weight = np.cumsum(weights[ordered])
        cut = int(np.searchsorted(weight - weights[ordered] / 2, weight[-1] * first / parts))
        cut = min(max(cut, 1), len(own) - 1)
        left += [(ordered[cut:], parts - first), (ordered[:cut], first)]
    return made


def _side(rows: Directions) -> Directions:
    """How much nearer each row is to one of two centres than to the other."""
    sample = rows[:: -(-len(rows) // SAMPLE)]
    first = sample[(sample @ sample.mean(axis=0)).round(9).argmin()]
    centres = np.stack([first, sample[(sample @ first).round(9).argmin()]])
    for _ in range(ROUNDS):
        near = (sample @ (centres[0] - centres[1])).round(9) > 0
        if near.all() or not near.any():
            break
        means = np.stack([sample[near].mean(axis=0), sample[~near].mean(axis=0)])
        centres = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    # Rounded, so that what two processors compute in another order is a draw on both.
    return np.asarray((rows @ (centres[1] - centres[0])).round(9))
