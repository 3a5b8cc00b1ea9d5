"""Same story, other words: paragraphs of different documents that report the same thing.

No language model and no words: only what annotation gives. Two paragraphs are alike by the entities and figures
that they share, each weighted by its rarity; the likeness of their neighbours adds to it, since two reports of one
story mostly keep its order. The measure is the cosine of the weighted features, as in Salton and McGill,
*Introduction to Modern Information Retrieval* (1983), with a bonus for neighbours. What counts as the same figure
says ``signatures``. The numbers below were chosen on some of the alignments in ``tests/passages`` and held on the
others; small changes of any of them change little.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from build_tools.archive.signatures import Feature, Signature, Signatures, reconciled, signatures
from build_tools.model import AnnotatedDocument, FigureUse, Passage, Place

THRESHOLD = 0.36
"""Least score of a passage that is shown."""
INFORMATION = 5.0
"""Least sum of the rarities that two paragraphs of unconnected documents must share, in two features or more: about
two rare names, or one rare figure and a name."""
INFORMATION_IN_VERSIONS = 0.7
"""The same for versions of one report, whose common origin is known: a share of the rarity of what each of the two
documents holds in one paragraph only. A fixed sum would ask more of short documents, in which nothing is rare."""
VERSIONS = 0.45
"""Documents are versions of one report, curated or not, when this share of the paragraphs of each has a partner that
would count in unconnected documents too."""
FEWEST = 3
"""How many such pairs there must be."""
NEAR_BEST = 0.6
"""A paragraph keeps, beside its best partner, those that reach this share of the best one's score."""
NEAR_BEST_WITH_FIGURE = 0.4
"""The same for partners that share a figure: one paragraph may join what the other report tells in two."""
NEIGHBOUR = 0.5
"""Share of the neighbours' likeness that is added."""
ORDER = 0.3
"""What is added to a score when the pair keeps the order of the sure pairs around it; half of it is taken off when
it breaks that order."""
SURE = 0.6
"""Least score of a pair that the order of others is judged by."""
REACH = 3
"""How many paragraphs away a sure pair still says something about the order."""
FIGURE = 2.0
"""Weight of a figure beside an entity of the same rarity. Few numbers below ten (three times, five people) weigh as
entities do."""
UNSHARED = 0.4
"""Weight of what one of two documents does not hold at all."""
RARE = 24
"""A feature in more paragraphs than this does not by itself bring two documents together."""
EVIDENT = ("entity", "figure")
"""Kinds of features that can bring two documents together."""
EVIDENCE = 3
"""How many rare features (a figure counts twice) two documents must share to be compared; one story always is."""

Pair = tuple[int, int]


def passages(
    documents: Sequence[AnnotatedDocument], figures: Mapping[str, Sequence[FigureUse]]
) -> tuple[Passage, ...]:
    """Pairs of like paragraphs of different documents, each once, sorted by left place, then by falling score.

    ``left`` is the place whose document comes first in ``documents``. Work grows with the number of document
    pairs that share rare features, not with all pairs.
    """
    signed = {a.document.id: signatures(a, figures[a.document.id]) for a in documents}
    everywhere = Counter(f for one in signed.values() for row in one.rows for f in row.features)
    rarity = _Rarity(everywhere, sum(len(one.rows) for one in signed.values()))
    story = {a.document.id: a.document.record.story for a in documents}
    found: list[Passage] = []
    for left, right in _candidates(signed, everywhere, story):
        one_story = story[left] is not None and story[left] == story[right]
        rows = reconciled(signed[left], signed[right])
        found.extend(_compare(left, rows[0], right, rows[1], rarity, one_story=one_story))
    order = {a.document.id: rank for rank, a in enumerate(documents)}
    return tuple(
        sorted(found, key=lambda p: (order[p.left.document], p.left.paragraph, -p.score, p.right.document))
    )


