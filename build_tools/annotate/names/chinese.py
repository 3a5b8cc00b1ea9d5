"""Names in Chinese script: a segmenter's dictionary tells whether a form crosses the borders of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

import rjieba

from build_tools.annotate.names.neighbours import another_countrys, noun_beside, ordinary
from build_tools.annotate.names.page import Hit, Judgement, Rule
from build_tools.annotate.names.scripts import HAN, KINDS

_ACCIDENT = 2
"""Forms of so many characters are met across the borders of words by accident."""
_NOUN = 4
"""Characters of the longest noun that names an institution."""
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
    inside_left = hit.start and KINDS[text[hit.start]] is HAN and KINDS[text[hit.start - 1]] is HAN
    inside_right = hit.end < len(text) and KINDS[text[hit.end - 1]] is HAN and KINDS[text[hit.end]] is HAN
    borders = hit.page.word_borders(hit.start)
    if borders is None:
        return None
    start = hit.start
    cut_left = inside_left and not _at(borders, start)
    cut_right = inside_right and not _at(borders, hit.end)
    if not cut_left and not cut_right:
        return None
    word_end = borders[bisect_left(borders, hit.end)]
    if not cut_left:
        # The longer word may only say of the name what it is: 中国政府, 高雄市, 苹果公司.
        inner = max((at for at in borders[: bisect_left(borders, hit.end)] if at > start), default=start)
        if inner == start and text[hit.end : word_end] in hit.rules.kinds:
            return None
        return Judgement.WORD if inner == start or hit.end - start <= _ACCIDENT else None
    word_start = borders[bisect_left(borders, start) - 1] if bisect_left(borders, start) else 0
    covered = word_start < start and word_end >= hit.end and not any(start <= at < hit.end for at in borders)
    return Judgement.WORD if covered or hit.end - start <= _ACCIDENT else None


def _at(borders: tuple[int, ...], offset: int) -> bool:
    n = bisect_left(borders, offset)
    return n < len(borders) and borders[n] == offset


def grammar_of_words(hit: Hit) -> Judgement | None:
    """``三个字节``, ``不统一``, ``统一了``: a common word of the dictionary with what goes with words only."""
    form = hit.form
    if hit.page.segment is None or form.alias is not None or not 2 <= len(form.name) <= _LONGEST_WORD:
        return None
    tag = _tag(form.name)
    if not tag or tag[:2] in _NAME_TAGS:
        return None
    text, rules = hit.page.view.text, hit.rules
    if hit.start and text[hit.start - 1] in _NUMERALS and tag[:1] in "nqm":
        return Judgement.WORD
    before = hit.preceding(rules.governors)
    if before and (tag[:1] in "vad" or before in _MEASURES):
        return Judgement.WORD
    return Judgement.WORD if tag[:1] in "vad" and hit.following(rules.followers) else None


_LONGEST_WORD = 3
_NAME_TAGS = ("nr", "ns", "nt", "nz")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两几数半")
_MEASURES = frozenset("个颗只条种项份块斤吨箱袋瓶杯碗粒株棵") | {"公斤"}


@lru_cache(maxsize=65536)
def _tag(word: str) -> str:
    """The dictionary's tag of a word; empty when the dictionary lacks it."""
    if not rjieba.has_word(word):
        return ""
    tagged = rjieba.tag(word, hmm=False)
    return tagged[0][1] if len(tagged) == 1 else ""


def kinds_of_place(hit: Hit) -> Judgement | None:
    """``阿里地区``, ``三星鄉``, ``中国银行``: a noun after the form; one character only where no word begins with it."""
    beside = noun_beside(hit)
    if beside is None:
        return None
    borders = hit.page.word_borders(hit.start)
    if borders is None or len(beside.word) > 1 or not _at(borders, hit.end):
        return Judgement.WORD
    word_end = borders[bisect_left(borders, hit.end + 1)]
    alone = word_end == hit.end + 1 or hit.page.view.text[hit.end : word_end] in beside.cue.words
    return Judgement.WORD if alone else None


def institution(hit: Hit) -> Judgement | None:
    """``中国信托银行``, ``台湾师范大学``: a place at the head of the name of something called after it."""
    text, rules = hit.page.view.text, hit.rules
    for cue in rules.cues:
        if not cue.reach or (cue.only and hit.form.type not in cue.only):
            continue
        high = hit.end
        while high < len(text) and high - hit.end < cue.reach + _NOUN and KINDS[text[high]] is HAN:
            high += 1
        for start in range(hit.end, min(high, hit.end + cue.reach + 1)):
            if text[start] in rules.function_words:
                break
            noun = next(
                (text[start:end] for end in range(start + 2, high + 1) if text[start:end] in cue.words), ""
            )
            if noun:
                return None if hit.page.entity_has(hit.form.entity, noun) else Judgement.WORD
    return None


def letters_in_pairs(hit: Hit) -> Judgement | None:
    """``中美``: one letter means a country only beside another such letter, and in no word of other letters."""
    if hit.form.origin != "letter":
        return None
    text, letters = hit.page.view.text, hit.rules.letters
    start, end = hit.start, hit.end
    while start and text[start - 1] in letters:
        start -= 1
    while end < len(text) and text[end] in letters:
        end += 1
    if end - start < 2:
        return Judgement.WORD
    borders = hit.page.word_borders(hit.start)
    if borders is None:
        return Judgement.NAME
    word_start = borders[bisect_left(borders, hit.start + 1) - 1]
    word_end = borders[bisect_left(borders, hit.end)]
    rest = text[max(word_start, end) : word_end]
    return Judgement.NAME if word_start >= start and (not rest or rest in hit.rules.kinds) else Judgement.WORD


def dotted(hit: Hit) -> Judgement | None:
    """``穆罕默德·阿里``: a part of somebody's foreign name."""
    text = hit.page.view.text
    before = text[hit.start - 1] if hit.start else ""
    after = text[hit.end] if hit.end < len(text) else ""
    if before not in _DOTS and after not in _DOTS:
        return None
    if (before in _DOTS and hit.start < 2) or (after in _DOTS and hit.end + 1 >= len(text)):
        return None
    return Judgement.WORD


_DOTS = ("·", "‧", "•", "・")


RULES: tuple[Rule, ...] = (
    dotted, letters_in_pairs, ordinary, grammar_of_words, another_countrys, kinds_of_place, institution, borders_of_words,
)  # fmt: skip
