"""Reports like another one: by the names and figures that two documents share, and by what they say.

Names and figures are weighed by their rarity, and compared by the cosine (Salton and McGill, *Introduction to Modern
Information Retrieval*, 1983). Only the likest few by each kind of evidence are compared by all of them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    likeness = _Likeness([one for one in documents if one.document.paragraphs], figures, said)
    return {name: likeness.likest(name) for name in likeness.names_of}


class _Likeness:
    """How like one another documents are."""

    def __init__(
        self,
        documents: Sequence[AnnotatedDocument],
        figures: Mapping[str, Sequence[FigureUse]],
        said: Said | None,
    ) -> None:
        self.names_of = {a.document.id: _names(a) for a in documents}
        self._names = Shared(self.names_of)
        self._stated = {a.document.id: _stated(figures[a.document.id]) for a in documents}
        self._numbers = Shared(self._stated)
        self._meaning = Meaning(Material({a.document.id: a for a in documents}, {}, meaning=said))
        self._nearest = self._meaning.nearest_documents(CANDIDATES)
        self._known: dict[tuple[str, str], _Parts] = {}

    def likest(self, name: str) -> tuple[Alike, ...]:
        others = {*self._names.nearest(name), *self._numbers.nearest(name), *self._nearest.get(name, ())}
        parts = {other: self._weighed(name, other) for other in others}
        ranked = sorted((o for o in parts if parts[o].says_why), key=lambda o: (-parts[o].score, o))
        return tuple(self._told(name, other) for other in ranked[:MOST] if parts[other].score >= LEAST)

    def _weighed(self, left: str, right: str) -> _Parts:
        if (right, left) in self._known:
            return self._known[right, left].turned
        if (left, right) not in self._known:
            likeness, places = self._meaning.likeness(left, right)
            self._known[left, right] = _Parts(
                NAMES * self._names.likeness(left, right),
                FIGURES * self._numbers.likeness(left, right),
                MEANING * likeness,
                places,
            )
        return self._known[left, right]

    def _told(self, left: str, right: str) -> Alike:
        parts = self._weighed(left, right)
        kinds = parts.kinds
        both = self._numbers.both(left, right) if "figures" in kinds else ()
        return Alike(
            right,
            parts.score,
            kinds,
            tuple(key for _, key in self._names.both(left, right)) if "names" in kinds else (),
            tuple((self._stated[left][feature], self._stated[right][feature]) for feature in both),
            parts.places if "meaning" in kinds else None,
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    """How much each kind of evidence adds to the likeness of two documents; where they are nearest in meaning."""

    names: float
    figures: float
    meaning: float
    places: tuple[int, int] | None

    @property
    def score(self) -> float:
        return round(self.names + self.figures + self.meaning, 4)

    @property
    def says_why(self) -> bool:
        """Whether anything can be told as a reason."""
        return max(self.names, self.figures, self.meaning) >= REASON

    @property
    def kinds(self) -> tuple[EvidenceKind, ...]:
        """What speaks for it, the weightiest first."""
        parts: dict[EvidenceKind, float] = {
            "names": self.names,
            "figures": self.figures,
            "meaning": self.meaning,
        }
        return tuple(
            sorted((kind for kind, part in parts.items() if part >= REASON), key=lambda k: -parts[k])
        )

    @property
    def turned(self) -> _Parts:
        turned = self.places and (self.places[1], self.places[0])
        return _Parts(self.names, self.figures, self.meaning, turned)


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
        self._square = {feature: rarity**2 for feature, rarity in self._rarity.items()}
        self._own = features
        little = FEW * math.log(1 + total) ** 2
        self._length = {
            name: math.sqrt(little + sum(self._rarity[f] ** 2 for f in own)) for name, own in features.items()
        }
        self._leads = {
            feature: [(name, square / self._length[name]) for name in self._holders[feature]]
            if len(self._holders[feature]) <= COMMON
            else []
            for feature, square in self._square.items()
        }
        """Feature → the documents that it leads to, each with what it adds."""

    def both(self, left: str, right: str) -> tuple[Feature, ...]:
        """What two documents share, the rarest first."""
        shared = self._own[left].keys() & self._own[right].keys()
        return tuple(sorted(shared, key=lambda feature: (-self._rarity[feature], feature)))

    def likeness(self, left: str, right: str) -> float:
        """0 to 1."""
        both = self._own[left].keys() & self._own[right].keys()
        if not both:
            return 0.0
        # Exact, whatever the order.
        shared = math.fsum(map(self._square.__getitem__, both))
        return shared / (self._length[left] * self._length[right])

    def nearest(self, name: str) -> list[str]:
        """The documents that share most with one, of features that few have."""
        counts: dict[str, float] = defaultdict(float)
        for feature in self._own[name]:
            for other, adds in self._leads[feature]:
                counts[other] += adds
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
