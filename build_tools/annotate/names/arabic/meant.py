"""The words around an Arabic form that mean something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.annotate.names import meanings
from build_tools.annotate.names.arabic.classes import dictionary
from build_tools.annotate.names.arabic.marks import CLAUSE
from build_tools.annotate.names.meanings import Around, Word
from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.rules import NameRules, rules_of

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("", "ها", "هم", "نا", "ات", "ين", "ون", "ان", "ه", "ت", "وا", "ا")
_SHORTEST = 3


def words_around(hit: Hit) -> Around:
    text = hit.page.view.text
    low, high = hit.page.clause(hit.start, hit.end, CLAUSE)
    spans = [match.span() for match in _WORD.finditer(text, low, high)]
    return meanings.words_around(text, spans, (hit.outset, hit.end), _meant)


@lru_cache(maxsize=65536)
def _meant(word: str) -> Word | None:
    """What the table has for a word without what is glued to it: ``وبأسعارها``."""
    rules = rules_of("ar")
    if word in rules.function_words:
        return None
    known = meanings.meanings("ar")
    return next((Word(found, _kind(word, one, rules)) for one in _stems(word, rules) if (found := known.of(one))), None)  # fmt: skip


def _stems(word: str, rules: NameRules) -> Iterator[str]:
    for head in ("", *sorted(rules.proclitics | {rules.article}, key=len)):
        if not word.startswith(head):
            continue
        stem = word[len(head) :].removeprefix(rules.article)
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST:
                made = stem[: len(stem) - len(ending)]
                yield made
                if ending:
                    yield made + "ه"


def _kind(word: str, stem: str, rules: NameRules) -> str:
    """What has the article is a noun, whatever else the dictionary has."""
    return "n" if rules.article in word[:4] else dictionary().class_of(stem)
