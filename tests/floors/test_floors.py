"""The quality that must not sink unnoticed. Raising a floor is a commit; ``make floors`` shows where it could be."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.floors import measure

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    "area",
    [
        "annotation",
        pytest.param("alignment", marks=pytest.mark.example),
        pytest.param("proposals", marks=pytest.mark.example),
    ],
)
def test_floors_hold(area: str) -> None:
    scores = getattr(measure, area)()
    for task, rates in scores.items():
        for rate, value in rates.items():
            print(f"{task:28} {rate:9} {value:8.3f}   floor {FLOORS[area][task][rate]}")
    assert scores.keys() == FLOORS[area].keys()
    for task, rates in scores.items():
        for rate, value in rates.items():
            floor = FLOORS[area][task][rate]
            if rate == "number":
                assert value <= floor, f"{task}: {value:.0f} > {floor}"
            else:
                assert value >= floor - 0.0005, f"{task}, {rate}: {value:.3f} < {floor}"
