"""The words around a Chinese form that mean something."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from build_tools.annotate.names import meanings
from build_tools.annotate.names.chinese.classes import words_of
from build_tools.annotate.names.chinese.marks import CLAUSE
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.meanings import Around, Word
from build_tools.annotate.names.page import Hit

_FORMAL = frozenset("upcyexwm")
"""First letters of the dictionary's tags of words that mean nothing by themselves."""


def words_around(hit: Hit) -> Around:
    text = hit.page.view.text
    low, high = hit.page.clause(hit.start, hit.end, CLAUSE)
    words = words_of(hit)
    spans = words[bisect_left(words, (low, 0)) : bisect_left(words, (high, 0))]
    return meanings.words_around(text, spans, (hit.start, hit.end), _meant)


@lru_cache(maxsize=65536)
def _meant(word: str) -> Word | None:
    kind = tag_of(word)[:1]
    numbers = () if kind in _FORMAL and kind else meanings.meanings("zh").of(word)
    return Word(numbers, kind) if numbers else None
