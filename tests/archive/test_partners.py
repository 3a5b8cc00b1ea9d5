"""Which paragraphs clearly go together in meaning: every number, with a case on either side of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from build_tools.archive import partners as rules
from build_tools.archive.evidence import Found
from build_tools.archive.evidence.kind import Floats
from build_tools.archive.partners import denied, mutual, partners, slight, usual
from build_tools.archive.retelling import translated
from build_tools.model import EvidenceKind

HAIR = 0.001
NOTHING = Found([], [], {}, {}, {})


def table(*rows: str) -> Floats:
    return np.array([[float(cell) for cell in row.split()] for row in rows])


def test_both_are_nearest_to_one_another_wherever_they_stand() -> None:
    near = table("-.7 -.8 .1", ".4 -.7 -.6", "-.8 .9 -.7")
    assert partners(near).keys() == {(0, 2), (1, 0), (2, 1)} == set(mutual(near))


@pytest.mark.parametrize(
    ("second", "clear"), [(0.5 - rules.CLEAR - HAIR, True), (0.5 - rules.CLEAR + HAIR, False)]
)
def test_by_how_much_a_partner_is_nearer_than_any_other(second: float, clear: bool) -> None:
    near = np.array([[0.5, second, -0.7], [second, -0.7, -0.7], [-0.7, -0.7, -0.7]])
    assert ((0, 0) in partners(near)) is clear
    assert ((0, 0) in mutual(near)) is clear
    assert rules.CLEAR == 0.2


def test_how_near_partners_are_at_least() -> None:
    for least, found in ((rules.LEAST, [(0, 0)]), (rules.LEAST - HAIR, [])):
        near = np.array([[least, -0.7], [-0.7, -0.8]])
        assert list(partners(near)) == found == mutual(near)
    assert rules.LEAST == 0.05


def test_a_paragraph_that_tells_two_things_has_two_partners() -> None:
    near = table(".1 .2 -.7", "-.7 -.8 .6")
    assert partners(near).keys() == {(0, 0), (0, 1), (1, 2)} == {(i, j) for j, i in partners(near.T)}
    assert mutual(near) == [(1, 2)]


def test_what_is_much_farther_than_the_best_is_no_second_partner() -> None:
    assert partners(table(".1 .9", "-.7 -.8")).keys() == {(0, 1)}


def test_a_partner_scores_by_how_near_or_how_much_nearer_it_is() -> None:
    assert partners(table(".1 -.3", "-.5 -.9"))[0, 0] == pytest.approx(0.6)
    assert partners(table("1.4 -.3", "-.5 -.9"))[0, 0] == 1.0


def test_nothing_known_of_meaning_is_no_reason_for_or_against() -> None:
    nothing: dict[EvidenceKind, Found] = {"meaning": NOTHING}
    assert partners(NOTHING.nearness) == {}
    assert mutual(NOTHING.nearness) == []
    assert not denied((0, 0), nothing, both=False)
    assert not slight((0, 0), NOTHING.nearness)
    assert usual((0, 0), NOTHING.nearness)


def found(
    near: Floats, kind: EvidenceKind = "names", at: tuple[int, int] = (0, 0)
) -> dict[EvidenceKind, Found]:
    return {"meaning": replace(NOTHING, nearness=near), kind: replace(NOTHING, shared={at: 1.0})}


def test_names_alone_do_not_join_what_is_told_elsewhere() -> None:
    for least, no in ((rules.SLIGHT, False), (rules.SLIGHT - HAIR, True)):
        near = np.array([[least, 0.4], [-0.7, -0.7]])
        assert denied((0, 0), found(near), both=False) is no
        assert slight((0, 0), near) is not no
    assert rules.SLIGHT == -0.4


def test_a_figure_or_the_wording_joins_what_is_told_elsewhere() -> None:
    near = table("-.7 .4", "-.7 -.7")
    kinds: list[EvidenceKind] = ["figures", "wording"]
    for kind in kinds:
        assert not denied((0, 0), found(near, kind), both=False)
        assert denied((0, 0), found(near, kind, (1, 0)), both=False)


def test_names_join_what_is_told_nowhere_else() -> None:
    assert not denied((0, 0), found(table("-.7 -.6", "-.7 .4")), both=False)


def test_both_may_have_to_be_told_elsewhere() -> None:
    assert not denied((0, 0), found(table("-.7 .4", "-.7 -.7")), both=True)
    assert denied((0, 0), found(table("-.7 .4", ".3 -.7")), both=True)


def test_what_is_as_near_as_half_of_all() -> None:
    near = table("-.7 -.6", "-.9 .4")
    assert usual((0, 1), near)
    assert not usual((0, 0), near)


def test_clear_partners_that_break_the_order_are_no_translation() -> None:
    near = {(n, n): 0.9 for n in range(8)}
    sizes = (8, 8)
    assert translated(near, sizes, list(near))
    assert not translated(near, sizes, [(0, 0), (1, 1), (2, 5), (3, 3), (4, 4)])
    assert translated(near, sizes)
