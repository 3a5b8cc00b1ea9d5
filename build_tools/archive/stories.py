"""The documents of one story, aligned paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from build_tools.archive.compare import bounds
from build_tools.model import AnnotatedDocument, FigureUse, Passage, Place, Story, StoryRow

NEAR = Decimal(2)
"""Figures that contradict differ by this factor at most: 12 and 21 percent, not 8 and 35."""
NEAR_BARE = Decimal("1.5")
"""The same where only one of them says what it counts."""
SMALL = 10
"""Least value of such figures: a number below it says too little alone."""


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
            if any(Place(annotated.document.id, n) in row for n in range(1, number)):
                # The row of an earlier paragraph: what follows stands after the latest one, not there.
                continue
            if row[0] in placed:
                at = placed[row[0]]
            else:
                # What no earlier version says stands after the last row that this version shares.
                at += 1
                rows.insert(at, row)
                placed = {place: index for index, members in enumerate(rows) for place in members}
    by_document = [_by_document(row) for row in rows]
    return Story(name, tuple(ids), tuple(map(StoryRow, by_document)), _differences(ids, by_document, figures))


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
    ids: Sequence[str],
    rows: Sequence[Mapping[str, Sequence[int]]],
    figures: Mapping[str, Sequence[FigureUse]],
) -> tuple[tuple[FigureUse, FigureUse], ...]:
    """Figures of one row and kind that no figure of the other document's paragraphs can be reconciled with."""
    found: list[tuple[FigureUse, FigureUse]] = []
    for row in rows:
        documents = [name for name in ids if name in row]
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
    """Pairs of figures that count the same and contradict, each the nearest to the other.

    Figures that lie further apart than ``NEAR`` count different things, however alike they are written. What the
    other side states too, of whatever it may say so there, contradicts nothing.
    """
    lone_left = [a for a in left if not any(_agree(a, b) for b in right)]
    lone_right = [b for b in right if not any(_agree(a, b) for a in left)]
    near = sorted(
        ((gap, a, b) for a in lone_left for b in lone_right if _alike(a, b) and (gap := _gap(a, b)) <= NEAR),
        key=lambda found: found[0],
    )
    pairs: list[tuple[FigureUse, FigureUse]] = []
    used: set[tuple[str, Decimal]] = set()
    for _, a, b in near:
        values = {("left", _value(a)), ("right", _value(b))}
        if not used & values:
            used |= values
            pairs.append((a, b))
    return sorted(pairs, key=lambda pair: (pair[0].number, pair[1].number))


def _alike(a: FigureUse, b: FigureUse) -> bool:
    one, other = a.figure, b.figure
    if (one.kind, one.currency) != (other.kind, other.currency):
        return False
    if one.kind == "money" or one.unit == other.unit:
        return True
    # What is counted may have been named just before.
    bare = None in (one.unit, other.unit) and min(_value(a), _value(b)) >= SMALL
    return bare and _gap(a, b) <= NEAR_BARE


def _agree(a: FigureUse, b: FigureUse) -> bool:
    if _value(a) == _value(b):
        return True
    first, second = bounds(a.figure), bounds(b.figure)
    # What rounds to 52 ends where what rounds to 53 begins: the two do not meet.
    return bool(_alike(a, b) and first and second and first[0] < second[1] and second[0] < first[1])


def _gap(a: FigureUse, b: FigureUse) -> Decimal:
    """How many times the smaller of two values the greater is."""
    low, high = sorted((abs(_value(a)), abs(_value(b))))
    return high / low if low else Decimal("Infinity")


def _value(use: FigureUse) -> Decimal:
    figure = use.figure
    text = figure.corrected if figure.corrected is not None else figure.value or figure.low or figure.high
    return Decimal(text or 0)
