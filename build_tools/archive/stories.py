"""The documents of one story, aligned paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from build_tools.archive.order import placed
from build_tools.archive.passages import THRESHOLD
from build_tools.archive.signatures import Signatures, signatures
from build_tools.archive.story_claims import claim
from build_tools.archive.story_figures import differences, lone
from build_tools.model import AnnotatedDocument, FigureUse, Passage, Place, Story, StoryRow

Links = list[tuple[Place, Place]]
"""Paragraphs that tell the same, each pair in both orders."""


def stories(
    documents: Sequence[AnnotatedDocument],
    figures: Mapping[str, Sequence[FigureUse]],
    passages: Sequence[Passage],
) -> dict[str, Story]:
    """Every curated story with two or more publishable documents, by id."""
    members: dict[str, list[AnnotatedDocument]] = defaultdict(list)
    for annotated in documents:
        if annotated.document.record.story and annotated.document.paragraphs:
            members[annotated.document.record.story].append(annotated)
    return {
        name: _story(name, group, figures, passages)
        for name, group in sorted(members.items())
        if len(group) > 1
    }


def _story(
    name: str,
    group: Sequence[AnnotatedDocument],
    figures: Mapping[str, Sequence[FigureUse]],
    passages: Sequence[Passage],
) -> Story:
    # The fullest version leads, so that most rows follow one text from beginning to end.
    ordered = sorted(group, key=lambda a: (-len(a.document.paragraphs), a.document.id))
    ids = [a.document.id for a in ordered]
    signed = {a.document.id: signatures(a, figures[a.document.id]) for a in ordered}
    links = _best_links(passages, set(ids))
    beside = _beside(ordered, signed, links)
    rows = [_by_document(row) for row in _rows(ordered, _joined([*links, *beside]))]
    whole = all(a.document.record.rights == "full" for a in ordered)
    only = lone(ids, rows, figures, signed) if whole else ()
    return Story(
        name,
        tuple(ids),
        tuple(_row(row, ordered, links, only) for row in rows),
        differences(ids, rows, figures),
        only,
    )


def _beside(ordered: Sequence[AnnotatedDocument], signed: Mapping[str, Signatures], links: Links) -> Links:
    """Paragraphs that only their place among the linked ones sets side by side, for each two of the documents."""
    found: Links = []
    for left, right in combinations(ordered, 2):
        names = left.document.id, right.document.id
        pairs = {(a.paragraph, b.paragraph) for a, b in links if (a.document, b.document) == names}
        numbers = [
            [n for n, paragraph in enumerate(a.document.paragraphs, 1) if not paragraph.boilerplate]
            for a in (left, right)
        ]
        found.extend(
            (Place(names[0], i), Place(names[1], j))
            for i, j in placed(numbers[0], numbers[1], pairs, signed[names[0]], signed[names[1]])
        )
    return found


def _row(
    row: Mapping[str, tuple[int, ...]],
    ordered: Sequence[AnnotatedDocument],
    links: Links,
    lone: Sequence[FigureUse],
) -> StoryRow:
    if len(row) == 1:
        [(name, numbers)] = row.items()
        return StoryRow(row, *claim(Place(name, numbers[0]), ordered, links, lone))
    linked = {place for link in links for place in link}
    told = any(Place(name, number) in linked for name, numbers in row.items() for number in numbers)
    return StoryRow(row, "told" if told else "placed")


def _rows(ordered: Sequence[AnnotatedDocument], row_of: Mapping[Place, list[Place]]) -> list[list[Place]]:
    """Every paragraph in one row, boilerplate in none; the rows follow the first document.

    What it does not say stands after the last row that the document saying it shares with the ones before.
    """
    rows: list[list[Place]] = []
    placed_in: dict[Place, int] = {}
    for annotated in ordered:
        at = -1
        for number, paragraph in enumerate(annotated.document.paragraphs, 1):
            place = Place(annotated.document.id, number)
            if paragraph.boilerplate:
                continue
            row = row_of.get(place, [place])
            if any(Place(annotated.document.id, n) in row for n in range(1, number)):
                # The row of an earlier paragraph: what follows stands after the latest one, not there.
                continue
            if row[0] in placed_in:
                at = placed_in[row[0]]
            else:
                at += 1
                rows.insert(at, row)
                placed_in = {place: index for index, members in enumerate(rows) for place in members}
    return rows


def _by_document(row: Sequence[Place]) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for place in row:
        numbers[place.document].append(place.paragraph)
    return {document: tuple(sorted(paragraphs)) for document, paragraphs in numbers.items()}


def _best_links(passages: Sequence[Passage], documents: set[str]) -> Links:
    """Each paragraph with its best partner in each other document of the story.

    Openings that are hardly alike tell a part of the same, and stand in rows of their own.
    """
    best: dict[tuple[Place, str], tuple[float, Place]] = {}
    for passage in passages:
        if passage.score < THRESHOLD and "meaning" not in passage.kinds:
            continue
        if passage.left.document in documents and passage.right.document in documents:
            for place, other in ((passage.left, passage.right), (passage.right, passage.left)):
                candidate = (passage.score, other)
                if passage.score > best.get((place, other.document), (0.0, place))[0]:
                    best[place, other.document] = candidate
    links = {(place, other) for (place, _), (_, other) in best.items()}
    return sorted(links | {(other, place) for place, other in links}, key=lambda link: tuple(map(_key, link)))


def _key(place: Place) -> tuple[str, int]:
    return place.document, place.paragraph


def _joined(links: Links) -> dict[Place, list[Place]]:
    """Place → the row it belongs to: places that links connect, directly or through others."""
    row_of: dict[Place, list[Place]] = {}
    for left, right in links:
        one, other = row_of.setdefault(left, [left]), row_of.setdefault(right, [right])
        if one is not other:
            one.extend(other)
            row_of.update((place, one) for place in other)
    return row_of
