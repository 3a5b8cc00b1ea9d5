"""Both paragraphs quote somebody's words: a retelling mostly keeps them as a quotation."""

from __future__ import annotations

from collections import Counter

from build_tools.archive.evidence.kind import Found, Material
from build_tools.archive.evidence.rarity import Rarity, found
from build_tools.archive.signatures import SPEECH
from build_tools.model import EvidenceKind


class Speech:
    name: EvidenceKind = "speech"

    def __init__(self, material: Material) -> None:
        self._rows = {
            key: [(SPEECH,) if row.speech else () for row in one.rows] for key, one in material.signed.items()
        }
        self._rarity = Rarity(self._rows)

    def together(self) -> Counter[tuple[str, str]]:
        """Nothing: everybody quotes somebody."""
        return Counter()

    def between(self, left: str, right: str) -> Found:
        rows = self._rows[left], self._rows[right]
        return found(*rows, self._rarity.weights(*rows), lambda _: False)[0]
