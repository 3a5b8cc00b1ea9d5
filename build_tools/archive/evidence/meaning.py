"""Both paragraphs say alike, by the vectors of their sentences, in whatever language.

What all sentences of the archive have in common is taken off first, and, between two documents, half of what theirs have:
their subject says nothing of who tells which part of it. How alike sentences still are that have nothing to do with one
another differs from language to language: likeness begins above what nearly all pairs of different documents reach.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations_with_replacement

import numpy as np
import numpy.typing as npt

from build_tools.archive.evidence.aligned import together
from build_tools.archive.evidence.kind import Floats, Found, Material, Pair
from build_tools.meaning import Told, Vectors, directions, grouped, halved, without
from build_tools.model import EvidenceKind

UNRELATED = 2.5
"""Two sentences are not alike below so many spreads above the middle of all pairs: few of them say the same, and the
middle and the spread hardly know of those."""
ABOVE = 0.84
"""Share of the pairs below one spread above the middle, as in a normal distribution."""
USUAL, DOCUMENTS = 0.2, 20
"""That level in archives of many subjects, and of how many documents an archive must be to tell as much of its own level: those
of a small one may all tell one story."""
SAME = 0.4
"""Cosine above that at which two sentences are taken to say the same."""
ALIKE = 0.3
"""Least likeness of two sentences that brings their documents together, when each is the other's nearest."""
PARALLEL = 0.85
"""Two documents tell in one order when so much of what is alike in them stands in it."""
OUT_OF_ORDER = 0.4, 0.3
"""Least likeness of two sentences that break the order of what else two documents say alike; where they tell in one order,
and where they do not."""
JOINED = 0.6
"""Least likeness of a sentence that has no partner of its own to one that has: it may tell in part what that one tells."""
KNOWN = 9.0
"""What the same meaning tells between versions of one report, in nats; between others it tells nothing alone."""
TOGETHER = 6000
"""Most sentences, on the average, that are each compared with all others."""
DRAWN = 400
"""Sentences of each language that are looked at to learn how alike any two are."""

NOTHING = -9.0
"""Likeness of what says nothing: boilerplate."""

BLOCK = 512
"""Documents, or sentences, that are compared with all others at a time."""


class Meaning:
    name: EvidenceKind = "meaning"

    def __init__(self, material: Material) -> None:
        self._documents = material.documents
        self._told = material.meaning.documents if material.meaning else {}
        self._language = {
            key: one.document.language.partition("-")[0] for key, one in self._documents.items()
        }
        self._middle = _middle(self._told.values())
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
        for group in grouped(vectors, math.ceil(len(vectors) / TOGETHER), self._middle)[1]:
            rows = without(directions(vectors[group]), self._middle)
            # The work and the memory for a group grow with its square.
            for part in halved(rows, np.ones(len(rows), np.int64), math.ceil(len(rows) / (2 * TOGETHER))):
                here = np.array(group)[part]
                for left, right in self._nearest(rows[part], owner[here], tongue[here]):
                    found[ids[left], ids[right]] += 1
        return found

    def _nearest(
        self, rows: Floats, owner: npt.NDArray[np.int64], tongue: npt.NDArray[np.str_]
    ) -> Iterator[tuple[int, int]]:
        """The owners of each two rows that are nearest to one another, the lesser first."""
        for one, other in combinations_with_replacement(sorted(set(tongue.tolist())), 2):
            here, there = np.flatnonzero(tongue == one), np.flatnonzero(tongue == other)
            best, cosines, back = _best(rows[here], rows[there], owner[here], owner[there])
            least = self._noise[one, other] + ALIKE * SAME
            for n, m in enumerate(best.tolist()):
                left, right = int(owner[here[n]]), int(owner[there[m]])
                once = one != other or here[n] < there[m]
                if once and back[m] == n and cosines[n] >= least and left != right:
                    yield min(left, right), max(left, right)

    def between(self, left: str, right: str) -> Found:
        sizes = [len(self._documents[key].document.paragraphs) for key in (left, right)]
        if left not in self._told or right not in self._told:
            return Found([0.0] * sizes[0], [0.0] * sizes[1], {}, {}, {})
        here, there = self._told[left], self._told[right]
        rows, columns = directions(here.vectors), directions(there.vectors)
        own = (rows.sum(axis=0) + columns.sum(axis=0)) / (len(rows) + len(columns))
        middle = (self._middle + own) / 2
        gains = self._likenesses(left, right, without(rows, middle), without(columns, middle))
        numbers = _numbers(here), _numbers(there)
        alike: dict[Pair, float] = {}
        nearest: dict[Pair, tuple[int, int]] = {}
        for n, m in sorted(together(gains, PARALLEL, OUT_OF_ORDER, JOINED), key=lambda cell: -gains[cell]):
            pair = here.sentences[n].paragraph - 1, there.sentences[m].paragraph - 1
            alike.setdefault(pair, min(1.0, float(gains[n, m])))
            nearest.setdefault(pair, (numbers[0][n], numbers[1][m]))
        several = {i - 1 for i in _several(here)}, {j - 1 for j in _several(there)}
        return Found(
            [0.0] * sizes[0],
            [0.0] * sizes[1],
            {},
            {place: KNOWN * share for place, share in alike.items()},
            {},
            sentences={
                (i, j): both for (i, j), both in nearest.items() if i in several[0] or j in several[1]
            },
            nearness=_of_paragraphs(gains, here, there, (sizes[0], sizes[1])),
        )

    def _likenesses(self, left: str, right: str, rows: Floats, columns: Floats) -> Floats:
        """How alike each two sentences of two documents are: 0 or less where they have nothing in common, from 1 on where
        they say the same."""
        pair = self._language[left], self._language[right]
        return np.asarray((rows @ columns.T - self._noise[min(pair), max(pair)]) / SAME)

    def likeness(self, left: str, right: str) -> tuple[float, Pair | None]:
        """How much of what two documents say the other one says too, 0 to 1, and the numbers of the paragraphs with the two
        sentences that are nearest."""
        if left not in self._told or right not in self._told:
            return 0.0, None
        here, there = self._told[left], self._told[right]
        rows, columns = (without(directions(told.vectors), self._middle) for told in (here, there))
        gains = self._likenesses(left, right, rows, columns)
        n, m = divmod(int(gains.argmax()), gains.shape[1])
        alike = np.clip(gains, 0.0, 1.0)
        places = here.sentences[n].paragraph, there.sentences[m].paragraph
        return float(min(alike.max(axis=1).mean(), alike.max(axis=0).mean())), places

    def nearest_documents(self, count: int) -> dict[str, list[str]]:
        """For each document those that say on the whole what is most like it, at most ``count``."""
        ids = list(self._told)
        if len(ids) < 2:
            return {}
        middles = np.array([directions(self._told[key].vectors).mean(axis=0) for key in ids])
        rows = without(middles, middles.mean(axis=0)).astype(np.float32)
        found = {}
        for start in range(0, len(ids), BLOCK):
            cosines = rows[start : start + BLOCK] @ rows.T
            cosines[np.arange(len(cosines)), np.arange(start, start + len(cosines))] = -2.0
            best = np.argpartition(-cosines, min(count, len(ids) - 1) - 1, axis=1)[:, :count]
            for n, others in enumerate(best.tolist()):
                found[ids[start + n]] = [ids[m] for m in others if m != start + n]
        return found

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
            rows[language], owners[language] = (
                without(directions(every[::step]), self._middle),
                owner[::step],
            )
        levels = {}
        for one, other in combinations_with_replacement(sorted(rows), 2):
            cosines = rows[one] @ rows[other].T
            if one == other:
                cosines = cosines[owners[one][:, None] != owners[one][None, :]]
            if cosines.size:
                middle, above = np.quantile(cosines, (0.5, ABOVE))
                level = float(middle + UNRELATED * (above - middle))
                levels[one, other] = (len(self._told) * level + DOCUMENTS * USUAL) / (
                    len(self._told) + DOCUMENTS
                )
            else:
                levels[one, other] = 1.0
        return levels


