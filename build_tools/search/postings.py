"""Which term stands how often in which field of which document: the second half of indexing.

Everything is done on whole columns, because ten thousand documents make some ten million of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from build_tools.search.collect import FIELDS, Collected, RunTable
from build_tools.search.tokens import Reading, han_terms, is_stopword, kind_of, readings, skeleton

Column = npt.NDArray[np.int64]


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
    """Count the terms of all documents. ``extra`` terms are in the index though no document has them."""
    per_run = _terms_of_runs(collected)
    vocabulary: dict[str, int] = {}
    flat: list[int] = []
    sizes: list[int] = []
    for terms in per_run:
        sizes.append(len(terms))
        flat.extend(vocabulary.setdefault(term, len(vocabulary)) for term in terms)
    for term in extra:
        vocabulary.setdefault(term, len(vocabulary))
    sorted_terms = sorted(vocabulary, key=order)
    rank = np.empty(len(vocabulary), np.int64)
    rank[[vocabulary[term] for term in sorted_terms]] = np.arange(len(vocabulary))

    slots = len(collected.counts)
    slot_of_run = np.repeat(np.arange(slots), np.frombuffer(collected.counts, np.uint32))
    term_of, run_of = _expanded(
        np.frombuffer(collected.numbers, np.uint32), np.array(sizes, np.int64), np.array(flat, np.int64)
    )
    slot_of = slot_of_run[run_of]
    lengths = np.bincount(slot_of, minlength=slots).reshape(-1, len(FIELDS))
    rows = rank[term_of]
    rows *= max(slots, 1)
    rows += slot_of
    rows.sort()
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    unique = rows[starts]
    slot = unique % max(slots, 1)
    return Postings(
        terms=tuple(sorted_terms),
        keys=tuple(map(skeleton, sorted_terms)),
        term=unique // max(slots, 1),
        document=slot // len(FIELDS),
        field=slot % len(FIELDS),
        frequency=np.diff(starts, append=len(rows)),
        lengths=lengths,
    )


def _expanded(numbers: npt.NDArray[Any], sizes: Column, flat: Column) -> tuple[Column, Column]:
    """For each term of each run: the term, and the place of its run in ``numbers``."""
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    size = sizes[numbers] if len(numbers) else np.empty(0, np.int64)
    run_of = np.repeat(np.arange(len(numbers)), size)
    first = np.repeat(np.cumsum(size) - size, size)
    within = np.arange(len(run_of)) - first
    return flat[offsets[numbers][run_of] + within] if len(run_of) else run_of, run_of


def _terms_of_runs(collected: Collected) -> list[tuple[str, ...]]:
    """The terms of each distinct run.

    A word with a proclitic also gets the stem without it, where that stem is at least as common in the archive:
    that tells ``لشركة`` (for a company) from a word that merely begins with that letter, without a dictionary.
    """
    read = {run: _readings(run) for run in collected.runs}
    uses = np.bincount(np.frombuffer(collected.numbers, np.uint32), minlength=len(collected.runs))
    common = _stem_counts(read, collected.runs, uses)
    found: list[tuple[str, ...]] = []
    for ways in read.values():
        if isinstance(ways, list):
            found.append(tuple(ways))
            continue
        stems = [way.stem for way in ways]
        found.append(
            tuple(
                dict.fromkeys(
                    s for n, s in enumerate(stems) if n == 0 or common.get(s, 0) >= common[stems[0]]
                )
            )
        )
    return found


def _readings(run: str) -> tuple[Reading, ...] | list[str]:
    """Readings of a word, or the terms of a run that has no choice among readings."""
    if run[0] in "@#=":
        return [run]
    kind = kind_of(run)
    if kind == "H":
        return han_terms(run)
    return [] if is_stopword(run) else readings(kind, run)


def _stem_counts(
    read: Mapping[str, tuple[Reading, ...] | list[str]], runs: RunTable, uses: npt.NDArray[np.int64]
) -> dict[str, int]:
    counts: dict[str, int] = {}
    for run, ways in read.items():
        if isinstance(ways, tuple):
            stem = ways[0].stem
            counts[stem] = counts.get(stem, 0) + int(uses[runs[run]])
    return counts
