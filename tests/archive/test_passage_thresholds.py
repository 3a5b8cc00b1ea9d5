"""Every number that decides whether a passage is shown, with a case on either side of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from build_tools.archive import passages as rules
from build_tools.archive.evidence import Found, Pair, Weighed, kinds
from build_tools.archive.evidence.figures import FIGURE
from build_tools.archive.evidence.meaning import KNOWN
from build_tools.archive.evidence.rarity import ALONE, RARE, UNSHARED, Rarity, found
from build_tools.archive.evidence.wording import NOISE, SAME, TELLING, Wording
from build_tools.archive.places import figure_uses
from build_tools.archive.retelling import FEWEST, VERSIONS
from tests.archive.build import annotated

HAIR = 0.001


def shown(
    likeness: Mapping[Pair, float],
    *,
    size: int = 20,
    telling: float | Mapping[Pair, float] = 9.0,
    known: float = 9.0,
    shared: Mapping[Pair, float] | None = None,
    figures: Sequence[Pair] = (),
    names: Sequence[Pair] = (),
    meaning: Mapping[Pair, float] | None = None,
    one_story: bool = False,
) -> set[Pair]:
    """The pairs that are shown of two documents of ``size`` paragraphs, each worth 1, that are so much alike."""
    told = telling if isinstance(telling, Mapping) else dict.fromkeys(likeness, telling)
    nothing = Found([1.0] * size, [1.0] * size, {}, {}, {})
    weighed = Weighed(
        {
            "names": replace(nothing, shared=dict.fromkeys(names, 0.1)),
            "figures": replace(nothing, shared=dict.fromkeys(figures, 0.1)),
            "meaning": replace(
                nothing, known={pair: KNOWN * share for pair, share in (meaning or {}).items()}
            ),
        },
        nothing.left,
        nothing.right,
        shared or dict.fromkeys(likeness, 0.9),
        likeness,
        dict.fromkeys(likeness, known),
        {pair: told.get(pair, 0.0) for pair in likeness},
    )
    compared, _ = rules._compare("a", "b", weighed, one_story=one_story)
    return {(passage.left.paragraph - 1, passage.right.paragraph - 1) for passage in compared}


@pytest.mark.parametrize(
    ("least", "one_story"), [(rules.THRESHOLD, True), (rules.APART, False)], ids=["versions", "apart"]
)
def test_the_least_score(least: float, one_story: bool) -> None:
    assert shown({(5, 5): least}, one_story=one_story) == {(5, 5)}
    assert shown({(5, 5): least - HAIR}, one_story=one_story) == set()
    assert (rules.THRESHOLD, rules.APART) == (0.36, 0.44)


def test_the_least_information_between_unconnected_documents() -> None:
    assert shown({(5, 5): 0.9}, telling=rules.INFORMATION) == {(5, 5)}
    assert shown({(5, 5): 0.9}, telling=rules.INFORMATION - HAIR) == set()
    assert rules.INFORMATION == 5.0


def test_the_least_information_between_versions() -> None:
    """Twenty paragraphs each: .6 of the 3.04 nats of what stands in one paragraph of each only."""
    assert shown({(5, 5): 0.9}, telling=0.0, known=3.66, one_story=True) == {(5, 5)}
    assert shown({(5, 5): 0.9}, telling=0.0, known=3.64, one_story=True) == set()


def test_how_much_of_a_paragraph_another_must_hold() -> None:
    alike = {(5, 5): 0.9}
    assert shown(alike, shared={(5, 5): rules.CONTAINED}, one_story=True) == {(5, 5)}
    assert shown(alike, shared={(5, 5): rules.CONTAINED - HAIR}, one_story=True) == set()
    assert rules.CONTAINED == 0.35


def test_how_many_sure_pairs_make_versions() -> None:
    """A pair that tells nothing alone is shown between versions, and only there."""

    def one_more(sure: int, size: int) -> bool:
        telling = {(n, n): 9.0 for n in range(sure)}
        return (size - 1, size - 1) in shown(
            dict.fromkeys([*telling, (size - 1, size - 1)], 0.9), size=size, telling=telling
        )

    assert one_more(9, 20)
    assert not one_more(8, 20)
    assert one_more(FEWEST, 5)
    assert not one_more(FEWEST - 1, 4)
    assert (VERSIONS, FEWEST) == (0.45, 3)


@pytest.mark.parametrize(
    ("figures", "near"), [([], rules.NEAR_BEST), ([(5, 9)], rules.NEAR_BEST_WITH_FIGURE)]
)
def test_what_comes_near_the_best_partner_of_a_paragraph(figures: Sequence[Pair], near: float) -> None:
    assert shown({(5, 5): 1.0, (5, 9): near}, one_story=True, figures=figures) == {(5, 5), (5, 9)}
    assert shown({(5, 5): 1.0, (5, 9): near - HAIR}, one_story=True, figures=figures) == {(5, 5)}
    assert (rules.NEAR_BEST, rules.NEAR_BEST_WITH_FIGURE) == (0.6, 0.4)


def test_neighbours_add_half_of_their_likeness() -> None:
    """.3 beside a pair of .4 is as good as .36 alone."""
    assert (5, 5) in shown({(5, 5): 0.3, (6, 6): 0.4}, one_story=True)
    assert (5, 5) not in shown({(5, 5): 0.3, (6, 6): 0.39}, one_story=True)


def test_order_adds_three_tenths_and_takes_half_of_that() -> None:
    """Sure pairs two paragraphs away on each side are no neighbours and show where a partner should stand."""
    around = {(3, 3): 0.9, (7, 7): 0.9}
    assert (5, 5) in shown(around | {(5, 5): 0.277}, one_story=True)
    assert (5, 5) not in shown(around | {(5, 5): 0.276}, one_story=True)
    assert (5, 15) in shown(around | {(5, 15): 0.424}, one_story=True)
    assert (5, 15) not in shown(around | {(5, 15): 0.423}, one_story=True)
    assert (rules.NEIGHBOUR, rules.ORDER) == (0.5, 0.3)


def test_from_which_score_the_order_of_others_is_judged_and_how_far_away() -> None:
    def helped(score: float, step: int) -> bool:
        around = {(5 - step, 5 - step): score, (5 + step, 5 + step): score}
        return (5, 5) in shown(around | {(5, 5): 0.3}, one_story=True)

    assert helped(rules.SURE, 2)
    assert not helped(rules.SURE - HAIR, 2)
    assert helped(0.9, rules.REACH)
    assert not helped(0.9, rules.REACH + 1)


ROWS = {
    "a": [{("entity", "mill")}, {("entity", "pond")}, set()],
    "b": [{("entity", "mill")}, {("entity", "barn")}, set()],
}


def test_what_one_document_alone_names_counts_less() -> None:
    weights = Rarity(ROWS).weights(ROWS["a"], ROWS["b"])
    once = Rarity(ROWS | {"c": [{("entity", "barn")}]}).weights(ROWS["a"], ROWS["b"])
    assert weights["entity", "pond"] == pytest.approx(UNSHARED * 1.9459, abs=1e-3)
    assert weights["entity", "mill"] == pytest.approx(1.3863, abs=1e-3)
    assert once["entity", "barn"] < weights["entity", "barn"]
    assert UNSHARED == 0.4


def test_a_figure_weighs_as_two_names() -> None:
    rows = {key: [{("figure", "count", "", "412")}] for key in "ab"}
    [plain], [doubled] = (
        Rarity(rows, factors).weights(rows["a"], rows["b"]).values() for factors in ({}, {"figure": FIGURE})
    )
    assert doubled == 2 * plain


def test_nothing_tells_enough_alone() -> None:
    rows = [{("entity", "mill")}, *([set()] * 4000)]
    weights = Rarity({"a": rows, "b": rows}).weights(rows, rows)
    answer, _ = found(rows, rows, weights, lambda _: True)
    assert answer.known[0, 0] > rules.INFORMATION
    assert answer.telling[0, 0] == ALONE
    assert rules.INFORMATION / 2 < ALONE < rules.INFORMATION


@pytest.mark.parametrize(("paragraphs", "together"), [(RARE, True), (RARE + 1, False)])
def test_what_stands_in_many_paragraphs_brings_no_two_documents_together(
    paragraphs: int, together: bool
) -> None:
    rows = {f"d{n}": [{("entity", "mill")}] for n in range(paragraphs)}
    assert bool(Rarity(rows).together("entity", worth=1)) is together
    assert RARE == 24


@pytest.mark.parametrize(("names", "compared"), [(2, False), (3, True)])
def test_three_rare_names_bring_two_documents_together(names: int, compared: bool) -> None:
    words = ["Arden", "Briar", "Cawdor"][:names]
    documents = [
        annotated(key, " ".join(words), names={word: word.lower() for word in words}) for key in "ab"
    ]
    material = rules.material(documents, {d.document.id: figure_uses(d) for d in documents})
    pairs = rules._candidates(kinds(material), {"a": None, "b": None})
    assert pairs == ([("a", "b")] if compared else [])


@pytest.mark.parametrize(
    ("other", "tells"),
    [
        (
            "The old bridge of iron over the canal will be pulled down, since cracks were found in two arches.",
            True,
        ),
        (
            "The old bridge over the canal was opened by the mayor when the town had a market and two schools.",
            False,
        ),
    ],
)
def test_only_the_same_wording_tells_enough_alone(other: str, tells: bool) -> None:
    first = "The old canal bridge will be pulled down after cracks were found in two of its iron arches."
    rest = (
        "Schoolchildren planted willows along the towpath and sang.\nA bakery sells bread from an old recipe."
    )
    documents = [annotated("a", f"{first}\n{rest}"), annotated("b", f"{other}\nRain fell.\nNobody came.")]
    wording = Wording(rules.material(documents, {"a": (), "b": ()}))
    told = wording.between("a", "b").telling[0, 0]
    assert 0 < told <= TELLING
    assert (told >= rules.INFORMATION) is tells
    assert (NOISE, SAME, TELLING) == (0.14, 0.36, 6.0)


def joined(scores: Mapping[Pair, float], sure: Sequence[Pair], share: float) -> list[Pair]:
    ones = [1.0] * 6
    weighed = Weighed(
        {},
        ones,
        ones,
        dict.fromkeys(scores, share),
        scores,
        dict.fromkeys(scores, 9.0),
        dict.fromkeys(scores, 9.0),
    )
    return rules._joined(scores, sure, weighed)


def test_a_part_of_a_longer_paragraph_joins_its_neighbour_on_either_side() -> None:
    """The paragraph beside a sure pair, before it or after it, in the one report or in the other."""
    for part in ((1, 2), (3, 2), (2, 1), (2, 3)):
        assert joined({(2, 2): 0.9, part: 0.5}, [(2, 2)], rules.CONTAINED) == [part]
        assert joined({(2, 2): 0.9, part: 0.5}, [(2, 2)], rules.CONTAINED - HAIR) == []
    assert joined({(2, 2): 0.9, (3, 3): 0.5}, [(2, 2)], 0.9) == []
    assert joined({(2, 2): 0.9, (4, 2): 0.5}, [(2, 2)], 0.9) == []


def test_what_stands_beside_on_one_side_only_counts_half() -> None:
    for place, counts in (
        ((4, 4), 1.0),
        ((6, 6), 1.0),
        ((4, 5), 0.5),
        ((5, 4), 0.5),
        ((6, 5), 0.5),
        ((5, 6), 0.5),
    ):
        assert rules._beside({place: 0.8}, 5, 5) == pytest.approx(0.8 * counts)


SURE = {(n, n): 0.9 for n in range(3, 12)}
"""Nearly half the paragraphs of each of two documents."""


def test_the_openings_of_versions_tell_the_same_where_they_name_or_count_the_same() -> None:
    weak = SURE | {(0, 0): 0.05}
    for kind in ("names", "figures"):
        assert (0, 0) in shown(weak, one_story=True, **{kind: [(0, 0)]})
    assert (0, 0) not in shown(weak, one_story=True)
    assert (0, 0) not in shown(weak, one_story=True, names=[(1, 0), (0, 1)])


def test_the_openings_of_two_reports_of_one_story_need_not() -> None:
    few = {(3, 3): 0.9, (4, 4): 0.9, (0, 0): 0.05}
    assert shown(few, one_story=True, names=[(0, 0)]) == {(3, 3), (4, 4)}


def test_translations_whose_openings_are_not_alike_lost_one_of_them() -> None:
    near = dict.fromkeys(((n, n + 1) for n in range(19)), 0.8)
    weak = dict.fromkeys(near, 0.9) | {(0, 0): 0.05}
    assert shown(weak, one_story=True, names=[(0, 0)], meaning=near) == set(near)


def test_what_is_faintly_alike_is_not_enough_beside_what_is_much_more() -> None:
    near = dict.fromkeys(((n, n) for n in range(3, 12)), 0.8)
    assert (15, 15) in shown(SURE, one_story=True, meaning=near | {(15, 15): 0.8 * rules.FAINT})
    assert (15, 15) not in shown(SURE, one_story=True, meaning=near | {(15, 15): 0.8 * rules.FAINT - HAIR})
    assert rules.FAINT == 0.2
