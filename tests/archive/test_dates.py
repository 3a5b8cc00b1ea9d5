import pytest

from build_tools.archive import dates


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02~", (2024, 2, 1), (2024, 2, 29)),
        ("2024-12-05?", (2024, 12, 5), (2024, 12, 5)),
        ("202X", (2020, 1, 1), (2029, 12, 31)),
        ("2024-21", (2024, 3, 1), (2024, 5, 31)),
        ("2024-22", (2024, 6, 1), (2024, 8, 31)),
        ("2024-23", (2024, 9, 1), (2024, 11, 30)),
        ("2024-24", (2024, 12, 1), (2024, 12, 31)),
        ("2024-33", (2024, 1, 1), (2024, 3, 31)),
        ("2024-34", (2024, 4, 1), (2024, 6, 30)),
        ("2024-35", (2024, 7, 1), (2024, 9, 30)),
        ("2024-36", (2024, 10, 1), (2024, 12, 31)),
        ("2024-40", (2024, 1, 1), (2024, 6, 30)),
        ("2024-41", (2024, 7, 1), (2024, 12, 31)),
        ("2024-XX", (2024, 1, 1), (2024, 12, 31)),
        ("2024-03/2024-05", (2024, 3, 1), (2024, 5, 31)),
        ("../2024-05", (2024, 5, 1), (2024, 5, 31)),
    ],
)
def test_a_date_spans_every_day_it_may_mean(edtf, first, last):
    assert dates.span(edtf) == (first, last)


@pytest.mark.parametrize("edtf", [None, "", "--09", "XXXX-09", "2024-00"])
def test_a_date_without_a_year_spans_nothing(edtf):
    assert dates.span(edtf) is None


def test_dates_overlap_when_they_may_be_the_same_day():
    assert dates.overlap("2024", "2024-05") is True
    assert dates.overlap("2024-11", "2024-12") is False
    assert dates.overlap("2024", None) is None


def test_undated_sorts_first():
    assert sorted(["2024-05", None, "2023"], key=dates.sort_key) == [None, "2023", "2024-05"]
