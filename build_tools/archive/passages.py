"""Same story, other words: paragraphs of different documents that report the same thing.

No language model and no words: only what annotation gives. Two paragraphs are alike by the entities and figures
that they share, each weighted by its rarity; the likeness of their neighbours adds to it, since two reports of one
story mostly keep its order. The measure is the cosine of the weighted features, as in Salton and McGill,
*Introduction to Modern Information Retrieval* (1983), with a bonus for neighbours.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from build_tools.archive.places import paragraph_at
from build_tools.model import AnnotatedDocument, Figure, FigureUse, Passage, Place

THRESHOLD = 0.36
"""Least score of a passage that is shown."""
INFORMATION = 5.5
"""Least sum of the rarities that two paragraphs of unconnected documents must share: about two rare names, or one
rare figure and a name. Versions of one story need less, for there the common origin is known."""
INFORMATION_IN_STORY = 2.6
NEAR_BEST = 0.55
"""A paragraph keeps, beside its best partner, those that reach this share of the best one's score."""
NEIGHBOUR = 0.5
"""Share of the neighbours' likeness that is added."""
ORDER = 0.4
"""What is added to a score when the pair keeps the order of the sure pairs around it; half of it is taken off when
it breaks that order."""
SURE = 0.6
"""Least score of a pair that the order of others is judged by."""
REACH = 3
"""How many paragraphs away a sure pair still says something about the order."""
FIGURE = 2.0
"""Weight of a figure beside an entity of the same rarity."""
UNSHARED = 0.65
"""Weight of what one of two documents does not hold at all."""
RARE = 24
"""A feature in more paragraphs than this does not by itself bring two documents together."""
EVIDENCE = 3
"""How many rare features (a figure counts twice) two documents must share to be compared; one story always is."""

Feature = tuple[str, ...]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Signature:
    """The features of one paragraph; figures lead to their number in the document."""

    entities: frozenset[Feature] = frozenset()
    figures: Mapping[Feature, int] = field(default_factory=dict)

    @property
    def features(self) -> Iterable[Feature]:
        yield from self.entities
        yield from self.figures


def passages(
    documents: Sequence[AnnotatedDocument], figures: Mapping[str, Sequence[FigureUse]]
) -> tuple[Passage, ...]:
    """Pairs of like paragraphs of different documents, each once, sorted by left place, then by falling score.

    ``left`` is the place whose document comes first in ``documents``. Work grows with the number of document
    pairs that share rare features, not with all pairs.
    """
    signatures = {a.document.id: _signatures(a, figures[a.document.id]) for a in documents}
    everywhere = Counter(f for rows in signatures.values() for row in rows for f in row.features)
    rarity = _Rarity(everywhere, sum(len(rows) for rows in signatures.values()))
    story = {a.document.id: a.document.record.story for a in documents}
    found: list[Passage] = []
    for left, right in _candidates(signatures, everywhere, story):
        one_story = story[left] is not None and story[left] == story[right]
        found.extend(_compare(left, signatures[left], right, signatures[right], rarity, one_story=one_story))
    order = {a.document.id: rank for rank, a in enumerate(documents)}
    return tuple(
        sorted(found, key=lambda p: (order[p.left.document], p.left.paragraph, -p.score, p.right.document))
    )


def figure_feature(figure: Figure) -> Feature | None:
    """What two equal figures share: kind, unit or currency, value. ``None`` for a vague or everyday number."""
    value = figure.corrected if figure.corrected is not None else figure.value
    if value is None:
        if figure.low is None and figure.high is None:
            return None
        value = f"{figure.low}..{figure.high}"
    elif figure.kind in ("count", "rank", "multiple", "ratio") and len(value) < 2:
        return None
    return ("figure", figure.kind, figure.currency or "", value)


