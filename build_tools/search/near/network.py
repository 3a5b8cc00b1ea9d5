"""The network of the encoder with a byte a weight.

Of each matrix, a row an input: blocks of rows; in a block each column has a scale, a number of 16 bits times the matrix's
own. The last matrix but one loses most in large blocks, since few of its inputs are much greater than all others. Finer
blocks of the others change nothing: what is left, 0.0002 of the cosine on the average and 0.0004 at most, is spread.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

BLOCK = 32
"""Rows of a block."""
FINER = {"d3": 8}
"""The same of single matrices."""
_MOST = 127
_FINE = 65535


def network_file(arrays: Mapping[str, npt.NDArray[Any]]) -> tuple[list[list[Any]], bytes]:
    """What stands in the file, in order – name, rows, columns (0: a vector), scale, rows of a block – and the file, not
    compressed.

    Numbers have their lowest byte first; a matrix is the scales of its blocks, then its weights.
    """
    listed: list[list[Any]] = []
    parts: list[bytes] = []
    for name, array in sorted(arrays.items()):
        if array.ndim == 2:
            block = FINER.get(name, BLOCK)
            scale, content = _matrix(array.astype(np.float64), block)
            listed.append([name, *array.shape, scale, block])
            parts.append(content)
        else:
            listed.append([name, array.size, 0, 1, 0])
            parts.append(array.astype("<f4").tobytes())
    return listed, b"".join(parts)


def _matrix(weights: npt.NDArray[np.float64], size: int) -> tuple[float, bytes]:
    blocks = [weights[at : at + size] for at in range(0, len(weights), size)]
    peaks = np.array([np.abs(block).max(axis=0) for block in blocks]) / _MOST
    scale = float(peaks.max()) / _FINE or 1.0
    steps = np.maximum(np.ceil(peaks / scale), 1)
    rounded = [
        np.clip(np.rint(block / (step * scale)), -_MOST, _MOST)
        for block, step in zip(blocks, steps, strict=True)
    ]
    return scale, steps.astype("<u2").tobytes() + np.concatenate(rounded).astype(np.int8).tobytes()
