"""Passages that tell the same and state different figures say so."""

from __future__ import annotations

from build_tools.archive.differing import with_differing
from build_tools.archive.places import figure_uses
from build_tools.model import Passage, Place
from tests.archive.build import annotated, figure


def differing(left, right, links):
    """For each passage between paragraphs as linked, the surfaces that contradict each other."""
    documents = {"a": left, "b": right}
    passages = [Passage(Place("a", i), Place("b", j), 0.9, (), ()) for i, j in links]
    found = with_differing(passages, {key: figure_uses(one) for key, one in documents.items()})
    return [
        [(left.figures[i - 1].surface, right.figures[j - 1].surface) for i, j in passage.differing]
        for passage in found
    ]


def pounds(surface, value):
    return figure(surface, value, currency="GBP")


def test_one_passage_with_two_figures():
    left = annotated("a", "It cost £52m.\nNobody was hurt.", figures=(pounds("£52m", "52000000"),))
    right = annotated("b", "It cost £57m.\nNobody was hurt.", figures=(pounds("£57m", "57000000"),))
    assert differing(left, right, [(1, 1), (2, 2)]) == [[("£52m", "£57m")], []]


def test_equal_figures_and_those_that_count_something_else_are_no_contradiction():
    left = annotated("a", "It cost £52m, and 40 men built it.", figures=(pounds("£52m", "52000000"), figure("40 men", "40", kind="count", unit="man")))  # fmt: skip
    right = annotated("b", "At £52m it was dear; 45 ships came.", figures=(pounds("£52m", "52000000"), figure("45 ships", "45", kind="count", unit="ship")))  # fmt: skip
    assert differing(left, right, [(1, 1)]) == [[]]


def test_what_another_partner_of_the_paragraph_states_contradicts_nothing():
    left = annotated("a", "It cost £52m, after £57m before.", figures=(pounds("£52m", "52000000"), pounds("£57m", "57000000")))  # fmt: skip
    right = annotated("b", "It cost £52m.\nBefore it had been £57m.", figures=(pounds("£52m", "52000000"), pounds("£57m", "57000000")))  # fmt: skip
    assert differing(left, right, [(1, 1), (1, 2)]) == [[], []]


def test_it_is_told_at_the_passage_that_holds_both():
    left = annotated("a", "A bridge fell.\nIt cost £52m.", figures=(pounds("£52m", "52000000"),))
    right = annotated("b", "A bridge, £57m dear, fell.\nNobody rebuilt it.", figures=(pounds("£57m", "57000000"),))  # fmt: skip
    assert differing(left, right, [(1, 1), (1, 2), (2, 1)]) == [[], [], [("£52m", "£57m")]]
