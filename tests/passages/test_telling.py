"""Which figures are known again anywhere."""

from __future__ import annotations

import pytest

from build_tools.archive.evidence.figures import is_telling


@pytest.mark.parametrize(
    ("value", "telling"), [("3", False), ("18", True), ("3..5", False), ("11..18", True), ("3..18", True)]
)
def test_a_duration_tells_where_one_of_its_ends_is_not_small(value: str, telling: bool) -> None:
    assert is_telling(("figure", "duration", "day", value)) is telling
