"""What turns sentences into vectors, and which program does it here, if any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.int8]
"""A row a sentence: a direction, whose length means nothing; the greatest component is ±127."""
Directions = npt.NDArray[np.float64]
"""A row a sentence, each of length 1."""


class Encoder(Protocol):
    """Turns sentences into vectors. The same sentence has the same vector on every machine."""

    version: str
    """Letters, digits and hyphens; another one where any vector would be another."""
    size: int
    """Numbers in a vector."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """A vector for each sentence, in their order."""


def without(rows: Directions, middle: npt.NDArray[np.float64]) -> Directions:
    """The rows without what they have in common with ``middle``, at length 1."""
    made = rows - middle
    return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9))


def directions(vectors: Vectors) -> Directions:
    """The vectors at length 1, so that the product of two is the cosine of the angle between them."""
    made = vectors.astype(np.float64)
    lengths = np.sqrt(np.einsum("ij,ij->i", made, made))
    made /= np.where(lengths > 0, lengths, 1.0)[:, None]
    return made
