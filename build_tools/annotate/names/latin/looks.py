"""How a form and its line look: capitals, and lines that have them everywhere."""

from __future__ import annotations

import re

from build_tools.annotate.names.page import Hit

_WORD = re.compile(r"[^\W\d_][^\W_]*")


AUXILIARIES = frozenset(["have", "has", "had", "is", "are", "was", "were", "do", "did", "does", "will", "would", "can", "could", "may", "might", "must", "should"])  # fmt: skip


def capital(hit: Hit, offset: int) -> bool:
    if offset >= len(hit.page.view.text) or hit.page.view.text[offset] == "\n":
        return False
    return hit.page.view.surface(offset, offset + 1)[:1].isupper()


def line_words(hit: Hit) -> list[str]:
    start, end = hit.page.sentence(hit.start)
    key = ("words", start)
    words = hit.page.memory.get(key)
    if words is None:
        words = hit.page.memory[key] = _WORD.findall(hit.page.view.surface(start, end)) if end > start else []
    return words  # type: ignore[return-value]


def title_case(hit: Hit) -> bool:
    start, end = hit.page.sentence(hit.start)
    if hit.page.view.text[start:end].rstrip("\"'”’) \n").endswith((".", "!", "?")):
        return False
    words = [word for word in line_words(hit) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def shouted_line(hit: Hit) -> bool:
    words = line_words(hit)
    return len(words) >= 3 and sum(word.isupper() for word in words) >= 0.8 * len(words)
