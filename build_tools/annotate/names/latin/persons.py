"""Surnames and given names of others than the one who is listed."""

from __future__ import annotations

import re

from build_tools.annotate.names.latin.looks import capital, title_case
from build_tools.annotate.names.page import Hit, Judgement

_WORD = re.compile(r"[^\W\d_][^\W_]*")


def foreign_surname(hit: Hit) -> Judgement | None:
    """A bare surname after somebody else's given name, or hyphenated, is another person's."""
    if not hit.page.is_latin:
        return None
    text = hit.page.view.text
    if hit.end + 1 < len(text) and text[hit.end] == "-" and capital(hit, hit.end + 1):
        return Judgement.WORD
    if hit.form.origin == "short" and _goes_on(hit):
        return Judgement.WORD
    word = hit.before
    if not word or word.endswith(("'s", "’s")) or not capital(hit, text.rfind(word, 0, hit.start)):
        return None
    if text[hit.start - 2] == "." and word not in hit.rules.titles and len(word) > 1:
        return None  # the word ends another sentence
    known = word in hit.rules.titles or word in hit.rules.function_words or hit.start - 1 in hit.page.edges
    if known:
        return None
    if not hit.page.opens_sentence(text.rfind(word, 0, hit.start)):
        # Somebody else bears it.
        hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.WORD


def junior(hit: Hit) -> Judgement | None:
    """``John Adams Jr.``: somebody else of the same name."""
    after = hit.following(hit.rules.compound_after)
    if not after or hit.page.entity_has(hit.form.entity, f"{hit.form.name} {after}"):
        return None
    return Judgement.WORD if capital(hit, hit.end + 1) else None


def _goes_on(hit: Hit) -> bool:
    """``Jordan Peele``, ``Hassan bin Talal``: what follows makes the surname somebody else's given name."""
    rules, after = hit.rules, hit.after
    if not after or hit.page.view.text[hit.end : hit.end + 1] != " " or hit.end + 1 in hit.page.outsets:
        return False
    if after in ("bin", "ibn", "bint"):
        return True
    known = rules.joint("verbs", "titles", "calendar", "function_words")
    return (
        after not in known and capital(hit, hit.end + 1) and not title_case(hit) and not hit.surface.isupper()
    )


def given_name(hit: Hit) -> Judgement | None:
    """``Michael Bloomberg``: a given name before a form of one word makes it somebody's surname."""
    if hit.form.name in hit.rules.given_names and hit.after and capital(hit, hit.end + 1):
        # «Jordan Henderson»: the form is a given name itself.
        known = hit.after in hit.rules.verbs or hit.end + 1 in hit.page.outsets
        return None if known or title_case(hit) else Judgement.WORD
    text = hit.page.view.text
    if hit.start and text[hit.start - 1] in ("-", "\u2010"):
        # «Jean-Claude»
        head = _WORD.findall(text[max(0, hit.start - 24) : hit.start])
        return Judgement.WORD if head and head[-1] in hit.rules.given_names else None
    given = hit.preceding(hit.rules.given_names)
    if not given or not capital(hit, hit.page.view.text.rfind(given, 0, hit.start)):
        return None
    if hit.start - 1 in hit.page.edges:
        return None
    # «Bill Jordan resigned. Jordan said»
    hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.WORD


def somebodys(hit: Hit) -> Judgement | None:
    """A place that is somebody's surname elsewhere in the text: only after what leads to places."""
    if hit.form.name not in hit.page.other_senses:
        return None
    if min(hit.page.other_senses[hit.form.name]) > hit.start:
        return None
    return None if hit.before in _LEADING_TO_PLACES else Judgement.TORN


_LEADING_TO_PLACES = frozenset(["in", "to", "from", "of", "near", "across", "into", "through", "throughout", "at", "around", "for", "leave", "visit", "visiting", "with", "between", "and"])  # fmt: skip
