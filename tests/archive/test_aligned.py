"""What goes together in two texts: what stands in order, and what clearly stands in another."""

from __future__ import annotations

import numpy as np

from build_tools.archive.evidence.aligned import in_order, nearest, together

PARALLEL, MOVED, JOINED = 0.85, (0.4, 0.3), 0.6


def table(*rows):
    return np.array(rows, dtype=float)


def test_the_order_decides_what_likeness_leaves_open():
    gains = table([0.9, 0, 0, 0], [0, 0.2, 0.3, 0], [0, 0.25, 0.28, 0], [0, 0, 0, 0.8])
    assert in_order(gains) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert (1, 2) in nearest(gains)


def test_what_gains_nothing_is_left_out():
    assert in_order(table([0.5, -0.1], [-0.2, 0.0])) == [(0, 0)]
    assert nearest(table([-0.1, -0.2])) == []


def test_rows_and_columns_need_not_be_as_many():
    assert in_order(table([0.1, 0.6, 0.1])) == [(0, 1)]
    assert in_order(table([0.1], [0.6])) == [(1, 0)]


def test_in_texts_of_one_order_only_what_is_much_alike_stands_elsewhere():
    gains = np.diag([0.9] * 6)
    gains[5, 5], gains[5, 2] = 0.0, 0.35
    assert (5, 2) not in together(gains, PARALLEL, MOVED, JOINED)
    gains[2, 2], gains[5, 2] = 0.1, 0.5
    assert (5, 2) in together(gains, PARALLEL, MOVED, JOINED)


def test_in_texts_without_an_order_the_nearest_go_together_and_gaps_are_not_filled():
    gains = table([0, 0, 0.9], [0.5, 0.1, 0], [0, 0.35, 0.12])
    assert set(together(gains, PARALLEL, MOVED, JOINED)) == {(0, 2), (1, 0), (2, 1)}


def test_what_has_no_partner_of_its_own_joins_another_one_where_there_is_no_order():
    gains = table([0, 0, 0.9], [0.9, 0, 0], [0.7, 0, 0], [0.5, 0, 0])
    assert set(together(gains, PARALLEL, MOVED, JOINED)) == {(0, 2), (1, 0), (2, 0)}
    ordered = table([0.9, 0, 0], [0.7, 0, 0], [0, 0.9, 0], [0, 0, 0.9])
    assert set(together(ordered, PARALLEL, MOVED, JOINED)) == {(0, 0), (2, 1), (3, 2)}
