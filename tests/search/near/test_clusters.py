"""Every sentence stands in one file, at its place, with the signs of its vector; the same ones give the same files."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from build_tools.meaning import Meaning, Vectors, directions, told
from build_tools.model import AnnotatedDocument
from build_tools.search.near import near
from build_tools.search.near.clusters import FILES, MANY, PLACE, READ_AT_LEAST, common, files_of, most_read
from tests.search.near.drawn import Drawn, rows, start, vectors
from tests.search.sample import document

ENOUGH = READ_AT_LEAST // (Drawn.size // 8 + PLACE)
"""So many sentences of such vectors are one file."""


def reports(documents: int, sentences: int) -> list[AnnotatedDocument]:
    return [
        document(
            f"d{d}", "en", [" ".join(f"Report {d} of {n} days came in." for n in range(1, sentences + 1))]
        )
        for d in range(documents)
    ]


def test_every_sentence_is_found_at_its_place() -> None:
    ship = "\U0001f6a2 The ship sailed. It sank."
    documents = [
        document("a", "en", ["The tide rose. The quay flooded.", "An advertisement.", ship], boilerplate={2: "promotion"}),
        document("b", "en", [" ".join(f"Report {n} came in." for n in range(130))]),
    ]  # fmt: skip
    meaning = told(documents, Drawn())
    found = dict(rows(dict(near(documents, meaning))))
    assert sorted(found)[:4] == [(0, 0, 0, 14), (0, 0, 15, 17), (0, 1, 0, 19), (0, 1, 20, 8)]
    assert len(found) == 4 + 130
    every = np.concatenate([one.vectors for one in meaning.documents.values()])
    first = directions(meaning.documents["a"].vectors)[0]
    assert found[0, 0, 0, 14] == np.packbits(first > common(every)).tobytes()


def test_every_sentence_is_found_among_many_files() -> None:
    documents = reports(60, 100)
    meaning = told(documents, Drawn())
    files = dict(near(documents, meaning))
    about, _ = start(files)
    assert len(about["stretches"]) == len(files) - 1 == files_of(6000, Drawn.size) > 90
    assert about["weights"] == [len(files[f"n/{n}.bin"]) for n in range(len(files) - 1)]
    found = dict(rows(files))
    assert len(found) == 6000
    every = np.concatenate([one.vectors for one in meaning.documents.values()])
    signs = np.packbits(directions(every) > common(every), axis=1)
    assert [found[place] for place in sorted(found)] == [row.tobytes() for row in signs]
    assert max(about["weights"]) < 1.5 * np.mean(about["weights"])
    assert files == dict(near(documents, meaning))


def test_documents_that_say_nothing_are_passed_over() -> None:
    documents = [document("a", "en", ["***"]), document("b", "en", ["The tide rose."])]
    assert [place for place, _ in rows(dict(near(documents, told(documents, Drawn()))))] == [(1, 0, 0, 14)]
    assert dict(near(documents[:1], told(documents[:1], Drawn()))) == {}


def test_what_all_have_in_common_counts_more_the_more_they_are() -> None:
    few, many = vectors(50), np.repeat(vectors(50), 400, axis=0)
    whole = directions(few).mean(axis=0)
    assert np.allclose(common(few), whole * 50 / (50 + MANY))
    assert np.allclose(common(many), whole * 0.8)


def test_a_question_reads_more_in_larger_archives_but_not_as_much_more() -> None:
    assert most_read(100) == most_read(2_000) == READ_AT_LEAST
    assert READ_AT_LEAST < most_read(35_000) < most_read(350_000) < 3 * most_read(35_000)


@pytest.mark.parametrize(("sentences", "files"), [(1, 1), (ENOUGH, 1), (ENOUGH + 1, 79), (10**6, FILES)])
def test_what_is_read_whole_is_one_file(sentences: int, files: int) -> None:
    assert files_of(sentences, Drawn.size) == files


def test_small_archives_need_no_outlines() -> None:
    documents = reports(2, 5)
    about, rest = start(dict(near(documents, told(documents, Drawn()))))
    assert about["axes"] == 0
    assert len(rest.rest()) == 4 * Drawn.size


def test_meaning_without_documents_has_no_files() -> None:
    assert dict(near([], Meaning("drawn-1", {}))) == {}


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
