"""Ranges of a text that are taken, asked about in the time that their number's logarithm takes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


class Spans:
    """Half-open ranges, of which those that overlap are one; ends are remembered as they were given."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._stops: list[int] = []
        self.ends: set[int] = set()
        for start, end in sorted(spans):
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        self.ends.add(end)
        low, high = self._touched(start, end)
        start = min([start, *self._starts[low:high]])
        end = max([end, *self._stops[low:high]])
        self._starts[low:high], self._stops[low:high] = [start], [end]

    def overlap(self, start: int, end: int) -> bool:
        """Whether one of the ranges has a character between the offsets."""
        low, high = self._touched(start, end)
        return low < high

    def _touched(self, start: int, end: int) -> tuple[int, int]:
        """The ranges, half-open, that overlap one: they stop after its start, and start before its end."""
        low = bisect_left(self._stops, start + 1)
        return low, max(low, bisect_left(self._starts, end))
