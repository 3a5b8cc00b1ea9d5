"""Arabic names that are nouns or adjectives as well: which forms are weighed at every mention, and the verdict."""

from __future__ import annotations

from build_tools.annotate.names import senses
from build_tools.annotate.names.arabic.classes import dictionary
from build_tools.annotate.names.arabic.evidence import evidence
from build_tools.annotate.names.arabic.meant import words_around
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.rules import NameRules


def glued_word(hit: Hit) -> Judgement | None:
    """``فنون``, of which ``نون`` with a proclitic is not meant: the dictionary has the whole as a noun."""
    if hit.proclitic in ("", "و") or hit.proclitic.endswith(hit.rules.article):
        return None
    return Judgement.WORD if dictionary().listed(hit.proclitic + hit.form.name) == "n" else None


def is_word_too(form: Form, rules: NameRules) -> bool:
    """Whether a form of one word, without conditions, is a noun, an adjective or a verb of the dictionary. A place is no verb:
    بكين is "they wept", and that is hardly ever meant."""
    if form.alias is not None or form.general or " " in form.name or not rules.lexicon:
        return False
    if form.origin == "longer":
        return False
    stem = form.name.removeprefix(rules.article)
    return form.name in rules.ordinary_index or (
        len(stem) > 1
        and not set(dictionary().classes(stem)).isdisjoint("n" if form.type == "place" else "nv")
    )


def weighed(hit: Hit) -> Judgement | None:
    """A form that is a noun too: a name, a word, or undecided."""
    rules, form = hit.rules, hit.form
    stem = form.name.removeprefix(rules.article)
    substantive = stem != form.name and stem in rules.adjectives and form.type != "person"
    if substantive or (form.type == "place" and not hit.proclitic and hit.preceding(rules.place_words)):
        return None  # «الفيدرالي» without its noun, «ميناء العقبة»
    return senses.weighed(hit, evidence(hit), words_around(hit))
