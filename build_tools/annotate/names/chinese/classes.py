"""Classes of things that Chinese words belong to, and the dictionary's words of a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from build_tools.annotate.names.chinese.marks import JOINTS
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.rules import NameRules

NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两几数半")


def is_place(name: str) -> bool:
    """Whether the dictionary has a form as a place: a club may be called after a mountain."""
    return tag_of(name) == "ns"


def akin(name: str, word: str, rules: NameRules) -> bool:
    """Whether two words are of one class of things, or of one head: ``小米`` and ``玉米``."""
    found = rules.akin.get((name, word))
    if found is None:
        found = rules.akin[name, word] = _akin(name, word, rules)
    return found


def _akin(name: str, word: str, rules: NameRules) -> bool:
    if word == name:
        return False
    mine = class_of(name, rules)
    if mine and mine == thing_class(word, rules):
        return True
    return len(word) > 1 and tag_of(word) == "n" == tag_of(name) and name[-1] == word[-1]


def class_of(name: str, rules: NameRules) -> str:
    """The class of a thing, by the word or by its head, the last character: ``小米`` is ``米``."""
    found = rules.things.get(name, "") or ("landscape" if is_place(name) else "")
    head = name[-1:] if tag_of(name) == "n" and name[-1:] in rules.common_heads else ""
    return found or rules.heads_of_things.get(head, "")


def thing_class(word: str, rules: NameRules) -> str:
    """The class of a word that the table has, or of one character that heads such words: ``葱`` in ``洋葱``."""
    found = rules.things.get(word, "")
    if found or tag_of(word) not in ("n", "m"):
        return found
    # The dictionary has 大米 among the numerals.
    odd = tag_of(word) == "m" and word[0] not in NUMERALS
    return rules.heads_of_things.get(word, "") or (rules.heads_of_things.get(word[-1:], "") if odd else "")


def words_of(hit: Hit) -> list[tuple[int, int]]:
    """Starts and ends of the dictionary's words in the paragraph, the form itself being one."""
    if hit.words is not None:
        return hit.words
    page = hit.page
    low, _ = page.view.bounds(hit.start)
    key = ("dictionary words", low)
    words = page.memory.get(key)
    if words is None:
        borders = page.word_borders(hit.start) or ()
        words = page.memory[key] = list(pairwise(borders))
    assert isinstance(words, list)
    hit.words = words
    return words


def texts(hit: Hit, words: list[tuple[int, int]]) -> list[tuple[int, str]]:
    text = hit.page.view.text
    return [(start, text[start:end]) for start, end in words]


def words_before(hit: Hit, count: int) -> list[str]:
    """At most so many words of the dictionary directly before the form, in their order."""
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0))
    return [text for _, text in texts(hit, words[max(0, at - count) : at])]


def joined(hit: Hit) -> Iterator[tuple[int, str]]:
    """The dictionary's words that the form is coordinated with, and where they stand: ``玉米和小米、大米``."""
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0))
    for joint, place in ((at - 1, at - 2), (at + 1, at + 2)):
        if 0 <= place < len(words):
            (_, between), (start, other) = texts(hit, [words[joint], words[place]])
            if between in JOINTS:
                yield start, other
