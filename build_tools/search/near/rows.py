"""The table of the pieces' rows, cut into files: the rarer the pieces, the more of them in one.

A query reads the files of its pieces. Where pieces come as often as one divided by their rank, as words do, the bytes
that it reads are fewest when the rows in a file grow with the root of the rank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.search.near.pieces import Script

GROWTH = (1.2, 0.6, 0.65, 0.65, 12.0)
"""Rows in a file, by the root of the rank, for each of ``pieces.SCRIPTS``."""
GROWTH_OF_OTHERS = 2.2
"""The same for pieces of languages that are not known here."""
FIRST = 4
"""Added to each rank, so that the first files hold more than one row."""


def cuts(scripts: Sequence[Script]) -> list[int]:
    """Where files begin, as numbers of rows, and behind the last one where it ends; scripts stand one after the other."""
    made = [0]
    for script, growth in zip(scripts, GROWTH, strict=True):
        for count, step in ((script.common, growth), (len(script.pieces) - script.common, GROWTH_OF_OTHERS)):
            made += [made[-1] + end for end in _ends(count, step)]
    return made


def _ends(count: int, growth: float) -> list[int]:
    ends = []
    at = 0
    while at < count:
        at = min(count, at + max(1, round(growth * (at + FIRST) ** 0.5)))
        ends.append(at)
    return ends


def row_files(scripts: Sequence[Script], rows: npt.NDArray[Any]) -> Iterator[bytes]:
    """The rows of each file, one after the other, a byte a number."""
    order = np.array([number for script in scripts for number in script.pieces])
    for first, last in pairwise(cuts(scripts)):
        yield rows[order[first:last]].tobytes()
