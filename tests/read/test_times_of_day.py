"""A date may have a time of day, as EDTF's level 0 has it; the day is what counts."""

from __future__ import annotations

from build_tools.archive.dates import span
from build_tools.read import edtf


def test_a_time_of_day_is_taken_and_the_day_counts() -> None:
    assert edtf.fault("2025-03-14T23:30:00-11:00") is None
    assert span("2025-03-14T23:30:00-11:00") == span("2025-03-14")
    assert edtf.fault("2025-03-14T25:30:00") is not None
