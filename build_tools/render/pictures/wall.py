"""Every measure in a row: what is stated on a small scale of its own, who states it, and what they say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from build_tools.model import Archive, Comparison, Document, Figure, Verdict
from build_tools.render.pictures.scale import Mark
from build_tools.render.pictures.statements import of_measure
from build_tools.render.wording.parallel import Parallels

MOST = 120
"""Rows of a wall; an archive that compares more lists the others by their names."""
GRAVITY: tuple[Verdict, ...] = (
    "conflict",
    "versions-differ",
    "differ-by-date",
    "not-comparable",
    "agree",
    "single",
)
"""Verdicts, those first under which something is to be asked."""
assert set(GRAVITY) == set(get_args(Verdict))


@dataclass(frozen=True, slots=True)
class Brick:
    comparison: Comparison
    gravity: int
    """For sorting, from 0; what one source states only once comes last."""
    marks: Sequence[Mark]
    """On a scale from zero to the greatest; none where all of it is one mark, or nothing is on one scale."""
    ends: Sequence[Figure]
    """The least and the greatest reading, or the only one."""
    publishers: Sequence[str]
    credited: Sequence[str]
    """Whose reporting the texts pass on, where no publisher is known."""
    document: Document
    """The first that states it."""


def wall(archive: Archive) -> list[Brick]:
    """The disputed first, what is stated once last; within a verdict in the order of the measures."""
    bricks = [_brick(archive, comparison) for comparison in archive.comparisons]
    return sorted(bricks, key=lambda brick: brick.gravity)


def _brick(archive: Archive, comparison: Comparison) -> Brick:
    pictures = of_measure(archive, comparison, Parallels(""))
    rows = pictures[0].rows if len(pictures) == 1 else ()
    marks = [row.mark for row in rows if row.mark] if len(rows) > 1 else []
    alone = len(comparison.statements) == 1
    first = comparison.statements[0].use
    ends = pictures[0].ends if len(pictures) == 1 else None
    texts = (archive.documents[s.use.place.document].document for s in comparison.statements)
    sources = [text.record.source for text in texts]
    return Brick(
        comparison,
        GRAVITY.index(comparison.verdict) + alone,
        marks,
        _apart(ends or (first.figure,)),
        list(dict.fromkeys(s.publisher for s in sources if s.publisher)),
        list(dict.fromkeys(key for s in sources if not s.publisher for key in s.credits)),
        archive.documents[first.place.document].document,
    )


def _apart(ends: Sequence[Figure]) -> Sequence[Figure]:
    """One of two that say the same."""
    least, most = ends[0], ends[-1]
    same = (least.value, least.low, least.high, least.modifier) == (
        most.value,
        most.low,
        most.high,
        most.modifier,
    )
    return ends[:1] if same else ends
