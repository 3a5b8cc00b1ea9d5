"""Blocks of lines whose lines mean something: verse and tables, beside prose that was wrapped at a column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from build_tools.model import ParagraphKind

_CELLS = re.compile(r"\t|\S {2,}\S|\S *\| *\S|^\|.*\|$")
ITEM = re.compile(
    r"(?:[-*+\u2022\u2023\u25aa\u25cf\u2013\u2014\u00b7]|\(?\d{1,3}[.)\u3001]|\(?[a-z][.)])\s+\S"
)
"""How an item of a list begins."""
_RULER = re.compile(r"[-+=|:_ \u2500-\u257f]{3,}\Z")
_END = re.compile(r"[.!?。！？؟۔…:：؛;][\"'”’»」』）)\]]*\Z")


def kind_of(lines: Sequence[str], column: int) -> ParagraphKind | None:
    """What a block of lines is, in a text whose lines reach up to ``column``; ``None``: prose.

    A table has cells on every line, between tabs, bars or gaps; a ruler may part them. Verse breaks its lines before
    the edge: the first word of the next line would have found room. One line is neither.
    """
    if len(lines) < 2 or sum(1 for line in lines if ITEM.match(line)) >= 2:
        return None
    told = [line for line in lines if not _RULER.match(line)]
    if len(told) >= 2 and all(map(_CELLS.search, told)):
        return "table"
    early = sum(1 for line, after in pairwise(lines) if width(line) + first_word(after) <= column)
    sentences = sum(1 for line in lines if _END.search(line))
    if len(lines) >= 3 and early == len(lines) - 1 and sentences < len(lines):
        return "verse"
    return None


def first_word(line: str) -> int:
    """Columns that the first word needs, with the space before it; a Chinese character is a word of its own.

    A closing mark may not begin a line, so the mark's company counts: two characters of slack.
    """
    word = line.split(None, 1)[0]
    if unicodedata.east_asian_width(word[0]) in "WF":
        return 6
    return 1 + width(word)


def width(line: str) -> int:
    """Columns on a terminal."""
    return len(line) if line.isascii() else sum(map(_columns, line))


@cache
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
