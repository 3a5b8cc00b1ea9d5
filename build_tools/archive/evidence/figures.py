"""Both paragraphs state the same figure; what is the same one says ``signatures``."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from build_tools.archive.evidence.kind import Found, Material
from build_tools.archive.evidence.rarity import Rarity, found
from build_tools.archive.signatures import SMALL, Feature, reconciled
from build_tools.model import EvidenceKind

_STEPS = {"month": (1, 3, 12, 120, 1200), "second": (1, 60, 3600, 86400, 604800)}
"""Lengths of time in the two units to which ``signatures`` brings them."""
FIGURE = 2.0
"""Weight of a figure beside a name of the same rarity. Few numbers below ten (three times, five people) and figures
that only agree within their precision weigh as names do."""


class Figures:
    name: EvidenceKind = "figures"

    def __init__(self, material: Material) -> None:
        self._signed = material.signed
        rows = {key: [row.figures for row in one.rows] for key, one in self._signed.items()}
        self._rarity = Rarity(rows, {"figure": FIGURE})

    def together(self) -> Counter[tuple[str, str]]:
        return self._rarity.together("figure", worth=2)

    def between(self, left: str, right: str) -> Found:
        here, there = reconciled(self._signed[left], self._signed[right])
        rows = [row.figures for row in here], [row.figures for row in there]
        answer, features = found(*rows, self._rarity.weights(*rows), is_telling)
        return replace(
            answer,
            figures={
                (i, j): tuple((here[i].figures[f], there[j].figures[f]) for f in both)
                for (i, j), both in features.items()
            },
        )


def is_telling(feature: Feature) -> bool:
    """Whether a figure is known again anywhere: neither a year nor a number below ten, which many reports hold."""
    tag, kind, *unit, value = feature
    if tag == "few" or (kind == "date" and value.lstrip("-").isdigit()):
        return False
    if kind != "duration":
        return True
    # A range has two ends: 11..18 days.
    ends = [Decimal(end) for end in value.split("..") if end]
    steps = _STEPS.get(unit[0], (1,))
    return not any(all(_is_few(end / step) for end in ends) for step in steps)


def _is_few(value: Decimal) -> bool:
    return value == value.to_integral_value() and value < SMALL
