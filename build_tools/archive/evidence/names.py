"""Both paragraphs name the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from build_tools.archive.evidence.kind import Found, Material
from build_tools.archive.evidence.rarity import Rarity, found
from build_tools.model import EvidenceKind


class Names:
    """Entities, by their rarity. Places and terms are the setting of a report: alone they connect no two."""

    name: EvidenceKind = "names"

    def __init__(self, material: Material) -> None:
        self._rows = {key: [row.entities for row in one.rows] for key, one in material.signed.items()}
        self._rarity = Rarity(self._rows)
        self._settings = {
            ("entity", mention.entity)
            for annotated in material.documents.values()
            for mention in annotated.mentions
            if mention.type in material.settings
        }

    def together(self) -> Counter[tuple[str, str]]:
        return self._rarity.together("entity", worth=1)

    def between(self, left: str, right: str) -> Found:
        rows = self._rows[left], self._rows[right]
        answer, features = found(*rows, self._rarity.weights(*rows), lambda f: f not in self._settings)
        return replace(answer, entities={pair: tuple(f[1] for f in both) for pair, both in features.items()})
