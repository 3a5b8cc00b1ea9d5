"""Which figures of two reports are the same, however they are written."""

import pytest

from build_tools.archive.places import figure_uses
from build_tools.archive.signatures import _asked, figure_feature, reconciled, signatures
from tests.archive.build import annotated, figure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("", "1.5", kind="duration", unit="year"), figure("", "18", kind="duration", unit="month")),
        (figure("", "1", kind="duration", unit="day"), figure("", "24", kind="duration", unit="hour")),
        (figure("", "0.4", kind="ratio"), figure("", "40", kind="percent", modifier="more-than")),
        (figure("", "22", kind="count", unit="game"), figure("", "22.0", kind="count", unit="match")),
        (figure("", "3", kind="count", unit="time"), figure("", "3", kind="count", unit="time")),
    ],
)
def test_the_same_figure_in_other_words(one, other):
    assert figure_feature(one) == figure_feature(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("", "640000", kind="count", unit="tonne"), figure("", "640000", kind="count", unit="person")),
        (figure("", "5", kind="duration", unit="year"), figure("", "5", kind="duration", unit="minute")),
        (figure("", "28", currency="GBP"), figure("", "28", currency="EUR")),
        (figure("", "3", kind="count", unit="time"), figure("", "3", kind="count", unit="person")),
        (figure("", "100", kind="percent", unit="basis-point"), figure("", "100", kind="percent")),
    ],
)
def test_alike_but_not_the_same(one, other):
    assert figure_feature(one) != figure_feature(other)


@pytest.mark.parametrize("kind", ["count", "rank", "ratio"])
def test_a_small_number_without_what_it_counts_tells_nothing(kind):
    assert figure_feature(figure("", "3", kind=kind)) is None


def test_a_figure_without_any_value_states_nothing():
    assert figure_feature(figure("", None, kind="count")) is None
    assert figure_feature(figure("", None, kind="count", low="3")) == ("figure", "count", "", "3..None")
    assert figure_feature(figure("", None, kind="count", high="5")) == ("figure", "count", "", "None..5")


def test_a_range_is_looked_for_as_it_is_and_under_no_bound():
    ranged = figure("", None, kind="count", low="5000", high="6000", modifier="more-than")
    feature = figure_feature(ranged)
    assert list(_asked(feature, ranged)) == []


def shared(one, other):
    """What two paragraphs of one figure each share once their figures are reconciled."""
    a, b = (signatures(d, figure_uses(d)) for d in (one, other))
    (left,), (right,) = reconciled(a, b)
    return [f[0] for f in left.figures if f in right.figures]


def stating(name, value, **rest):
    return annotated(name, "It was X then.", figures=(figure("X", value, **rest),))


@pytest.mark.parametrize(
    ("looser", "exacter", "kind"),
    [
        (
            {"value": "400", "kind": "count", "modifier": "more-than"},
            {"value": "412", "kind": "count"},
            "near",
        ),
        (
            {"value": "1000000", "kind": "count", "modifier": "more-than"},
            {"value": "1100000", "kind": "count"},
            "near",
        ),
        (
            {"value": "5", "currency": "USD", "modifier": "nearly"},
            {"value": "4.9", "currency": "USD"},
            "near",
        ),
        ({"value": "49.6", "kind": "count"}, {"value": "49.6", "currency": "EGP"}, "figure"),
        ({"value": "--12-15", "kind": "date"}, {"value": "2024-12-15", "kind": "date"}, "figure"),
        (
            {"value": "34", "kind": "count", "unit": "degree"},
            {"value": "34", "kind": "count", "unit": "degree Celsius"},
            "figure",
        ),
        (
            {"value": "2", "kind": "percent", "unit": "percentage-point"},
            {"value": "200", "kind": "percent", "unit": "basis-point"},
            "few",
        ),
    ],
)
def test_one_report_may_be_more_exact(looser, exacter, kind):
    assert shared(stating("a", **looser), stating("b", **exacter)) == [kind]
    assert shared(stating("a", **exacter), stating("b", **looser)) == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"value": "400", "kind": "count"}, {"value": "412", "kind": "count"}),
        ({"value": "400", "kind": "count", "modifier": "more-than"}, {"value": "391", "kind": "count"}),
        ({"value": "10", "kind": "count", "modifier": "about"}, {"value": "14", "kind": "count"}),
        ({"value": "49", "kind": "count"}, {"value": "49", "currency": "EGP"}),
        (
            {"value": "34", "kind": "count", "unit": "kilometre"},
            {"value": "34", "kind": "count", "unit": "kilometre per hour"},
        ),
    ],
)
def test_neither_states_the_other(one, other):
    assert shared(stating("a", **one), stating("b", **other)) == []


def test_speech_is_told_from_a_title():
    text = "“We will not come back to this place.”\nHe wrote “Home”."
    rows = signatures(annotated("a", text), ()).rows
    assert [row.speech for row in rows] == [True, False]
