"""The sentences of a view, each paragraph divided once."""

from __future__ import annotations

import re
from bisect import bisect_right

from build_tools.annotate.names.view import View

_END = re.compile(r"[.!?。！？؟…;；؛]+[\"'”’」』»)\]]*(?= |$)|[。！？；]")
_LONGEST = 1_000
"""Characters after which a sentence without end is taken to be another, so that looking through it stays short."""


class Sentences:
    """``around(offset)`` of one view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._starts: dict[int, list[int]] = {}

    def around(self, offset: int) -> tuple[int, int]:
        """View range of the sentence around an offset."""
        low, high = self._view.bounds(offset)
        starts = self._starts.get(low)
        if starts is None:
            starts = self._starts[low] = self._divided(low, high)
        n = bisect_right(starts, offset)
        return starts[n - 1], starts[n] if n < len(starts) else high

    def _divided(self, low: int, high: int) -> list[int]:
        starts = [low]
        ends = [match.end() for match in _END.finditer(self._view.text, low, high)]
        for end in [*ends, high]:
            starts.extend(range(starts[-1] + _LONGEST, end, _LONGEST))
            if end < high:
                starts.append(end)
        return starts