def _candidates(
    signed: Mapping[str, Signatures],
    everywhere: Mapping[Feature, int],
    story: Mapping[str, str | None],
) -> list[tuple[str, str]]:
    """Pairs of documents worth comparing, in the order of ``signed``."""
    holders: dict[Feature, list[str]] = defaultdict(list)
    for document, one in signed.items():
        for feature in one.features:
            if feature[0] in EVIDENT and everywhere[feature] <= RARE:
                holders[feature].append(document)
    evidence: Counter[tuple[str, str]] = Counter()
    for feature, owners in holders.items():
        for pair in combinations(owners, 2):
            evidence[pair] += 2 if feature[0] == "figure" else 1
    members: dict[str, list[str]] = defaultdict(list)
    for document in signed:
        name = story[document]
        if name:
            members[name].append(document)
    chosen = {pair for pair, count in evidence.items() if count >= EVIDENCE}
    chosen.update(pair for group in members.values() for pair in combinations(group, 2))
    order = {document: rank for rank, document in enumerate(signed)}
    return sorted(chosen, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _compare(
    left: str,
    left_rows: Sequence[Signature],
    right: str,
    right_rows: Sequence[Signature],
    rarity: _Rarity,
    *,
    one_story: bool,
) -> list[Passage]:
    weights = rarity.weights(left_rows, right_rows)
    likeness = _likeness(left_rows, right_rows, weights)
    scores = _in_order(
        {pair: value * (1 + NEIGHBOUR * _beside(likeness, *pair)) for pair, value in likeness.items()}
    )
    shared = {
        (i, j): _shared(left_rows[i], right_rows[j]) for (i, j), score in scores.items() if score >= THRESHOLD
    }
    near = _near_best(scores, shared)
    known = {pair: sum(weights[f] for f in shared[pair]) for pair in near}
    sure = [pair for pair in near if known[pair] >= INFORMATION and len(shared[pair]) > 1]
    if one_story or _versions(sure, left_rows, right_rows):
        least = INFORMATION_IN_VERSIONS * math.log(1 + (len(left_rows) + len(right_rows)) / 2)
        sure = [pair for pair in near if known[pair] >= least]
    found: list[Passage] = []
    for i, j in sure:
        entities = sorted((f for f in shared[i, j] if f[0] == "entity"), key=lambda f: (-weights[f], f))
        figures = sorted((f for f in shared[i, j] if f[0] != "entity"), key=lambda f: -weights[f])
        found.append(
            Passage(
                Place(left, i + 1),
                Place(right, j + 1),
                round(min(scores[i, j], 1.0), 4),
                tuple(name for _, name in entities),
                tuple((left_rows[i].figures[f], right_rows[j].figures[f]) for f in figures),
            )
        )
    return found


def _shared(left: Signature, right: Signature) -> list[Feature]:
    """What both paragraphs hold: figures in the order of the left one, after the entities."""
    return [*(left.entities & right.entities), *(f for f in left.figures if f in right.figures)]


def _versions(sure: Sequence[Pair], left: Sequence[Signature], right: Sequence[Signature]) -> bool:
    """Whether the sure pairs alone show two documents to be versions of one report."""
    pairs = ({i for i, _ in sure}, {j for _, j in sure})
    return len(sure) >= FEWEST and all(
        len(told) >= VERSIONS * sum(1 for row in rows if row.entities or row.figures)
        for told, rows in zip(pairs, (left, right), strict=True)
    )


def _near_best(scores: Mapping[Pair, float], shared: Mapping[Pair, Sequence[Feature]]) -> list[Pair]:
    """The pairs of ``shared`` that come near the best of both their paragraphs."""
    best_left: dict[int, float] = defaultdict(float)
    best_right: dict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        best_left[i] = max(best_left[i], score)
        best_right[j] = max(best_right[j], score)

    def least(i: int, j: int) -> float:
        with_figure = any(kind == "figure" for kind, *_ in shared[i, j])
        return (NEAR_BEST_WITH_FIGURE if with_figure else NEAR_BEST) * max(best_left[i], best_right[j])

    return [pair for pair in shared if scores[pair] >= least(*pair)]


def _in_order(scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """The scores, raised where a pair lies between the sure pairs before and after it, else lowered; at most 1."""
    sure: dict[int, tuple[float, int]] = {}
    for (i, j), score in scores.items():
        if score >= SURE:
            sure[i] = max(sure.get(i, (0.0, 0)), (score, -j))

    def partner(paragraphs: range) -> int | None:
        return next((-sure[i][1] for i in paragraphs if i in sure), None)

    ordered: dict[Pair, float] = {}
    for (i, j), score in scores.items():
        before, after = partner(range(i - 1, i - 1 - REACH, -1)), partner(range(i + 1, i + 1 + REACH))
        if before is None or after is None:
            ordered[i, j] = min(1.0, score)
        else:
            ordered[i, j] = min(1.0, score * (1 + ORDER if before <= j <= after else 1 - ORDER / 2))
    return ordered


@dataclass(frozen=True, slots=True)
class _Rarity:
    everywhere: Mapping[Feature, int]
    """Paragraphs of the archive that hold the feature."""
    total: int

    def weights(self, left: Sequence[Signature], right: Sequence[Signature]) -> dict[Feature, float]:
        """Rarity of each feature: the lesser of its rarity in the archive and in these two documents.

        What only one of the two documents holds counts less: a version that leaves something out, or states
        another number, still tells the same.
        """
        here = Counter(f for row in (*left, *right) for f in row.features)
        shared = {f for row in left for f in row.features} & {f for row in right for f in row.features}
        paragraphs = len(left) + len(right)
        return {
            feature: min(
                math.log(1 + self.total / (self.everywhere.get(feature) or count)),
                math.log(1 + paragraphs / count),
            )
            * (FIGURE if feature[0] == "figure" else 1.0)
            * (1.0 if feature in shared else UNSHARED)
            for feature, count in here.items()
        }


def _likeness(
    left: Sequence[Signature], right: Sequence[Signature], weights: Mapping[Feature, float]
) -> dict[Pair, float]:
    """Cosine of the weighted features for each pair of paragraphs that share any."""
    norms_left, norms_right = (
        [math.sqrt(sum(weights[f] ** 2 for f in row.features)) for row in rows] for rows in (left, right)
    )
    holders: dict[Feature, list[int]] = defaultdict(list)
    for j, row in enumerate(right):
        for feature in row.features:
            holders[feature].append(j)
    dots: dict[Pair, float] = defaultdict(float)
    for i, row in enumerate(left):
        for feature in row.features:
            for j in holders.get(feature, ()):
                dots[i, j] += weights[feature] ** 2
    return {(i, j): dot / (norms_left[i] * norms_right[j]) for (i, j), dot in dots.items()}


def _beside(likeness: Mapping[Pair, float], i: int, j: int) -> float:
    """Likeness of the paragraphs before and after, at most 2."""
    before = max(
        likeness.get((i - 1, j - 1), 0.0),
        likeness.get((i - 1, j), 0.0) / 2,
        likeness.get((i, j - 1), 0.0) / 2,
    )
    after = max(
        likeness.get((i + 1, j + 1), 0.0),
        likeness.get((i + 1, j), 0.0) / 2,
        likeness.get((i, j + 1), 0.0) / 2,
    )
    return before + after
