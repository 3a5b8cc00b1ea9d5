"""Words of Chinese text by a segmenter's dictionary, and what they say of a form among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

import rjieba

from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.scripts import HAN, KINDS

_ACCIDENT = 2
"""Forms of so many characters are met across the borders of words by accident."""
_FREQUENCY = 50
"""Frequency that a name unknown to the dictionary is given: above two lone characters, below common words."""


class Segmenter:
    """Words of a Chinese text by jieba's dictionary, in which the names of the authority file stand as well."""

    def __init__(self, names: Iterable[str]) -> None:
        self._jieba = rjieba.Jieba()
        for name in names:
            if not self._jieba.has_word(name):
                self._jieba.add_word(name, _FREQUENCY, None)

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
    whole = end - start > _ACCIDENT and at_border(borders, start) and at_border(borders, end)
    if (
        end - start <= _LONGEST_WORD
        and not whole
        and (han_left or han_right)
        and _two_words(text, start, end)
    ):
        return Judgement.WORD
    cut_left, cut_right = (
        han_left and not at_border(borders, start),
        han_right and not at_border(borders, end),
    )
    if not cut_left and not cut_right:
        return None
    word_start = borders[bisect_right(borders, start) - 1]
    word_end = borders[bisect_left(borders, end)]
    inner = any(start < at < end for at in borders[bisect_left(borders, start) : bisect_left(borders, end)])
    if inner:
        return Judgement.WORD if end - start <= _ACCIDENT else None
    head, rest = text[word_start:start], text[end:word_end]
    plain = hit.form.type == "place"
    # The longer word may only say of the name what it is: 中国政府, 高雄市; or where it is at home: 上海申花.
    known = not rest or (rest in hit.rules.kinds and (len(rest) > 1 or plain))
    at_home = not head or (not plain and tag_of(head).startswith("ns"))
    if (
        not head
        and not plain
        and len(rest) > 1
        and _common_noun(rest)
        and hit.form.name not in hit.rules.ordinary_index
    ):
        # 格力空调: the longer word is what the name makes.
        return Judgement.UNSURE
    return None if known and at_home else Judgement.WORD


def _common_noun(word: str) -> bool:
    tag = tag_of(word)
    return tag.startswith("n") and tag[:2] not in NAME_TAGS


def _two_words(text: str, start: int, end: int) -> bool:
    """Whether two dictionary words meet inside the form and reach over its border: ``平台`` and ``积极`` in ``台积``."""
    unknown = not rjieba.has_word(text[start:end])
    for middle in range(start + 1, end):
        left = any(
            rjieba.has_word(text[at:middle]) for at in range(max(0, start - 2), start) if middle - at > 1
        )
        whole_left = unknown and middle - start > 1 and rjieba.has_word(text[start:middle])
        if not left and not whole_left:
            continue
        right = any(rjieba.has_word(text[middle:to]) for to in range(end + 1, end + 3) if _han(text, end, to))
        whole_right = unknown and end - middle > 1 and rjieba.has_word(text[middle:end])
        if (left and (right or whole_right)) or (whole_left and right):
            return True
    return False


def _han(text: str, start: int, end: int) -> bool:
    return end <= len(text) and all(KINDS[char] is HAN for char in text[start:end])


def at_border(borders: tuple[int, ...], offset: int) -> bool:
    n = bisect_left(borders, offset)
    return n < len(borders) and borders[n] == offset


def grammar_of_words(hit: Hit) -> Judgement | None:
    """``三个字节``, ``不统一``, ``统一了``: a common word of the dictionary with what goes with words only."""
    form = hit.form
    if hit.page.segment is None or form.alias is not None or not 2 <= len(form.name) <= _LONGEST_WORD:
        return None
    tag = tag_of(form.name)
    shortened = tag == "j" and form.name not in hit.rules.ordinary_index
    if not tag or tag[:2] in NAME_TAGS or shortened:
        return None
    text, rules = hit.page.view.text, hit.rules
    if hit.start and text[hit.start - 1] in _NUMERALS and tag[:1] in "nqm":
        return Judgement.WORD
    before = hit.preceding(rules.governors)
    if before and (tag[:1] in "vad" or before in _MEASURES):
        return Judgement.WORD
    if tag[:1] in "vad" and hit.following(rules.followers):
        return Judgement.WORD
    if form.type == "place" or len(form.name) > _ACCIDENT or _spoken_of(hit):
        return None
    return Judgement.UNSURE


def _spoken_of(hit: Hit) -> bool:
    """Whether something near speaks for the name: marks around it, another name, a verb or noun that goes with names."""
    page, text = hit.page, hit.page.view.text
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if before in _QUOTES and after in _QUOTES and before and after:
        return True
    if hit.start - (before in _JOINTS) in page.edges or hit.end + (after in _JOINTS) in page.outsets:
        return True
    if _numbered_among_names(hit):
        return True
    if hit.following(hit.rules.verbs) or hit.following(hit.rules.kinds):
        return True
    start, end = page.sentence(hit.start)
    key = ("spoken of", start)
    if key not in page.memory:
        cues = (*hit.rules.name_cues, *hit.rules.verbs)
        page.memory[key] = any(page.has_word(word, start, end) for word in cues)
    return bool(page.memory[key])


def _numbered_among_names(hit: Hit) -> bool:
    """``1 腾讯 2 百度 3 京东``: a place in a numbered list, with a name in the place before or after it."""
    text = hit.page.view.text
    before = _NUMBER_BEFORE.search(text[max(0, hit.start - _NUMBERING) : hit.start])
    after = _NUMBER_AFTER.match(text, hit.end, hit.end + _NUMBERING)
    return before is not None and (
        hit.start - len(before[0]) in hit.page.edges
        or (after is not None and after.end() in hit.page.outsets)
    )


_NUMBER_BEFORE = re.compile(r"[ ,，、;；]*[0-9]{1,3}[.．、)）:：]? ?$")
_NUMBER_AFTER = re.compile(r"[ ,，、;；]*[0-9]{1,3}[.．、)）:：]? ?")
_NUMBERING = 8
"""Characters that a number in a list takes at most."""
_JOINTS = frozenset("、和与及跟同")
_QUOTES = '"“”「」『』《》〈〉'
_LONGEST_WORD = 3
NAME_TAGS = ("nr", "ns", "nt", "nz")
"""What the dictionary's tags of proper names begin with."""
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两几数半")
_MEASURES = frozenset("个颗只条种项份块斤吨箱袋瓶杯碗粒株棵") | {"公斤"}


@lru_cache(maxsize=65536)
def tag_of(word: str) -> str:
    """The dictionary's tag of a word; empty when the dictionary lacks it."""
    if not rjieba.has_word(word):
        return ""
    tagged = rjieba.tag(word, hmm=False)
    return tagged[0][1] if len(tagged) == 1 else ""
