"""Text → paragraphs, as ranges of the text.

Each line with something to see on it is a paragraph. A text that was wrapped at a column is told from that, and
its paragraphs are the blocks between empty lines.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from build_tools.model import Paragraph

MAX_COLUMN = 132
"""Lines longer than this (in columns; a Chinese character takes two) were not wrapped for a page or screen."""
MIN_COLUMN = 40
"""Lines mostly shorter than this (in columns) are a list or verse."""

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?。！？؟۔…][\"'”’»」』）)\]]*\Z")
_ITEM = re.compile(r"\w{1,4}[.)]")


def split(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs in order: none overlap, none is empty, and only white space lies outside of them."""
    lines = _lines(text)
    blocks = _blocks(lines)
    if _wrapped(text, blocks):
        return tuple(Paragraph(block[0][0], block[-1][1]) for block in blocks)
    return tuple(Paragraph(start, end) for block in blocks for start, end in block)


def split_blocks(text: str, offset: int = 0) -> tuple[Paragraph, ...]:
    """The blocks between empty lines, as paragraphs; what lies before ``offset`` is left out."""
    blocks = _blocks(_lines(text, offset))
    return tuple(Paragraph(block[0][0], block[-1][1]) for block in blocks)


def _lines(text: str, offset: int = 0) -> list[tuple[int, int]]:
    """Each line without the white space around it; ``start == end`` where there is nothing to see."""
    ends = [(match.start(), match.end()) for match in _BREAK.finditer(text, offset)]
    starts = [offset, *(after for _, after in ends)]
    stops = [*(before for before, _ in ends), len(text)]
    return [_trim(text, start, stop) for start, stop in zip(starts, stops, strict=True)]


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    line = text[start:stop]
    if not any(_visible(char) for char in line):
        return start, start
    left = len(line) - len(line.lstrip())
    return start + left, start + len(line.rstrip())


def _visible(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) != "Cf"


def _blocks(lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    blocks: list[list[tuple[int, int]]] = [[]]
    for start, end in lines:
        if start < end:
            blocks[-1].append((start, end))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _wrapped(text: str, blocks: list[list[tuple[int, int]]]) -> bool:
    """Whether the lines end where a column ends, and not where a thought does.

    A text wrapped at a column puts as many words on a line as fit: the first word of the next line would have gone
    over the edge. And it breaks within sentences, where lines that are paragraphs mostly end with one.
    """
    joints = [(text[a:b], text[c:d]) for block in blocks for (a, b), (c, d) in pairwise(block)]
    if not joints or any(len(line) > 2 * MAX_COLUMN for line, _ in joints):
        return False
    widths = [_width(line) for line, _ in joints]
    column = max(widths)
    if column > MAX_COLUMN:
        return False
    by_hand = len(blocks) > 1 and sorted(widths)[len(widths) // 2] >= MIN_COLUMN
    # No paragraph but an item of a list begins with a small letter: however short the text, a sentence goes on there.
    going_on = sum(
        1
        for line, after in joints
        if after[0].islower() and not _ITEM.match(after) and not _SENTENCE_END.search(line)
    )
    if by_hand and going_on >= 0.5 * len(joints):
        return True
    if len(joints) < 3:
        return False
    full = sum(
        1 for width, (_, after) in zip(widths, joints, strict=True) if width + _first_word(after) > column
    )
    within = sum(1 for line, _ in joints if not _SENTENCE_END.search(line))
    if full >= 0.85 * len(joints) and within >= 0.5 * len(joints):
        return True
    # Wrapped by hand, unevenly: empty lines part the blocks, and hardly a line inside of one ends a sentence.
    return by_hand and within >= 0.85 * len(joints)


def _first_word(line: str) -> int:
    """Columns that the first word needs, with the space before it; a Chinese character is a word of its own.

    A closing mark may not begin a line, so the mark's company counts: two characters of slack.
    """
    word = line.split(None, 1)[0]
    if unicodedata.east_asian_width(word[0]) in "WF":
        return 6
    return 1 + _width(word)


def _width(line: str) -> int:
    """Columns on a terminal."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in line
        if unicodedata.category(char) not in ("Mn", "Me", "Cf")
    )
