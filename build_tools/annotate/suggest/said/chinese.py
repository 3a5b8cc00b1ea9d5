"""``秀山县洪安镇``: in Chinese a noun of places ends the name; what stands before it tells where it begins."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

import rjieba

from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.said.place import Known, Named
from build_tools.annotate.suggest.text import Text

_LONGEST, _USUAL = 6, 3
"""Characters of a name without its noun: behind a known place, and elsewhere where it is not written by sounds."""
_PLACES = ("ns",)
_NAMES = ("n", "ns", "nr", "nz", "nrt", "")
"""Tags of what a place can be called, by the segmenter's dictionary; empty where it lacks the word."""


@cache
def _nouns(tag: str) -> re.Pattern[str] | None:
    rules = suggest_rules(tag)
    nouns = "|".join(sorted(rules.localities, key=lambda noun: (-len(noun), noun)))
    return re.compile(f"(?:{nouns})(?![{rules.localities_inside}])") if nouns else None


def named(text: Text, known: Known) -> Iterator[Named]:
    """Places of a Chinese text, each with the country of that in which it lies, where that stands before it."""
    pattern, view = _nouns(text.tag), text.view
    ends = dict(known.ends)
    for match in pattern.finditer(view.text) if pattern else ():
        start = _start(text, match, ends)
        if start is not None:
            first, last = view.source(start, match.end())
            ends[last] = ends.get(first, "")
            yield Named(first, last, ends[last])
    yield from _landmarks(text)
    yield from _listed(text, ends)
    for match in _DATELINE.finditer(view.text):
        if tag_of(match["name"]) in (*_CALLED, "v"):
            yield Named(*view.source(*match.span("name")))
    yield from _foreign(text)


def _landmarks(text: Text) -> Iterator[Named]:
    """``鄱阳湖``: what ends in a noun of waters, heights and islands, and the dictionary has as the name of a place."""
    nouns, view = text.rules.landmarks, text.view
    for at, word in _words(view.text) if nouns else ():
        if len(word) > 2 and word.endswith(tuple(nouns)) and tag_of(word) in _PLACES:
            yield Named(*view.source(at, at + len(word)))


_DATELINE = re.compile(
    r"[社网报讯](?P<name>[\u3400-\u9fff]{2,5})(?:[(（][\u3400-\u9fff]{2,6}[)）])?"
    r"[\d０-９一二三四五六七八九十]{1,3}(?:月[\d０-９一二三四五六七八九十]{1,3})?日(?:电|专电|讯|消息)"
)
"""``新华社达沃斯（瑞士）1月29日电``: where a report comes from."""


def _listed(text: Text, ends: Container[int]) -> Iterator[Named]:
    """``香山和温岭``: what the dictionary has as a place, joined to another; 长大 behind one is not, though it has it so."""
    view = text.view
    words = list(_words(view.text))
    before: tuple[int, bool] = (-1, False)
    joint = ""
    for n, (start, word) in enumerate(words):
        place = _is_listed(text, word)
        following = words[n + 1][1] if n + 1 < len(words) else ""
        if place:
            other = words[n + 2][1] if n + 2 < len(words) and following in _JOINTS else ""
            joined = joint in _JOINTS and before[1] and before[0] == start - len(joint)
            if joined or (other and _is_listed(text, other)):
                yield Named(*view.source(start, start + len(word)))
        if word in _JOINTS:
            joint = word
        else:
            before, joint = (start + len(word), place or view.source(start, start + len(word))[1] in ends), ""


_JOINTS = ("、", "和", "与", "及", "至", "到")


