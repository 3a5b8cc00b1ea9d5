"""Words of Chinese text by a segmenter's dictionary, and what they say of a form among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from typing import Any

from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.scripts import HAN, KINDS

_ACCIDENT = 2
"""Forms of so many characters are met across the borders of words by accident."""
_LONGEST_WORD = 3
_FREQUENCY = 50
"""Frequency that a name unknown to the dictionary is given: above two lone characters, below common words."""


@cache
def _dictionary() -> Any:
    """The segmenter, loaded when the first text asks for it: where none is Chinese, it would be a quarter of the work."""
    import rjieba

    return rjieba


class Segmenter:
    """Words of a Chinese text by jieba's dictionary, in which the names of the authority file stand as well."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)

    @cached_property
    def _jieba(self) -> Any:
        jieba = _dictionary().Jieba()
        for name in self._names:
            if not jieba.has_word(name):
                jieba.add_word(name, _FREQUENCY, None)
        return jieba

    def borders(self, text: str) -> tuple[int, ...]:
        """Offsets at which words end, rising."""
        return tuple(accumulate(map(len, self._jieba.cut(text, hmm=False))))


def borders_of_words(hit: Hit) -> Judgement | None:
    """``阿里山``, ``以复兴中华为己任``: no name inside a dictionary word, none across the borders of words."""
    text = hit.page.view.text
    start, end = hit.start, hit.end
    borders = hit.page.word_borders(start)
    if borders is None:
        return None
    han_left = start > 0 and KINDS[text[start]] is HAN and KINDS[text[start - 1]] is HAN
    han_right = end < len(text) and KINDS[text[end - 1]] is HAN and KINDS[text[end]] is HAN
    cut_left, cut_right = (
        han_left and not at_border(borders, start),
        han_right and not at_border(borders, end),
    )
    if cut_left and hit.form.type == "place" and _of_two_pairs(text, start, end):
        return Judgement.WORD
    whole = end - start > _ACCIDENT and at_border(borders, start) and at_border(borders, end)
    if end - start <= _LONGEST_WORD and not whole and (han_left or han_right) and _crossed(hit):
        return Judgement.WORD
    if not cut_left and not cut_right:
        return None
    word_start = borders[bisect_right(borders, start) - 1]
    word_end = borders[bisect_left(borders, end)]
    inner = any(start < at < end for at in borders[bisect_left(borders, start) : bisect_left(borders, end)])
    if inner:
        return Judgement.WORD if end - start <= _ACCIDENT else None
    head, rest = text[word_start:start], text[end:word_end]
    # Two names side by side: 中华人民共和国香港.
    head = "" if start in hit.page.edges else head
    if end in hit.page.outsets:
        return None
    plain = hit.form.type == "place"
    if plain and not head and _said_of_place(text[word_start:word_end], rest, hit.rules):
        return None
    if plain and _two_places(head, text[word_start:word_end], rest, hit.rules):
        return None
    if tag_of(text[word_start:word_end])[:1] in ("i", "l"):
        return Judgement.WORD  # 大同小异
    # The longer word may only say of the name what it is: 中国政府, 高雄市; or where it is at home: 上海申花.
    known = not rest or (rest in hit.rules.kinds and (len(rest) > 1 or plain))
    at_home = not head or (not plain and tag_of(head).startswith("ns"))
    made = len(rest) > 1 and _common_noun(rest) and _common_noun(text[word_start:word_end])
    if not head and not plain and made and rest not in hit.rules.kinds:
        if is_common(hit.form.name):
            return None
        # 格力空调: the longer word is what the name makes.
        return Judgement.UNSURE
    return None if known and at_home else Judgement.WORD


def _said_of_place(word: str, rest: str, rules: NameRules) -> bool:
    """``香港回归``, ``台湾同胞``, ``美国能源部``: a longer word that says something of the place and is no other's name."""
    if len(rest) < _ACCIDENT:
        return False
    if tag_of(word).startswith("nt"):
        return rest.endswith(rules.offices)
    made = rest[-1] in rules.heads_of_things  # 北京烤鸭
    return not made and tag_of(rest)[:2] in ("n", "v", "vn") and tag_of(word)[:2] in ("n", "ns", "nr")


_DIVISIONS = "省市县区州"
"""What places that others lie in end with."""


def _two_places(head: str, word: str, rest: str, rules: NameRules) -> bool:
    """``湖南长沙市``, ``中华人民共和国香港特别行政区``: a longer word that names a place and what it lies in, side by side."""
    if tag_of(word)[:2] not in ("ns", "nt"):
        return False
    if head:
        return tag_of(head) == "ns" and (rest in rules.kinds if rest else word[-1] in _DIVISIONS)
    return len(rest) > _ACCIDENT and tag_of(rest) == "ns" and rest[-1] in _DIVISIONS


def is_common(word: str) -> bool:
    """Whether the dictionary has the word, and not as a name or the short form of one."""
    tag = tag_of(word)
    return bool(tag) and tag[:2] not in NAME_TAGS and tag != "j"


def _common_noun(word: str) -> bool:
    tag = tag_of(word)
    return tag.startswith("n") and tag[:2] not in NAME_TAGS


def _crossed(hit: Hit) -> bool:
    key = ("two words", hit.start)
    memory = hit.page.memory.setdefault(key, {})
    assert isinstance(memory, dict)
    if hit.end not in memory:
        memory[hit.end] = _two_words(hit.page.view.text, hit.start, hit.end)
    return bool(memory[hit.end])


def _of_two_pairs(text: str, start: int, end: int) -> bool:
    """``沿海城市``: three characters of which the first ends one word of two, and the others are another."""
    pairs = (text[start - 1 : start + 1], text[start + 1 : end])
    return end - start == _LONGEST_WORD and all(map(_dictionary().has_word, pairs))


def _two_words(text: str, start: int, end: int) -> bool:
    """Whether two dictionary words meet inside the form and reach over its border: ``平台`` and ``积极`` in ``台积``."""
    unknown = not _dictionary().has_word(text[start:end])
    for middle in range(start + 1, end):
        left = any(
            _dictionary().has_word(text[at:middle])
            for at in range(max(0, start - 2), start)
            if middle - at > 1
        )
        whole_left = unknown and middle - start > 1 and _dictionary().has_word(text[start:middle])
        if not left and not whole_left:
            continue
        right = any(
            _dictionary().has_word(text[middle:to]) for to in range(end + 1, end + 3) if _han(text, end, to)
        )
        whole_right = unknown and end - middle > 1 and _dictionary().has_word(text[middle:end])
        if (left and (right or whole_right)) or (whole_left and right):
            return True
    return False


def _han(text: str, start: int, end: int) -> bool:
    return end <= len(text) and all(KINDS[char] is HAN for char in text[start:end])


def guessed_words(text: str) -> list[str]:
    """The words of a text, with those that the segmenter guesses from its characters, as names of people."""
    return list(_dictionary().cut(text, hmm=True))


def at_border(borders: tuple[int, ...], offset: int) -> bool:
    n = bisect_left(borders, offset)
    return n < len(borders) and borders[n] == offset


NAME_TAGS = ("nr", "ns", "nt", "nz")
"""What the dictionary's tags of proper names begin with."""


@lru_cache(maxsize=65536)
def tag_of(word: str) -> str:
    """The dictionary's tag of a word; empty when the dictionary lacks it."""
    if not _dictionary().has_word(word):
        return ""
    tagged = _dictionary().tag(word, hmm=False)
    return tagged[0][1] if len(tagged) == 1 else ""
