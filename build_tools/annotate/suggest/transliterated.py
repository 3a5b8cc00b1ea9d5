"""Foreign names in Chinese: runs of the characters that write sounds, with dots between the parts of a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import rjieba

from build_tools.annotate.names.chinese_words import NAME_TAGS, tag_of
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.text import Text

_DOTS = "·‧•・"
_SHORTEST = 3
_LONGEST = 7


@cache
def _runs(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    sounds = "".join(sorted(suggest_rules(tag).sounds))
    if not sounds:
        return None
    part = f"[{sounds}]{{1,{_LONGEST}}}"
    dotted = re.compile(rf"{part}(?:[{_DOTS}](?:{part}|[a-z]\b))+(?:-{part})?")
    return dotted, re.compile(
        f"(?<![{sounds}{_DOTS}])[{sounds}]{{{_SHORTEST},{_LONGEST}}}(?![{sounds}{_DOTS}])"
    )


def sightings(text: Text) -> Iterator[Sighting]:
    """``琼·莱恩`` as a person; ``穆阿利姆``, where the dictionary does not know the words of the run."""
    runs = _runs(text.tag) if text.script == "Hans" else None
    if runs is None:
        return
    dotted, plain = runs
    view = text.view.text
    for match in dotted.finditer(view):
        start = match.start() + _words_before(match[0])
        yield text.sighting(start, match.end(), "dotted", "person")
    for match in plain.finditer(view):
        if _is_foreign(match[0]):
            yield text.sighting(match.start(), match.end(), "foreign")


def _words_before(name: str) -> int:
    """Characters at the head of a run that are a word before the name: ``曾经`` before ``加里·哈特``."""
    head = re.split(f"[{_DOTS}]", name)[0]
    at = 0
    for word in rjieba.cut(head, hmm=False):
        ordinary = len(word) > 1 and not tag_of(word).startswith(NAME_TAGS)
        if not ordinary or at + len(word) >= len(head):
            return at
        at += len(word)
    return at


def _is_foreign(run: str) -> bool:
    """Whether a run is neither a word nor made of words."""
    if tag_of(run):
        return tag_of(run).startswith(NAME_TAGS)
    words = rjieba.cut(run, hmm=False)
    known = sum(len(word) for word in words if len(word) > 1 and not tag_of(word).startswith(NAME_TAGS))
    return 2 * known < len(run)
