"""The vectors of all sentences in clusters: one file each, of which a query reads the few nearest.

What all sentences have in common is taken off first. A vector is stored as the signs of its numbers, 64 bytes a sentence; the
browser compares the query with them in floats.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from build_tools.meaning import Vectors, directions, grouped
from build_tools.meaning.told import Meaning
from build_tools.model import AnnotatedDocument
from build_tools.search.collect import ranked_paragraphs
from build_tools.search.encoding import varint
from build_tools.search.fragments import Units
from build_tools.search.near.encoder_files import folder_of

SIZE = 64
"""Sentences in a cluster, on the average, as long as there are not too many files: of small clusters a question reads more of
those that it needs and less of others."""
FILES = 396
"""Most clusters."""
PLACE = 5
"""Bytes that tell where a sentence stands."""
MANY = 5000
"""What so many sentences have in common is half taken for what all have."""
BLOCK = 4096

READ, GROWTH = 11, 0.444
"""A question reads so many sentences times this power of their number: what 150 KB hold in 1,000 documents and 300 KB in 10,000.

Of what reading all would find among the first ten, the nearest clusters hold everything up to 700 sentences, about three quarters
in 1,000 documents and half in 10,000: 700 questions on passages of an encyclopedia among 10,800 other sentences in three languages,
of which as large a share was read.
"""
READ_AT_LEAST = 700

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Row:
    """A sentence as the browser is told of it: number of the document, place of the paragraph among those that the
    search knows, start in it and length, in UTF-16 units."""

    document: int
    paragraph: int
    start: int
    length: int


def near(documents: Sequence[AnnotatedDocument], meaning: Meaning) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file, not compressed; none where nothing is said.

    ``documents`` stand in the order in which the index numbers them."""
    rows = [row for number, one in enumerate(documents) for row in _rows(number, one, meaning)]
    if not rows:
        return
    vectors = np.concatenate(
        [
            meaning.documents[one.document.id].vectors
            for one in documents
            if one.document.id in meaning.documents
        ]
    )
    holders = _holders(vectors)
    told = vectors[[own[0] for own in holders]]
    middle = common(told)
    centres, members = clusters(told, middle)
    weights = [_weight([len(holders[n]) for n in own], vectors.shape[1]) for own in members]
    about = {
        "encoder": folder_of(meaning.encoder),
        "size": vectors.shape[1],
        "sentences": len(rows),
        "clusters": [len(own) for own in members],
        "weights": weights,
        "most": most_read(sum(weights)),
    }
    head = json.dumps(about, separators=(",", ":")).encode()
    yield "near.bin", varint(len(head)) + head + _halves(centres).tobytes() + middle.astype("<f4").tobytes()
    signs = _signs(told, middle)
    for number, own in enumerate(members):
        numbers = _numbers([[rows[n] for n in holders[one]] for one in own])
        yield f"n/{number}.bin", b"".join(map(varint, numbers)) + signs[own].tobytes()


def _holders(vectors: Vectors) -> list[list[int]]:
    """The rows of each vector, rising; what many reports say in the same words has one."""
    found: dict[bytes, list[int]] = {}
    for number, row in enumerate(vectors):
        found.setdefault(row.tobytes(), []).append(number)
    return list(found.values())


def _weight(counts: Sequence[int], size: int) -> int:
    """As how many sentences that nobody else says a cluster weighs, by its bytes."""
    own = size // 8
    return round((own * len(counts) + PLACE * sum(counts)) / (own + PLACE))


def _rows(number: int, annotated: AnnotatedDocument, meaning: Meaning) -> Iterator[_Row]:
    document = annotated.document
    if document.id not in meaning.documents:
        return
    units = Units(document.text)
    places = {n: (place, paragraph) for place, (n, paragraph) in enumerate(ranked_paragraphs(annotated))}
    for one in meaning.documents[document.id].sentences:
        place, paragraph = places[one.paragraph]
        yield _Row(number, place, units(paragraph.start, one.start), units(one.start, one.end))


def _numbers(groups: Sequence[Sequence[_Row]]) -> Iterator[int]:
    """How many rows each vector has; then these column by column, documents as differences, since the rows of a vector
    follow their order."""
    yield from map(len, groups)
    for group in groups:
        before = 0
        for row in group:
            yield row.document - before
            before = row.document
    rows = [row for group in groups for row in group]
    yield from (row.paragraph for row in rows)
    yield from (row.start for row in rows)
    yield from (row.length for row in rows)


def common(vectors: Vectors) -> Floats:
    """What the vectors of many subjects have in common; a share of it where they are few, which may have one subject."""
    total = np.zeros(vectors.shape[1])
    for at in range(0, len(vectors), BLOCK):
        total += directions(vectors[at : at + BLOCK]).sum(axis=0)
    return np.asarray(total / (len(vectors) + MANY))


def clusters(vectors: Vectors, middle: Floats | None = None) -> tuple[Floats, list[list[int]]]:
    """Centres of length 1, and the numbers of the vectors that are nearest to each, rising; no cluster is empty."""
    return grouped(vectors, min(FILES, max(1, math.ceil(len(vectors) / SIZE))), middle)


def _signs(vectors: Vectors, middle: Floats) -> npt.NDArray[np.uint8]:
    """A bit for each number: whether it is above the middle."""
    blocks = [vectors[at : at + BLOCK] for at in range(0, len(vectors), BLOCK)]
    return np.concatenate([np.packbits(directions(block) > middle, axis=1) for block in blocks])


def most_read(count: int) -> int:
    """How many of so many sentences a question reads at most, where one cluster is not more."""
    return max(READ_AT_LEAST, int(READ * float(count) ** GROWTH))


def _halves(centres: Floats) -> npt.NDArray[np.uint8]:
    """Half a byte a number, 8 more than it, the first of two in the lower half; which clusters are nearest needs no more."""
    peaks = np.abs(centres).max(axis=1, keepdims=True)
    made = np.rint(centres * (7 / np.where(peaks > 0, peaks, 1.0))).astype(np.int8) + 8
    return np.asarray(made[:, ::2] | made[:, 1::2] << 4, np.uint8)
