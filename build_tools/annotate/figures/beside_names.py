"""Names win over figures: none begins in a name, crosses one, or counts what is a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from build_tools.annotate.figures.view import View
from build_tools.model import Figure, Mention

Span = tuple[int, int]
Read = tuple[Figure, Span]
"""A figure and where its number stands in the text."""

_PASSES = 3
"""A figure seldom meets another name once those that it met are hidden."""
_LIST_MARK = re.compile(r"[.．、)）:：]?[^\S\n]*")


class Names:
    """Where the names of a text stand."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._spans: list[Span] = sorted({(mention.start, mention.end) for mention in mentions})
        self._starts = [start for start, _ in self._spans]
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def figures(self, seen: View, read: Callable[[View], list[Read]]) -> list[Figure]:
        """The figures of a paragraph. Where one goes wrong at a name, it is read again with that name hidden."""
        found = read(seen)
        if not self._spans:
            return [figure for figure, _ in found]
        hidden: set[Span] = set()
        for _ in range(_PASSES):
            met = {span for figure, number in found for span in self._spoiling(figure, number)}
            if met <= hidden:
                break
            hidden |= met
            found = read(seen.hiding(sorted(hidden)))
        kept = [
            figure
            for figure, number in found
            if not any(self._over(*number)) and not any(self._spoiling(figure, number))
        ]
        labels = self._labels(seen, kept)
        return [figure for figure in kept if figure.start not in labels]

    def _labels(self, seen: View, figures: Sequence[Figure]) -> set[int]:
        """Where the numbers of a list of names stand: 1, 2, … (at least two), each before a name."""
        labels: set[int] = set()
        run: list[int] = []
        for figure in figures:
            if not self._before_a_name(seen, figure):
                continue
            if figure.value != str(len(run) + 1):
                run = []
            if figure.value == str(len(run) + 1):
                run.append(figure.start)
                labels.update(run if len(run) > 1 else ())
        return labels

    def _before_a_name(self, seen: View, figure: Figure) -> bool:
        if figure.kind != "count" or figure.unit is not None:
            return False
        mark = _LIST_MARK.match(seen.source, figure.end - seen.base)
        at = seen.base + mark.end() if mark else figure.end
        index = bisect_left(self._starts, at)
        return index < len(self._starts) and self._starts[index] == at

    def _spoiling(self, figure: Figure, number: Span) -> Iterator[Span]:
        """The names that a figure holds a part of, reaches out of, or counts."""
        for start, end in self._over(figure.start, figure.end):
            inside = start <= figure.start and figure.end <= end
            around = figure.start <= start and end <= figure.end
            in_number = start < number[1] and number[0] < end
            between = figure.surface[number[1] - figure.start : start - figure.start]
            counted = figure.kind == "count" and end == figure.end and not between.strip()
            if not inside and (in_number or not around or counted):
                yield start, end

    def _over(self, start: int, end: int) -> Iterator[Span]:
        """The names that have a character in a stretch of the text, the last one first."""
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._reach[index] <= start:
                return
            if self._spans[index][1] > start:
                yield self._spans[index]
