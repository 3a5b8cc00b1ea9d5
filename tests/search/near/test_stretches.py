"""Documents are cut into stretches, and stretches that lie near one another go into one file."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from build_tools.meaning import Told, directions, halved
from build_tools.search.near import stretches as cutting
from build_tools.search.near.outlines import AXES, MOST, axes, outlines, packed
from build_tools.search.near.stretches import LONGEST, losses_of, stretches, together
from tests.search.near.drawn import SENSES, vectors

LEVELS = np.array([-3, -1, 1, 3])


def read(rows: np.ndarray) -> np.ndarray:
    """The outlines as numbers."""
    return LEVELS[np.stack([rows >> shift & 3 for shift in (6, 4, 2, 0)], axis=-1).reshape(len(rows), -1)]


def document(*senses: int) -> Told:
    """A document whose sentences are of these senses."""
    drawn = np.random.default_rng(3)
    own = drawn.normal(size=(SENSES, 64))
    rows = own[list(senses)] + drawn.normal(size=(len(senses), 64)) * 0.4
    return Told((None,) * len(senses), np.clip(np.rint(rows * 30), -127, 127).astype(np.int8))  # type: ignore[arg-type]


def lengths(documents: list[Told]) -> list[list[int]]:
    """How long the stretches of each document are."""
    made = stretches(documents, np.zeros(64))
    assert [one.first for one in made if one.first] == [
        one.last for one, other in pairwise(made) if one.place == other.place
    ]
    return [[one.last - one.first for one in made if one.place == place] for place in range(len(documents))]


def test_a_document_is_cut_where_another_subject_begins() -> None:
    two = document(*[1] * 4, *[2] * 8)
    assert lengths([two]) == [[4, 8]]
    many = document(*[1] * 3, *[2] * 4, *[1] * 3, *[3] * 5)
    assert lengths([many, document(*[4] * 12), document(*[5] * 9)]) == [[3, 4, 3, 5], [12], [9]]


def test_stretches_are_longer_where_there_would_be_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [document(*[n] * 9, *[n + 1] * 9) for n in range(4)]
    assert sum(map(len, lengths(few))) == 12
    monkeypatch.setattr(cutting, "MANY", 8)
    assert lengths(few) == [[9, 9]] * 4
    monkeypatch.setattr(cutting, "MANY", 2)
    assert lengths(few) == [[18]] * 4, "a document is in no other's stretch"


@pytest.mark.parametrize(("count", "parts"), [(1, 1), (LONGEST, 1), (LONGEST + 1, 2), (5 * LONGEST, 5)])
def test_no_stretch_is_long(monkeypatch: pytest.MonkeyPatch, count: int, parts: int) -> None:
    monkeypatch.setattr(cutting, "MANY", 1)
    [made] = lengths([document(*[1] * count)])
    assert len(made) == parts
    assert sum(made) == count


def test_what_is_lost_is_what_the_whole_is_worse_told_by_its_mean() -> None:
    rows = directions(document(1, 1, 1, 2, 2).vectors)
    losses = losses_of(rows)
    assert losses.argmax() == 2

    def spread(part: np.ndarray) -> float:
        return float(((part - part.mean(axis=0)) ** 2).sum())

    assert losses[2] == pytest.approx(spread(rows) - spread(rows[:3]) - spread(rows[3:]))
    assert losses[3] == pytest.approx(spread(rows[3:]))


def test_groups_weigh_the_same_and_lie_together() -> None:
    rows = directions(vectors(1200))
    weights = np.arange(1200) % 7 + 1
    groups = halved(rows, weights, 24)
    assert sorted(n for group in groups for n in group) == list(range(1200))
    heavy = [int(weights[group].sum()) for group in groups]
    assert max(heavy) - min(heavy) < 40
    senses = (rows @ directions(vectors(SENSES * 40)).T).argmax(axis=1)
    apart = [np.linalg.norm(rows[group].mean(axis=0)) for group in groups]
    assert np.mean(apart) > 1.5 * np.linalg.norm(rows[senses >= 0][: 1200 // 24].mean(axis=0))
    again = halved(rows, weights, 24)
    assert all(np.array_equal(one, other) for one, other in zip(groups, again, strict=True))


@pytest.mark.parametrize(("count", "groups"), [(1, 1), (1, 5), (3, 5), (5, 5)])
def test_few_rows_are_few_groups(count: int, groups: int) -> None:
    made = halved(directions(vectors(count)), np.ones(count, np.int64), groups)
    assert sorted(n for group in made for n in group) == list(range(count))
    assert all(len(group) for group in made)


def test_equal_rows_are_parted_all_the_same() -> None:
    made = halved(directions(np.repeat(vectors(1), 80, axis=0)), np.ones(80, np.int64), 8)
    assert [len(group) for group in made] == [10] * 8


def test_axes_are_small_numbers_and_keep_what_differs() -> None:
    rows = directions(vectors(2000))
    along = axes(rows)
    assert along.shape == (64, min(AXES, 64))
    assert np.abs(along).max() == MOST
    seen = rows @ along.astype(float)
    seen /= np.linalg.norm(seen, axis=1, keepdims=True)
    assert np.corrcoef((rows[:50] @ rows[50:90].T).ravel(), (seen[:50] @ seen[50:90].T).ravel())[0, 1] > 0.97
    told = read(outlines(seen)).astype(float)
    told /= np.linalg.norm(told, axis=1, keepdims=True)
    assert (told * seen).sum(axis=1).mean() > 0.92
    halves = np.frombuffer(packed(along), np.uint8)
    assert np.array_equal(np.stack([halves & 15, halves >> 4], axis=1).ravel().astype(int) - 8, along.ravel())


def test_a_stretch_is_told_by_the_mean_of_its_sentences() -> None:
    every = vectors(600)
    told = [Told((None,) * 60, every[at : at + 60]) for at in range(0, 600, 60)]  # type: ignore[arg-type]
    middle = np.full(64, 0.01)
    along, files = together(told, middle, 7)
    assert len(files) == 7
    cut = [one for file in files for one in file.stretches]
    assert sorted((one.place, one.first) for one in cut) == [
        (one.place, one.first) for one in stretches(told, middle)
    ]
    one, row = files[2].stretches[1], files[2].outlines[1:2]
    rows = directions(told[one.place].vectors[one.first : one.last]) - middle
    mean = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).mean(axis=0) @ along.astype(float)
    assert np.array_equal(outlines(mean[None, :]), row)
