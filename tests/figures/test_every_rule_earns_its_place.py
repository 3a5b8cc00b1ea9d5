"""Forty rules, rows and keys, drawn by a fixed seed: without each of them some vector is read otherwise.

``python -m tests.mutants.rules`` tries all of them.
"""

from __future__ import annotations

from hashlib import sha256

import pytest

from tests.mutants.rules import Part, needed, parts

SEED = 2026
DRAWN = {"ar": 6, "en": 20, "zh": 14}
"""A few of the language whose tables take longest to be made again."""


def drawn(language: str) -> list[Part]:
    """By a digest of each, so that a row more or less changes at most one of the draw."""
    return sorted(parts(language), key=lambda part: sha256(f"{SEED} {part}".encode()).digest())[
        : DRAWN[language]
    ]


@pytest.mark.parametrize("language", sorted(DRAWN))
def test_every_rule_earns_its_place(language: str) -> None:
    idle = [str(part) for part in drawn(language) if not needed(part)]
    assert idle == [], (
        "without these nothing changes: give each a vector that shows what it is for, or delete it"
    )
