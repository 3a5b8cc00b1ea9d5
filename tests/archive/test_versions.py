"""Documents that tell one report are proposed as a story; the decision is an editor's."""

from __future__ import annotations

import pytest

from build_tools.archive.versions import StoryProposal, labels, proposed_stories
from build_tools.model import Passage, Place, Record
from tests.archive.build import annotated

LINES = "A tanker sank.\nThe crew was saved.\nOil drifted ashore.\nBirds were washed."


def documents(*names, **stories):
    return [
        annotated(name, LINES, record=Record(story=stories.get(name))) for name in (*names, *sorted(stories))
    ]


def told(left, right, *scores):
    """The first paragraphs of two documents tell the same, each with one of the scores."""
    return [
        Passage(Place(left, n), Place(right, n), score, (), (), ("meaning",))
        for n, score in enumerate(scores, 1)
    ]


def test_versions_of_one_report_are_one_proposal():
    links = [*told("a", "b", 0.9, 0.8, 0.7), *told("b", "c", 0.9, 0.6, 0.5)]
    [found] = proposed_stories(documents("a", "b", "c", "d"), links)
    assert found == StoryProposal("a", ("a", "b", "c"), (), 0.5, 6, ("meaning",))
    assert labels([found]) == {"a": "a", "b": "a", "c": "a"}


@pytest.mark.parametrize(
    "scores",
    [(1.0,), (0.4, 0.4, 0.4), (0.7, 0.5)],
    ids=["one paragraph alone", "hardly alike", "less than a third of the report"],
)
def test_a_subject_in_common_is_no_story(scores):
    assert proposed_stories(documents("a", "b"), told("a", "b", *scores)) == ()


def test_a_short_report_that_a_long_one_repeats_is_no_version_of_it():
    long = annotated("long", LINES + "\nMore." * 12)
    short = annotated("short", "A tanker sank.\nThe crew was saved.")
    assert proposed_stories([long, short], told("long", "short", 1.0, 1.0)) == ()


def test_a_document_joins_the_story_that_it_is_most_alike_and_stories_stay_apart():
    links = [
        *told("x", "y", 1.0, 1.0, 1.0, 1.0),
        *told("a", "x", 0.9, 0.9, 0.9),
        *told("a", "y", 0.8, 0.8, 0.8),
    ]
    [found] = proposed_stories(documents("a", x="sinking", y="rescue"), links)
    assert (found.story, found.documents, found.known) == ("sinking", ("a",), ("x",))


def test_what_has_its_story_is_not_proposed():
    assert proposed_stories(documents(x="sinking", y="sinking"), told("x", "y", 1.0, 1.0, 1.0)) == ()


def test_a_new_story_takes_no_name_that_another_has_and_none_that_is_no_id():
    links = [*told("a", "b", 1.0, 1.0, 1.0), *told("غرق", "沉没", 1.0, 1.0, 1.0)]
    found = proposed_stories(documents("a", "b", "غرق", "沉没", z="a"), links)
    assert sorted(one.story for one in found) == ["a-2", "story"]
