"""A year in lanes: every date as wide as it is uncertain, each in the lane that the texts put it into."""

from __future__ import annotations

import re

import pytest

from build_tools.archive.dates import span
from build_tools.render.pictures.lanes import DEEP, MOST, Lane, Moment, YearPicture, year_picture


def picture(*dates: tuple[str, Lane, int]) -> YearPicture:
    moments = []
    for key, (edtf, lane, count) in enumerate(dates):
        days = span(edtf)
        assert days
        moments.append(Moment(days, lane, count, key))
    return year_picture(2023, moments)


def test_a_date_is_as_wide_as_it_is_uncertain() -> None:
    (lane,) = picture(("2023", "named", 1), ("2023-02", "named", 1), ("2023-02-10", "named", 2)).lanes
    year, month, day = lane.marks
    assert (year.x, year.width) == (0, 100)
    assert (month.x, month.width) == (pytest.approx(31 / 365 * 100, abs=0.01), pytest.approx(28 / 365 * 100, abs=0.01))  # fmt: skip
    assert day.x == pytest.approx((31 + 9) / 365 * 100, abs=0.01)
    assert day.width == pytest.approx(1 / 365 * 100, abs=0.01)
    assert (lane.count, day.count) == (4, 2)
    assert len({mark.row for mark in lane.marks}) == 3, "what overlaps stands in rows of its own"


def test_what_goes_on_into_later_years_has_no_end_here() -> None:
    (lane,) = picture(("2023-11/2024-02", "published", 1), ("202X", "named", 1)).lanes[:1]
    assert lane.marks[0].onward
    assert lane.marks[0].x + lane.marks[0].width == pytest.approx(100)
    assert not picture(("2023-12-31", "published", 1)).lanes[0].marks[0].onward


def test_lanes_follow_one_another_and_empty_ones_take_no_room() -> None:
    made = picture(("2023-05", "deadline", 1), ("2023-01", "published", 1), ("2023-03", "published", 1))
    assert [(lane.lane, lane.top, lane.rows) for lane in made.lanes] == [("published", 0, 1), ("deadline", 1, 1)]  # fmt: skip
    assert made.rows == 2


def test_a_crowded_lane_stays_low_and_counts_all() -> None:
    (lane,) = picture(*[("2023-06", "named", 1)] * (MOST + 30)).lanes
    assert (lane.rows, len(lane.marks), lane.count) == (DEEP, MOST, MOST + 30)


def test_the_page_has_every_year_folded_with_what_it_holds(pages: dict[str, str]) -> None:
    page = pages["timeline.md"]
    years = re.findall(r'<details class="year"[^>]*>\n<summary><b>(\d+)</b>', page)
    assert years == sorted(set(re.findall(r'<section id="y(\d+)"', page)))
    assert "1 published" in page
    # The same marks, seen from the other side.
    english = re.findall(r'<svg class="(\w+)" overflow="visible" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', page)  # fmt: skip
    arabic = re.findall(r'<svg class="(\w+)" overflow="visible" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', pages["timeline.ar.md"])  # fmt: skip
    assert english
    assert len(english) == len(arabic)
    for (lane, x, width), (other, its, wide) in zip(english, arabic, strict=True):
        assert (lane, width) == (other, wide)
        assert float(x) + float(width) + float(its) == pytest.approx(100, abs=0.02)
