"""What the first layers of the encoder's network make of a piece, whatever stands beside it.

The first convolution over neighbours is a sum of what each of them gives at its place, so that it is computed once for each
piece, and kept for those that are met most often: a few thousand pieces are most of what is written.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

KEPT = 4096
"""Pieces that are kept; of each some 27 KB."""
BLOCK = 512
"""Pieces that are computed together."""


class Apart:
    """Rows of numbers by piece."""

    def __init__(self, compute: Callable[[Numbers], Floats], width: int, pieces: int) -> None:
        """``compute`` gives a row of ``width`` numbers for each piece; there are so many ``pieces`` in all."""
        self._compute = compute
        self._place = np.full(pieces, -1, np.int64)
        self._met = np.zeros(pieces, np.int64)
        self._begin(width, KEPT)

    def _begin(self, width: int, most: int) -> None:
        self.rows: Floats = np.empty((most + 1, width))
        self.rows[most] = 0.0
        self._place[:] = -1
        self._free = np.arange(most)

    @property
    def nothing(self) -> int:
        """The place of the row that stands for what is no piece: all 0."""
        return len(self.rows) - 1

    def places(self, pieces: Numbers) -> Numbers:
        """In which of ``rows`` what was computed of each piece lies, until the next call."""
        own, counts = np.unique(pieces, return_counts=True)
        self._met[own] += counts
        if len(own) > self.nothing:
            self._begin(self.rows.shape[1], len(own))
        new = own[self._place[own] < 0]
        if len(new) > len(self._free):
            self._make_room(own)
            new = own[self._place[own] < 0]
        places, self._free = self._free[: len(new)], self._free[len(new) :]
        self._place[new] = places
        for at in range(0, len(new), BLOCK):
            self.rows[places[at : at + BLOCK]] = self._compute(new[at : at + BLOCK])
        return self._place[pieces]

    def _make_room(self, wanted: Numbers) -> None:
        """Forget half of the pieces that are not ``wanted``, those that were met least; all of them where that is too few."""
        held = np.setdiff1d(np.flatnonzero(self._place >= 0), wanted, assume_unique=True)
        lacking = int((self._place[wanted] < 0).sum()) - len(self._free)
        gone = held[np.argsort(self._met[held], kind="stable")[: max(len(held) // 2, lacking)]]
        self._free = np.concatenate([self._free, self._place[gone]])
        self._place[gone] = -1
