"""When a page may say that only one version of a story tells something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_tools.archive.places import paragraph_at
from build_tools.model import AnnotatedDocument, FigureUse, Place, RowKind

FIGURES = 2
"""How many figures that no other version states are needed, where there is no such name: one may be the detail of a
fact that all tell."""

Links = Iterable[tuple[Place, Place]]
"""Paragraphs that tell the same, each pair in both orders."""

ENOUGH = 0.5
"""Least share of its paragraphs that a version must have linked to another before anything is said of what the other
lacks."""


def claim(
    place: Place, versions: Sequence[AnnotatedDocument], links: Links, lone: Sequence[FigureUse]
) -> tuple[RowKind, tuple[str, ...], tuple[int, ...]]:
    """``only`` with the names and the numbers of the figures that no other version holds anywhere; else ``unmatched``.

    That a paragraph was not matched is no proof that the other version is silent. It is said to stand in one version
    only when it holds a name or some figures that the others hold nowhere (``lone``), most of its document was matched
    with each of them, all of each may be read, and none has an unmatched paragraph in the place where this one would
    stand.
    """
    own = next(a for a in versions if a.document.id == place.document)
    others = [other for other in versions if other is not own]
    named = dict.fromkeys(
        mention.entity
        for mention in own.mentions
        if paragraph_at(own.document.paragraphs, mention.start) == place.paragraph
    )
    known = {mention.entity for other in others for mention in other.mentions}
    names = tuple(entity for entity in named if entity not in known)
    figures = tuple(use.number for use in lone if use.place == place)
    if (names or len(figures) >= FIGURES) and all(_looked(place, own, other, links) for other in others):
        return "only", names, figures
    return "unmatched", (), ()


def _looked(place: Place, own: AnnotatedDocument, other: AnnotatedDocument, links: Links) -> bool:
    """Whether enough is known of how two versions go together to tell that one lacks a paragraph of the other."""
    if other.document.record.rights != "full":
        return False
    name = other.document.id
    partners: dict[int, list[int]] = {}
    for here, there in links:
        if here.document == place.document and there.document == name:
            partners.setdefault(here.paragraph, []).append(there.paragraph)
    told = [n for n, paragraph in enumerate(own.document.paragraphs, 1) if not paragraph.boilerplate]
    if sum(1 for n in told if n in partners) < ENOUGH * len(told):
        return False
    before = max((n for n in partners if n < place.paragraph), default=0)
    after = min((n for n in partners if n > place.paragraph), default=0)
    taken = {n for numbers in partners.values() for n in numbers}
    open_there = {
        n
        for n, paragraph in enumerate(other.document.paragraphs, 1)
        if not paragraph.boilerplate and n not in taken
    }
    first = max(partners[before]) + 1 if before else 1
    last = min(partners[after]) - 1 if after else len(other.document.paragraphs)
    return first not in open_there and last not in open_there
