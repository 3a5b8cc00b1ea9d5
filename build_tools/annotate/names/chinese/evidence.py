"""What stands around a Chinese form that is a word as well, as the names of what is weighed.

For the word speak its grammar (``三个苹果``, ``并不理想``), what is done with things of its class and what they are made
into (``吃苹果``, ``小米粥``), and other words of that class (``玉米、小米和高粱``). For the name speak what names have
beside them (``苹果手机``, ``苹果发布``), another name, marks around it, and the words of business and sport. What else
stands there is named by the dictionary's classes of the words on either side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from build_tools.annotate.names.chinese.around import describes_another, in_sentence, is_plain_object
from build_tools.annotate.names.chinese.beside_names import WORKS, after_time, name_hints
from build_tools.annotate.names.chinese.beside_words import word_hints
from build_tools.annotate.names.chinese.classes import NUMERALS, joined, texts, words_of
from build_tools.annotate.names.chinese.counted import measured
from build_tools.annotate.names.chinese.marks import CLAUSE
from build_tools.annotate.names.chinese_words import NAME_TAGS, at_border, is_common, tag_of
from build_tools.annotate.names.meanings import meanings
from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.senses import of_place

SHORT = 2
"""Characters of the names that are most often words."""
_WEAK = frozenset(["told adverb", "joined", "beside another", "set against", "owns beyond", "after verb of names", "agent", "somewhere", "in a place", "among places", "described", "adverbial"])  # fmt: skip
"""Hints that other forms have beside them as well."""
CALLED_BY_WORDS = ("organization", "product", "publication", "person")
"""Types of what is called by a word of the language."""
_HEADLINE = 120
"""Characters of the longest first line that is taken for a headline."""
_SAYING = frozenset(["说", "称", "表示", "指出", "认为", "强调", "透露", "坚称", "声称", "回应", "披露", "证实", "介绍", "解释", "显示", "发现"])  # fmt: skip
"""Verbs after which another clause opens without a mark: ``采购经理说公牛的批发价没动``."""
_ACTING = frozenset("vdtpcr|")
"""Classes of words before which what opens a clause is its subject."""


def evidence(hit: Hit) -> Iterator[str]:
    """The names of all that speaks for the one or the other; each stands in ``zh/senses.tsv`` with its weight."""
    yield "always"
    yield from _of_form(hit)
    yield from _of_hints(hit)
    yield from _of_neighbours(hit)
    yield from _of_text(hit)


def _of_form(hit: Hit) -> Iterator[str]:
    name = hit.form.name
    tag = tag_of(name)
    yield f"type {hit.form.type}"
    yield f"tag {tag[:2] if tag[:1] == 'n' else tag[:1]}"
    if name in hit.rules.things:
        yield "thing"
    if is_common(name):
        yield "common"
    if len(name) > SHORT:
        yield "long"
    if hit.form.type != "person" and hit.preceding(hit.rules.callings):
        yield "calling"
    if measured(hit):
        yield "measured"
    yield f"{tag[:2] if tag[:1] == 'n' else tag[:1]}, {hit.form.type}"
    if is_word(hit):
        yield "word"
    if not at_border(hit.page.word_borders(hit.start) or (), hit.start):
        yield "cut left"  # a dictionary's word that ends with the name
    if not at_border(hit.page.word_borders(hit.start) or (), hit.end):
        yield "cut right"


def _of_hints(hit: Hit) -> Iterator[str]:
    """What is beside the form, and how near in its sentence other hints are, each level once more."""
    names, words = list(name_hints(hit)), list(word_hints(hit))
    yield from (f"name: {hint}" for hint in names)
    yield from (f"word: {hint}" for hint in words)
    if names:
        yield "beside name"
    if any(hint not in _WEAK for hint in names):
        yield "beside name, plainly"
    if words:
        yield "beside word"
    if any(hint not in _WEAK for hint in words):
        yield "beside word, plainly"
    for _, other in joined(hit):
        yield (
            "joined with name" if tag_of(other)[:2] in ("nt", "nz") or other.isascii() else "joined with word"
        )
        likeness = meanings("zh").likeness(hit.form.name, other)
        yield from (f"joined with its like {step}" for step in range(1, 5) if likeness > step / 8)
    name_near, word_near = in_sentence(hit)
    for kind, level in (("sentence name", name_near), ("sentence word", word_near)):
        yield from (f"{kind} {step}" for step in range(1, level + 1))


def _of_neighbours(hit: Hit) -> Iterator[str]:
    rules, text = hit.rules, hit.page.view.text
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    words = words_of(hit)
    at = bisect_left(words, (hit.start, 0))
    last = next((word for _, word in texts(hit, words[max(0, at - 1) : at])), "")
    following = next((word for start, word in texts(hit, words[at : at + 2]) if start >= hit.end), "")
    left, right = _class(before, last), _class(after, following)
    yield f"left {left}"
    yield f"right {right}"
    if tag_of(hit.form.name)[:1] in ("v", "d"):
        # 得到好评: what follows is its object, not what it owns
        yield f"verb left {left}"
        yield f"verb right {right}"
    if (left == "|" or after_time(hit)) and right in _ACTING:
        yield "opens clause"
    if hit.form.type == "person" and hit.preceding(rules.titles):
        yield "titled"
    if last in _SAYING and left == "v":
        yield "after saying"
    if left == "v" and right == "|":
        yield "ends clause"
    if left == "v" and last not in rules.joint("verbs", "against"):
        yield "plain verb"
    if before and after and before in "《〈" and after in "》〉" and hit.form.type not in WORKS:
        yield "title"
    if is_plain_object(hit):
        yield "plain object"
    if describes_another(hit):
        yield "describes"


def _class(char: str, word: str) -> str:
    """The class of a neighbour: a border of clauses, ``的``, ``、``, or the dictionary's."""
    if not char or char in CLAUSE:
        return "|"
    if char in "的、":
        return char
    tag = tag_of(word)
    return tag[:2] if tag[:2] in NAME_TAGS else tag[:1] or "x"


def _of_text(hit: Hit) -> Iterator[str]:
    yield from of_place(hit)
    headline, ended, _ = hit.page.view.text[:_HEADLINE].partition("\n")
    if ended and hit.form.name in headline:
        yield "in headline"


def is_word(hit: Hit) -> bool:
    """Whether the form is a thing, or a common word of the dictionary; a longer one of an event is the event: 世界杯."""
    name = hit.form.name
    if name in hit.rules.things:
        return True
    return is_common(name) and (len(name) <= SHORT or hit.form.type in CALLED_BY_WORDS)


def in_its_grammar(hit: Hit) -> bool:
    """``三个字节``, ``不统一``, ``统一了``, ``三星级``: numbers, degrees and aspects, which names do not have."""
    text, rules, word = hit.page.view.text, hit.rules, is_word(hit)
    tag = tag_of(hit.form.name)
    before = text[hit.start - 1 : hit.start]
    if hit.form.name[0] in NUMERALS and hit.following(rules.counted):
        return True
    if tag == "t" and hit.page.view.text[hit.end : hit.end + 1] in NUMERALS:
        # 未来五年
        return True
    if not word and tag[:1] not in ("n", "r"):
        return False
    if before in NUMERALS and tag[:1] in "nqm" and word and not before.isascii():
        return True
    governed = hit.preceding(rules.governors)
    if governed in rules.measures:
        return False  # what they count is asked of the words beside
    if governed and (tag[:1] in "vad" or governed in rules.degrees):
        return word or governed in rules.degrees
    return word and tag[:1] in "vad" and bool(hit.following(rules.followers))
