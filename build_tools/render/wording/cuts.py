"""Where a quotation may be cut: never within a name, a figure with the words that bound it, or a word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

import rjieba

from build_tools.model import Figure, Mention

Span = tuple[int, int]
_Marked = TypeVar("_Marked", Mention, Figure)

LONGEST = 80
"""A piece without any place to cut that is longer, and holds neither name nor figure, is cut all the same: an address."""
BOUNDING, BOUNDING_HAN = 3, 4
"""Words, or Han characters, before a figure that may say "more than" or "about" of it."""
FARTHEST = 30
"""How many characters these words take at most."""

_HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_BETWEEN = re.compile(
    rf"\s+|(?<=[、。，；：！？）》」』”…])(?=\S)|(?<=\S)(?=[（《「『“])|(?<=[{_HAN}])(?![{_HAN}])(?=\S)|(?<=\S)(?<![{_HAN}])(?=[{_HAN}])"
)
"""White space, after and before the marks of Chinese, and where Han characters meet other signs."""
_NUMBER = re.compile(r"\d[\d.,٫٬'’ ]*(?:\s?[%‰٪％万亿千百十余多])*|[$€£¥￥]\s?(?=\d)")
"""A number with its marks and scale, also where no figure was read."""
_WORDS_BEFORE = re.compile(rf"(?:[^\s{_HAN}]+\s+){{0,{BOUNDING}}}[^\s{_HAN}]*\Z")
_HAN_BEFORE = re.compile(rf"[{_HAN}]{{1,{BOUNDING_HAN}}}\s*\Z")


def kept(
    mentions: Sequence[Mention], figures: Sequence[Figure], text: str, start: int, end: int
) -> tuple[Span, ...]:
    """The names and figures of ``text[start:end]``, from its beginning, with the words that may bound a figure."""
    spans = [(max(m.start, start), min(m.end, end)) for m in _near(mentions, start, end) if start < m.end]
    for figure in _near(figures, start, end):
        if figure.start < end and start < figure.end:
            spans.append((_bounded(text, max(figure.start, start), start), min(figure.end, end)))
    return tuple(sorted((a - start, b - start) for a, b in spans))


def _near(found: Sequence[_Marked], start: int, end: int) -> Sequence[_Marked]:
    """Those of the names or figures, in the order of the text, that may touch a stretch of it."""
    first = bisect_left(found, start, key=lambda one: one.start)
    return found[max(0, first - 1) : bisect_left(found, end, key=lambda one: one.start)]


def _bounded(text: str, at: int, least: int) -> int:
    before = text[max(least, at - FARTHEST) : at]
    found = _HAN_BEFORE.search(before) or _WORDS_BEFORE.search(before)
    return at - len(found.group()) if found else at


@lru_cache(maxsize=4096)
def places(text: str, spans: tuple[Span, ...] = ()) -> tuple[int, ...]:
    """The offsets at which a text may be cut, rising, its beginning and end among them.

    A piece that goes on too long without one is cut every ``LONGEST`` characters, but for names and figures.
    """
    firm = _merged([*spans, *(found.span() for found in _NUMBER.finditer(text))])
    starts = [a for a, _ in firm]

    def within(at: int) -> bool:
        span = bisect_left(starts, at) - 1
        return span >= 0 and at < firm[span][1]

    free = sorted({0, len(text), *(at for at in _breaks(text) if not within(at))})
    return tuple(
        sorted(
            {
                *free,
                *(at for a, b in pairwise(free) for at in range(a + LONGEST, b, LONGEST) if not within(at)),
            }
        )
    )


def _breaks(text: str) -> Iterator[int]:
    for found in _BETWEEN.finditer(text):
        yield found.end()
    for run in _HAN_RUN.finditer(text):
        at = run.start()
        for word in rjieba.cut(run.group()):
            at += len(word)
            yield at


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        elif start < end:
            merged.append((start, end))
    return merged


def first(text: str, length: int, spans: tuple[Span, ...] = ()) -> int:
    """The last place to cut that leaves at most ``length`` characters; the first one where none does."""
    if len(text) <= length:
        return len(text)
    free = places(text, spans)
    return free[max(bisect_right(free, length) - 1, 1)]
