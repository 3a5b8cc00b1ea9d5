"""Both paragraphs say alike, by the vectors of their sentences, in whatever language.

How alike sentences are that have nothing to do with one another differs from archive to archive and from language to
language: what counts as likeness begins above what nearly all pairs of sentences of different documents reach.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations_with_replacement

import numpy as np
import numpy.typing as npt

from build_tools.archive.evidence.kind import Found, Material, Pair
from build_tools.meaning import Told, Vectors, directions, grouped
from build_tools.model import EvidenceKind

Floats = npt.NDArray[np.float64]

UNRELATED = 3.0
"""Two sentences are not alike below so many spreads above the middle of all pairs: few of them say the same, and the
middle and the spread hardly know of those."""
ABOVE = 0.84
"""Share of the pairs below one spread above the middle, as in a normal distribution."""
SAME = 0.3
"""Cosine above that at which two sentences are taken to say the same."""
ALIKE = 0.35
"""Least likeness of two sentences that brings their documents together, when each is the other's nearest."""
KNOWN = 9.0
"""What the same meaning tells between versions of one report, in nats; between others it tells nothing alone."""
TOGETHER = 6000
"""Most sentences, on the average, that are each compared with all others."""
DRAWN = 400
"""Sentences of each language that are looked at to learn how alike any two are."""


class Meaning:
    name: EvidenceKind = "meaning"

    def __init__(self, material: Material) -> None:
        self._documents = material.documents
        self._told = material.meaning.documents if material.meaning else {}
        self._language = {
            key: one.document.language.partition("-")[0] for key, one in self._documents.items()
        }
        self._noise = self._levels()

    def together(self) -> Counter[tuple[str, str]]:
        """One for each two sentences of two documents that are nearest to one another among their languages.

        In large archives only sentences of one group are compared.
        """
        found: Counter[tuple[str, str]] = Counter()
        if not self._told:
            return found
        ids = list(self._told)
        owner = np.repeat(np.arange(len(ids)), [len(self._told[key].sentences) for key in ids])
        tongue = np.array([self._language[key] for key in ids])[owner]
        vectors = np.concatenate([self._told[key].vectors for key in ids])
        for group in grouped(vectors, math.ceil(len(vectors) / TOGETHER))[1]:
            rows = directions(vectors[group])
            for left, right in self._nearest(rows, owner[group], tongue[group]):
                found[ids[left], ids[right]] += 1
        return found

    def _nearest(
        self, rows: Floats, owner: npt.NDArray[np.int64], tongue: npt.NDArray[np.str_]
    ) -> Iterator[tuple[int, int]]:
        """The owners of each two rows that are nearest to one another, the lesser first."""
        for one, other in combinations_with_replacement(sorted(set(tongue.tolist())), 2):
            here, there = np.flatnonzero(tongue == one), np.flatnonzero(tongue == other)
            cosines = rows[here] @ rows[there].T
            if one == other:
                cosines[owner[here][:, None] == owner[there][None, :]] = -1.0
            best, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
            least = self._noise[one, other] + ALIKE * SAME
            for n, m in enumerate(best.tolist()):
                left, right = int(owner[here[n]]), int(owner[there[m]])
                once = one != other or here[n] < there[m]
                if once and back[m] == n and cosines[n, m] >= least and left != right:
                    yield min(left, right), max(left, right)

    def between(self, left: str, right: str) -> Found:
        sizes = [len(self._documents[key].document.paragraphs) for key in (left, right)]
        if left not in self._told or right not in self._told:
            return Found([0.0] * sizes[0], [0.0] * sizes[1], {}, {}, {})
        pair = self._language[left], self._language[right]
        noise = self._noise[min(pair), max(pair)]
        cosines = directions(self._told[left].vectors) @ directions(self._told[right].vectors).T
        alike = {
            place: min(1.0, (cosine - noise) / SAME)
            for place, cosine in _nearest_paragraphs(cosines, self._told[left], self._told[right])
            if cosine > noise
        }
        return Found(
            [0.0] * sizes[0],
            [0.0] * sizes[1],
            {},
            {place: KNOWN * share for place, share in alike.items()},
            {},
        )

    def _levels(self) -> dict[tuple[str, str], float]:
        """For two languages, the cosine that pairs of sentences of different documents hardly reach."""
        drawn: dict[str, list[tuple[int, Vectors]]] = defaultdict(list)
        for number, (key, told) in enumerate(self._told.items()):
            drawn[self._language[key]].append((number, told.vectors))
        rows, owners = {}, {}
        for language, documents in drawn.items():
            every = np.concatenate([vectors for _, vectors in documents])
            owner = np.repeat([number for number, _ in documents], [len(vectors) for _, vectors in documents])
            step = max(1, len(every) // DRAWN)
            rows[language], owners[language] = directions(every[::step]), owner[::step]
        levels = {}
        for one, other in combinations_with_replacement(sorted(rows), 2):
            cosines = rows[one] @ rows[other].T
            if one == other:
                cosines = cosines[owners[one][:, None] != owners[one][None, :]]
            if cosines.size:
                middle, above = np.quantile(cosines, (0.5, ABOVE))
                levels[one, other] = float(middle + UNRELATED * (above - middle))
            else:
                levels[one, other] = 1.0
        return levels


def _nearest_paragraphs(cosines: Floats, left: Told, right: Told) -> Iterator[tuple[Pair, float]]:
    """Paragraphs in which a sentence of each is nearest to one of the other, of all that the two documents say, and how
    alike the nearest such two are. So a paragraph may join what the other document tells in several."""
    best, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    found: dict[Pair, float] = {}
    for n, m in enumerate(best.tolist()):
        if back[m] == n:
            pair = left.sentences[n].paragraph - 1, right.sentences[m].paragraph - 1
            found[pair] = max(found.get(pair, 0.0), float(cosines[n, m]))
    yield from found.items()
