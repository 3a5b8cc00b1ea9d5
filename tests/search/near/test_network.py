"""The browser is given the network as the package has it, to the last weight."""

from __future__ import annotations

import numpy as np

from build_tools.meaning import universal
from build_tools.meaning.network import ORDERS, joined, parts
from build_tools.search.near.network import network_file


def test_every_weight_is_the_encoders_own() -> None:
    folder = universal.resources()
    assert folder is not None
    stored = parts(universal.weights(folder))
    given = {name: own for name, own in stored.items() if name in ("proj", "d3", "w2_5", "cnn_b")}
    listed, content = network_file(given)
    at = 0
    for name, rows, columns, scales in listed:
        wanted = joined(universal.weights(folder))[name]
        if columns:
            weights = np.frombuffer(content, np.int8, rows * columns, at).reshape(rows, columns)
            at += rows * columns
            assert wanted.shape == weights.shape
            assert np.allclose(weights * np.repeat(scales, columns // len(scales)), wanted, rtol=1e-6, atol=0)
        else:
            assert np.array_equal(np.frombuffer(content, "<f4", rows, at), wanted)
            at += 4 * rows
    assert at == len(content)
    assert len(next(scales for name, *_, scales in listed if name == "proj")) == len(ORDERS)


def test_a_matrix_of_nothing_stays_one() -> None:
    assert network_file({"none": [np.zeros((2, 3))]}) == ([["none", 2, 3, [1.0]]], bytes(6))
