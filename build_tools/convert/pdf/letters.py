"""A page of PDFium's → lines with their places.

PDFium gives letters in the order in which they are drawn, with a place for each, and line breaks that are right in
text from left to right. Text from right to left is put in order by the places of its letters, since the program that
made the file may have drawn it either way.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from build_tools.convert.pdf import reading_order
from build_tools.convert.pdf.line import Line
from build_tools.convert.pdf.reading_order import Letter

_HYPHEN = 2
"""What PDFium puts for a hyphen at the end of a line."""
_SOME = 0.03
"""Share of letters from right to left, from which on a page may have lines in Latin letters set in their way."""
_UNSURE = (0.15, 0.85)
"""With a share between these the edges of the lines tell from which side a page is read."""
_EVERY = 4
"""The size of type is asked of each so-manieth letter."""
_NO_SIZE = 1.0
"""Of type, as long as no letter or digit was asked."""
_WORD_GAP = 1.6
"""Pieces of a line stand at most so many sizes of type apart."""


@dataclass(slots=True)
class _Piece:
    """Letters that PDFium gives together."""

    letters: list[Letter]
    y: float
    size: float
    hyphen: bool

    @property
    def left(self) -> float:
        return min((left for char, left, _ in self.letters if not char.isspace()), default=0.0)

    @property
    def right(self) -> float:
        return max((right for char, _, right in self.letters if not char.isspace()), default=0.0)


def of_page(page: Any, number: int) -> list[Line]:
    """The lines of a page (pypdfium2), in the order in which they are drawn."""
    pieces = _joined([piece for piece in _pieces(page) if any(char.strip() for char, *_ in piece.letters)])
    rtl = reading_order.share([char for piece in pieces for char, *_ in piece.letters])
    leftwards = rtl > 0.5 if not _UNSURE[0] < rtl < _UNSURE[1] else _even_at_right(pieces)
    width, height = page.get_size()
    found = []
    for piece in pieces:
        text = reading_order.text_of(piece.letters, piece.size, leftwards=leftwards, mixed=rtl > _SOME)
        left, right = piece.left, piece.right
        start, end = (width - right, width - left) if leftwards else (left, right)
        first = reading_order.first_word(piece.letters, piece.size, leftwards=leftwards)
        place = piece.y / height if height else 0.0
        found.append(Line(text, number, start, end, piece.y, piece.size, first, piece.hyphen, place))
    return found


def _even_at_right(pieces: Sequence[_Piece]) -> bool:
    """Whether more lines begin at one place at the right than at the left."""
    rights = Counter(round(piece.right / 3) for piece in pieces)
    lefts = Counter(round(piece.left / 3) for piece in pieces)
    return max(rights.values(), default=0) > max(lefts.values(), default=0)


def _pieces(page: Any) -> Iterator[_Piece]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    turn = _turn(page)
    loose = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    piece: _Piece | None = None
    pending = 0
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (10, 13) or code == _HYPHEN:
            if piece is not None:
                piece.hyphen = code == _HYPHEN
                yield piece
            piece = None
            continue
        if 0xD800 <= code < 0xDC00:
            pending = code
            continue
        if 0xDC00 <= code < 0xE000 and pending:
            code, pending = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00), 0
        raw.FPDFText_GetLooseCharBox(text, index, loose)
        char = chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"
        if reading_order.share([char]):
            _upright(raw, text, index, loose)
        left, right, *_ = turn(loose.left, loose.right, loose.bottom, loose.top)
        if piece is None:
            if char.isspace():
                continue
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            _, _, base, _ = turn(x.value, x.value, y.value, y.value)
            piece = _Piece([], base, _NO_SIZE, False)
        if char.isalnum() and (piece.size == _NO_SIZE or len(piece.letters) % _EVERY == 0):
            piece.size = max(piece.size, _size(raw, text, index))
        piece.letters.append((char, left, right))
    if piece is not None:
        yield piece


def _upright(raw: Any, text: Any, index: int, box: Any) -> None:
    """Take from the box of a letter that leans what it has to the left and to the right of its place for that: boxes of
    such letters reach over the space between words."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, index, matrix) or not matrix.c or not matrix.d:
        return
    lean = matrix.c / matrix.d
    if matrix.b or abs(lean) > 1:
        return
    x, base = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, base)
    below, above = lean * (box.bottom - base.value), lean * (box.top - base.value)
    box.left, box.right = box.left - min(below, above), box.right - max(below, above)


def _size(raw: Any, text: Any, index: int) -> float:
    """The size of type of a letter as it stands on the page."""
    matrix = raw.FS_MATRIX()
    scale = math.hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(text, index, matrix) else 1.0
    return float(raw.FPDFText_GetFontSize(text, index) * (scale or 1.0))


def _turn(page: Any) -> Any:
    """From the page's own places to those of the page as it is shown: ``(left, right, low, high)``."""
    rotation = page.get_rotation()
    width, height = page.get_size()
    if rotation == 90:
        return lambda left, right, low, high: (low, high, height - right, height - left)
    if rotation == 180:
        return lambda left, right, low, high: (width - right, width - left, height - high, height - low)
    if rotation == 270:
        return lambda left, right, low, high: (width - high, width - low, left, right)
    return lambda left, right, low, high: (left, right, low, high)


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Pieces that stand on one line beside one another are one."""
    found: list[_Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and not last.hyphen and abs(last.y - piece.y) < 0.25 * min(last.size, piece.size):
            gap = max(piece.left - last.right, last.left - piece.right)
            if -0.5 * piece.size < gap < _WORD_GAP * piece.size:
                if gap > 0.15 * piece.size:
                    at = (
                        (last.right + piece.left) / 2
                        if piece.left > last.left
                        else (piece.right + last.left) / 2
                    )
                    last.letters.append((" ", at, at))
                last.letters.extend(piece.letters)
                last.size = max(last.size, piece.size)
                last.hyphen = piece.hyphen
                continue
        found.append(piece)
    return found
