"""Every sentence stands in one cluster, at its place, with the signs of its vector; the same ones give the same files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from build_tools.meaning import Meaning, Vectors, directions, told
from build_tools.search.near import near
from build_tools.search.near.clusters import (
    FILES,
    MANY,
    PLACE,
    READ_AT_LEAST,
    SIZE,
    _weight,
    clusters,
    common,
    most_read,
)
from tests.search.sample import document

SENSES = 12


def vectors(count: int, seed: int = 7) -> Vectors:
    """Vectors of some senses, each with a little of its own."""
    drawn = np.random.default_rng(seed)
    senses = drawn.normal(size=(SENSES, 64))
    rows = senses[drawn.integers(0, SENSES, count)] + drawn.normal(size=(count, 64)) * 0.4
    return np.clip(np.rint(rows * 30), -127, 127).astype(np.int8)


class Drawn:
    version = "drawn-1"
    size = 64

    def encode(self, sentences: Sequence[str]) -> Vectors:
        return vectors(len(sentences))


class Bytes:
    def __init__(self, content: bytes) -> None:
        self.content, self.at = content, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def rest(self) -> bytes:
        return self.content[self.at :]


def rows(files: dict[str, bytes]) -> Iterator[tuple[tuple[int, int, int, int], bytes]]:
    """Document, paragraph, start and length of every sentence, and its signs."""
    start = Bytes(files["near.bin"])
    about = json.loads(start.content[(start.number(), start.at)[1] :][: Bytes(files["near.bin"]).number()])
    for number, count in enumerate(about["clusters"]):
        file = Bytes(files[f"n/{number}.bin"])
        owners = [n for n in range(count) for _ in range(file.number())]
        columns = [[file.number() for _ in owners] for _ in range(4)]
        signs = file.rest()
        size = len(signs) // count
        for at, n in enumerate(owners):
            if at and owners[at - 1] == n:
                columns[0][at] += columns[0][at - 1]
            yield tuple(column[at] for column in columns), signs[n * size : (n + 1) * size]  # type: ignore[misc]


def test_every_sentence_is_found_at_its_place() -> None:
    ship = "\U0001f6a2 The ship sailed. It sank."
    documents = [
        document("a", "en", ["The tide rose. The quay flooded.", "An advertisement.", ship], boilerplate={2: "promotion"}),
        document("b", "en", [" ".join(f"Report {n} came in." for n in range(SIZE * 2))]),
    ]  # fmt: skip
    meaning = told(documents, Drawn())
    found = dict(rows(dict(near(documents, meaning))))
    assert sorted(found)[:4] == [(0, 0, 0, 14), (0, 0, 15, 17), (0, 1, 0, 19), (0, 1, 20, 8)]
    assert len(found) == 4 + SIZE * 2
    every = np.concatenate([one.vectors for one in meaning.documents.values()])
    first = directions(meaning.documents["a"].vectors)[0]
    assert found[0, 0, 0, 14] == np.packbits(first > common(every)).tobytes()


def test_documents_that_say_nothing_are_passed_over() -> None:
    documents = [document("a", "en", ["***"]), document("b", "en", ["The tide rose."])]
    assert [place for place, _ in rows(dict(near(documents, told(documents, Drawn()))))] == [(1, 0, 0, 14)]
    assert dict(near(documents[:1], told(documents[:1], Drawn()))) == {}


def test_what_is_near_stands_in_one_cluster() -> None:
    many = vectors(3000)
    centres, members = clusters(many)
    assert sorted(n for group in members for n in group) == list(range(3000))
    assert all(members)
    own = np.empty(3000, int)
    for number, group in enumerate(members):
        own[group] = number
    cosines = directions(many) @ centres.T
    assert (cosines.argmax(axis=1) == own).mean() > 0.999
    assert cosines.max(axis=1).mean() > 0.8


def test_what_all_have_in_common_counts_more_the_more_they_are() -> None:
    few, many = vectors(50), np.repeat(vectors(50), 400, axis=0)
    whole = directions(few).mean(axis=0)
    assert np.allclose(common(few), whole * 50 / (50 + MANY))
    assert np.allclose(common(many), whole * 0.8)


def test_a_question_reads_more_in_larger_archives_but_not_as_much_more() -> None:
    assert most_read(100) == most_read(2_000) == READ_AT_LEAST
    assert READ_AT_LEAST < most_read(35_000) < most_read(350_000) < 3 * most_read(35_000)


def test_the_same_vectors_give_the_same_clusters() -> None:
    (one, left), (other, right) = clusters(vectors(2000)), clusters(vectors(2000))
    assert left == right
    assert (one == other).all()


@pytest.mark.parametrize("count", [1, 2, SIZE, SIZE + 1])
def test_few_vectors_are_few_clusters(count: int) -> None:
    _, members = clusters(vectors(count))
    assert sum(map(len, members)) == count
    assert len(members) <= 1 + count // SIZE


def test_equal_vectors_are_one_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    _, members = clusters(np.repeat(vectors(1), SIZE * 3, axis=0))
    assert [len(group) for group in members] == [SIZE * 3]


def test_files_are_no_more_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.search.near.clusters.FILES", 5)
    assert FILES > 5
    _, members = clusters(vectors(4000))
    assert len(members) <= 5


def test_meaning_without_documents_has_no_files() -> None:
    assert dict(near([], Meaning("drawn-1", {}))) == {}


def test_half_a_byte_holds_where_a_cluster_lies() -> None:
    documents = [document("b", "en", [" ".join(f"Report {n} came in." for n in range(SIZE * 3))])]
    meaning = told(documents, Drawn())
    [content] = [content for path, content in near(documents, meaning) if path == "near.bin"]
    start = Bytes(content)
    length = start.number()
    about = json.loads(content[start.at : start.at + length])
    every = meaning.documents["b"].vectors
    centres, _ = clusters(every, common(every))
    packed = np.frombuffer(content[start.at + length : -4 * about["size"]], np.uint8)
    numbers = np.stack([packed & 15, packed >> 4], axis=1).reshape(len(centres), -1).astype(int) - 8
    cosines = (numbers * centres).sum(axis=1) / np.linalg.norm(numbers, axis=1)
    assert cosines.min() > 0.99
    middle = np.frombuffer(content[-4 * about["size"] :], "<f4")
    assert np.allclose(middle, common(every), atol=1e-6)


class Letters:
    version = "letters-1"
    size = 64

    def encode(self, sentences: Sequence[str]) -> Vectors:
        return np.array(
            [[ord(sentence[n % len(sentence)]) - 96 for n in range(64)] for sentence in sentences]
        ).astype(np.int8)


def test_what_several_documents_say_in_the_same_words_is_kept_once() -> None:
    said = [f"Sentence {chr(97 + n)}{chr(97 + n // 5)} was said." for n in range(20)]
    once = [document("a", "en", [" ".join(said)])]
    often = [document(f"d{n}", "en", [" ".join(said)]) for n in range(30)]
    small, large = (dict(near(documents, told(documents, Letters()))) for documents in (once, often))
    assert len(list(rows(small))) == 20
    assert {place for place, _ in rows(large)} == {
        (n, *place[1:]) for place, _ in rows(small) for n in range(30)
    }
    assert {signs for _, signs in rows(small)} == {signs for _, signs in rows(large)}
    size = sum(len(content) for path, content in large.items() if path != "near.bin")
    assert size < 20 * 8 + 30 * 20 * 6


def test_what_many_say_weighs_one_vector_and_their_places() -> None:
    assert _weight([1, 1, 1], 512) == 3
    bytes_of_a_vector = 512 // 8
    assert _weight([100], 512) == round((bytes_of_a_vector + 100 * PLACE) / (bytes_of_a_vector + PLACE)) == 8
