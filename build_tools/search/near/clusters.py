"""The vectors of all sentences, those of stretches on one subject in one file; a question reads the few nearest files.

What all sentences have in common is taken off first. A vector is stored as the signs of its numbers, 64 bytes a sentence; the
browser compares the question with them in floats. Which files it reads it knows by the outlines of their stretches, which it has
read once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from build_tools.meaning import Told, Vectors, directions
from build_tools.meaning.told import Meaning
from build_tools.model import AnnotatedDocument
from build_tools.search.collect import ranked_paragraphs
from build_tools.search.encoding import varint
from build_tools.search.fragments import Units
from build_tools.search.near.encoder_files import folder_of
from build_tools.search.near.outlines import packed
from build_tools.search.near.stretches import File, together

SIZE = 64
"""Sentences in a file, on the average, as long as there are not too many files: of small ones a question reads more of those
that it needs and less of others."""
FILES = 620
"""Most files."""
PLACE = 4
"""Bytes that tell where a sentence stands."""
MANY = 5000
"""What so many sentences have in common is half taken for what all have."""
BLOCK = 4096

READ, GROWTH = 876, 0.4384
"""A question reads so many bytes times this power of the number of sentences: what 150 KB hold in 1,000 documents and 300 KB
in 10,000, beside the encoder's rows."""
READ_AT_LEAST = 60_000
"""What is not more is one file, and all of it is read."""

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
    saying = [(n, one) for n, one in enumerate(documents) if one.document.id in meaning.documents]
    told = [meaning.documents[one.document.id] for _, one in saying]
    if not told:
        return
    middle = common(_different(told))
    along, files = together(told, middle, files_of(sum(len(one.sentences) for one in told), len(middle)))
    rows = [list(_rows(number, one, own)) for (number, one), own in zip(saying, told, strict=True)]
    contents = [_content(file, rows, told, middle) for file in files]
    chosen = len(files) > 1
    about = {
        "encoder": folder_of(meaning.encoder),
        "size": len(middle),
        "axes": along.shape[1] if chosen else 0,
        "stretches": [len(file.stretches) for file in files],
        "weights": list(map(len, contents)),
        "most": most_read(sum(map(len, rows))),
    }
    head = json.dumps(about, separators=(",", ":")).encode()
    outlined = [packed(along), *(file.outlines.tobytes() for file in files)] if chosen else []
    yield "near.bin", b"".join((varint(len(head)), head, *outlined, middle.astype("<f4").tobytes()))
    for number, content in enumerate(contents):
        yield f"n/{number}.bin", content


def files_of(sentences: int, size: int) -> int:
    """Into how many files so many sentences go, whose vectors have so many numbers."""
    if sentences * (size // 8 + PLACE) <= READ_AT_LEAST:
        return 1
    return min(FILES, -(-sentences // SIZE))


def _rows(number: int, annotated: AnnotatedDocument, told: Told) -> Iterator[_Row]:
    units = Units(annotated.document.text)
    places = {n: (place, paragraph) for place, (n, paragraph) in enumerate(ranked_paragraphs(annotated))}
    for one in told.sentences:
        place, paragraph = places[one.paragraph]
        yield _Row(number, place, units(paragraph.start, one.start), units(one.start, one.end))


def _content(file: File, rows: Sequence[Sequence[_Row]], told: Sequence[Told], middle: Floats) -> bytes:
    """How many stretches, and how many sentences each has; where the sentences stand; signs of the vectors.

    A vector that several sentences have stands there once."""
    own = [(one.place, n) for one in file.stretches for n in range(one.first, one.last)]
    vectors = np.array([told[place].vectors[n] for place, n in own])
    first: dict[bytes, int] = {}
    of = [first.setdefault(vector.tobytes(), len(first)) for vector in vectors]
    kept = np.unique(of, return_index=True)[1]
    lengths = [one.last - one.first for one in file.stretches]
    numbers = (len(lengths), *lengths, *_columns([rows[place][n] for place, n in own], of))
    return b"".join(map(varint, numbers)) + _signs(vectors[kept], middle).tobytes()


def _columns(rows: Sequence[_Row], of: Sequence[int]) -> Iterator[int]:
    """Column by column: how much greater the document's number is than that of the row before, and the paragraph's in the same
    document; how much is between the sentence and the one before in the same paragraph; lengths; how far back the vector stands,
    1 for the last one that was new, 0 for a new one."""
    steps = []
    before = _Row(0, 0, 0, 0)
    for row in rows:
        same = row.document == before.document
        on = same and row.paragraph == before.paragraph
        steps.append(
            (
                row.document - before.document,
                row.paragraph - (before.paragraph if same else 0),
                row.start - (before.start + before.length if on else 0),
                row.length,
            )
        )
        before = row
    for column in zip(*steps, strict=True):
        yield from column
    new = 0
    for number in of:
        yield new - number if number < new else 0
        new = max(new, number + 1)


def _different(told: Iterable[Told]) -> Vectors:
    """The vectors, those that several sentences have once."""
    seen: set[bytes] = set()
    kept = []
    for one in told:
        for vector in one.vectors:
            key = blake2b(vector.tobytes(), digest_size=16).digest()
            if key not in seen:
                seen.add(key)
                kept.append(vector)
    return np.array(kept)


def common(vectors: Vectors) -> Floats:
    """What the vectors of many subjects have in common; a share of it where they are few, which may have one subject."""
    total = np.zeros(vectors.shape[1])
    for at in range(0, len(vectors), BLOCK):
        total += directions(vectors[at : at + BLOCK]).sum(axis=0)
    return np.asarray(total / (len(vectors) + MANY))


def _signs(vectors: Vectors, middle: Floats) -> npt.NDArray[np.uint8]:
    """A bit for each number: whether it is above the middle."""
    return np.packbits(directions(vectors) > middle, axis=1)


def most_read(count: int) -> int:
    """How many bytes of so many sentences a question reads at most, where one file is not more."""
    return max(READ_AT_LEAST, int(READ * float(count) ** GROWTH))
