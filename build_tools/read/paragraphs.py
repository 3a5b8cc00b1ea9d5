"""Text → paragraphs, as ranges of the text.

Each line with something to see on it is a paragraph. A text that was wrapped at a column is told from that, and
its paragraphs are the blocks between empty lines.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from build_tools.model import Division, Paragraph, ParagraphKind
from build_tools.read.kept_lines import ITEM, first_word, kind_of, width

MAX_COLUMN = 132
"""Lines longer than this (in columns; a Chinese character takes two) were not wrapped for a page or screen."""
MIN_COLUMN = 40
"""Lines mostly shorter than this (in columns) are a list or verse."""

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?。！？؟۔…][\"'”’»」』）)\]]*\Z")
_ITEM = re.compile(r"\w{1,4}[.)]")


def split(
    text: str, division: Division | None = None, kind: ParagraphKind | None = None
) -> tuple[Paragraph, ...]:
    """Paragraphs in order: none overlap, none is empty, and only white space lies outside of them.

    ``division`` and ``kind`` are what the record says; verse and tables are divided into blocks, whose lines are kept.
    """
    blocks = _blocks(_lines(text))
    given = division
    if division is None:
        division = "blocks" if kind is not None or _wrapped(text, blocks) else "lines"
    if division == "page":
        ends = [end for block in blocks for end in (block[0][0], block[-1][1])]
        return (Paragraph(ends[0], ends[-1], kind=kind),) if ends else ()
    if division == "lines":
        return tuple(Paragraph(start, end, kind=kind) for block in blocks for start, end in block)
    column = max((width(text[start:end]) for block in blocks for start, end in block), default=0)
    return tuple(
        Paragraph(
            block[0][0],
            block[-1][1],
            kind=kind or kind_of([text[start:end] for start, end in block], column),
        )
        for whole in blocks
        for block in (_items(text, whole) if kind is None and given is None else [whole])
    )


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


def _prose(text: str, blocks: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    """The blocks that are no verse and no table, where they are most of the text; else all."""
    column = max((width(text[start:end]) for block in blocks for start, end in block), default=0)
    prose = [block for block in blocks if kind_of([text[a:b] for a, b in block], column) is None]

    def size(some: list[list[tuple[int, int]]]) -> int:
        return sum(end - start for block in some for start, end in block)

    return prose if 2 * size(prose) > size(blocks) else blocks


def _items(text: str, block: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """A block with the items of a list in it taken apart; what stands before the first is a part too."""
    begin = [number for number, (start, end) in enumerate(block) if ITEM.match(text[start:end])]
    if len(begin) < 2:
        return [block]
    cuts = sorted({0, *begin, len(block)})
    return [block[first:last] for first, last in pairwise(cuts)]


def _wrapped(text: str, blocks: list[list[tuple[int, int]]]) -> bool:
    """Whether the lines end where a column ends, and not where a thought does.

    A text wrapped at a column puts as many words on a line as fit: the first word of the next line would have gone
    over the edge. And it breaks within sentences, where lines that are paragraphs mostly end with one.
    """
    # One line more behind an empty one changes nothing of the others: only blocks of several lines speak.
    blocks = _prose(text, [block for block in blocks if len(block) > 1])
    # Where an item of a list begins, the line before it ends for that reason.
    joints = [
        (text[a:b], text[c:d])
        for block in blocks
        for (a, b), (c, d) in pairwise(block)
        if not ITEM.match(text[c:d])
    ]
    if not joints or any(len(line) > 2 * MAX_COLUMN for line, _ in joints):
        return False
    widths = [width(line) for line, _ in joints]
    column = max(widths)
    if column > MAX_COLUMN:
        return False
    wide = sorted(widths)[len(widths) // 2] >= MIN_COLUMN
    # No paragraph but an item of a list begins with a small letter: however short the text, a sentence goes on there.
    going_on = sum(
        1
        for line, after in joints
        if after[0].islower() and not _ITEM.match(after) and not _SENTENCE_END.search(line)
    )
    if wide and going_on >= 0.5 * len(joints):
        return True
    if len(joints) < 3:
        return False
    full = sum(
        1 for taken, (_, after) in zip(widths, joints, strict=True) if taken + first_word(after) > column
    )
    within = sum(1 for line, _ in joints if not _SENTENCE_END.search(line))
    if full >= 0.85 * len(joints) and within >= 0.5 * len(joints):
        return True
    # Wrapped by hand, unevenly: empty lines part the blocks, and hardly a line inside of one ends a sentence.
    return wide and len(blocks) > 1 and within >= 0.85 * len(joints)
