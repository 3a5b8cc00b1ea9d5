"""The documents of one story, aligned paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from build_tools.archive.compare import bounds
from build_tools.model import AnnotatedDocument, FigureUse, Passage, Place, Story, StoryRow


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
    row_of = _joined(_best_links(passages, set(ids)))
    rows: list[list[Place]] = []
    placed: dict[Place, int] = {}
    for annotated in ordered:
        at = -1
        for number, paragraph in enumerate(annotated.document.paragraphs, 1):
            place = Place(annotated.document.id, number)
            if paragraph.boilerplate:
                continue
            row = row_of.get(place, [place])
            if row[0] in placed:
                at = placed[row[0]]
            else:
                # What no earlier version says stands after the last row that this version shares.
                at += 1
                rows.insert(at, row)
                placed = {place: index for index, members in enumerate(rows) for place in members}
    by_document = [_by_document(row) for row in rows]
    return Story(name, tuple(ids), tuple(map(StoryRow, by_document)), _differences(by_document, figures))


def _by_document(row: Sequence[Place]) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for place in row:
        numbers[place.document].append(place.paragraph)
    return {document: tuple(sorted(paragraphs)) for document, paragraphs in numbers.items()}


def _best_links(passages: Sequence[Passage], documents: set[str]) -> list[tuple[Place, Place]]:
    """Each paragraph with its best partner in each other document of the story."""
    best: dict[tuple[Place, str], tuple[float, Place]] = {}
    for passage in passages:
        if passage.left.document in documents and passage.right.document in documents:
            for place, other in ((passage.left, passage.right), (passage.right, passage.left)):
                candidate = (passage.score, other)
                if passage.score > best.get((place, other.document), (0.0, place))[0]:
                    best[place, other.document] = candidate
    return [(place, other) for (place, _), (_, other) in best.items()]


def _joined(links: Sequence[tuple[Place, Place]]) -> dict[Place, list[Place]]:
    """Place → the row it belongs to: places that links connect, directly or through others."""
    row_of: dict[Place, list[Place]] = {}
    for left, right in links:
        one, other = row_of.setdefault(left, [left]), row_of.setdefault(right, [right])
        if one is not other:
            one.extend(other)
            row_of.update((place, one) for place in other)
    return row_of


def _differences(
    rows: Sequence[Mapping[str, Sequence[int]]], figures: Mapping[str, Sequence[FigureUse]]
) -> tuple[tuple[FigureUse, FigureUse], ...]:
    """Figures of one row and kind that no figure of the other document's paragraphs can be reconciled with."""
    found: list[tuple[FigureUse, FigureUse]] = []
    for row in rows:
        documents = sorted(row)
        for index, left in enumerate(documents):
            for right in documents[index + 1 :]:
                found.extend(_unmatched(_in(figures[left], row[left]), _in(figures[right], row[right])))
    return tuple(found)


def _in(uses: Sequence[FigureUse], paragraphs: Sequence[int]) -> list[FigureUse]:
    return [
        use
        for use in uses
        if use.place.paragraph in paragraphs
        and use.figure.kind in ("money", "percent", "count")
        and bounds(use.figure) is not None
    ]


def _unmatched(left: Sequence[FigureUse], right: Sequence[FigureUse]) -> list[tuple[FigureUse, FigureUse]]:
    def alike(a: FigureUse, b: FigureUse) -> bool:
        same = (a.figure.kind, a.figure.currency) == (b.figure.kind, b.figure.currency)
        return same and (a.figure.unit == b.figure.unit or a.figure.kind == "money")

    def agree(a: FigureUse, b: FigureUse) -> bool:
        first, second = bounds(a.figure), bounds(b.figure)
        return bool(first and second and first[0] <= second[1] and second[0] <= first[1])

    lone_left = [a for a in left if not any(alike(a, b) and agree(a, b) for b in right)]
    lone_right = [b for b in right if not any(alike(a, b) and agree(a, b) for a in left)]
    return [(a, b) for a in lone_left for b in lone_right if alike(a, b)]
