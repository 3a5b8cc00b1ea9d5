"""What the clause and the sentence of a Chinese form have for the name and for the word."""

from __future__ import annotations

from bisect import bisect_left

from build_tools.annotate.names.chinese.beside_names import after_time
from build_tools.annotate.names.chinese.classes import (
    akin,
    class_of,
    is_place,
    texts,
    words_before,
    words_of,
)
from build_tools.annotate.names.chinese.marks import CLAUSE
from build_tools.annotate.names.chinese_words import is_common, tag_of
from build_tools.annotate.names.page import Hit, Page


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
    opens = text[hit.start - 1 : hit.start] in CLAUSE or after_time(hit)
    if opens and page.has_any(rules.verbs, hit.end, high):
        # 亚马逊在巴西招聘三千人: who opens a clause that has such a verb.
        for_name = 2
    for_word = max(int(_among_nouns(hit)), _best(page, entry.near, start, end, low, high))
    words = words_of(hit)
    first = bisect_left(words, (start, 0))
    for at, word in texts(hit, words[first : bisect_left(words, (end, 0))]):
        if not hit.start <= at < hit.end and akin(hit.form.name, word, rules):
            for_word = max(for_word, 2 if low <= at < high else 1)
    return for_name, for_word


def _in_company(hit: Hit, low: int, high: int) -> int:
    """Two where the clause names another entity of the same type, one where what may be its name is a word, too."""
    others = [name for _, name in hit.page.kin(hit, low, high) if name != hit.form.name]
    if not others:
        return 0
    words = (is_common(name) or is_place(name) or name in hit.rules.things for name in others)
    return 1 if all(words) else 2


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
        plain = tag_of(word) == "n" and word not in rules.joint("kinds", "name_cues", "titles")
        if plain and len(word) > 1 and (not joints or joint in joints):
            return True
    return False


def is_plain_object(hit: Hit) -> bool:
    """``改善民生，``: the object of a verb that names seldom have before them."""
    verb = "".join(words_before(hit, 1))
    if tag_of(verb) != "v" or verb in hit.rules.joint("verbs", "against"):
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
