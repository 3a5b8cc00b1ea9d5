"""The folded view of a text, under which spellings of one word are equal, with the way back to the source.

Folding works one code point at a time, so that offsets survive: compatibility decomposition (NFKD), marks and
format characters dropped, case, Arabic letter variants (hamza, alef, ya, ta marbuta, Persian letters, tatweel),
digits of every script, Traditional to Simplified Chinese. ``docs/assets/search/fold.js`` is the twin; tests compare the two.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from build_tools import languages

LETTERS = {
    "ة": "ه", "ى": "ي", "ک": "ك", "ی": "ي", "ې": "ي", "ٱ": "ا", "گ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ـ": "", "٪": "%", "٫": ".", "٬": ",", "圆": "元", "\n": " ", "\r": " ", "\t": " ",
}  # fmt: skip
"""Folds that Unicode's decompositions do not make."""


class _Table(dict[int, str]):
    """Code point → folded text, filled as characters are met."""

    def __init__(self) -> None:
        super().__init__()
        self.han = {row[0]: row[1] for row in languages.columns("han-simplified")}

    def __missing__(self, code_point: int) -> str:
        letters = []
        for char in unicodedata.normalize("NFKD", chr(code_point)):
            if unicodedata.category(char) in ("Mn", "Me", "Cf"):
                continue
            for lower in LETTERS.get(char, char).lower():
                digit = unicodedata.decimal(lower, None)
                plain = str(digit) if digit is not None else self.han.get(lower, lower)
                if unicodedata.category(lower) not in ("Mn", "Me", "Cf"):
                    letters.append(LETTERS.get(plain, plain))
        folded = self[code_point] = "".join(letters)
        return folded


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` is the folded view; ``start(i)`` and ``end(j)`` lead from its offsets back to the source's."""

    text: str
    length: int
    """Code points of the source."""
    breaks: tuple[tuple[int, int], ...] = ()
    """``(folded offset, source offset)`` where the two stop running in step; empty: they never do."""

    def start(self, offset: int) -> int:
        """Source offset of the character that folded character ``offset`` comes from."""
        if not self.breaks:
            return offset
        folded, source = self.breaks[bisect_right(self.breaks, (offset, self.length)) - 1]
        return source + (offset - folded)

    def end(self, offset: int) -> int:
        """Source offset just after the character that folded character ``offset - 1`` comes from."""
        return self.start(offset - 1) + 1 if offset else 0


def fold_text(text: str) -> str:
    """The folded text alone."""
    return text.translate(_TABLE)


def han_variants(present: Container[str]) -> str:
    """Traditional characters and variants, each followed by its simplified one, of those simplified ones that are
    ``present``: what the browser needs to fold a query for them."""
    return "".join(char + simple for char, simple in _TABLE.han.items() if simple in present)


def fold(text: str) -> Folded:
    """Fold a text and keep the way back; time is linear, and short where no character changes length."""
    folded = text.translate(_TABLE)
    irregular = _irregular(set(text))
    if not irregular:
        return Folded(folded, len(text))
    breaks: list[tuple[int, int]] = [(0, 0)]
    at = 0
    previous = 0
    for match in _any_of(frozenset(irregular)).finditer(text):
        index = match.start()
        at += index - previous
        made = len(_TABLE[ord(match.group())])
        # Each letter that one character unfolds into points at that character.
        breaks.extend((at + n, index) for n in range(made))
        at += made
        breaks.append((at, index + 1))
        previous = index + 1
    return Folded(folded, len(text), tuple(_last_of_each(breaks)))


_REGULAR: set[str] = set()
"""Characters met so far that fold into one character; of all others, ``_irregular`` tells each time."""


def _irregular(chars: set[str]) -> set[str]:
    """Those of some characters that fold into none or several."""
    unknown = chars - _REGULAR
    if not unknown:
        return unknown
    regular = {char for char in unknown if len(_TABLE[ord(char)]) == 1}
    _REGULAR.update(regular)
    return unknown - regular


@lru_cache(maxsize=1024)
def _any_of(chars: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(chars)))}]")


def _last_of_each(breaks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: dict[int, int] = {}
    for folded, source in breaks:
        kept[folded] = source
    return sorted(kept.items())
