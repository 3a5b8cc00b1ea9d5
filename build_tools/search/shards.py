"""The index cut into small files by key, so that a query loads what its words need.

A shard holds whole keys: words that differ only in the letters of their plural lie together. Its layout is
``varint(size of JSON) JSON varint(number of terms)``, the JSON holding names and labels by term, then per term
``shared rest-length rest`` (UTF-8, front-coded), ``varint(number of documents)``, the gaps between document numbers
as varints, and per document its frequencies (``postings_bytes``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from build_tools.search.encoding import front_coded, varint
from build_tools.search.postings import Postings
from build_tools.search.postings_bytes import Blocks
from build_tools.search.remembered import NOTHING, Memory, Part, key_of, remembered
from build_tools.search.tokens import kind_of

SHARD_BYTES = 16_000
HAN_SHARD_BYTES = 6_500
"""Before compression. A Chinese query asks for more shards, so theirs are smaller."""

EARLY = 0.6
"""From this share of its size on a shard ends where a new first letter begins: such keys are short to write down."""


@dataclass(frozen=True, slots=True)
class Shard:
    first: str
    """The first key in it; ``last`` is the last one."""
    last: str
    part: Part


def shards(postings: Postings, attached: Mapping[str, Any], memory: Memory = NOTHING) -> Iterator[Shard]:
    """All shards in order. ``attached`` is put into the JSON beside the terms it names."""
    blocks = Blocks(postings)
    notes = {term: _json(value) for term, value in attached.items()}
    begin = size = 0
    for group in _groups(postings.keys):
        weight = sum(blocks.size(term) + len(notes.get(postings.terms[term], b"")) for term in group)
        key = postings.keys[group[0]]
        if size:
            limit = HAN_SHARD_BYTES if _is_han(key) else SHARD_BYTES
            new_letter = key[0] != postings.keys[group.start - 1][0]
            if size + weight > limit or (new_letter and size > EARLY * limit):
                yield _shard(postings, range(begin, group.start), blocks, notes, memory)
                begin, size = group.start, 0
        size += weight
    if postings.keys:
        yield _shard(postings, range(begin, len(postings.keys)), blocks, notes, memory)


def separators(made: Sequence[Shard]) -> bytes:
    """For each shard but the first the shortest text that no key before it reaches and its own first key does.

    Written as UTF-16 units: a byte ``units shared with the text before * 16 + units that follow``, neither above 15
    (15 that follow: a varint says how many more), the first of these as the difference from the unit in its place,
    the others as they are, all varints.
    """
    parts = [varint(max(len(made) - 1, 0))]
    before: list[int] = []
    for one, other in pairwise(made):
        units = _units(_shortest(one.last, other.first))
        shared = 0
        while shared < min(len(before), len(units) - 1, 15) and before[shared] == units[shared]:
            shared += 1
        in_place = before[shared] if shared < len(before) else 0
        # Keys rise, so the unit that differs is greater than the one in its place.
        rest = len(units) - shared
        parts.append(bytes([shared * 16 + min(rest, 15)]) + (varint(rest - 15) if rest >= 15 else b""))
        parts.append(varint(units[shared] - in_place))
        parts.extend(map(varint, units[shared + 1 :]))
        before = units
    return b"".join(parts)


def _shortest(last: str, first: str) -> str:
    """The beginning of ``first`` up to where it differs from ``last``."""
    shared = 0
    while last[shared : shared + 1] == first[shared]:
        shared += 1
    return first[: shared + 1]


def _units(text: str) -> list[int]:
    encoded = text.encode("utf-16-be")
    return [encoded[at] << 8 | encoded[at + 1] for at in range(0, len(encoded), 2)]


def _groups(keys: tuple[str, ...]) -> Iterator[range]:
    start = 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or keys[at] != keys[start]:
            yield range(start, at)
            start = at


def _is_han(key: str) -> bool:
    return key[0] not in "@#=~" and kind_of(key) == "H"


def _shard(
    postings: Postings, members: range, blocks: Blocks, notes: Mapping[str, bytes], memory: Memory
) -> Shard:
    terms = postings.terms[members.start : members.stop]
    text = b",".join(_json(term) + b":" + notes[term] for term in terms if term in notes)
    text = b"{" + text + b"}" if text else b""
    key = key_of(b"shard", _json(terms), text, blocks.stretch(members))
    made = remembered(memory, key, lambda: _content(postings, members, blocks, text))
    if made is None:
        raise ValueError("a shard without content")
    return Shard(postings.keys[members.start], postings.keys[members.stop - 1], made)


def _content(postings: Postings, members: range, blocks: Blocks, text: bytes) -> bytes:
    parts = [varint(len(text)), text, varint(len(members))]
    previous = b""
    for index in members:
        word = postings.terms[index].encode()
        parts.append(front_coded(word, previous))
        parts.extend(blocks.parts(index))
        previous = word
    return b"".join(parts)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
