"""The words of all documents as columns. Those of a document that did not change are kept, and not collected again."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.model import AnnotatedDocument
from build_tools.search.collect import FIELDS, RunTable, words
from build_tools.search.remembered import NOTHING, Memory, key_of
from build_tools.search.word_ends import made_of_parts

Column = npt.NDArray[Any]
_KEY = key_of(b"words")
_BREAK = "\n"
"""No word holds one."""
_SLOTS = len(FIELDS) + 1
"""Columns of a document: those of its fields, and the words of its texts that have capitals inside."""


@dataclass(frozen=True, slots=True)
class Collected:
    """``numbers`` holds the distinct words of all slots one after the other, ``times`` how often each stands there; slot
    ``d * 5 + f`` is field ``f`` of document ``d``."""

    runs: Sequence[str]
    numbers: Column
    times: Column
    counts: Column
    """Words per slot."""
    inside: Sequence[str]
    """Words that have capitals inside."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The same for ``_SLOTS`` slots a document, with the keys of the documents in their order."""

    runs: list[str]
    keys: list[bytes]
    numbers: Column
    times: Column
    counts: Column


def collect(documents: Sequence[AnnotatedDocument], memory: Memory = NOTHING) -> Collected:
    """The words of every document, in the order given."""
    kept = _unpacked(memory.get(_KEY))
    bounds = np.concatenate(([0], np.cumsum(kept.counts.reshape(-1, _SLOTS).sum(axis=1, dtype=np.int64))))
    stretches = dict(zip(kept.keys, pairwise(bounds.tolist()), strict=True))
    places = {key: at for at, key in enumerate(kept.keys)}
    runs = RunTable(zip(kept.runs, range(len(kept.runs)), strict=True))
    keys = [memory.documents.get(one.document.id, b"") for one in documents]
    columns: list[tuple[Column, Column, Column]] = []
    for annotated, key in zip(documents, keys, strict=True):
        if key and key in stretches:
            begin, end = stretches[key]
            of = places[key]
            columns.append((kept.numbers[begin:end], kept.times[begin:end], kept.counts[of * _SLOTS : (of + 1) * _SLOTS]))  # fmt: skip
        else:
            columns.append(_counted([*words(annotated), made_of_parts(annotated)], runs))
    made = _joined(list(runs), keys, columns)
    memory.put(_KEY, _packed(made))
    slot = np.repeat(np.arange(len(made.counts)), made.counts)
    own = slot % _SLOTS < len(FIELDS)
    inside = np.unique(made.numbers[~own])
    return Collected(
        made.runs,
        made.numbers[own],
        made.times[own],
        made.counts.reshape(-1, _SLOTS)[:, : len(FIELDS)].ravel(),
        [made.runs[number] for number in inside],
    )


def _counted(slots: Iterable[Iterable[str]], runs: RunTable) -> tuple[Column, Column, Column]:
    numbers: list[int] = []
    times: list[int] = []
    counts: list[int] = []
    for slot in slots:
        found = Counter(slot)
        numbers.extend(map(runs.__getitem__, found))
        times.extend(found.values())
        counts.append(len(found))
    return np.array(numbers, np.uint32), np.array(times, np.uint32), np.array(counts, np.uint32)


def _joined(runs: Sequence[str], keys: list[bytes], columns: Sequence[tuple[Column, ...]]) -> _Kept:
    """All columns in a row, without the words that no document has any more."""
    numbers, times, counts = (
        np.concatenate([one[at] for one in columns]) if columns else np.empty(0, np.uint32) for at in range(3)
    )
    used = np.zeros(len(runs), bool)
    used[numbers] = True
    renumbered = (np.cumsum(used) - 1).astype(np.uint32)
    return _Kept([run for run, is_used in zip(runs, used.tolist(), strict=True) if is_used], keys, renumbered[numbers], times, counts)  # fmt: skip


def _packed(kept: _Kept) -> bytes:
    """As bytes; of documents that have no key nothing is found again."""
    out = io.BytesIO()
    keys = np.array([len(key) for key in kept.keys], np.uint8)
    for column in (_bytes(_BREAK.join(kept.runs).encode()), keys, _bytes(b"".join(kept.keys)), kept.numbers, kept.times, kept.counts):  # fmt: skip
        np.save(out, column, allow_pickle=False)
    return out.getvalue()


def _unpacked(content: bytes | None) -> _Kept:
    if content is None:
        nothing = np.empty(0, np.uint32)
        return _Kept([], [], nothing, nothing, nothing)
    file = io.BytesIO(content)
    text, sizes, keys, numbers, times, counts = (np.load(file, allow_pickle=False) for _ in range(6))
    ends = np.cumsum(sizes, dtype=np.int64).tolist()
    joined = keys.tobytes()
    runs = text.tobytes().decode().split(_BREAK) if len(text) else []
    return _Kept(runs, [joined[begin:end] for begin, end in pairwise([0, *ends])], numbers, times, counts)


def _bytes(content: bytes) -> Column:
    return np.frombuffer(content, np.uint8)
