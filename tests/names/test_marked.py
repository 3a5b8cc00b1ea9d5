"""Whole reports in which names are words as well (``marked``, ``apart``, ``crossed``): how many of them may be misread, in each language."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from tests.names.scoring import f1, faults
from tests.names.test_vectors import MARKED

FLOORS = {
    "marked/ar": (0.87, 0.12),
    "marked/en": (0.92, 0.08),
    "marked/zh": (0.84, 0.20),
    "apart/ar": (0.86, 0.20),
    "apart/en": (0.93, 0.07),
    "apart/zh": (0.94, 0.20),
    "crossed/ar": (0.33, 0.15),
    "crossed/en": (0.75, 0.22),
    "crossed/zh": (0.35, 0.45),
}
"""F1 of the names at least, and the share of the decoys that may be taken for names; raising them is a commit. Those of
``apart`` were written by another hand and read for the first time with nearly these results; in the reports of ``crossed`` the words stand among those of business and the names at the kitchen table: no weight is learned from either."""


@pytest.mark.parametrize("reports", FLOORS)
def test_names_and_words_are_told_apart_in_whole_reports(reports: str) -> None:
    folder, _, tag = reports.partition("/")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    paths = sorted((MARKED.parent / folder).glob(f"{tag}-*.yml"))
    found = [fault for path in paths for fault in faults(path, counts)]
    least, most = FLOORS[reports]
    assert f1(counts[tag]) >= least, "\n".join(found)
    assert counts[tag]["taken"] <= most * counts[tag]["decoys"], "\n".join(found)
