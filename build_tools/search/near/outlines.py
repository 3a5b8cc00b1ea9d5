"""In few bytes where stretches of text lie, by which a question chooses the files that it reads.

A direction is told along those axes on which sentences of the archive differ most (principal components), turned so that
each tells as much as the others, with two bits an axis. The axes themselves are small whole numbers: what they are is
exact, for the browser computes with the same ones.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from build_tools.meaning import Directions

AXES = 176
"""Those hold more than four fifths of what tells sentences of news and encyclopedias apart."""
MOST = 7
"""An axis is told in numbers from -7 to 7."""
STEP = 0.9957
"""Of numbers spread as by chance, which of four steps of so many standard deviations each lies in, loses least where the steps are equal
(Max, *Quantizing for Minimum Distortion*, 1960)."""

Axes = npt.NDArray[np.int8]
"""A row a number of a vector, a column an axis."""


def axes(sample: Directions) -> Axes:
    """The axes on which these directions, without what they have in common, differ most."""
    size = sample.shape[1]
    count = min(AXES, size)
    _, found = np.linalg.eigh(sample.T @ sample)
    found = found[:, ::-1][:, :count]
    # Which of its two ways an axis points is left to the library that finds it.
    found = found * np.where(found[np.abs(found).round(9).argmax(axis=0), np.arange(count)] < 0, -1.0, 1.0)
    turned = found @ _turn(count)
    return np.asarray(np.rint(turned * (MOST / np.abs(turned).max())), np.int8)


def _turn(count: int) -> Directions:
    """A turn that gives each axis a share of all others: the cosine transform, its rows with signs by chance."""
    places = np.arange(count)
    made = np.cos(np.pi * (places[None, :] + 0.5) * places[:, None] / count) * np.sqrt(2 / count)
    made[0] /= np.sqrt(2)
    signs = np.where(np.random.default_rng(0).integers(0, 2, count) > 0, 1.0, -1.0)
    return np.asarray(made * signs[:, None])


def outlines(seen: Directions) -> npt.NDArray[np.uint8]:
    """Of each row, numbers along the axes, which step each number lies in: from 0 to 3, four a byte, the first in the highest bits."""
    size = np.sqrt((seen**2).mean(axis=1, keepdims=True))
    steps = np.clip(np.floor((seen / np.maximum(size * STEP, 1e-9)).round(9)) + 2, 0, 3).astype(np.uint8)
    return np.asarray(
        steps[:, ::4] << 6 | steps[:, 1::4] << 4 | steps[:, 2::4] << 2 | steps[:, 3::4], np.uint8
    )


def packed(along: Axes) -> bytes:
    """Half a byte a number, 8 more than it, the first of two in the lower half; row by row."""
    flat = (along + 8).astype(np.uint8).ravel()
    return np.asarray(flat[::2] | flat[1::2] << 4, np.uint8).tobytes()
