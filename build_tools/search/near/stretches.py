"""Documents in stretches of some sentences that follow one another, and those in files of about the same weight, so that
stretches on one subject lie together.

What is asked for is told in one sentence, but what stands around it is of the same subject: a stretch tells better than each
of its sentences how near a document is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from build_tools.meaning import Directions, Told, Vectors, directions, halved, without
from build_tools.search.near.outlines import Axes, axes, outlines

Floats = npt.NDArray[np.float64]

SHORT = 6
"""Sentences of a stretch on the average, about as many as a paragraph has, while there are no more than ``MANY`` then."""
MANY = 21_200
"""So many outlines are read once, 0.9 MB; of larger archives stretches are longer, a document at most."""
LONGEST = 120
"""Sentences; longer documents are first cut into equal parts."""
SAMPLE = 8_000
"""So many sentences tell along which axes all differ."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """``place`` of the document among those that say something; its sentences from ``first`` to before ``last``."""

    place: int
    first: int
    last: int


def stretches(told: Sequence[Told], middle: Floats) -> list[Stretch]:
    """The stretches of all documents, in order.

    A document is cut first where what follows differs most from what was before, whichever document that is: neighbours are
    put together in the order in which that loses least (Ward, *Hierarchical Grouping*, 1963), until few enough are left."""
    parts = [Stretch(place, *ends) for place, one in enumerate(told) for ends in _parts(len(one.vectors))]
    losses = [
        losses_of(without(directions(told[part.place].vectors[part.first : part.last]), middle))
        for part in parts
    ]
    every = -np.sort(-np.concatenate(losses))
    wanted = min(MANY, round((len(every) + len(parts)) / SHORT))
    least = every[max(0, wanted - len(parts))] if len(every) > max(0, wanted - len(parts)) else -1.0
    return [one for part, own in zip(parts, losses, strict=True) for one in _cut(part, own > least)]


def _parts(count: int) -> Iterator[tuple[int, int]]:
    parts = -(-count // LONGEST)
    return pairwise(count * part // parts for part in range(parts + 1))


def _cut(part: Stretch, here: npt.NDArray[np.bool_]) -> Iterator[Stretch]:
    """The part, cut behind the sentences for which it is said."""
    ends = (np.flatnonzero(here) + part.first + 1).tolist()
    for first, last in pairwise([part.first, *ends, part.last]):
        yield Stretch(part.place, first, last)


def losses_of(rows: Directions) -> Floats:
    """What is lost when the stretches that meet behind each row but the last are put together, those that lose least first;
    no less than what was lost within them."""
    count = len(rows)
    sums = np.zeros((count + 1, count + 1))
    sums[1:, 1:] = (rows @ rows.T).round(9).cumsum(axis=0).cumsum(axis=1)

    def told(first: int, last: int) -> float:
        """The square of the sum of these rows, by their number."""
        return float(sums[last, last] - 2 * sums[first, last] + sums[first, first]) / (last - first)

    ends = list(range(count + 1))
    own = [told(n, n + 1) for n in range(count)]

    def loss(at: int) -> float:
        return own[at] + own[at + 1] - told(ends[at], ends[at + 2])

    costs = [loss(at) for at in range(count - 1)]
    made = np.zeros(max(0, count - 1))
    most = 0.0
    while costs:
        at = costs.index(min(costs))
        most = max(most, costs[at])
        made[ends[at + 1] - 1] = most
        own[at : at + 2] = [told(ends[at], ends[at + 2])]
        del ends[at + 1], costs[at]
        for other in range(max(0, at - 1), min(at + 1, len(costs))):
            costs[other] = loss(other)
    return made


@dataclass(frozen=True, slots=True)
class File:
    """What lies together in a file: its stretches, in order, and a row with the outline of each."""

    stretches: tuple[Stretch, ...]
    outlines: npt.NDArray[np.uint8]


def together(told: Sequence[Told], middle: Floats, count: int) -> tuple[Axes, list[File]]:
    """At most ``count`` files, of stretches that lie near one another, and the axes along which all outlines are told."""
    cut = stretches(told, middle)
    means = np.array([_mean(told[one.place].vectors[one.first : one.last], middle) for one in cut])
    along = axes(_sample(told, middle))
    seen = means @ along.astype(np.float64)
    seen /= np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), 1e-9)
    every = outlines(seen)
    groups = halved(seen, np.array([one.last - one.first for one in cut]), count)
    return along, [File(tuple(cut[n] for n in group.tolist()), every[group]) for group in groups]


def _mean(vectors: Vectors, middle: Floats) -> Floats:
    return np.asarray(without(directions(vectors), middle).mean(axis=0))


def _sample(told: Sequence[Told], middle: Floats) -> Directions:
    step = max(1, sum(len(one.sentences) for one in told) // SAMPLE)
    at = 0
    rows = []
    for one in told:
        rows.append(one.vectors[-at % step :: step])
        at += len(one.vectors)
    return without(directions(np.concatenate(rows)), middle)
