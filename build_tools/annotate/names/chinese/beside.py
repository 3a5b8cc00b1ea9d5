"""What stands beside a Chinese form that is a word as well, and in its sentence: how much of it speaks for which."""

from __future__ import annotations

import re
from bisect import bisect_left

from build_tools.annotate.names.chinese.classes import (
    akin,
    class_of,
    is_place,
    texts,
    thing_class,
    words_before,
    words_of,
)
from build_tools.annotate.names.chinese.counted import (
    counted,
    counted_otherwise,
    echoed,
    many,
    one_of_a_sort,
    one_of_its_kind,
)
from build_tools.annotate.names.chinese_words import at_border, is_common, tag_of
from build_tools.annotate.names.page import Hit, Page
from build_tools.annotate.names.scripts import HAN, KINDS

CLAUSE = "，,；;：:。！？!?\n"
"""Marks at which clauses end."""
_OF_AGENTS = frozenset("把将")
_JOINTS = frozenset("、和与及跟同或")
_QUOTES = '"“”「」『』《》〈〉'
_BESIDE = 3
"""What stands directly beside a form counts as much, another name beside it one less. Where neither sense has any of
that, words of the sentence count one, those of the clause two, and one alone in another clause decides nothing."""


def beside_name(hit: Hit) -> int:
    rules, page, text = hit.rules, hit.page, hit.page.view.text
    told = hit.following(rules.verbs | rules.kinds | rules.name_cues)
    if len(hit.following(rules.classed(class_of(hit.form.name, rules)).after)) > len(told):
        told = ""  # 小米收购价, but 小米收购
    if len(told) > 1:
        # 卖苹果, but 卖苹果手机; an adverb goes before every verb: 牦牛正在吃草.
        return 1 if tag_of(told)[:1] in ("d", "t") else _BESIDE + 1
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if told and at_border(page.word_borders(hit.start) or (), hit.end + 1):
        return _BESIDE
    if after == "的" and _has_role(hit):
        # 百度的无人车, 字节的产品经理
        return _BESIDE
    if before and after and before in _QUOTES and after in _QUOTES:
        return _BESIDE
    if before in _AT and hit.following(rules.dealings) and class_of(hit.form.name, rules) != "landscape":
        return _BESIDE
    if _numbered_among_names(hit) or _acts_at_a_time(hit) or one_of_its_kind(hit):
        return _BESIDE
    if _set_against(hit) or _owns_beyond(hit):
        return _BESIDE - 1
    if hit.preceding(rules.against) and not _follows_of_people(hit):
        return _BESIDE - 1
    if before in CLAUSE and after in _OF_AGENTS:
        return _BESIDE - 1
    joined = hit.start - (before in _JOINTS) in page.edges or hit.end + (after in _JOINTS) in page.outsets
    return _BESIDE - 1 if joined else 0


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
    return len(hit.page.around.right(end).longest_of(hit.rules.kinds | hit.rules.name_cues)) > 1


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
    possessed = rules.kinds | rules.name_cues
    phrases = hit.page.around.right(hit.end + 1).phrases
    if any(len(phrase) > 1 and (phrase in possessed or phrase.endswith(rules.roles)) for phrase in phrases):
        return True
    # 联想的一位旧同事: what is determined has no adjective before its number.
    persons = bool(phrases) and phrases[0] in _DETERMINING and phrases[-1][1:2] in _OF_PERSONS
    return persons and any(phrase.endswith(rules.people) for phrase in phrases)


_DETERMINING = frozenset("一两二三四五六七八九十几这那某首第")
_OF_PERSONS = frozenset("位名个些批群")


def _acts_at_a_time(hit: Hit) -> bool:
    """``小米昨天公布``: a verb that names have after them, with one adverb or word of time between."""
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0)) + 1
    if at >= len(words) or words[at][0] != hit.end:
        return False
    between = tag_of(hit.page.view.text[slice(*words[at])])
    return between[:1] in ("t", "d") and bool(hit.page.around.right(words[at][1]).longest_of(hit.rules.verbs))


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


def beside_word(hit: Hit) -> int:
    rules = hit.rules
    entry = rules.classed(class_of(hit.form.name, rules))
    text = hit.page.view.text
    done = text[hit.start - 1 : hit.start] in _ASPECTS and hit.page.around.left(hit.start - 1)
    if hit.following(entry.after) or hit.preceding(entry.before) or counted_otherwise(hit):
        return _BESIDE
    if done and done.longest_of(entry.before):
        return _BESIDE  # 爬了泰山
    if is_somewhere(hit):
        return _BESIDE - 1
    if counted(hit):
        return _BESIDE + 1
    if many(hit) or echoed(hit):
        return _BESIDE
    if hit.following(rules.word_heads) or _somebodys_own(hit) or one_of_a_sort(hit):
        return _BESIDE
    if _in_a_place(hit) or among_places(hit):
        return _BESIDE - 1
    described = text[hit.start - 1 : hit.start] == "的" or hit.following(rules.degrees)
    if described and (hit.form.name in rules.things or is_place(hit.form.name)):
        # 高原上的牦牛, 松鼠很多: said of things, seldom of names.
        return _BESIDE - 1
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0))
    if _is_adverbial(hit, words, at):
        return _BESIDE - 1
    after = next((w for s, w in texts(hit, words[at + 1 : at + 2]) if s == hit.end), "")
    if after and thing_class(after, rules) and (len(after) > 1 or tag_of(after)[:1] == "n"):
        return _BESIDE
    for step, place in ((-2, at - 2), (2, at + 2)):
        joint = at + step // 2
        if 0 <= place < len(words) and 0 <= joint < len(words):
            (_, between), (_, other) = texts(hit, [words[joint], words[place]])
            if between in _JOINTS and akin(hit.form.name, other, rules):
                return _BESIDE
    return 0


