"""Figures of the versions of one story: where they contradict one another, and what one version alone states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from build_tools.archive.compare import bounds
from build_tools.archive.evidence.figures import is_telling
from build_tools.archive.signatures import Signatures, figure_feature, reconciled
from build_tools.model import FigureUse

NEAR = Decimal(2)
"""Figures that contradict differ by this factor at most: 12 and 21 percent, not 8 and 35."""
ABOUT_THE_SAME = Decimal("1.1")
"""Factor within which two figures of one kind may be one figure, stated with other precision."""
NEAR_BARE = Decimal("1.5")
"""The same where only one of them says what it counts."""
SMALL = 10
"""Least value of such figures: a number below it says too little alone."""
COUNTED = ("money", "percent", "count")
"""Kinds of figures that can contradict one another."""
STATED = (*COUNTED, "multiple", "ratio", "duration", "model-size")
"""Kinds of which a page says that one version alone states them."""


def lone(
    ids: Sequence[str],
    rows: Sequence[Mapping[str, Sequence[int]]],
    figures: Mapping[str, Sequence[FigureUse]],
    signed: Mapping[str, Signatures],
) -> tuple[FigureUse, ...]:
    """Figures that no other of these documents states anywhere, in the order of the documents.

    One that another version states with another unit or in another form, or nearly so, or that could contradict one in
    a paragraph of the same row, is left out: such a reading may be at fault.
    """
    row_of = {(name, number): row for row in rows for name, numbers in row.items() for number in numbers}
    found: list[FigureUse] = []
    for name in ids:
        others = [other for other in ids if other != name]
        met = [reconciled(signed[name], signed[other]) for other in others]
        elsewhere = [{f for row in there for f in row.figures} for _, there in met]
        for use in figures[name]:
            paragraph = use.place.paragraph - 1
            features = [
                {number: f for f, number in here[paragraph].figures.items()}.get(use.number)
                for here, _ in met
            ]
            stated = any(f in known for f, known in zip(features, elsewhere, strict=True))
            row = row_of.get((name, use.place.paragraph), {})
            if (
                _states(use)
                and not stated
                and not _near(use, row, [u for other in others for u in figures[other]])
            ):
                found.append(use)
    return tuple(found)


def _near(use: FigureUse, row: Mapping[str, Sequence[int]], others: Iterable[FigureUse]) -> bool:
    """Whether one of the others may be the same figure, read or stated otherwise."""
    for other in others:
        if other.figure.kind == "date" or bounds(other.figure) is None:
            continue
        gap = _gap(use, other)
        if gap == 1 or (other.figure.kind == use.figure.kind and gap <= ABOUT_THE_SAME):
            return True
        beside = other.place.paragraph in row.get(other.place.document, ())
        if beside and other.figure.kind == use.figure.kind and gap <= NEAR_BARE:
            return True
    return False


def _states(use: FigureUse) -> bool:
    """Whether a figure is telling enough for it to matter who states it."""
    if use.figure.kind not in STATED or bounds(use.figure) is None:
        return False
    feature = figure_feature(use.figure)
    return feature is not None and is_telling(feature)


def differences(
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
        if use.place.paragraph in paragraphs and use.figure.kind in COUNTED and bounds(use.figure) is not None
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
    text = figure.value or figure.low or figure.high
    return Decimal(text or 0)
