"""The text as names are sought in it: folded, every run of white space one space, lines of Chinese joined."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.annotate.names.scripts import HAN_CLASS
from build_tools.folding import Folded, fold, fold_text
from build_tools.model import Paragraph

END = "\n"
"""Stands between paragraphs; folding leaves no line break, so no name can reach across one."""

_SPACES = re.compile(r"  +")
_WRAPPED_HAN = re.compile(rf"(?<={HAN_CLASS})[^\S\n]*\n\s*(?={HAN_CLASS})")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One paragraph in the view: where it starts there and in the source, and what was left out of it."""

    at: int
    source: int
    folded: Folded
    cuts: tuple[int, ...]
    """View offsets (within the piece) at which something was left out, rising."""
    removed: tuple[int, ...]
    """Folded characters left out up to and including each cut."""
    in_step: bool
    """Whether every character of the piece is one of the source."""

    def start(self, offset: int) -> int:
        inside = offset - self.at
        if self.cuts:
            n = bisect_right(self.cuts, inside)
            inside += self.removed[n - 1] if n else 0
        return self.source + self.folded.start(inside)


@dataclass(slots=True)
class View:
    """``text`` is what is searched; ``source(a, b)`` leads back to offsets of the source."""

    text: str
    origin: str
    pieces: tuple[_Piece, ...]
    starts: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Half-open source range of the half-open view range; marks on the last letter are taken in."""
        piece = self._piece(start)
        if piece.in_step and end <= piece.at + piece.folded.length:
            first, last = start + piece.source - piece.at, end + piece.source - piece.at
        else:
            first, last = piece.start(start), self._piece(end - 1).start(end - 1) + 1
        while last < len(self.origin) and unicodedata.combining(self.origin[last]):
            last += 1
        return first, last

    def surface(self, start: int, end: int) -> str:
        first, last = self.source(start, end)
        return self.origin[first:last]

    def paragraph(self, offset: int) -> int:
        """0-based index of the paragraph that a view offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def bounds(self, offset: int) -> tuple[int, int]:
        """View range of the paragraph that a view offset lies in."""
        n = self.paragraph(offset)
        end = self.starts[n + 1] - 1 if n + 1 < len(self.starts) else len(self.text)
        return self.starts[n], end

    def _piece(self, offset: int) -> _Piece:
        return self.pieces[bisect_right(self.starts, offset) - 1]


def make_view(text: str, paragraphs: Sequence[Paragraph]) -> View:
    """The view of a whole document; without paragraphs the text counts as one."""
    spans = [(p.start, p.end) for p in paragraphs] or [(0, len(text))]
    parts: list[str] = []
    pieces: list[_Piece] = []
    at = 0
    for start, end in spans:
        source = text[start:end]
        folded = fold(source)
        view, cuts, removed = _collapse(source, folded)
        pieces.append(_Piece(at, start, folded, cuts, removed, not cuts and not folded.breaks))
        parts.append(view)
        at += len(view) + 1
    return View(END.join(parts), text, tuple(pieces), tuple(p.at for p in pieces))


def _collapse(source: str, folded: Folded) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The folded text without what only lays it out, and where how much was left out."""
    out: list[tuple[int, int]] = []
    if "  " in folded.text:
        out = [(m.start() + 1, m.end()) for m in _SPACES.finditer(folded.text)]
    if "\n" in source:
        done = end = 0
        for match in _WRAPPED_HAN.finditer(source):
            start = end + len(fold_text(source[done : match.start()]))
            end = start + len(fold_text(match.group()))
            done = match.end()
            out = [gap for gap in out if gap[1] <= start or gap[0] >= end]
            out.append((start, end))
        out.sort()
    if not out:
        return folded.text, (), ()
    parts: list[str] = []
    cuts: list[int] = []
    removed: list[int] = []
    position = total = 0
    for start, end in out:
        parts.append(folded.text[position:start])
        cuts.append(start - total)
        total += end - start
        removed.append(total)
        position = end
    parts.append(folded.text[position:])
    return "".join(parts), tuple(cuts), tuple(removed)
