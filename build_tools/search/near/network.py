"""The network of the encoder with a byte a weight, as its package has it: a matrix is whole numbers times a scale, and so
nothing is lost. Most weights are small, so that a byte packs to five bits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

_MOST = 127


def network_file(arrays: Mapping[str, Sequence[npt.NDArray[Any]]]) -> tuple[list[list[Any]], bytes]:
    """What stands in the file, in order – name, rows, columns (0: a vector), the scale of each part – and the file, not
    compressed.

    ``arrays`` are given in parts that stand beside one another, each as wide as the others. A matrix, a row an input, is a
    byte a weight, row by row; numbers of vectors have four, the lowest first.
    """
    listed: list[list[Any]] = []
    parts: list[bytes] = []
    for name, own in sorted(arrays.items()):
        joined = np.concatenate(own, axis=-1)
        if joined.ndim == 2:
            scales = [_scale(part) for part in own]
            listed.append([name, *joined.shape, scales])
            parts.append(np.concatenate(list(map(_whole, own, scales)), axis=-1).tobytes())
        else:
            listed.append([name, joined.size, 0, []])
            parts.append(joined.astype("<f4").tobytes())
    return listed, b"".join(parts)


def _scale(weights: npt.NDArray[Any]) -> float:
    return float(np.abs(weights).max()) / _MOST or 1.0


def _whole(weights: npt.NDArray[Any], scale: float) -> npt.NDArray[np.int8]:
    return np.rint(weights.astype(np.float64) / scale).astype(np.int8)
