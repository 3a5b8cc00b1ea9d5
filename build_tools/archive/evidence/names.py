"""Both paragraphs name the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_tools.archive.evidence.kind import Found, Material
from build_tools.archive.evidence.rarity import ALONE, Rarity, found
from build_tools.archive.evidence.speakers import Voice, both_name
from build_tools.archive.signatures import Feature
from build_tools.model import EvidenceKind


class Names:
    """Entities, by their rarity. Places and terms are the setting of a report: alone they connect no two; and somebody
    and those for whom he speaks tell no more than one of them."""

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
        self._voices = material.voices

    def together(self) -> Counter[tuple[str, str]]:
        return self._rarity.together("entity", worth=1)

    def between(self, left: str, right: str) -> Found:
        rows = self._rows[left], self._rows[right]
        weights = self._rarity.weights(*rows)
        answer, features = found(*rows, weights, lambda f: f not in self._settings)
        telling = dict(answer.telling)
        here, there = self._voices[left], self._voices[right]
        for (i, j), both in features.items() if here or there else ():
            same = [voice for voice in (*here.get(i, ()), *there.get(j, ())) if both_name(voice, both)]
            if same:
                telling[i, j] = self._told(both, same, weights)
        entities = {pair: tuple(f[1] for f in both) for pair, both in features.items()}
        return replace(answer, telling=telling, entities=entities)

    def _told(
        self, both: Sequence[Feature], same: Sequence[Voice], weights: Mapping[Feature, float]
    ) -> float:
        """What shared names tell, the most telling first, when each of the voices counts once."""
        telling = [feature for feature in both if feature not in self._settings]
        repeated = {f for voice in same for f in [f for f in telling if f in voice][1:]}
        return sum(min(weights[f], ALONE) for f in telling if f not in repeated)
