"""A stretch of text cut where names and figures begin and end: what a template needs to mark it up.

The runs' texts, joined, are the stretch itself. Figures are the outer layer and mentions the inner one; where spans
cross, the inner one is closed and opened again, so that elements always nest. A name is marked once: of two that
overlap, the one that begins first, then the longer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.model import Figure, Mention
from build_tools.render.marking.bidi import isolated

Numbered = tuple[int, Figure]
"""A figure with its rank in the document (1-based)."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with what covers it. ``opens`` and ``closes`` are the figures' elements around it."""

    text: str
    mention: Mention | None
    figure: Numbered | None
    """The innermost figure that covers the piece."""
    opens: tuple[tuple[Numbered, bool], ...]
    """Figures whose element begins before this piece; ``True`` the first time, which carries the anchor."""
    closes: int
    """How many figures' elements end after this piece."""
    apart: bool
    """The piece is to be isolated from the text around it (``bidi.isolated``)."""


def runs(
    text: str,
    start: int,
    end: int,
    mentions: Iterable[Mention],
    figures: Iterable[Numbered],
    direction: str = "ltr",
) -> Iterator[Run]:
    """The runs of ``text[start:end]``, a line of that ``direction`` (``ltr`` or ``rtl``).

    Spans that reach beyond it are cut; empty ones are dropped.
    """
    names = _apart([m for m in mentions if m.start < end and start < m.end and m.start < m.end])
    numbered = sorted(
        (n for n in figures if n[1].start < end and start < n[1].end and n[1].start < n[1].end),
        key=lambda n: (n[1].start, -n[1].end, n[0]),
    )
    if direction == "ltr" and not names and not numbered:
        if start < end:
            yield Run(text[start:end], None, None, (), 0, False)
        return
    cuts = {start, end}
    for first, last in [*((m.start, m.end) for m in names), *((f.start, f.end) for _, f in numbered)]:
        cuts.update((max(start, first), min(end, last)))
    pieces = list(_pieces(sorted(cuts), names, numbered))
    marked = [(left - start, right - start) for left, right, name, covering in pieces if name or covering]
    isolate = {(first + start, last + start) for first, last in isolated(text[start:end], direction, marked)}
    loose = sorted(isolate.difference((left, right) for left, right, *_ in pieces))
    if loose:
        cuts.update(edge for span in loose for edge in span)
        pieces = list(_pieces(sorted(cuts), names, numbered))
    seen: set[int] = set()
    stack: list[Numbered] = []
    for index, (left, right, mention, covering) in enumerate(pieces):
        following = pieces[index + 1][3] if index + 1 < len(pieces) else []
        common = _common(stack, covering)
        stack = stack[:common]
        opened = covering[common:]
        opens = tuple((n, n[0] not in seen) for n in opened)
        seen.update(n[0] for n in opened)
        stack = [*stack, *opened]
        closes = len(stack) - _common(stack, following)
        figure = covering[-1] if covering else None
        yield Run(text[left:right], mention, figure, opens, closes, (left, right) in isolate)
        stack = stack[: len(stack) - closes]


def _pieces(
    edges: Sequence[int], names: Sequence[Mention], numbered: Sequence[Numbered]
) -> Iterator[tuple[int, int, Mention | None, list[Numbered]]]:
    """Each stretch between two edges with its name and its figures, in one pass over all of them."""
    next_name = next_figure = 0
    open_figures: list[Numbered] = []
    for left, right in pairwise(edges):
        while next_name < len(names) and names[next_name].end <= left:
            next_name += 1
        mention = names[next_name] if next_name < len(names) and names[next_name].start <= left else None
        while next_figure < len(numbered) and numbered[next_figure][1].start <= left:
            open_figures.append(numbered[next_figure])
            next_figure += 1
        open_figures = [n for n in open_figures if n[1].end > left]
        yield left, right, mention, list(open_figures)


def _common(left: Sequence[Numbered], right: Sequence[Numbered]) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a is not b:
            break
        count += 1
    return count


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.entity)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
