"""Chinese names that are words as well: what speaks for the one and for the other is weighed at every mention.

For the word speak its grammar (``三个苹果``, ``并不理想``), what is done with things of its class and what they are made
into (``吃苹果``, ``小米粥``), and other words of that class (``玉米、小米和高粱``). For the name speak what names have
beside them (``苹果手机``, ``苹果发布``), another name, marks around it, and the words of business and sport. What stands
in the same clause counts double. A draw is undecided.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from build_tools.annotate.names.chinese_words import at_border, is_common, tag_of
from build_tools.annotate.names.page import Hit, Judgement, Page
from build_tools.annotate.names.rules import NameRules

_LONGEST_WORD = 3
_CLAUSE = "，,；;：:。！？!?\n"
_OF_AGENTS = frozenset("把将")
_JOINTS = frozenset("、和与及跟同或")
_QUOTES = '"“”「」『』《》〈〉'
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两几数半")
_COUNTED = frozenset("一二三四五六七八九")
_BESIDE = 3
"""What stands directly beside a form counts as much, another name beside it one less. Where neither sense has any of
that, words of the sentence count one, those of the clause two, and one alone in another clause decides nothing."""


def weighed(hit: Hit) -> Judgement | None:
    """A form that the dictionary knows as a word, or that is one elsewhere in the text."""
    form, page = hit.form, hit.page
    if page.segment is None:
        return None
    somebodys = form.type != "person" and bool(hit.preceding(hit.rules.callings))
    if not (
        somebodys or tag_of(form.name) or form.name in page.other_senses or form.name in hit.rules.things
    ):
        return None
    short = len(form.name) < _LONGEST_WORD
    word = form.name in hit.rules.things or (short and is_common(form.name))
    doubtful = word or form.name in page.other_senses or _counted_otherwise(hit) or _is_somewhere(hit)
    doubtful = doubtful or (_is_place(form.name) and _beside_word(hit) > 0)
    if _in_its_grammar(hit, word):
        return _as_word(hit)
    if form.type == "place" or not (doubtful or somebodys):
        return None
    if somebodys:
        # 拳王阿里: somebody of that name.
        return _as_word(hit)
    for_name, for_word = _beside_name(hit), _beside_word(hit)
    if for_word > for_name:
        return _as_word(hit)
    if for_name > for_word:
        return None
    if not for_name and _is_object(hit):
        hit.page.other_senses.setdefault(form.name, set()).add(hit.start)
        return Judgement.TORN
    spoken, meant = _in_sentence(hit)
    if meant > spoken:
        return _as_word(hit)
    if spoken > meant and spoken > 1:
        return None
    # A verb or an adjective with nothing in its clause that speaks for a name: 祈求出入平安.
    torn = meant > 0 or tag_of(form.name)[:1] in ("v", "a", "d") or _word_in_sentence(hit)
    if not spoken and form.name in page.other_senses:
        # 字节则把目标定在十万卡: what opens a clause is what the text is about.
        text = page.view.text
        opens = text[hit.start - 1 : hit.start] in _CLAUSE and text[hit.end : hit.end + 1] != "的"
        # 穆罕默德·阿里，阿里当年: somebody's surname.
        torn = torn or not opens or f"·{form.name}" in text
    return Judgement.TORN if torn else Judgement.UNSURE


def _is_place(name: str) -> bool:
    """Whether the dictionary has a form as a place: a club may be called after a mountain."""
    return tag_of(name) == "ns"


def _as_word(hit: Hit) -> Judgement:
    hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.WORD


def _is_object(hit: Hit) -> bool:
    """``指着月亮``, ``海南的风筝``: what is done to things, or what is somewhere, with no business in the clause."""
    text = hit.page.view.text
    before = text[hit.start - 1 : hit.start]
    physical = before == "着" or text[hit.start - 2 : hit.start] in ("到了", "起了", "下了")
    return (physical or before == "的") and tag_of(hit.form.name)[:1] == "n" and not _in_sentence(hit)[0]


def _word_in_sentence(hit: Hit) -> bool:
    """Whether the form stands as a word in the same sentence, too."""
    start, end = hit.page.sentence(hit.start)
    return any(start <= at < end for at in hit.page.other_senses.get(hit.form.name, ()))


def _in_its_grammar(hit: Hit, word: bool) -> bool:
    """``三个字节``, ``不统一``, ``统一了``, ``三星级``: numbers, degrees and aspects, which names do not have."""
    text, rules = hit.page.view.text, hit.rules
    tag = tag_of(hit.form.name)
    before = text[hit.start - 1 : hit.start]
    if hit.form.name[0] in _NUMERALS and hit.following(rules.counted):
        return True
    if tag == "t" and hit.page.view.text[hit.end : hit.end + 1] in _NUMERALS:
        # 未来五年
        return True
    if not word and tag[:1] not in ("n", "r"):
        return False
    if before in _NUMERALS and tag[:1] in "nqm" and word:
        return True
    governed = hit.preceding(rules.governors)
    if governed and (tag[:1] in "vad" or governed in rules.measures or governed in rules.degrees):
        return word or governed in rules.degrees
    return word and tag[:1] in "vad" and bool(hit.following(rules.followers))


def _is_adverbial(hit: Hit, words: list[tuple[int, int]], at: int) -> bool:
    """``教育局统一采购``: a verb or an adverb before a verb, and after whoever does it."""
    following = [text for _, text in _texts(hit, words[at + 1 : at + 2])]
    led = hit.page.view.text[hit.start - 1 : hit.start] not in _CLAUSE and hit.start > 0
    return led and tag_of(hit.form.name)[:1] in ("v", "d") and any(tag_of(word) == "v" for word in following)


def _is_somewhere(hit: Hit) -> bool:
    """``在阿里，海拔四千米``: where something is, said before the clause."""
    text = hit.page.view.text
    return text[hit.start - 1 : hit.start] == "在" and text[hit.end : hit.end + 1] in ("，", ",")


def _counted_otherwise(hit: Hit) -> bool:
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


def _beside_name(hit: Hit) -> int:
    rules, page, text = hit.rules, hit.page, hit.page.view.text
    told = hit.following(rules.verbs | rules.kinds | rules.name_cues)
    if len(hit.following(rules.classed(_class_of(hit.form.name, rules)).after)) > len(told):
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
    if _numbered_among_names(hit) or _acts_at_a_time(hit):
        return _BESIDE
    if before in _CLAUSE and after in _OF_AGENTS:
        return _BESIDE - 1
    joined = hit.start - (before in _JOINTS) in page.edges or hit.end + (after in _JOINTS) in page.outsets
    return _BESIDE - 1 if joined else 0


def _has_role(hit: Hit) -> bool:
    """Whether what follows ``的`` is what names have: products, or persons in their service."""
    rules = hit.rules
    possessed = rules.kinds | rules.name_cues
    return any(
        len(phrase) > 1 and (phrase in possessed or phrase.endswith(tuple(rules.titles)))
        for phrase in hit.page.around.right(hit.end + 1).phrases
    )


def _acts_at_a_time(hit: Hit) -> bool:
    """``小米昨天公布``: a verb that names have after them, with one adverb or word of time between."""
    words = _words(hit)
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


def _beside_word(hit: Hit) -> int:
    rules = hit.rules
    entry = rules.classed(_class_of(hit.form.name, rules))
    if hit.following(entry.after) or hit.preceding(entry.before) or _counted_otherwise(hit):
        return _BESIDE
    text = hit.page.view.text
    if _is_somewhere(hit):
        return _BESIDE - 1
    described = text[hit.start - 1 : hit.start] == "的" or hit.following(rules.degrees)
    if described and (hit.form.name in rules.things or _is_place(hit.form.name)):
        # 高原上的牦牛, 松鼠很多: said of things, seldom of names.
        return _BESIDE - 1
    words = _words(hit)
    at = bisect_left(words, (hit.start, 0))
    if _is_adverbial(hit, words, at):
        return _BESIDE - 1
    after = next((w for s, w in _texts(hit, words[at + 1 : at + 2]) if s == hit.end), "")
    if after and _thing(after, rules) and (len(after) > 1 or tag_of(after)[:1] == "n"):
        return _BESIDE
    for step, place in ((-2, at - 2), (2, at + 2)):
        joint = at + step // 2
        if 0 <= place < len(words) and 0 <= joint < len(words):
            (_, between), (_, other) = _texts(hit, [words[joint], words[place]])
            if between in _JOINTS and _akin(hit.form.name, other, rules):
                return _BESIDE
    return 0


def _in_sentence(hit: Hit) -> tuple[int, int]:
    """What the sentence has for the name and for the word: one for a word in it, two for one in the same clause."""
    page, rules, text = hit.page, hit.rules, hit.page.view.text
    start, end = page.sentence(hit.start)
    low = max((text.rfind(mark, start, hit.start) for mark in _CLAUSE), default=start) + 1
    high = min((at for mark in _CLAUSE if (at := text.find(mark, hit.end, end)) >= 0), default=end)
    low = max(start, low)
    entry = rules.classed(_class_of(hit.form.name, rules))
    for_name = _best(page, rules.name_cues, start, end, low, high)
    for_name = max(for_name, 2 * bool(hit.preceding(rules.against)))
    if text[hit.start - 1 : hit.start] in _CLAUSE and page.has_any(rules.verbs, hit.end, high):
        # 亚马逊在巴西招聘三千人: who opens a clause that has such a verb.
        for_name = 2
    for_word = max(int(_among_nouns(hit)), _best(page, entry.near, start, end, low, high))
    for at, word in _texts(hit, _words(hit)):
        if start <= at < end and not hit.start <= at < hit.end and _akin(hit.form.name, word, rules):
            for_word = max(for_word, 2 if low <= at < high else 1)
    return for_name, for_word


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
    words = _words(hit)
    at = bisect_left(words, (hit.start, 0))
    near = [(at - 1, ""), (at + 2, "和与及")]
    for place, joints in near:
        if not 0 <= place < len(words):
            continue
        (_, word), (_, joint) = _texts(hit, [words[place], words[place - 1]])
        plain = tag_of(word) == "n" and word not in rules.kinds | rules.name_cues | rules.titles
        if plain and len(word) > 1 and (not joints or joint in joints):
            return True
    return False


def _akin(name: str, word: str, rules: NameRules) -> bool:
    """Whether two words are of one class of things, or of one head: ``小米`` and ``玉米``."""
    if word == name:
        return False
    mine = _class_of(name, rules)
    if mine and mine == _thing(word, rules):
        return True
    return len(word) > 1 and tag_of(word) == "n" == tag_of(name) and name[-1] == word[-1]


def _class_of(name: str, rules: NameRules) -> str:
    """The class of a thing, by the word or by its head, the last character: ``小米`` is ``米``."""
    found = rules.things.get(name, "") or ("landscape" if _is_place(name) else "")
    return found or (rules.heads_of_things.get(name[-1:], "") if tag_of(name) == "n" else "")


def _thing(word: str, rules: NameRules) -> str:
    """The class of a word that the table has, or of one character that heads such words: ``葱`` in ``洋葱``."""
    found = rules.things.get(word, "")
    if found or tag_of(word) not in ("n", "m"):
        return found
    return rules.heads_of_things.get(word, "") or (
        rules.heads_of_things.get(word[-1:], "") if tag_of(word) == "m" else ""
    )


def _words(hit: Hit) -> list[tuple[int, int]]:
    """Starts and ends of the dictionary's words in the paragraph, the form itself being one."""
    page = hit.page
    low, _ = page.view.bounds(hit.start)
    key = ("dictionary words", low)
    words = page.memory.get(key)
    if words is None:
        borders = page.word_borders(hit.start) or ()
        words = page.memory[key] = list(pairwise(borders))
    assert isinstance(words, list)
    return words


def _texts(hit: Hit, words: list[tuple[int, int]]) -> list[tuple[int, str]]:
    text = hit.page.view.text
    return [(start, text[start:end]) for start, end in words]
