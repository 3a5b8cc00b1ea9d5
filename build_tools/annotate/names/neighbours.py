"""Rules that hold in every script: a known longer name, nouns beside a name, words that are names as well."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.annotate.names.entries import Cue
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.page import Hit, Judgement, Side
from build_tools.annotate.names.rules import NameRules


def ordinary(hit: Hit) -> Judgement | None:
    """A form that is also a word, with neighbours that belong to the word."""
    rules, name = hit.rules, hit.form.name
    entry = rules.ordinary_index.get(name)
    if entry is None and name in rules.things:
        entry = rules.classed(rules.things[name])
    if entry is None or hit.form.type in entry.means:
        return None
    page = hit.page
    named = hit.form.script == "Arab" and hit.preceding(rules.verbs | rules.kinds | rules.name_cues)
    if hit.following(entry.after) and not named and not hit.of_member:
        return Judgement.WORD
    if hit.preceding(entry.before) and not (hit.form.script == "Hans" and hit.following(hit.rules.name_cues)):
        # 卖苹果, but 卖苹果手机.
        return Judgement.WORD
    # In a script with capitals a word has none inside a sentence; a river has, but with an article.
    if entry.near and not _stands_out(hit):
        start, end = page.sentence(hit.start)
        if any(_aside(hit, word, start, end) for word in entry.near):
            start, end = max(start, hit.start - 60), min(end, hit.end + 60)
            kin = any(name != hit.form.name for _, name in page.kin(hit, start, end))
            if not kin and not any(_aside(hit, word, start, end) for word in hit.rules.name_cues):
                return Judgement.WORD
    return None


def _stands_out(hit: Hit) -> bool:
    """Whether the form has a capital that neither its place in the sentence nor its neighbours explain."""
    if not hit.page.is_latin or not hit.surface[:1].isupper() or hit.surface.isupper():
        return False
    if hit.page.view.text[hit.end : hit.end + 2] in ("'s", "’s"):
        return True
    before = hit.before
    return bool(before) and not hit.page.opens_sentence(hit.start) and before not in _ARTICLES


_ARTICLES = frozenset(["a", "an", "the"])


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun beside a form that says of what kind the name is, where the entity is of none such."""

    cue: Cue
    word: str
    start: int
    """View offset of the noun."""


def noun_beside(hit: Hit) -> Noun | None:
    """The noun beside a form that makes it part of another name: ``جامعة القاهرة``, ``Apple Valley``."""
    text = hit.page.view.text
    for side in _SIDES:
        for word, cues in hit.cues(side):
            for cue in cues:
                if hit.form.type in cue.allows or (cue.only and hit.form.type not in cue.only):
                    continue
                if hit.page.entity_has(hit.form.entity, word):
                    continue
                if side == "after":
                    start = hit.end + (text[hit.end] == " ")
                else:
                    start = hit.outset - len(word) - (text[hit.outset - 1] == " ")
                return Noun(cue, word, start)
    return None


_SIDES: tuple[Side, ...] = ("before", "after")


def tongue(hit: Hit) -> Judgement | None:
    """``in French``, ``باللغة الفرنسية``: what is beside the name of a language; elsewhere it is an adjective."""
    rules, text = hit.rules, hit.page.view.text
    if hit.following(rules.tongue_after) or text.startswith(_SPEAKING, hit.end):
        return Judgement.NAME
    glued = hit.proclitic.endswith(("ب", rules.elided_article)) and bool(hit.proclitic)
    led = glued or (bool(hit.preceding(rules.tongue_before)) and hit.proclitic in ("", "و"))
    ends = not hit.after or hit.after in rules.function_words or hit.form.script == "Arab"
    return Judgement.NAME if led and ends else Judgement.WORD


_SPEAKING = ("-speaking", "-language", "\u2010speaking", "\u2010language")


def is_tongue(form: Form, _: NameRules) -> bool:
    """Whether a form of one word names a language."""
    return form.type == "language" and " " not in form.name


def cue_nouns(hit: Hit) -> Judgement | None:
    """A noun beside the form makes it part of another name."""
    return Judgement.WORD if noun_beside(hit) else None


def another_countrys(hit: Hit) -> Judgement | None:
    """``China's Department of Commerce``, ``歐洲央行``: a form without its country, where the text names another one."""
    rules, listed = hit.rules, hit.form.origin != "short"
    country = hit.preceding(rules.nationalities) or hit.preceding(rules.foreign)
    if not country or hit.page.entity_has(hit.form.entity, country):
        return None
    # An institution none of whose names has a country may be that of the text's own: 台灣央行 of 中央銀行.
    native = listed and country not in rules.foreign and not _has_country(hit) and not _of_several(hit)
    return None if native else Judgement.WORD


def _of_several(hit: Hit) -> bool:
    """Whether the text has the form behind the names of several countries, ``日本央行``, ``歐洲央行``."""
    page, name = hit.page, hit.form.name
    before = {page.around.left(at).longest_of(hit.rules.nationalities) for at in page.occurrences(name)}
    return len(before - {""}) > 1


def _has_country(hit: Hit) -> bool:
    return any(hit.page.entity_has(hit.form.entity, word) for word in hit.rules.nationalities)


def _aside(hit: Hit, word: str, start: int, end: int) -> bool:
    """Whether a word stands in the range, outside the form itself."""
    page = hit.page
    return page.has_word(word, start, hit.start) or page.has_word(word, hit.end, end)
