"""Chinese names that are words as well: which forms are weighed at every mention, and the verdict."""

from __future__ import annotations

from build_tools.annotate.names import senses
from build_tools.annotate.names.chinese.beside_words import among_places, is_somewhere
from build_tools.annotate.names.chinese.classes import is_place, words_before
from build_tools.annotate.names.chinese.counted import counted, counted_otherwise, echoed, many, measured
from build_tools.annotate.names.chinese.evidence import (
    CALLED_BY_WORDS,
    SHORT,
    evidence,
    in_its_grammar,
    is_word,
)
from build_tools.annotate.names.chinese_words import at_border, tag_of
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
    if hit.form.type == "place":
        return None
    return senses.weighed(hit, evidence(hit)) if _is_doubtful(hit) else None


def _is_doubtful(hit: Hit) -> bool:
    """Whether the form, or what stands around it, may be a word."""
    form = hit.form
    if form.type == "person" and hit.preceding(hit.rules.titles):
        return False
    if not at_border(hit.page.word_borders(hit.start) or (), hit.start):
        return False  # a dictionary's word that ends with the name
    if hit.page.view.text[hit.end : hit.end + 1] == "的" and hit.end + 1 in hit.page.outsets:
        return False  # what owns another name
    if form.name in hit.page.other_senses or is_word(hit) or measured(hit) or counted(hit) or many(hit):
        return True
    if form.type != "person" and hit.preceding(hit.rules.callings):
        return True
    tag = tag_of(form.name)
    if tag_of("".join(words_before(hit, 1)))[:2] == "ns":
        return False  # 上海海港, 北京国安
    if tag[:2] in ("nz", "nr") and len(form.name) <= SHORT and form.type in CALLED_BY_WORDS:
        return True  # 三星, 吉祥, but not 世界杯
    if not tag and form.name not in hit.rules.things:
        return False
    if (form.type != "person" and is_place(form.name)) or echoed(hit):
        return True
    if counted_otherwise(hit) or is_somewhere(hit) or among_places(hit):
        return True
    return form.type != "person" and len(hit.following(hit.rules.word_heads)) > 1
