"""What stands beside a Chinese form where it is a word: how much of it speaks for that."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping

from build_tools.annotate.names.chinese.classes import (
    akin,
    class_of,
    is_place,
    joined,
    texts,
    thing_class,
    words_before,
    words_of,
)
from build_tools.annotate.names.chinese.counted import (
    COUNTING,
    before_noun,
    counted,
    counted_otherwise,
    echoed,
    many,
    one_of_a_sort,
)
from build_tools.annotate.names.chinese.marks import CLAUSE
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.scripts import HAN, KINDS


def word_hints(hit: Hit) -> Iterator[str]:
    """What stands beside the form where it is a word, each by its own name."""
    rules, text = hit.rules, hit.page.view.text
    entry = rules.classed(class_of(hit.form.name, rules))
    done = text[hit.start - 1 : hit.start] in _ASPECTS and hit.page.around.left(hit.start - 1)
    if hit.following(entry.after):
        yield "made of it"
    if hit.preceding(entry.before) or (done and done.longest_of(entry.before)):
        yield "done with it"  # 爬了泰山
    if hit.following(rules.word_heads):
        yield "head"
    described = text[hit.start - 1 : hit.start] == "的" or hit.following(rules.degrees)
    if described and (hit.form.name in rules.things or is_place(hit.form.name)):
        yield "described"  # 高原上的牦牛, 松鼠很多: said of things, seldom of names
    for name, holds in _HINTS.items():
        if holds(hit):
            yield name
    yield from _of_words(hit)


def _of_words(hit: Hit) -> Iterator[str]:
    """What the dictionary's words on either side are: ``玉米、小米``, ``小米粥``."""
    rules = hit.rules
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0))
    if _is_adverbial(hit, words, at):
        yield "adverbial"
    after = next((w for s, w in texts(hit, words[at + 1 : at + 2]) if s == hit.end), "")
    if after and thing_class(after, rules) and (len(after) > 1 or tag_of(after)[:1] == "n"):
        yield "before thing"
    for start, other in joined(hit):
        places = is_place(hit.form.name) and is_place(other)  # 阿里山与玉山
        places = places and not any(hit.page.kin(hit, start, start + 1))
        if places or akin(hit.form.name, other, rules):
            yield "joined with its like"


_ASPECTS = ("了", "过", "着")
_COPULAS = frozenset("是为由")


def _somebodys_own(hit: Hit) -> bool:
    """``他的理想``, ``真正的国王``: a pronoun, or one word of quality, before the noun."""
    before = words_before(hit, 2)
    if before[-1:] != ["的"] or tag_of(hit.form.name)[:1] not in ("n", "v", "a"):
        return False
    return tag_of(before[0])[:1] in ("r", "a", "b", "d", "z") and before[0] not in _DEMONSTRATIVES


_DEMONSTRATIVES = frozenset(["这样", "那样", "这里", "那里", "其中", "这", "那", "该"])


def _one_that(hit: Hit) -> bool:
    """``那是一个人人看报的年代``: a numeral with a measure word opens what ``的`` closes before the form."""
    text = hit.page.view.text
    if text[hit.start - 1 : hit.start] != "的":
        return False
    start, _ = hit.page.sentence(hit.start)
    low = max(start, *(text.rfind(mark, start, hit.start) for mark in CLAUSE + "—…、"))
    for at in range(low, hit.start - 3):
        measure = next(
            (text[at + 1 : end] for end in (at + 3, at + 2) if text[at + 1 : end] in hit.rules.measures), ""
        )
        if measure and text[at] in COUNTING:
            return not before_noun(hit)
    return False


def _in_office(hit: Hit) -> bool:
    """``挪威国王``: what somebody is, directly after a country."""
    rules = hit.rules
    if hit.form.name not in rules.titles or hit.following(rules.joint("kinds", "name_cues")):
        return False
    place = next(iter(words_before(hit, 1)), "")
    known = place in rules.nationalities or place in rules.foreign or tag_of(place) == "ns"
    return known and not hit.page.entity_has(hit.form.entity, place)


def _in_a_place(hit: Hit) -> bool:
    """``八达岭长城``, ``挪威国王``: directly after a place that is in none of the entity's names."""
    before = words_before(hit, 2)
    place = before[-1] if before else ""
    led = before[0] if len(before) > 1 else ""
    return (
        # 上海海港 is a club, where the text has no harbour.
        hit.form.name in hit.page.other_senses
        and len(place) > 1
        and tag_of(place) == "ns"
        and tag_of(led)[:1] not in ("p", "v")
        and not hit.page.entity_has(hit.form.entity, place)
        and hit.following(hit.rules.kinds) == ""
    )


def among_places(hit: Hit) -> bool:
    """``从拉萨到阿里``, ``前往阿里``: where a road goes, for a form that is no place of the authority file."""
    text, before = hit.page.view.text, words_before(hit, 3)
    if hit.form.type == "place" or hit.following(hit.rules.joint("kinds", "name_cues")):
        return False
    if (
        len(before) == _FROM_TO
        and before[0] == "从"
        and before[2] == "到"
        and tag_of(before[1])[:2] in ("ns", "nr")
    ):
        return True
    if text[hit.end : hit.end + 1] in _ENDINGS:
        return bool(hit.preceding(hit.rules.place_leads))
    # 到长城购物, but 提到福特
    return is_place(hit.form.name) and bool(before) and before[-1] in hit.rules.place_leads


_FROM_TO = 3
_ENDINGS = frozenset("，,；;：:。！？!?\n的、和与及要")


def _is_adverbial(hit: Hit, words: list[tuple[int, int]], at: int) -> bool:
    """``教育局统一采购``: a verb or an adverb before a verb, and after whoever does it."""
    following = [text for _, text in texts(hit, words[at + 1 : at + 2])]
    before = hit.page.view.text[hit.start - 1 : hit.start]
    # 教育局 does, but 是联想计算业务的客户
    led = hit.start > 0 and KINDS[before] is HAN and before not in _COPULAS
    return led and tag_of(hit.form.name)[:1] in ("v", "d") and any(tag_of(word) == "v" for word in following)


def is_somewhere(hit: Hit) -> bool:
    """``在阿里，海拔四千米``, ``在阿里工作，那里很高``: where something is, said before the clause or spoken of behind it."""
    text = hit.page.view.text
    if text[hit.start - 1 : hit.start] != "在":
        return False
    return text[hit.end : hit.end + 1] in ("，", ",") or _THERE.match(text, hit.end) is not None


_THERE = re.compile("[^，,。；;！？!?\n]{1,12}[，,](?:那里|那儿|那边|当地)")


_HINTS: Mapping[str, Callable[[Hit], bool]] = {
    "numbered otherwise": counted_otherwise,
    "somewhere": is_somewhere,
    "counted": counted,
    "many": many,
    "echoed": echoed,
    "one that": _one_that,
    "in office": _in_office,
    "somebody's own": _somebodys_own,
    "one of a sort": one_of_a_sort,
    "in a place": _in_a_place,
    "among places": among_places,
}