def _words(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for word in rjieba.cut(text, hmm=False):
        yield at, word
        at += len(word)


def _is_listed(text: Text, word: str) -> bool:
    """Whether the dictionary has a word as the name of a place that is no building, street or side."""
    return (
        len(word) > 1
        and tag_of(word) in _PLACES
        and word[-1] not in _BUILT
        and word[0] not in text.rules.sides
    )


_BUILT = "宫寺庙路街站桥港门塔楼场陵院馆堂园房部国"


def _foreign(text: Text) -> Iterator[Named]:
    """``边境城镇布纳嘎纳``: a whole run of characters that write foreign sounds, behind a noun of towns."""
    rules, view = text.rules, text.view
    if not rules.localities_before or not rules.sounds:
        return
    nouns = "|".join(sorted(rules.localities_before))
    run = f"[{rules.sounds}]{{2,{_SOUNDS}}}"
    for match in re.finditer(f"(?:{nouns})(?P<name>{run})(?![{rules.sounds}·])(?={_NEXT})", view.text):
        if tag_of(match["name"]) in _CALLED:
            yield Named(*view.source(*match.span("name")))


_NEXT = r"附近|[^\u3400-\u9fff]|[的在是和与及市镇郊东西南北中]|$"
"""What follows a foreign name that ends there: no further character of it."""
_SOUNDS = 8
"""Characters of the longest foreign name without a dot."""


def _start(text: Text, match: re.Match[str], ends: Container[int]) -> int | None:
    """Where the name that ends in a noun of places begins: behind the place that is nearest, else where one can."""
    starts = range(match.start() - 1, max(-1, match.start() - _LONGEST - 1), -1)
    for behind in (True, False):
        for start in starts if behind else reversed(starts):
            whole = text.view.text[start : match.end()]
            here = (
                text.view.source(start, match.end())[0] in ends
                if behind
                else _begins(text, start, whole, match[0])
            )
            if here and _may_be_name(text, whole, match[0], behind=behind):
                return start
    return None


def _begins(text: Text, start: int, whole: str, noun: str) -> bool:
    """Whether a name can begin there without a known place before it: one that the dictionary has, or none of words."""
    name, before = whole.removesuffix(noun), text.view.text[max(0, start - 3) : start]
    if len(whole) > 2 and (tag_of(whole) in _PLACES or (tag_of(whole) in _LOOSELY and noun in "县州镇乡")):
        return True
    if name[0] in text.names.function_words:
        return False
    sounds = len(name) >= _USUAL and all(char in text.rules.sounds for char in name)
    if len(name) not in (2, _USUAL) and not sounds:
        return False
    if before[-1:].isalpha() and not before.endswith((*text.rules.place, *_LED)):
        return False
    parts = [name, *(word for word in rjieba.cut(name, hmm=False) if len(word) > 1)]
    return all(tag_of(part) in _CALLED for part in parts)


_CALLED = ("", "ns", "nr", "nz", "nrt")
_LED = (
    "与",
    "和",
    "及",
    "从",
    "到",
    "距",
    "经",
    "由",
    "将",
    "向",
    "往",
    "日",
    "时",
    "许",
    "是",
    "对",
    "的",
    "至",
)
"""What stands before a name whose first character is not that of a word."""


def _may_be_name(text: Text, whole: str, noun: str, *, behind: bool) -> bool:
    """Whether what stands before a noun of places is its name, and both are no word of the language: ``山区``, ``贫困县``."""
    name = whole.removesuffix(noun)
    if not name or not _NEVER.isdisjoint(name):
        return False
    if tag_of(whole) in _PLACES:
        ends = any(word.endswith(noun) and whole.endswith(word) for word in text.rules.no_localities)
        return not ends and (len(name) > 1 or noun in ("县", "州"))
    listed = tag_of(whole)
    if listed and not (
        listed in _LOOSELY and (behind or noun in "县州镇乡") and tag_of(name) in (*_CALLED, "n")
    ):
        return False
    if len(name) < 2 or not name.isalpha() or name.isascii():
        return False
    if any(one in name[1:] for one in text.rules.localities):
        return False  # 湘黔三省市
    words = rjieba.cut(name, hmm=False)
    last = rjieba.cut(whole, hmm=False)[-1]
    if (last != noun and tag_of(last) not in ("ns", *_LOOSELY)) or not text.rules.no_localities.isdisjoint(
        (name, *words)
    ):
        return False  # 港口城市
    if not behind and any(len(word) > 1 and tag_of(word) not in _NAMES for word in words):
        return False
    return all(tag_of(word) in _NAMES or len(word) == 1 or (behind and tag_of(word) == "m") for word in words)


_LOOSELY = ("nr", "nz")
"""Tags that the dictionary gives to many a county: 恩施州."""
_NEVER = frozenset("的了个些这那各该每某本全几多两余被把在为是于等第和与及、")
