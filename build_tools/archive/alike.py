"""Reports like another one: by the names and figures that two documents share, and by what they say.

Names and figures are weighed by their rarity, and compared by the cosine (Salton and McGill, *Introduction to Modern
Information Retrieval*, 1983). Only the likest few by each kind of evidence are compared by all of them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from build_tools.archive.evidence.figures import is_telling
from build_tools.archive.evidence.kind import Material
from build_tools.archive.evidence.meaning import Meaning
from build_tools.archive.signatures import Feature, figure_feature
from build_tools.meaning import Meaning as Said
from build_tools.model import Alike, AnnotatedDocument, EvidenceKind, FigureUse

MOST = 3
"""Reports told of each."""
CANDIDATES = 10
"""So many of the likest documents by each kind of evidence are compared."""
COMMON = 48
"""A name or a figure of more documents than this leads to none of them."""
LEAST = 0.02
"""Likeness below this says nothing."""
NAMES, FIGURES, MEANING = 0.35, 0.15, 0.5
"""How much each kind counts of the whole, which is below 1."""
FEW = 2
"""As if each document held so many further features that no other one holds: that its only one is shared says little."""
REASON = 0.02
"""Least part of the likeness that is told as a reason."""


def alike(
    documents: Sequence[AnnotatedDocument],
    figures: Mapping[str, Sequence[FigureUse]],
    said: Said | None = None,
) -> dict[str, tuple[Alike, ...]]:
    """For each document whose text may be read, those most like it, the likest first; fewer where fewer are like it.

    Work grows with what documents share, and with the square of their number in one product of matrices.
    """
    readable = [one for one in documents if one.document.paragraphs]
    names = Shared({a.document.id: _names(a) for a in readable})
    stated = {a.document.id: _stated(figures[a.document.id]) for a in readable}
    numbers = Shared(stated)
    meaning = Meaning(Material({a.document.id: a for a in readable}, {}, meaning=said))
    nearest = meaning.nearest_documents(CANDIDATES)
    known: dict[tuple[str, str], Alike] = {}

    def compared(left: str, right: str) -> Alike:
        if (right, left) in known:
            return known[right, left].turned(right)
        likeness, places = meaning.likeness(left, right)
        parts: dict[EvidenceKind, float] = {
            "names": NAMES * names.likeness(left, right),
            "figures": FIGURES * numbers.likeness(left, right),
            "meaning": MEANING * likeness,
        }
        kinds = sorted((kind for kind, part in parts.items() if part >= REASON), key=lambda k: -parts[k])
        both = numbers.both(left, right) if "figures" in kinds else ()
        known[left, right] = Alike(
            right,
            round(sum(parts.values()), 4),
            tuple(kinds),
            tuple(key for _, key in names.both(left, right)) if "names" in kinds else (),
            tuple((stated[left][feature], stated[right][feature]) for feature in both),
            places if "meaning" in kinds else None,
        )
        return known[left, right]

    found = {}
    for one in readable:
        name = one.document.id
        others = {*names.nearest(name), *numbers.nearest(name), *nearest.get(name, ())}
        made = [like for other in sorted(others) if (like := compared(name, other)).kinds]
        made.sort(key=lambda like: (-like.score, like.document))
        found[name] = tuple(like for like in made[:MOST] if like.score >= LEAST)
    return found


class Shared:
    """Features of documents, each weighed by its rarity among them."""

    def __init__(self, features: Mapping[str, Mapping[Feature, int]]) -> None:
        """``features``: document → its features; a feature that several have is shared."""
        self._holders: dict[Feature, list[str]] = defaultdict(list)
        for name, own in features.items():
            for feature in own:
                self._holders[feature].append(name)
        total = len(features)
        self._rarity = {f: math.log(1 + total / len(holders)) for f, holders in self._holders.items()}
        self._own = features
        little = FEW * math.log(1 + total) ** 2
        self._length = {
            name: math.sqrt(little + sum(self._rarity[f] ** 2 for f in own)) for name, own in features.items()
        }

    def both(self, left: str, right: str) -> tuple[Feature, ...]:
        """What two documents share, the rarest first."""
        shared = self._own[left].keys() & self._own[right].keys()
        return tuple(sorted(shared, key=lambda feature: (-self._rarity[feature], feature)))

    def likeness(self, left: str, right: str) -> float:
        """0 to 1."""
        shared = sum(self._rarity[feature] ** 2 for feature in self.both(left, right))
        return shared / (self._length[left] * self._length[right]) if shared else 0.0

    def nearest(self, name: str) -> list[str]:
        """The documents that share most with one, of features that few have."""
        counts: dict[str, float] = defaultdict(float)
        for feature in self._own[name]:
            if len(self._holders[feature]) <= COMMON:
                for other in self._holders[feature]:
                    counts[other] += self._rarity[feature] ** 2 / self._length[other]
        counts.pop(name, None)
        return sorted(counts, key=lambda other: (-counts[other], other))[:CANDIDATES]


def _names(annotated: AnnotatedDocument) -> dict[Feature, int]:
    return {("entity", mention.entity): 0 for mention in annotated.mentions}


def _stated(uses: Sequence[FigureUse]) -> dict[Feature, int]:
    """Feature → the number of the first figure that has it; without those that many reports hold."""
    found: dict[Feature, int] = {}
    for use in uses:
        feature = figure_feature(use.figure)
        if feature is not None and is_telling(feature):
            found.setdefault(feature, use.number)
    return found
