"""Which figures are known again anywhere."""

from __future__ import annotations

import pytest

from build_tools.archive.evidence.figures import is_telling


@pytest.mark.parametrize(
    ("value", "telling"), [("3", False), ("18", True), ("3..5", False), ("11..18", True), ("3..18", True)]
)
def test_a_duration_tells_where_one_of_its_ends_is_not_small(value: str, telling: bool) -> None:
    assert is_telling(("figure", "duration", "day", value)) is telling


@pytest.mark.parametrize(
    ("unit", "step"), [("second", s) for s in (1, 60, 3600, 86400, 604800)] + [("month", m) for m in (1, 3, 12, 120, 1200)]
)  # fmt: skip
def test_a_few_of_any_length_of_time_that_people_count_in_tell_nothing(unit: str, step: int) -> None:
    assert not is_telling(("figure", "duration", unit, str(3 * step)))
    assert is_telling(("figure", "duration", unit, str(17 * step)))
