"""Forms that are nouns or verbs of Arabic as well, by the grammar around them."""

from __future__ import annotations

from build_tools.annotate.names.arabic.looks import enclosed, is_native, relational
from build_tools.annotate.names.page import Hit, Judgement


def demonstrated(hit: Hit) -> Judgement | None:
    """``تلك البقاع``: a demonstrative points at a noun."""
    if hit.proclitic:
        return None
    return Judgement.WORD if hit.before in hit.rules.demonstratives else None


def verb(hit: Hit) -> Judgement | None:
    """``بعدما شل الإضراب``, ``قد تداول``: a particle that only verbs follow."""
    if hit.proclitic:
        return None
    return Judgement.WORD if hit.preceding(hit.rules.before_verbs) else None


def common_noun(hit: Hit) -> Judgement | None:
    """``نجم اللقاء``, ``اتفاقية مبادلة``, ``وسط تداول 263 مليون``: a native noun in the construction of a noun."""
    rules = hit.rules
    if enclosed(hit):
        return None
    before = "" if hit.proclitic else hit.before
    if before and hit.preceding(rules.joint("verbs", "kinds", "titles")):
        return None
    if before and hit.preceding(rules.governors):
        return Judgement.WORD
    after = hit.after
    if after[:1].isdigit():
        return Judgement.WORD
    described = hit.page.definite(after) and not after.startswith("لل") and not relational(after, rules)
    if described and (not before or before in rules.function_words):
        return Judgement.WORD
    return None


def place_of_noun(hit: Hit) -> Judgement | None:
    """``صور الدمار``: a place's name that is a word too, in the construction of a definite noun."""
    rules = hit.rules
    after, before = hit.after, hit.before
    if hit.proclitic or not hit.page.definite(after) or after.startswith("لل") or relational(after, rules):
        return None
    if not before or before in rules.function_words or hit.preceding(rules.joint("kinds", "titles")):
        return None
    return None if after.removeprefix(rules.article) in rules.followers else Judgement.WORD


def elsewhere_quoted(hit: Hit) -> Judgement | None:
    """A word that the text sets in quotation marks where it is a name, and here stands without them."""
    name, rules = hit.form.name, hit.rules
    if name not in hit.page.quoted or enclosed(hit):
        return None
    if name.startswith(rules.article):
        doubtful = hit.form.type == "publication" and name in rules.ordinary_index
    else:
        doubtful = is_native(name, rules)
    if not doubtful or hit.after in rules.verbs:
        return None
    named = not hit.proclitic and hit.preceding(rules.joint("verbs", "kinds"))
    return None if named else Judgement.WORD
