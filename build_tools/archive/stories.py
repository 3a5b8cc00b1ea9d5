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
    links = _links(passages, set(ids))
    rows: list[dict[str, list[int]]] = []
    row_of: dict[Place, dict[str, list[int]]] = {}
    for annotated in ordered:
        at = -1
        for number, paragraph in enumerate(annotated.document.paragraphs, 1):
            if paragraph.boilerplate:
                continue
            place = Place(annotated.document.id, number)
            best = max(
                ((score, other) for other, score in links.get(place, {}).items() if other in row_of),
                key=lambda found: (found[0], -found[1].paragraph),
                default=None,
            )
            if best:
                row = row_of[best[1]]
                at = next(n for n, candidate in enumerate(rows) if candidate is row)
            else:
                # What only this document says stands after the last row that it shares.
                at += 1
                row = defaultdict(list)
                rows.insert(at, row)
            row[place.document].append(number)
            row_of[place] = row
    return Story(
        name,
        tuple(ids),
        tuple(StoryRow({key: tuple(numbers) for key, numbers in row.items()}) for row in rows),
        _differences(rows, figures),
    )


def _links(passages: Sequence[Passage], documents: set[str]) -> dict[Place, dict[Place, float]]:
    links: dict[Place, dict[Place, float]] = defaultdict(dict)
    for passage in passages:
        if passage.left.document in documents and passage.right.document in documents:
            links[passage.left][passage.right] = passage.score
            links[passage.right][passage.left] = passage.score
    return links


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
