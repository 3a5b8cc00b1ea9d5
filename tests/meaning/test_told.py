"""What a document says: its sentences, without what is no part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from build_tools.meaning import Vectors, told
from build_tools.model import AnnotatedDocument
from tests.search.sample import document


class Lengths:
    """An encoder whose vector tells how long the sentence is; it remembers what it was asked."""

    version = "lengths-1"
    size = 8

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str]) -> Vectors:
        self.asked += sentences
        made = np.zeros((len(sentences), self.size), np.int8)
        made[:, 0] = [len(sentence) for sentence in sentences]
        return made


def texts(annotated: AnnotatedDocument, encoder: Lengths) -> list[str]:
    found = told([annotated], encoder).documents.get(annotated.document.id)
    if found is None:
        return []
    read = [annotated.document.text[one.start : one.end] for one in found.sentences]
    assert [len(" ".join(text.split())) for text in read] == found.vectors[:, 0].tolist()
    return read


def test_sentences_stand_with_their_paragraphs() -> None:
    one = document("one", "en", ["The tide rose. The quay flooded.", "Boats drifted."])
    meaning = told([one], Lengths())
    assert meaning.encoder == "lengths-1"
    assert [(s.paragraph, s.start, s.end) for s in meaning.documents["one"].sentences] == [(1, 0, 14), (1, 15, 32), (2, 33, 47)]  # fmt: skip


def test_boilerplate_and_rows_of_signs_say_nothing() -> None:
    one = document("one", "en", ["The tide rose.", "* * *", "Read more of us."], boilerplate={3: "promotion"})
    assert texts(one, Lengths()) == ["The tide rose."]
    assert texts(document("two", "en", ["1234", "—"]), Lengths()) == []


def test_a_paragraph_is_split_in_its_own_language() -> None:
    text = "He met Dr. Osei. She left."
    one = document("one", "ar", [text])
    assert texts(one, Lengths()) == ["He met Dr.", "Osei.", "She left."]
    paragraphs = tuple(replace(p, language="en") for p in one.document.paragraphs)
    own = replace(one, document=replace(one.document, paragraphs=paragraphs))
    assert texts(own, Lengths()) == ["He met Dr. Osei.", "She left."]


def test_what_is_said_twice_is_encoded_once() -> None:
    encoder = Lengths()
    documents = [document(name, "en", ["The tide  rose.", "The tide rose."]) for name in ("a", "b")]
    meaning = told(documents, encoder)
    assert encoder.asked == ["The tide rose."]
    assert [len(one.vectors) for one in meaning.documents.values()] == [2, 2]


def test_nothing_at_all_says_nothing() -> None:
    assert told([], Lengths()).documents == {}
