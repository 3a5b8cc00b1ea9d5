"""Reports like the one that is read, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.archive.both import common
from build_tools.model import Document, EvidenceKind, Figure
from build_tools.render.context import Context

NAMES, FIGURES = 3, 2
"""How many of the names and figures that both hold are told."""


@dataclass(frozen=True, slots=True)
class Like:
    document: Document
    names: Sequence[str]
    """Ids of entities that both name."""
    figures: Sequence[Figure]
    """What both state."""
    kinds: Sequence[EvidenceKind]
    """Further kinds of evidence."""
    nearest: tuple[int, int] | None
    """Paragraphs here and there with the sentences that are nearest in meaning."""


def like(context: Context, document: str) -> list[Like]:
    documents = context.archive.documents
    return [
        Like(
            documents[one.document].document,
            one.entities[:NAMES],
            [
                common(documents[document].figures[a - 1], documents[one.document].figures[b - 1])
                for a, b in one.figures[:FIGURES]
            ],
            [kind for kind in one.kinds if kind not in ("names", "figures")],
            one.nearest,
        )
        for one in context.archive.alike.get(document, ())
    ]
