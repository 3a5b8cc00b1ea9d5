"""What a kind of evidence is given, and what it answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from build_tools.archive.evidence.speakers import Voices
from build_tools.archive.signatures import Signatures
from build_tools.meaning import Meaning
from build_tools.model import AnnotatedDocument, EvidenceKind

Floats = npt.NDArray[np.float64]
Pair = tuple[int, int]
"""A paragraph of the left document and one of the right, counted from 0."""


@dataclass(frozen=True, slots=True)
class Material:
    """All documents that are compared, by id, with what their paragraphs name and count."""

    documents: Mapping[str, AnnotatedDocument]
    signed: Mapping[str, Signatures]
    settings: frozenset[str] = frozenset()
    """Types of entities that say where or in what field something is told, and never what (``model.EntityType``)."""
    voices: Mapping[str, Voices] = field(default_factory=dict)
    """Who is introduced in each document, by id."""
    meaning: Meaning | None = None
    """What they say, as vectors; ``None`` where nothing is compared by meaning."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one kind finds between the paragraphs of two documents.

    Kinds are added up as kernels are: two paragraphs are as alike as the sum of ``shared`` over all kinds, divided
    by the root of the product of the sums of what each of the two has. A kind that has nothing to say of a
    paragraph gives it 0.
    """

    left: Sequence[float]
    """What each paragraph has of this kind that could be shared: 0 or more, in square nats."""
    right: Sequence[float]
    shared: Mapping[Pair, float]
    """What two paragraphs have in common, at most the root of what each has times what the other has."""
    known: Mapping[Pair, float]
    """How improbable it is by chance, in nats, between versions of one report."""
    telling: Mapping[Pair, float]
    """How much of ``known`` would tell anything between documents that nothing else connects."""
    entities: Mapping[Pair, tuple[str, ...]] = field(default_factory=dict)
    """What can be shown for it: names in both, the most telling first."""
    figures: Mapping[Pair, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Numbers of equal figures (left, right), the most telling first."""
    sentences: Mapping[Pair, tuple[int, int]] = field(default_factory=dict)
    """Of which sentences of the two paragraphs it was found, each counted from 1; nothing where each is a single one."""
    nearness: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    """How near each two paragraphs are, a row for each of the left: 0 or less where they have nothing in common. Empty where this
    kind does not know."""


class Kind(Protocol):
    """One kind of evidence, made ready once for all documents."""

    name: EvidenceKind
    """Under which a passage says that it was found, and ``render.vocabulary`` has the words for it."""

    def together(self) -> Counter[tuple[str, str]]:
        """How much of this kind brings two documents together to be compared, by their ids in the order given.

        Work must grow with what is found, not with the number of pairs of documents.
        """

    def between(self, left: str, right: str) -> Found:
        """What is found between two documents."""
