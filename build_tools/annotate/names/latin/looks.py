"""How a form and its line look: capitals, and lines that have them everywhere."""

from __future__ import annotations

import re
from collections.abc import Collection

from build_tools.annotate.names.page import Hit

_WORD = re.compile(r"[^\W\d_][^\W_]*")


AUXILIARIES = frozenset(["have", "has", "had", "is", "are", "was", "were", "do", "did", "does", "will", "would", "can", "could", "may", "might", "must", "should"])  # fmt: skip


def capital(hit: Hit, offset: int) -> bool:
    if offset >= len(hit.page.view.text) or hit.page.view.text[offset] == "\n":
        return False
    return hit.page.view.surface(offset, offset + 1)[:1].isupper()


def line_words(hit: Hit) -> list[str]:
    return _words_between(hit, *hit.page.sentence(hit.start))


def _words_between(hit: Hit, start: int, end: int) -> list[str]:
    key = (f"words to {end}", start)
    words = hit.page.memory.get(key)
    if words is None:
        words = hit.page.memory[key] = _WORD.findall(hit.page.view.surface(start, end)) if end > start else []
    return words  # type: ignore[return-value]


def title_case(hit: Hit) -> bool:
    """Whether the words of the sentence, or of the short line without end that it is in, have capitals throughout."""
    start, end = hit.page.view.bounds(hit.start)
    line = [] if end - start > _HEADLINE or _ends(hit, start, end) else _longer_words(hit, start, end)
    if _mostly_capitals(set(line)):  # a name five times over makes no headline
        return True
    start, end = hit.page.sentence(hit.start)
    return not _ends(hit, start, end) and _mostly_capitals(_longer_words(hit, start, end))


def _longer_words(hit: Hit, start: int, end: int) -> list[str]:
    return [word for word in _words_between(hit, start, end) if len(word) > 3]


def _mostly_capitals(words: Collection[str]) -> bool:
    return len(words) >= _SEVERAL and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


_SEVERAL = 3
"""Words of four letters and more that tell the look of a line."""
_HEADLINE = 140
"""Characters of the longest line that is taken for a headline."""


def _ends(hit: Hit, start: int, end: int) -> bool:
    return hit.page.view.text[start:end].rstrip("\"'”’) \n").endswith((".", "!", "?"))


def shouted_line(hit: Hit) -> bool:
    words = line_words(hit)
    return len(words) >= 3 and sum(word.isupper() for word in words) >= 0.8 * len(words)
