"""Which term stands how often in which field of which document: the second half of indexing.

Everything is done on whole columns, because ten thousand documents make some ten million of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.search.collect import FIELDS
from build_tools.search.collected import Collected
from build_tools.search.first_letters import first_letters
from build_tools.search.tokens import Reading, feminine, is_stopword, kind_of, readings, skeleton

Column = npt.NDArray[Any]

LATIN = "\u024f"
LONG = 5
"""Letters of a stem that is no other word's end by chance."""


@dataclass(frozen=True, slots=True)
class Postings:
    """``terms`` in the order of the index. Row ``i`` of the columns is: term, document, field, frequency."""

    terms: tuple[str, ...]
    keys: tuple[str, ...]
    """The sort key of each term."""
    term: Column
    document: Column
    field: Column
    frequency: Column
    lengths: Column
    """Terms per field and document, shape ``(documents, fields)``."""


def order(term: str) -> tuple[bytes, bytes]:
    """Sorts terms as the browser compares them: by key, then by term, in UTF-16 units."""
    return skeleton(term).encode("utf-16-be"), term.encode("utf-16-be")


def postings(collected: Collected, extra: Iterable[str] = ()) -> Postings:
    """Count the terms of all documents. ``extra`` terms are in the index though no document has them, and so are
    the terms by which words are found whose first letter was mistyped."""
    vocabulary: dict[str, int] = {}
    flat = array("I")
    sizes = array("I")
    for terms in _terms_of_words(collected):
        sizes.append(len(terms))
        for term in terms:
            flat.append(vocabulary.setdefault(term, len(vocabulary)))
    for term in extra:
        vocabulary.setdefault(term, len(vocabulary))
    for term in list(first_letters(vocabulary)):
        vocabulary.setdefault(term, len(vocabulary))
    sorted_terms = sorted(vocabulary, key=order)
    rank = np.empty(len(vocabulary), np.int64)
    rank[[vocabulary[term] for term in sorted_terms]] = np.arange(len(vocabulary))

    slots = max(len(collected.counts), 1)
    rows, times, lengths = _rows(collected, sizes, rank[np.frombuffer(flat, np.uint32)], slots)
    new = np.ones(len(rows), bool)
    np.not_equal(rows[1:], rows[:-1], out=new[1:])
    starts = np.flatnonzero(new)
    rows = rows[starts]
    frequency = (np.add.reduceat(times, starts) if len(starts) else times).astype(np.int32)
    del new, starts, times
    slot = (rows % slots).astype(np.int32)
    rows //= slots
    return Postings(
        terms=tuple(sorted_terms),
        keys=tuple(map(skeleton, sorted_terms)),
        term=rows.astype(np.int32),
        document=slot // len(FIELDS),
        field=(slot % len(FIELDS)).astype(np.uint8),
        frequency=frequency,
        lengths=lengths[: len(collected.counts)].reshape(-1, len(FIELDS)),
    )


def _rows(collected: Collected, sizes: array[int], flat: Column, slots: int) -> tuple[Column, Column, Column]:
    """A sorted number for each term of each word, ``term * slots + slot``, how often it stands there, and the terms of
    each slot."""
    numbers = collected.numbers
    size_of = np.frombuffer(sizes, np.uint32)
    first_of = np.cumsum(size_of, dtype=np.int64) - size_of
    size = size_of[numbers]
    slot = np.repeat(np.arange(len(collected.counts), dtype=np.int32), collected.counts)
    lengths = np.bincount(slot, weights=size * collected.times, minlength=slots).astype(np.int64)
    rows = np.empty(int(size.sum(dtype=np.int64)), np.int64)
    # How often is in the lowest bits of what is sorted: a column that says where each was would be as large again.
    bits = 63 - ((int(flat.max(initial=0)) + 1) * slots).bit_length()
    often = np.minimum(collected.times, (1 << min(bits, 32)) - 1)
    bits = int(often.max(initial=0)).bit_length()
    # The n-th term of a word stands n places after its first one; words have few terms, so n is walked through.
    at = 0
    for n in range(int(size.max(initial=0))):
        has = size > n
        part = flat[first_of[numbers[has]] + n]
        part *= slots
        part += slot[has]
        part <<= bits
        part |= often[has]
        rows[at : at + len(part)] = part
        at += len(part)
    del size, slot, often
    rows.sort()
    times = (rows & ((1 << bits) - 1)).astype(np.uint32)
    rows >>= bits
    return rows, times, lengths


def _terms_of_words(collected: Collected) -> Iterator[Sequence[str]]:
    """The terms of each distinct word.

    A word with a proclitic also gets the stem without it, where that stem is at least as common in the archive:
    that tells ``لشركة`` (for a company) from a word that merely begins with that letter, without a dictionary.
    Of a long stem it is enough that it stands anywhere: ``لتقرير`` (for a report) leaves no other word by chance.
    A feminine that may be another word than the masculine has a term of its own beside the stem.
    """
    read = [_readings(word) for word in collected.runs]
    uses = np.bincount(collected.numbers, collected.times, len(collected.runs)).astype(np.int64).tolist()
    common: dict[str, int] = {}
    for ways, count in zip(read, uses, strict=True):
        if ways:
            common[ways[0].stem] = common.get(ways[0].stem, 0) + count
    for word, ways in zip(collected.runs, read, strict=True):
        if ways is None:
            yield (word,)
        else:
            least = common[ways[0].stem] if ways else 0
            kept = [
                way
                for n, way in enumerate(ways)
                if n == 0 or common.get(way.stem, 0) >= (1 if len(way.stem) >= LONG else least)
            ]
            beside = filter(None, map(feminine, kept)) if word[0] > LATIN else ()
            yield list(dict.fromkeys((*(way.stem for way in kept), *beside)))


def _readings(word: str) -> tuple[Reading, ...] | None:
    """The readings of a word, none for a stop word; ``None`` for what is a term as it stands."""
    if word[0] in "@#=":
        return None
    kind = kind_of(word)
    if kind == "H":
        return None
    return () if is_stopword(word) else readings(kind, word)
