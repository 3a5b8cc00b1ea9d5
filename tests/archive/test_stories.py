"""What may be said of the versions of one story: what stands side by side, and what one of them alone tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools.archive import gather
from build_tools.archive.places import figure_uses
from build_tools.archive.stories import stories
from build_tools.model import Mention, Passage, Place, Record
from tests.archive.build import annotated, figure, seeds

TOLD = [
    "Harbour one counted 1,234 crates.",
    "Harbour two counted 2,345 crates.",
    "Harbour three counted 3,456 crates.",
    "Harbour four counted 4,567 crates.",
]


def version(name, lines, *, names=None, figures=(), rights="full", language="en"):
    record = Record(story="crates", rights=rights)
    made = annotated(name, "\n".join(lines), names=names, figures=figures, record=record)
    return replace(made, document=replace(made.document, language=language))


def story(*versions, links):
    """The story of versions whose paragraphs are linked as said: {(left, right), …} of the first two."""
    first, second = (v.document.id for v in versions[:2])
    passages = [Passage(Place(first, i), Place(second, j), 0.9, (), ()) for i, j in links]
    [found] = stories(versions, {v.document.id: figure_uses(v) for v in versions}, passages).values()
    return found


def kinds(found):
    return [(dict(row.paragraphs), row.kind) for row in found.rows]


def test_versions_of_as_many_paragraphs_are_aligned_in_order_without_any_other_evidence():
    found = story(version("a", TOLD), version("b", ["甲。", "乙。", "丙。", "丁。"], language="zh"), links=[])
    assert kinds(found) == [({"a": (n,), "b": (n,)}, "placed") for n in range(1, 5)]


def test_versions_in_another_order_are_not():
    found = story(version("a", TOLD), version("b", ["甲。", "乙。", "丙。", "丁。"]), links=[(1, 3), (2, 4)])
    assert sorted(kind for _, kind in kinds(found)) == ["told"] * 2 + ["unmatched"] * 4


def test_a_gap_of_one_on_either_side_is_closed_by_place():
    found = story(
        version("a", TOLD[:3]), version("b", ["甲。", "乙。", "丙。", "丁。"]), links=[(1, 1), (3, 3)]
    )
    assert ({"a": (2,), "b": (2,)}, "placed") in kinds(found)
    assert ({"b": (4,)}, "unmatched") in kinds(found)


def test_a_gap_of_other_lengths_is_left_open():
    found = story(
        version("a", TOLD[:3]), version("b", ["甲。", "乙。", "丙。", "丁。"]), links=[(1, 1), (3, 4)]
    )
    assert [row for row, kind in kinds(found) if kind == "unmatched"] == [
        {"a": (2,)},
        {"b": (2,)},
        {"b": (3,)},
    ]


def test_place_does_not_join_what_names_different_things():
    a = version("a", TOLD[:3], names={"two": "two"})
    b = version("b", ["One.", "Many at five.", "Three."], names={"five": "five"})
    found = story(a, b, links=[(1, 1), (3, 3)])
    assert "placed" not in [kind for _, kind in kinds(found)]


NAMED = {"Harbour one": "one", "Harbour two": "two", "Harbour three": "three", "Harbour four": "four"}


def only(found):
    return [(dict(row.paragraphs), row.names, row.figures) for row in found.rows if row.kind == "only"]


def test_what_one_version_alone_names_between_matched_neighbours_is_said_to_be_only_there():
    a = version("a", TOLD, names=NAMED)
    b = version("b", [TOLD[0], TOLD[2], TOLD[3]], names=NAMED)
    assert only(story(a, b, links=[(1, 1), (3, 2), (4, 3)])) == [({"a": (2,)}, ("two",), ())]


def test_not_where_the_other_version_has_an_unmatched_paragraph_there():
    a = version("a", TOLD, names=NAMED)
    b = version("b", [TOLD[0], "What was counted.", "And where.", TOLD[2], TOLD[3]], names=NAMED)
    assert only(story(a, b, links=[(1, 1), (3, 4), (4, 5)])) == []


def test_not_where_hardly_anything_was_matched():
    a = version("a", TOLD, names=NAMED)
    b = version("b", [TOLD[0], TOLD[2], TOLD[3]], names=NAMED)
    assert only(story(a, b, links=[(1, 1)])) == []


def test_not_where_the_other_version_names_it_elsewhere():
    a = version("a", TOLD, names=NAMED)
    b = version("b", [TOLD[0], TOLD[2], TOLD[3] + " Not so Harbour two."], names=NAMED)
    assert only(story(a, b, links=[(1, 1), (3, 2), (4, 3)])) == []


@pytest.mark.parametrize("rights", ["excerpt", "withheld"])
def test_not_where_the_other_version_may_not_be_read_to_its_end(rights):
    a = version("a", TOLD, names=NAMED)
    b = version("b", [TOLD[0], TOLD[2], TOLD[3]], names=NAMED, rights=rights)
    found = story(a, b, links=[(1, 1), (3, 2), (4, 3)])
    assert (only(found), found.lone) == ([], ())


def crates(surface, value, **rest):
    return figure(surface, value, kind="count", unit="crate", **rest)


def lone(left, right):
    """Which figures only the first of two versions of one paragraph states."""
    pair = []
    for name, figures in (("a", left), ("b", right)):
        line = f"At Harbour one: {'; '.join(f.surface for f in figures)}."
        pair.append(version(name, [line], names=NAMED, figures=figures))
    return [use.figure.surface for use in story(*pair, links=[(1, 1)]).lone if use.place.document == "a"]


def test_a_figure_that_one_version_alone_states_is_named():
    assert lone((crates("1,300 crates", "1300"),), (crates("60 crates", "60"),)) == ["1,300 crates"]


@pytest.mark.parametrize(
    "other",
    [
        crates("1300", "1300"),
        figure("1,300 tonnes", "1300", kind="count", unit="tonne"),
        crates("about 1,300", "1300", modifier="about"),
        crates("1,400", "1400"),
        crates("1,900", "1900"),
    ],
)
def test_not_one_that_the_other_states_too_however_it_may_be_read(other):
    assert lone((crates("1,300 crates", "1300"),), (other,)) == []


def test_not_what_many_would_state():
    few = figure("five days", "5", kind="duration", unit="day")
    year = figure("2024", "2024", kind="date")
    assert lone((few, year), ()) == []


def test_a_share_in_words_is_the_same_as_in_percent():
    fifths = figure("two in five", "0.4", kind="ratio")
    assert lone((fifths,), (figure("40 percent", "40", kind="percent"),)) == []


def test_rows_follow_the_fullest_version():
    a = version("a", TOLD, names=NAMED)
    b = version("b", [TOLD[2], "Something else.", TOLD[0]], names=NAMED)
    found = story(a, b, links=[(3, 1), (1, 3)])
    assert found.documents == ("a", "b")
    assert [row.paragraphs["a"][0] for row in found.rows if "a" in row.paragraphs] == [1, 2, 3, 4]


def test_what_a_place_or_a_small_number_joins_is_no_passage():
    """Two reports of one subject share its country, a term of its trade and two people who know."""
    two = figure("two people", "2", kind="count", unit="person")
    texts = (
        "In Freedonia two people tell of fusion; Adams builds a reactor with Brown.",
        "Two people tell of fusion from Freedonia; Clark sued Davis over a patent.",
    )
    documents = []
    for name, text in zip("ab", texts, strict=True):
        made = annotated(name, text, figures=(replace(two, surface="wo people"),))
        mentions = [
            Mention(at, at + len(surface), surface, surface.lower(), kind)
            for surface, kind in (
                ("Freedonia", "place"), ("fusion", "technology"), ("Adams", "person"), ("Brown", "person"),
                ("Clark", "person"), ("Davis", "person"),
            )
            if (at := text.find(surface)) >= 0
        ]  # fmt: skip
        documents.append(replace(made, mentions=tuple(mentions)))
    ids = ("freedonia", "fusion", "adams", "brown", "clark", "davis")
    assert gather(seeds(*ids), documents).passages == ()
