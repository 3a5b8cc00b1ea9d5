"""Chinese names that are words as well: which forms are weighed at every mention, and the verdict."""

from __future__ import annotations

from build_tools.annotate.names import senses
from build_tools.annotate.names.chinese.classes import words_before
from build_tools.annotate.names.chinese.counted import counted, counted_otherwise, echoed, many, measured
from build_tools.annotate.names.chinese.evidence import (
    SHORT,
    evidence,
    in_its_grammar,
    is_word,
)
from build_tools.annotate.names.chinese.meant import words_around
from build_tools.annotate.names.chinese_words import NAME_TAGS, tag_of
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.page import Hit, Judgement


def weighed(hit: Hit) -> Judgement | None:
    """A form that the dictionary knows as a word, or that is one elsewhere in the text."""
    page, name = hit.page, hit.form.name
    if page.segment is None:
        return None
    known = bool(tag_of(name)) or name in hit.rules.things or name in page.other_senses
    if known and in_its_grammar(hit):
        page.other_senses.setdefault(name, set()).add(hit.start)
        return Judgement.WORD
    return senses.weighed(hit, evidence(hit), words_around(hit)) if _is_doubtful(hit) else None


def _is_doubtful(hit: Hit) -> bool:
    """Whether the form, or what stands around it, may be a word."""
    form, tag = hit.form, tag_of(hit.form.name)
    if form.type == "person" and hit.preceding(hit.rules.titles):
        return False
    if hit.page.view.text[hit.end : hit.end + 1] == "的" and hit.end + 1 in hit.page.outsets:
        return False  # what owns another name
    if form.type == "place" and form.name not in hit.rules.things:
        return False  # 也门 is an adverb of the dictionary, 约旦 and 海地 are no names there
    if form.name in hit.rules.things or (form.type != "place" and form.name in hit.page.other_senses):
        return True
    if _is_whole(form, tag):
        return False
    if tag_of("".join(words_before(hit, 1)))[:2] == "ns" and not is_word(hit):
        return False  # 上海海港, 北京国安
    return tag not in ("", "nt", "j") or any(said(hit) for said in _SAID_OF_WORDS)


def _is_proper(tag: str) -> bool:
    return tag[:2] in NAME_TAGS or tag in ("", "j")


def _is_whole(form: Form, tag: str) -> bool:
    """The whole name of somebody, or what the dictionary has as that of something: ``三星电子``, ``立法院``."""
    if len(form.name) <= SHORT:
        return False
    office = form.type == "organization" and form.name[-1] in _INSTITUTIONS
    return office or form.type == "person" or (_is_proper(tag) and len(form.name) > SHORT + 1)


_INSTITUTIONS = frozenset("院部署局会厅社行队委")
"""Last characters of the names of authorities, societies and teams: ``立法院``."""


def _is_called(hit: Hit) -> bool:
    return hit.form.type != "person" and bool(hit.preceding(hit.rules.callings))


_SAID_OF_WORDS = (measured, counted, many, echoed, counted_otherwise, _is_called)
"""What is said of words of the language, whether the dictionary has the form or not."""
