"""What stands beside a Chinese form where it is a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping

from build_tools.annotate.names.chinese.beside_words import is_somewhere
from build_tools.annotate.names.chinese.classes import (
    class_of,
    texts,
    words_before,
    words_of,
)
from build_tools.annotate.names.chinese.counted import (
    one_of_its_kind,
)
from build_tools.annotate.names.chinese.marks import CLAUSE, JOINTS
from build_tools.annotate.names.chinese_words import at_border, tag_of
from build_tools.annotate.names.page import Hit

_OF_AGENTS = frozenset("把将")
_QUOTES = '"“”「」『』'
_OF_TITLES = "《》〈〉"
WORKS = ("publication", "product")
"""Types whose names stand in the marks of titles."""
_AT = frozenset("到去在上进回从")


def name_hints(hit: Hit) -> Iterator[str]:
    """What stands beside the form where it is a name, each by its own name."""
    rules, text = hit.rules, hit.page.view.text
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    yield from _told(hit)
    if after == "的" and _has_role(hit):
        yield "owns"  # 百度的无人车, 字节的产品经理
    quotes = _QUOTES + _OF_TITLES * (hit.form.type in WORKS)
    if before and after and before in quotes and after in quotes:
        yield "quoted"
    dealt = before in _AT and hit.following(rules.dealings) and not is_somewhere(hit)
    if dealt and class_of(hit.form.name, rules) != "landscape":
        yield "dealt with"
    for name, holds in _HINTS.items():
        if holds(hit):
            yield name
    if hit.preceding(rules.against) and not _follows_of_people(hit):
        yield "after verb of names"
    if after in _OF_AGENTS and (before in CLAUSE or after_time(hit)):
        yield "agent"
    if hit.start - (before in JOINTS) in hit.page.edges or hit.end + (after in JOINTS) in hit.page.outsets:
        yield "joined" if before in JOINTS or after in JOINTS else "beside another"


def _told(hit: Hit) -> Iterator[str]:
    """``苹果手机``, ``小米发布``: what follows says what it is, what it does or what it owns."""
    rules = hit.rules
    told = hit.following(rules.joint("verbs", "kinds", "name_cues"))
    if len(hit.following(rules.classed(class_of(hit.form.name, rules)).after)) > len(told):
        return  # 小米收购价, but 小米收购
    if told and len(hit.following(rules.word_heads)) >= len(told):
        return  # 现代社会
    if len(told) > 1 and tag_of(told)[:1] in ("d", "t"):
        yield "told adverb"  # an adverb goes before every verb: 牦牛正在吃草
    elif len(told) > 1:
        for name, words in (("verb", rules.verbs), ("kind", rules.kinds), ("cue", rules.name_cues)):
            if told in words:
                yield f"told {name}"
    elif told and at_border(hit.page.word_borders(hit.start) or (), hit.end + 1):
        yield "told short"


def _owns_beyond(hit: Hit) -> bool:
    """``联想电脑业务``, ``亚马逊在巴西的数据中心``: what names own, behind one word or behind a place."""
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0)) + 1
    following = [text for start, text in texts(hit, words[at : at + 3]) if start >= hit.end]
    if following[:1] == ["在"] and following[2:] == ["的"] and tag_of(following[1])[:1] in ("n", "s"):
        end = words[at + 2][1]
    elif following and len(following[0]) > 1 and tag_of(following[0]) in ("n", "b"):
        end = words[at][1]
    else:
        return False
    return len(hit.page.around.right(end).longest_of(hit.rules.joint("kinds", "name_cues"))) > 1


def _set_against(hit: Hit) -> bool:
    """``台塑獲利年增，統一則持平``: what opens a clause that tells the same of it as of another of its type."""
    text = hit.page.view.text
    if text[hit.start - 1 : hit.start] not in CLAUSE or text[hit.end : hit.end + 1] not in _LIKEWISE:
        return False
    start, _ = hit.page.sentence(hit.start)
    return any(name != hit.form.name for _, name in hit.page.kin(hit, start, hit.start))


_LIKEWISE = frozenset("则也亦")


def _follows_of_people(hit: Hit) -> bool:
    """``加入大众视野``: what follows says that people in general are meant, or another word of the language."""
    return bool(hit.following(hit.rules.word_heads))


def _has_role(hit: Hit) -> bool:
    """Whether what follows ``的`` is what names have: products, or persons in their service."""
    rules = hit.rules
    possessed = rules.joint("kinds", "name_cues")
    phrases = hit.page.around.right(hit.end + 1).phrases
    if any(len(phrase) > 1 and (phrase in possessed or phrase.endswith(rules.roles)) for phrase in phrases):
        return True
    # 联想的一位旧同事: what is determined has no adjective before its number.
    persons = bool(phrases) and phrases[0] in _DETERMINING and phrases[-1][1:2] in _OF_PERSONS
    return persons and any(phrase.endswith(rules.people) for phrase in phrases)


_DETERMINING = frozenset("一两二三四五六七八九十几这那某首第")
_OF_PERSONS = frozenset("位名个些批群")


def _acts_at_a_time(hit: Hit) -> bool:
    """``小米昨天公布``, ``蝴蝶也在转型``: a verb that names have after them, with adverbs and words of time between."""
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0)) + 1
    if at >= len(words) or words[at][0] != hit.end:
        return False
    for start, word in texts(hit, words[at : at + _ADVERBS]):
        passing = tag_of(word)[:1] == "d" or (tag_of(word)[:1] == "t" and len(word) > 1)
        if word not in _IN_PROGRESS and not passing:
            return False  # 苹果节请来了主播
        if hit.page.around.right(start + len(word)).longest_of(hit.rules.verbs):
            return True
    return False


_ADVERBS = 3
_IN_PROGRESS = ("在", "正", "将", "会", "要", "昨晚", "今晚", "近日")


def after_time(hit: Hit) -> bool:
    """``去年字节向当地捐了教室``: a word of time alone stands before it in its clause."""
    text, words = hit.page.view.text, words_before(hit, 1)
    at = hit.start - len("".join(words))
    return bool(words) and tag_of(words[0])[:1] == "t" and (not at or text[at - 1] in CLAUSE)


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


_HINTS: Mapping[str, Callable[[Hit], bool]] = {
    "numbered": _numbered_among_names,
    "acts at a time": _acts_at_a_time,
    "one of its kind": one_of_its_kind,
    "set against": _set_against,
    "owns beyond": _owns_beyond,
}
