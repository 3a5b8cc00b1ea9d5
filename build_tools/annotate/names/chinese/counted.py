"""What counts a Chinese form, or what is said of how many there are: words are counted, names are not."""

from __future__ import annotations

from bisect import bisect_left

from build_tools.annotate.names.chinese.classes import texts, words_before, words_of
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.page import Hit

_COUNTED = frozenset("一二三四五六七八九")
COUNTING = frozenset("一两二三四五六七八九十百千万几数0123456789这那该某")
_WHOLE = frozenset("整满每各半多成大小")
"""What stands before a measure word in place of a number: ``整座``, ``满桌``, ``成堆``."""
_BEING = frozenset("是有成当做")
"""Verbs before a measure word that counts one: ``是个``."""


def counted(hit: Hit) -> bool:
    """``三斤小米``, ``整座金山``, but not ``一种苹果手机``: a measure word of things, with no other noun that it counts."""
    return (
        _measured(hit, COUNTING | _WHOLE)
        and hit.page.view.text[hit.end : hit.end + 1] != "的"
        and not before_noun(hit)
    )


def measured(hit: Hit) -> bool:
    """``一头雄鹿的模型``, ``也是个快手``: a measure word of things directly before, counted or not, whatever follows."""
    return _measured(hit, COUNTING | _WHOLE | _BEING)


def _measured(hit: Hit, leads: frozenset[str]) -> bool:
    """Whether a measure word of things stands directly before: one of two characters, or one that something ``leads``."""
    text = hit.page.view.text
    if text[hit.start - 1 : hit.start] not in hit.rules.measure_ends:
        return False
    measure = hit.preceding(hit.rules.measures)
    start = hit.start - len(measure)
    return len(measure) > 1 or (bool(measure) and text[start - 1 : start] in leads)


def before_noun(hit: Hit) -> bool:
    """Whether another noun follows at once, which what stands before the form may belong to."""
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0)) + 1
    if len(hit.following(hit.rules.joint("kinds", "name_cues"))) > 1:
        return True
    return any(start == hit.end and tag_of(word)[:1] == "n" for start, word in texts(hit, words[at : at + 1]))


def many(hit: Hit) -> bool:
    """``拉坯的快手不少``, ``山里牦牛成群``: how many there are, said after the noun."""
    after = hit.page.view.text[hit.end : hit.end + 1]
    return after in hit.rules.amount_heads and bool(hit.following(hit.rules.amounts))


def echoed(hit: Hit) -> bool:
    """``金山银山``, ``滴滴答答``: half of a phrase whose other half is built alike."""
    text, name = hit.page.view.text, hit.form.name
    size = len(name)
    before, after = text[max(0, hit.start - size) : hit.start], text[hit.end : hit.end + size]
    if len(set(name)) == 1:
        return len(after) == size and len(set(after)) == 1 and bool(tag_of(name))
    return any(
        len(half) == size
        and half != name
        and half[-1] == name[-1]
        and half[0] != name[0]
        and bool(tag_of(half))
        for half in (before, after)
    )


def one_of_its_kind(hit: Hit) -> bool:
    """``一部小米``, ``这家苹果``: a numeral or a demonstrative with a measure word of machines and companies."""
    measure = hit.preceding(hit.rules.name_measures)
    start = hit.start - len(measure)
    return bool(measure) and hit.page.view.text[start - 1 : start] in COUNTING


def one_of_a_sort(hit: Hit) -> bool:
    """``一枚重型火箭``: a measure word of things and a word of quality."""
    before = words_before(hit, 2)
    if len(before) < 2 or tag_of(before[1])[:1] not in ("a", "b"):
        return False
    return before[0][-1] in hit.rules.measures and (before[0][0] in COUNTING or len(before[0]) == 1)


def counted_otherwise(hit: Hit) -> bool:
    """``三星的牌子，五星的服务``: the same noun with another number in the sentence."""
    text, rest = hit.page.view.text, hit.form.name[1:]
    if hit.form.name[0] not in _COUNTED:
        return False
    start, end = hit.page.sentence(hit.start)
    return any(
        text[at - 1] in _COUNTED and text[at - 1] != hit.form.name[0]
        for at in range(start + 1, end)
        if text.startswith(rest, at)
    )
