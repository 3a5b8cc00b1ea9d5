"""The postings of all terms as bytes, made column by column in one go and handed out term by term.

Frequencies: one byte below 127 where a document has the term in its text alone, 127 and a varint where it is more
often there, else 128 + the bits of the fields that have it and a varint for each of them.
"""

from __future__ import annotations

import numpy as np

from build_tools.search.collect import FIELDS
from build_tools.search.encoding import varint, varints
from build_tools.search.postings import Column, Postings

_TEXT = FIELDS.index("text")
_ONE_BYTE = 127


class Blocks:
    """Encoded documents and frequencies of each term, by the term's place in the index."""

    def __init__(self, postings: Postings) -> None:
        term, document = postings.term, postings.document
        new = np.ones(len(term), bool)
        new[1:] = (term[1:] != term[:-1]) | (document[1:] != document[:-1])
        first = np.flatnonzero(new)
        fields = np.diff(first, append=len(term)).astype(np.uint8)
        documents = np.bincount(term[first], minlength=len(postings.terms))
        ends = _starts(documents)
        self._gap_ends: list[int]
        self._code_ends: list[int]
        gaps, sizes = varints(_gaps(term[first], document[first]))
        self._gaps, self._gap_ends = gaps.tobytes(), _starts(sizes)[ends].tolist()
        del new, gaps
        codes, sizes = _codes(postings, first, fields)
        self._codes, self._code_ends = codes.tobytes(), _starts(sizes)[ends].tolist()
        self._documents = documents.astype(np.int64)
        self._counts: list[int] = documents.tolist()
        self._terms = postings.terms

    def size(self, term: int) -> int:
        """About how many bytes a term takes in a shard."""
        gaps = self._gap_ends[term + 1] - self._gap_ends[term]
        codes = self._code_ends[term + 1] - self._code_ends[term]
        return gaps + codes + len(self._terms[term])

    def stretch(self, terms: range) -> bytes:
        """All that ``parts`` gives for terms in a row: no two different stretches give the same."""
        begin, end = terms.start, terms.stop
        gaps = self._gaps[self._gap_ends[begin] : self._gap_ends[end]]
        codes = self._codes[self._code_ends[begin] : self._code_ends[end]]
        # Gaps and frequencies end by themselves, and there are as many as the numbers of documents say.
        return b"".join(
            (varint(len(terms)), self._documents[begin:end].tobytes(), varint(len(gaps)), gaps, codes)
        )

    def parts(self, term: int) -> tuple[bytes, bytes, bytes]:
        """The number of a term's documents, the gaps between them, the frequencies in them."""
        return (
            varint(self._counts[term]),
            self._gaps[self._gap_ends[term] : self._gap_ends[term + 1]],
            self._codes[self._code_ends[term] : self._code_ends[term + 1]],
        )


def _starts(sizes: Column) -> Column:
    """Where each of some stretches of these sizes begins, and where the last one ends."""
    starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def _gaps(term: Column, document: Column) -> Column:
    """Document numbers as differences within each term, the first one from zero."""
    gaps = document.copy()
    same = term[1:] == term[:-1]
    gaps[1:][same] -= document[:-1][same]
    return gaps


def _codes(postings: Postings, first: Column, fields: Column) -> tuple[Column, Column]:
    """The frequencies of each term and document: bytes in a row, and how many each pair takes."""
    frequency, field = postings.frequency, postings.field
    if not len(first):
        return np.empty(0, np.uint8), np.empty(0, np.int64)
    alone = (fields == 1) & (field[first] == _TEXT)
    short = alone & (frequency[first] < _ONE_BYTE)
    masks = np.add.reduceat(1 << field, first)
    # One number leads each pair; frequencies follow as varints where they are not in it.
    numbers, sizes = varints(frequency)
    written = ~np.repeat(short, fields)
    pair_sizes = np.add.reduceat(np.where(written, sizes, 0), first) + 1
    starts = _starts(pair_sizes)
    is_lead = np.zeros(int(starts[-1]), bool)
    is_lead[starts[:-1]] = True
    del starts
    made = np.empty(len(is_lead), np.uint8)
    made[is_lead] = np.where(short, frequency[first], np.where(alone, _ONE_BYTE, masks + 128))
    made[~is_lead] = numbers[np.repeat(written, sizes)]
    return made, pair_sizes
