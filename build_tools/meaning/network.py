"""The network of the encoder: from the numbers of a sentence's pieces to a vector.

Computed in double precision, so that vectors, rounded to a byte a number, are the same whichever processor and version of
numpy compute them, and in whatever order sums are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.meaning.apart import Apart, Floats, Numbers

ORDERS = ((2, 0), (3, 1), (5, 2))
"""Of each convolution: how many neighbours it sees, and how many of them stand before."""
FEATURES = 256
"""Numbers of a piece that a convolution gives."""
TABLES = 17
"""The pieces' rows are quantized in so many tables: row ``n`` with the scale and least value of table ``n % TABLES``."""

_BEFORE = max(left for _, left in ORDERS)
_AFTER = max(order - 1 - left for order, left in ORDERS)


def joined(stored: Mapping[str, npt.NDArray[Any]]) -> dict[str, npt.NDArray[Any]]:
    """The arrays, those that lead to the three convolutions and are evened together beside one another."""
    return {
        name: np.concatenate(own, axis=-1) if len(own) > 1 else own[0] for name, own in parts(stored).items()
    }


def parts(stored: Mapping[str, npt.NDArray[Any]]) -> dict[str, list[npt.NDArray[Any]]]:
    """The parts of each array, which are to stand beside one another."""
    made = {name: [array] for name, array in stored.items()}
    for name, part in (("proj", "proj"), ("proj_b", "proj_b"), ("proj_g", "ln_g"), ("proj_ln_b", "ln_b")):
        made[name] = [made.pop(f"{part}{order}")[0] for order, _ in ORDERS]
    return made


class Network:
    """Numbers of pieces → vectors of length 1, a row a sentence."""

    def __init__(self, stored: Mapping[str, npt.NDArray[Any]]) -> None:
        self._rows = stored["rows"]
        self._is = {name: np.asarray(w, np.float64) for name, w in joined(stored).items() if name != "rows"}
        # The weights of the first layer for each place of a neighbour, beside one another.
        self._first = [
            self._is[f"w1_{order}"]
            .reshape(order, FEATURES, FEATURES)
            .transpose(1, 0, 2)
            .reshape(FEATURES, -1)
            for order, _ in ORDERS
        ]
        width = FEATURES * sum(1 + order for order, _ in ORDERS)
        self._apart = Apart(self._alone, width, len(self._rows))

    def __call__(self, batch: Sequence[Sequence[int]]) -> Floats:
        w = self._is
        lengths = np.array([len(one) for one in batch])
        starts = np.cumsum(lengths) - lengths
        pieces = np.fromiter(chain.from_iterable(batch), np.int64, int(lengths.sum()))
        features = np.concatenate(
            [self._embedded(pieces), *self._convolved(pieces, _neighbours(starts, lengths))], axis=1
        )
        # The scale of all that is evened is the same in each row: it is given to their sum.
        summed = np.add.reduceat(_even(features, w["eps"]), starts) * w["ln_g"] + lengths[:, None] * w["ln_b"]
        told = (summed @ w["cnn_W"] + lengths[:, None] * w["cnn_b"]) / np.sqrt(lengths)[:, None]
        first = np.maximum(told @ w["d0"], 0)
        second = np.maximum(told @ w["p1"] + first @ w["d1"], 0)
        third = np.maximum(second @ w["d2"], 0)
        made: Floats = np.tanh(second @ w["p3"] + third @ w["d3"])
        size: Floats = np.sqrt(np.maximum(np.einsum("ij,ij->i", made, made), w["eps"]))
        return made / size[:, None]

    def _embedded(self, pieces: Numbers) -> Floats:
        table = pieces % TABLES
        rows: Floats = self._rows[pieces] * self._is["scale"][table, None]
        rows += self._is["lo"][table, None]
        return rows

    def _alone(self, pieces: Numbers) -> Floats:
        """Of each piece for each of ``ORDERS`` what goes into the convolution, then what it gives at each place of a
        neighbour."""
        w = self._is
        made = _even(self._embedded(pieces) @ w["proj"] + w["proj_b"], w["eps"])
        made = made * w["proj_g"] + w["proj_ln_b"]
        part = [made[:, n * FEATURES : (n + 1) * FEATURES] for n in range(len(ORDERS))]
        given = [one @ first for one, first in zip(part, self._first, strict=True)]
        return np.concatenate(list(chain.from_iterable(zip(part, given, strict=True))), axis=1)

    def _convolved(self, pieces: Numbers, seen: Numbers) -> Iterator[Floats]:
        """Each piece with its neighbours, twice, what went in added each time; once for each of ``ORDERS``."""
        w = self._is
        at = np.append(self._apart.places(pieces), self._apart.nothing)
        begin = 0
        for order, left in ORDERS:
            around = seen[:, _BEFORE - left : _BEFORE - left + order]
            own, *given = (
                self._apart.rows[:, begin + FEATURES * n :][:, :FEATURES] for n in range(1 + order)
            )
            begin += FEATURES * (1 + order)
            part = given[0][at[around[:, 0]]]
            for number in range(1, order):
                part += given[number][at[around[:, number]]]
            part = own[at[:-1]] + np.maximum(part + w[f"b1_{order}"], 0)
            padded = np.concatenate([part, np.zeros((1, FEATURES))])
            windows = padded[around].reshape(len(part), order * FEATURES)
            yield part + np.maximum(windows @ w[f"w2_{order}"] + w[f"b2_{order}"], 0)


def _neighbours(starts: Numbers, lengths: Numbers) -> Numbers:
    """For each piece the places of those around it, as far as any convolution sees; beyond the ends of its sentence the
    place behind all pieces."""
    count = int(lengths.sum())
    places = np.arange(count)[:, None] + np.arange(-_BEFORE, _AFTER + 1)
    inside = (places >= np.repeat(starts, lengths)[:, None]) & (
        places < np.repeat(starts + lengths, lengths)[:, None]
    )
    return np.where(inside, places, count)


def _even(rows: Floats, least: Floats) -> Floats:
    """Each row with mean 0 and variance 1, in its place: layer normalization, before it is scaled."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + least)[:, None]
    return rows
