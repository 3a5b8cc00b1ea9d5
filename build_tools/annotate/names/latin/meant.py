"""The words around an English form that mean something."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.annotate.names import meanings
from build_tools.annotate.names.meanings import Around, Word
from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.rules import rules_of

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = ",;:–—\n"
"""Marks at which clauses end."""


def words_around(hit: Hit) -> Around:
    text = hit.page.view.text
    low, high = hit.page.clause(hit.start, hit.end, _CLAUSE)
    spans = [match.span() for match in _WORD.finditer(text, low, high)]
    return meanings.words_around(text, spans, (hit.start, hit.end), _meant)


@lru_cache(maxsize=65536)
def _meant(word: str) -> Word | None:
    rules = rules_of("en")
    if word in rules.function_words - {"says", "said"}:
        return None
    numbers = meanings.meanings("en").of(word)
    return Word(numbers, rules.classes_of.get(word, "")[:1]) if numbers else None