def _signatures(annotated: AnnotatedDocument, uses: Iterable[FigureUse]) -> list[_Signature]:
    paragraphs = annotated.document.paragraphs
    entities: dict[int, set[Feature]] = defaultdict(set)
    numbers: dict[int, dict[Feature, int]] = defaultdict(dict)
    for mention in annotated.mentions:
        entities[paragraph_at(paragraphs, mention.start)].add(("entity", mention.entity))
    for use in uses:
        feature = figure_feature(use.figure)
        if feature:
            numbers[use.place.paragraph].setdefault(feature, use.number)
    return [
        _Signature() if paragraph.boilerplate else _Signature(frozenset(entities[n]), numbers[n])
        for n, paragraph in enumerate(paragraphs, 1)
    ]


def _candidates(
    signatures: Mapping[str, Sequence[_Signature]],
    everywhere: Mapping[Feature, int],
    story: Mapping[str, str | None],
) -> list[tuple[str, str]]:
    """Pairs of documents worth comparing, in the order of ``signatures``."""
    holders: dict[Feature, list[str]] = defaultdict(list)
    for document, rows in signatures.items():
        for feature in dict.fromkeys(f for row in rows for f in row.features):
            if everywhere[feature] <= RARE:
                holders[feature].append(document)
    evidence: Counter[tuple[str, str]] = Counter()
    for feature, owners in holders.items():
        for pair in combinations(owners, 2):
            evidence[pair] += 2 if feature[0] == "figure" else 1
    members: dict[str, list[str]] = defaultdict(list)
    for document in signatures:
        name = story[document]
        if name:
            members[name].append(document)
    chosen = {pair for pair, count in evidence.items() if count >= EVIDENCE}
    chosen.update(pair for group in members.values() for pair in combinations(group, 2))
    order = {document: rank for rank, document in enumerate(signatures)}
    return sorted(chosen, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _compare(
    left: str,
    left_rows: Sequence[_Signature],
    right: str,
    right_rows: Sequence[_Signature],
    rarity: _Rarity,
    *,
    one_story: bool,
) -> list[Passage]:
    weights = rarity.weights(left_rows, right_rows)
    likeness = _likeness(left_rows, right_rows, weights)
    scores = _in_order(
        {pair: value * (1 + NEIGHBOUR * _beside(likeness, *pair)) for pair, value in likeness.items()}
    )
    least = INFORMATION_IN_STORY if one_story else INFORMATION
    found: list[Passage] = []
    for i, j in _near_best(scores):
        entities = left_rows[i].entities & right_rows[j].entities
        figures = [f for f in left_rows[i].figures if f in right_rows[j].figures]
        if scores[i, j] < THRESHOLD or sum(weights[f] for f in (*entities, *figures)) < least:
            continue
        found.append(
            Passage(
                Place(left, i + 1),
                Place(right, j + 1),
                round(min(scores[i, j], 1.0), 4),
                tuple(name for _, name in sorted(entities, key=lambda f: (-weights[f], f))),
                tuple((left_rows[i].figures[f], right_rows[j].figures[f]) for f in figures),
            )
        )
    return found


def _near_best(scores: Mapping[Pair, float]) -> list[Pair]:
    """Pairs that come near the best of both their paragraphs."""
    best_left: dict[int, float] = defaultdict(float)
    best_right: dict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        best_left[i] = max(best_left[i], score)
        best_right[j] = max(best_right[j], score)
    return [
        (i, j) for (i, j), score in scores.items() if score >= NEAR_BEST * max(best_left[i], best_right[j])
    ]


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

    def weights(self, left: Sequence[_Signature], right: Sequence[_Signature]) -> dict[Feature, float]:
        """Rarity of each feature: the lesser of its rarity in the archive and in these two documents.

        What only one of the two documents holds counts half: a version that leaves something out, or states
        another number, still tells the same.
        """
        here = Counter(f for row in (*left, *right) for f in row.features)
        shared = {f for row in left for f in row.features} & {f for row in right for f in row.features}
        paragraphs = len(left) + len(right)
        return {
            feature: min(
                math.log(1 + self.total / self.everywhere[feature]), math.log(1 + paragraphs / count)
            )
            * (FIGURE if feature[0] == "figure" else 1.0)
            * (1.0 if feature in shared else UNSHARED)
            for feature, count in here.items()
        }


def _likeness(
    left: Sequence[_Signature], right: Sequence[_Signature], weights: Mapping[Feature, float]
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
