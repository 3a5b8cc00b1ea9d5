"""The index cut into small files by key, so that a query loads what its words need.

A shard holds whole keys: words that differ only in the letters of their plural lie together. Its layout is
``varint(size of JSON) JSON varint(number of terms)``, the JSON holding names and labels by term, then per term
``shared rest-length rest`` (UTF-8, front-coded), ``varint(number of documents)``, the gaps between document numbers
as varints, and per document its frequencies: one byte below 127 for the text alone, 127 and a varint for more,
or 128 + the bits of the fields and a varint for each of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.search.collect import FIELDS
from build_tools.search.encoding import front_coded, varint, varints
from build_tools.search.postings import Column, Postings
from build_tools.search.tokens import kind_of

SHARD_BYTES = 12_000
HAN_SHARD_BYTES = 5_000
"""Before compression. A Chinese query asks for more shards, so theirs are smaller."""

_TEXT = FIELDS.index("text")
_ONE_BYTE = 127


@dataclass(frozen=True, slots=True)
class Shard:
    first: str
    """The first key in it; ``last`` is the last one."""
    last: str
    content: bytes


def shards(postings: Postings, attached: Mapping[str, Any]) -> Iterator[Shard]:
    """All shards in order. ``attached`` is put into the JSON beside the terms it names."""
    blocks = _Blocks(postings)
    notes = {term: _note(attached[term]) for term in attached}
    members: list[int] = []
    size = 0
    for group in _groups(postings.keys):
        weight = sum(blocks.size(term) + len(notes.get(postings.terms[term], b"")) for term in group)
        limit = HAN_SHARD_BYTES if _is_han(postings.keys[group[0]]) else SHARD_BYTES
        if members and size + weight > limit:
            yield _shard(postings, members, blocks, notes)
            members, size = [], 0
        members.extend(group)
        size += weight
    if members:
        yield _shard(postings, members, blocks, notes)


def separators(made: Sequence[Shard]) -> list[str]:
    """For each shard but the first the shortest text that no key before it reaches and its own first key does."""
    found: list[str] = []
    for before, shard in pairwise(made):
        shared = 0
        while before.last[shared : shared + 1] == shard.first[shared]:
            shared += 1
        found.append(shard.first[: shared + 1])
    return found


def _groups(keys: tuple[str, ...]) -> Iterator[range]:
    start = 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or keys[at] != keys[start]:
            yield range(start, at)
            start = at


def _is_han(key: str) -> bool:
    return key[0] not in "@#=" and kind_of(key) == "H"


def _shard(postings: Postings, members: list[int], blocks: _Blocks, notes: Mapping[str, bytes]) -> Shard:
    present = [postings.terms[index] for index in members if postings.terms[index] in notes]
    text = b",".join(_note(term) + b":" + notes[term] for term in present)
    text = b"{" + text + b"}" if text else b""
    parts = [varint(len(text)), text, varint(len(members))]
    previous = b""
    for index in members:
        word = postings.terms[index].encode()
        parts.append(front_coded(word, previous))
        parts.extend(blocks.parts(index))
        previous = word
    return Shard(postings.keys[members[0]], postings.keys[members[-1]], b"".join(parts))


def _note(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class _Blocks:
    """The encoded postings of every term, made in one go and handed out by term."""

    def __init__(self, postings: Postings) -> None:
        term, document = postings.term, postings.document
        new = np.ones(len(term), bool)
        new[1:] = (term[1:] != term[:-1]) | (document[1:] != document[:-1])
        first = np.flatnonzero(new)
        fields = np.diff(first, append=len(term))
        self._documents = np.bincount(term[first], minlength=len(postings.terms))
        gaps, gap_sizes = varints(_gaps(term[first], document[first]))
        codes, code_sizes = _codes(postings, first, fields)
        ends = np.concatenate(([0], np.cumsum(self._documents)))
        self._gaps, self._gap_ends = (
            gaps.tobytes(),
            np.concatenate(([0], np.cumsum(gap_sizes)))[ends].tolist(),
        )
        self._codes, self._code_ends = (
            codes.tobytes(),
            np.concatenate(([0], np.cumsum(code_sizes)))[ends].tolist(),
        )
        self._counts: list[int] = self._documents.tolist()
        self._terms = postings.terms

    def size(self, term: int) -> int:
        return (
            self._gap_ends[term + 1]
            - self._gap_ends[term]
            + self._code_ends[term + 1]
            - self._code_ends[term]
            + len(self._terms[term])
        )

    def parts(self, term: int) -> tuple[bytes, bytes, bytes]:
        return (
            varint(self._counts[term]),
            self._gaps[self._gap_ends[term] : self._gap_ends[term + 1]],
            self._codes[self._code_ends[term] : self._code_ends[term + 1]],
        )


def _gaps(term: Column, document: Column) -> Column:
    """Document numbers as differences within each term, the first one from zero."""
    gaps = document.copy()
    same = term[1:] == term[:-1]
    gaps[1:][same] -= document[:-1][same]
    return gaps


def _codes(postings: Postings, first: Column, fields: Column) -> tuple[npt.NDArray[np.uint8], Column]:
    """The frequencies of each term and document: bytes in a row, and how many each pair takes."""
    frequency, field = postings.frequency, postings.field
    alone = (fields == 1) & (field[first] == _TEXT)
    short = alone & (frequency[first] < _ONE_BYTE)
    masks = np.add.reduceat(1 << field, first) if len(first) else first
    # One number leads each pair; frequencies follow as varints where they are not in it.
    numbers, sizes = varints(frequency)
    row_is_written = ~np.repeat(short, fields)
    row_sizes = np.where(row_is_written, sizes, 0)
    pair_sizes = (np.add.reduceat(row_sizes, first) if len(first) else first) + 1
    made = np.empty(int(pair_sizes.sum()), np.uint8)
    pair_ends = np.cumsum(pair_sizes)
    pair_starts = pair_ends - pair_sizes
    lead = np.where(short, frequency[first], np.where(alone, _ONE_BYTE, masks + 128))
    is_lead = np.zeros(len(made), bool)
    is_lead[pair_starts] = True
    made[is_lead] = lead
    made[~is_lead] = numbers[np.repeat(row_is_written, sizes)]
    return made, pair_sizes
