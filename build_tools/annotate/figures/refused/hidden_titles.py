"""Titles, whose numbers are none: «100 مليون صحة», “12 Years a Slave”, 《三国》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.annotate.figures.draft import Refused
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.refused.hidden import hides
from build_tools.annotate.figures.view import View

_QUOTED = re.compile(r"[«“”\"‘]([^«»“”\"‘’.،,:؛，。；：\n]{2,60})[.،,]?[»”“\"’]")
_TITLE_MARKS = re.compile(r"《[^》\n]{1,60}》")
_HEAD_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,16}),? $")
_MOST_WORDS = 6


def title(view: View, g: Grammar) -> Iterator[Refused]:
    """حملة «100 مليون صحة», the film “12 Years a Slave”, 人称“三朝元老”: a name in quotation marks after the word for what it names, or after one that names."""
    for match in _QUOTED.finditer(view.text):
        words, start = match[1].split(), match.start()
        if len(words) > _MOST_WORDS or (g.data.names.titles_capitalised and not _titled(words)):
            continue
        if _headed(view.flat, start, g) or g.pattern("naming").search(view.flat, max(0, start - 40), start):
            yield Refused(start, match.end(), "title")


def _headed(flat: str, start: int, g: Grammar) -> bool:
    """Whether the word for what is named stands before."""
    head = _HEAD_WORD.search(flat, max(0, start - 24), start)
    if head is None:
        return False
    word, heads = head[1], g.data.names.title_heads
    return any(word[proclitics:] in heads for proclitics in range(3))


def title_in_marks(view: View, g: Grammar) -> Iterator[Refused]:
    """《通过五个人物的一生》: what stands in the marks of a title; its years are read all the same."""
    if "《" in view.text:
        yield from hides("title_in_marks", (match.span() for match in _TITLE_MARKS.finditer(view.text)))


def _titled(words: list[str]) -> bool:
    """Whether words are written as a title: every longer one with a capital or digits."""
    return all(
        word[0].isupper() or word[0].isdecimal()
        for word in words
        if len(word) > 4 or word in (words[0], words[-1])
    )
