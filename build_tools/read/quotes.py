"""Finding a place of a text by quoting it, and the nearest place when it is not there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_SPACE = re.compile(r"\s+")
WINDOW = 200
"""Quotes are compared with the text by this many code points of their beginning at most."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The place of a text most like a quote that is not in it."""

    start: int
    end: int
    surface: str
    ratio: float
    """0 to 1; 1 would be equal."""


def find(text: str, quote: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Every place where the quote stands, in order, none overlapping another.

    Character for character, but that white space matches any white space: a quote may be written on one line
    where the text is wrapped.
    """
    pieces = [re.escape(piece) for piece in _SPACE.split(quote.strip()) if piece]
    if not pieces:
        return ()
    pattern = re.compile(r"\s+".join(pieces))
    return tuple(
        (match.start(), match.end())
        for match in pattern.finditer(text, start, len(text) if end is None else end)
    )


def nearest(text: str, quote: str) -> Nearest | None:
    """The place most like the quote, or ``None`` where nothing is alike.

    Bounded work: the quote's rarest pieces say where to look, and at most 40 windows are compared.
    """
    wanted = _SPACE.sub(" ", quote.strip())[:WINDOW]
    if not wanted or not text:
        return None
    best: Nearest | None = None
    for at in _places(text, wanted):
        start = max(0, at - len(wanted) // 2)
        window = text[start : at + 2 * len(wanted)]
        found = _within(window, wanted)
        if found and (best is None or found[2] > best.ratio):
            left, right, ratio = found
            best = Nearest(start + left, start + right, window[left:right], ratio)
    return best if best and best.ratio >= 0.6 else None


def remedy(text: str, quote: str, otherwise: str) -> str:
    """What to tell somebody whose quote is not in the text: the place most like it, or else ``otherwise``."""
    near = nearest(text, quote)
    return f"The text has: {near.surface!r}" if near else otherwise


def _places(text: str, wanted: str) -> list[int]:
    """Where the quote could begin, told by where its pieces stand in the text; likeliest first."""
    size = 4 if len(wanted) >= 8 else 2
    votes: dict[int, int] = {}
    step = max(1, (len(wanted) - size + 1) // 24)
    for offset in range(0, max(1, len(wanted) - size + 1), step):
        piece = wanted[offset : offset + size]
        at = text.find(piece)
        for _ in range(50):
            if at < 0:
                break
            # Insertions and deletions before the piece move it a little.
            bucket = (at - offset) // 4
            votes[bucket] = votes.get(bucket, 0) + 1
            at = text.find(piece, at + 1)
    likeliest = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:40]
    return [max(0, bucket * 4) for bucket in likeliest]


def _within(window: str, wanted: str) -> tuple[int, int, float] | None:
    """The stretch of the window that corresponds to the quote, and how alike the two are."""
    matcher = SequenceMatcher(None, window, wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    left = max(0, first.a - first.b)
    right = min(len(window), last.a + last.size + (len(wanted) - last.b - last.size))
    surface = window[left:right]
    return left, right, SequenceMatcher(None, surface, wanted, autojunk=False).ratio()