_ASPECTS = ("了", "过", "着")
_COPULAS = frozenset("是为由")
_AT = frozenset("到去在上进回从")


def _somebodys_own(hit: Hit) -> bool:
    """``他的理想``, ``真正的国王``: a pronoun, or one word of quality, before the noun."""
    before = words_before(hit, 2)
    if before[-1:] != ["的"] or tag_of(hit.form.name)[:1] not in ("n", "v", "a"):
        return False
    return tag_of(before[0])[:1] in ("r", "a", "b", "d", "z") and before[0] not in _DEMONSTRATIVES


_DEMONSTRATIVES = frozenset(["这样", "那样", "这里", "那里", "其中", "这", "那", "该"])


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
    if hit.form.type == "place" or hit.following(hit.rules.kinds | hit.rules.name_cues):
        return False
    if (
        len(before) == _FROM_TO
        and before[0] == "从"
        and before[2] == "到"
        and tag_of(before[1])[:2] in ("ns", "nr")
    ):
        return True
    led = bool(hit.preceding(hit.rules.place_leads))
    return led and (text[hit.end : hit.end + 1] in _ENDINGS or is_place(hit.form.name))


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
    """``在阿里，海拔四千米``: where something is, said before the clause."""
    text = hit.page.view.text
    return text[hit.start - 1 : hit.start] == "在" and text[hit.end : hit.end + 1] in ("，", ",")


def in_sentence(hit: Hit) -> tuple[int, int]:
    """What the sentence has for the name and for the word: one for a word in it, two for one in the same clause."""
    page, rules, text = hit.page, hit.rules, hit.page.view.text
    start, end = page.sentence(hit.start)
    low = max((text.rfind(mark, start, hit.start) for mark in CLAUSE), default=start) + 1
    high = min((at for mark in CLAUSE if (at := text.find(mark, hit.end, end)) >= 0), default=end)
    low = max(start, low)
    entry = rules.classed(class_of(hit.form.name, rules))
    for_name = _best(page, rules.name_cues, start, end, low, high)
    for_name = max(for_name, _in_company(hit, low, high))
    if text[hit.start - 1 : hit.start] in CLAUSE and page.has_any(rules.verbs, hit.end, high):
        # 亚马逊在巴西招聘三千人: who opens a clause that has such a verb.
        for_name = 2
    for_word = max(int(_among_nouns(hit)), _best(page, entry.near, start, end, low, high))
    for at, word in texts(hit, words_of(hit)):
        if start <= at < end and not hit.start <= at < hit.end and akin(hit.form.name, word, rules):
            for_word = max(for_word, 2 if low <= at < high else 1)
    return for_name, for_word


def _in_company(hit: Hit, low: int, high: int) -> int:
    """Two where the clause names another entity of the same type, one where what may be its name is a word, too."""
    others = [name for _, name in hit.page.kin(hit, low, high) if name != hit.form.name]
    if not others:
        return 0
    return 1 if all(is_common(name) or name in hit.rules.things for name in others) else 2


def _best(page: Page, words: frozenset[str], start: int, end: int, low: int, high: int) -> int:
    """Two for a word in the clause, one for one in the sentence; the dictionary need not know it."""
    if page.has_any(words, low, high):
        return 2
    return int(page.has_any(words, start, end))


def _among_nouns(hit: Hit) -> bool:
    """``报纸头条``, ``理想和现实``: after or joined with a common noun that does not say what the name is."""
    rules = hit.rules
    if tag_of(hit.form.name)[:1] != "n":
        return False
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0))
    near = [(at - 1, ""), (at + 2, "和与及")]
    for place, joints in near:
        if not 0 <= place < len(words):
            continue
        (_, word), (_, joint) = texts(hit, [words[place], words[place - 1]])
        plain = tag_of(word) == "n" and word not in rules.kinds | rules.name_cues | rules.titles
        if plain and len(word) > 1 and (not joints or joint in joints):
            return True
    return False


def is_plain_object(hit: Hit) -> bool:
    """``改善民生，``: the object of a verb that names seldom have before them."""
    verb = "".join(words_before(hit, 1))
    if tag_of(verb) != "v" or verb in hit.rules.verbs | hit.rules.against:
        return False
    return tag_of(hit.form.name)[:1] == "n"


def describes_another(hit: Hit) -> bool:
    """``现代供应链``, ``长城沿线``: before a noun that is neither a company's nor somebody's."""
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0)) + 1
    if at >= len(words) or words[at][0] != hit.end:
        return False
    after = hit.page.view.text[slice(*words[at])]
    if len(after) < 2 or tag_of(after) not in ("n", "f") or hit.following(hit.rules.owned):
        return False
    # 三星涨价，苹果成本承压
    start, end = hit.page.sentence(hit.start)
    return not _in_company(hit, start, end)
