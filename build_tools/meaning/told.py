"""What each document says, sentence by sentence, as vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.meaning.encoder import Encoder, Vectors
from build_tools.meaning.sentences import sentences
from build_tools.model import AnnotatedDocument, Document


@dataclass(frozen=True, slots=True)
class Sentence:
    """``start`` and ``end`` are code points in the document's text; ``paragraph`` is its number, from 1."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """The sentences of a document, with a row of ``vectors`` for each."""

    sentences: tuple[Sentence, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Meaning:
    """What all documents say."""

    encoder: str
    """Version of what made the vectors."""
    documents: Mapping[str, Told]
    """By id; without those that have no sentences."""


def told(documents: Iterable[AnnotatedDocument], encoder: Encoder) -> Meaning:
    """What the documents say; boilerplate, and what has no letters, says nothing.

    Documents are given as they may be published: what is hidden in one has no vectors then.
    """
    found = {one.document.id: (one.document, tuple(_sentences(one.document))) for one in documents}
    # In the order of the documents, so that most of these are found in one piece.
    every = list(dict.fromkeys(text for document, own in found.values() for text in _texts(document, own)))
    vectors = encoder.encode(every)
    place = {text: n for n, text in enumerate(every)}
    return Meaning(
        encoder.version,
        {
            key: Told(own, _rows(vectors, [place[text] for text in _texts(document, own)]))
            for key, (document, own) in found.items()
            if own
        },
    )


def _rows(vectors: Vectors, places: Sequence[int]) -> Vectors:
    """The rows at these places; where they stand one after the other, as nearly all of a document do, without copying them."""
    first, last = places[0], places[-1] + 1
    return vectors[first:last] if list(places) == list(range(first, last)) else vectors[places]


def _sentences(document: Document) -> Iterator[Sentence]:
    for number, paragraph in enumerate(document.paragraphs, 1):
        if paragraph.boilerplate is None:
            yield from sentences_of(document, number)


def sentences_of(document: Document, number: int) -> Iterator[Sentence]:
    """The sentences of a paragraph (its number, from 1) that say something."""
    paragraph = document.paragraphs[number - 1]
    language = paragraph.language or document.language
    for start, end in sentences(document.text, paragraph.start, paragraph.end, language):
        if any(char.isalpha() for char in document.text[start:end]):
            yield Sentence(number, start, end)


def _texts(document: Document, own: Sequence[Sentence]) -> Iterator[str]:
    return (" ".join(document.text[one.start : one.end].split()) for one in own)