def _best(
    rows: Floats, others: Floats, owner: npt.NDArray[np.int64], theirs: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], Floats, npt.NDArray[np.int64]]:
    """For each row which of the others, of another owner, is nearest, and its cosine; for each of the others which row is. A
    few rows at a time, as a table of all is hundreds of megabytes."""
    best, cosines = np.zeros(len(rows), np.int64), np.zeros(len(rows))
    back, highest = np.zeros(len(others), np.int64), np.full(len(others), -np.inf)
    for at in range(0, len(rows), BLOCK):
        part = slice(at, at + BLOCK)
        table = rows[part] @ others.T
        table[owner[part, None] == theirs[None, :]] = -1.0
        best[part] = table.argmax(axis=1)
        cosines[part] = table[np.arange(len(table)), best[part]]
        nearest = table.argmax(axis=0)
        there = table[nearest, np.arange(len(others))]
        higher = there > highest
        back[higher], highest[higher] = nearest[higher] + at, there[higher]
    return best, cosines, back


def _of_paragraphs(gains: Floats, here: Told, there: Told, sizes: Pair) -> Floats:
    """How alike the two nearest sentences of each two paragraphs are; ``NOTHING`` where one of them has none."""
    rows, columns = ([one.paragraph - 1 for one in told.sentences] for told in (here, there))
    table = np.full(sizes, NOTHING)
    np.maximum.at(table, (np.array(rows)[:, None], np.array(columns)[None, :]), gains)
    return table


def _numbers(told: Told) -> list[int]:
    """Which sentence of its paragraph each one is, from 1."""
    counts: Counter[int] = Counter()
    numbers = []
    for sentence in told.sentences:
        counts[sentence.paragraph] += 1
        numbers.append(counts[sentence.paragraph])
    return numbers


def _several(told: Told) -> set[int]:
    """Paragraphs of more than one sentence."""
    return {n for n, count in Counter(one.paragraph for one in told.sentences).items() if count > 1}


def _middle(told: Iterable[Told]) -> Floats:
    """The middle of all sentences."""
    total, count = np.zeros(1), 0
    for one in told:
        total = total + directions(one.vectors).sum(axis=0)
        count += len(one.sentences)
    return np.asarray(total / max(1, count))
