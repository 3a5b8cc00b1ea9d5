"""Vectors in groups of those that lie near one another.

Spherical k-means (Dhillon and Modha, *Concept Decompositions*, 2001), with starts that are drawn from the vectors
themselves, so that the same ones give the same groups.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from build_tools.meaning.encoder import Directions, Vectors, directions, without

ROUNDS = 8
SAMPLE = 60
"""So many vectors for each group are looked at when centres are sought; all others only join the nearest."""


def grouped(
    vectors: Vectors, count: int, middle: npt.NDArray[np.float64] | None = None
) -> tuple[Directions, list[list[int]]]:
    """The centres, of length 1, of at most ``count`` groups, and the numbers of the vectors that are nearest to each, rising;
    no group is empty. Without what they have in common with ``middle``, where it is given."""
    step = max(1, len(vectors) // (count * SAMPLE))
    off = np.zeros(vectors.shape[1]) if middle is None else middle
    sample = without(directions(vectors[::step]), off)
    centres = sample[:: max(1, len(sample) // count)][:count]
    for _ in range(ROUNDS if count > 1 else 1):
        nearest = _nearest(sample, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, sample)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.where(lengths > 0, lengths, 1.0), centres)
    blocks = [
        _nearest(without(directions(vectors[at : at + 4096]), off), centres)
        for at in range(0, len(vectors), 4096)
    ]
    home = np.concatenate(blocks)
    order = np.argsort(home, kind="stable")
    groups = np.split(order, np.searchsorted(home[order], np.arange(1, count)))
    kept = [n for n, group in enumerate(groups) if len(group)]
    return centres[kept], [groups[n].tolist() for n in kept]


def _nearest(rows: Directions, centres: Directions) -> npt.NDArray[np.int64]:
    # Rounded, so that what two processors compute in another order is a draw on both, which the first one wins.
    nearest: npt.NDArray[np.int64] = np.round(rows @ centres.T, 9).argmax(axis=1)
    return nearest
