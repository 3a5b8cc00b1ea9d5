"""Forms inside a longer name, or another's: places, institutions, clubs, persons."""

from __future__ import annotations

from build_tools.annotate.names.arabic.classes import dictionary
from build_tools.annotate.names.arabic.looks import is_native, relational
from build_tools.annotate.names.arabic.written import is_other_word
from build_tools.annotate.names.clubs import is_country
from build_tools.annotate.names.page import Hit, Judgement


def compound(hit: Hit) -> Judgement | None:
    """``عبد الناصر``, ``صلاح الدين``, ``بن سلمان``: a part of a name that is another one as a whole."""
    after = hit.following(hit.rules.compound_after)
    if after and not hit.form.name.endswith(after):
        return Judgement.WORD
    if hit.form.type == "person" and " " not in hit.form.name and hit.preceding(hit.rules.compound_before):
        return Judgement.WORD
    return None


def namesake(hit: Hit) -> Judgement | None:
    """A bare surname after a given name that is not its bearer's: ``أحمد صلاح`` is not ``محمد صلاح``.

    Nor is ``أحمد كريم`` a company of a person's name.
    """
    if hit.proclitic:
        return None
    given = hit.preceding(hit.rules.given_names)
    if given and " " not in given and is_other_word(hit, given):
        # «على كافانو»: a preposition that folding makes a given name.
        return None
    if given in hit.rules.titles:
        # «المعروف باسم حميدتي»
        return None
    return Judgement.WORD if given and not _bears(hit, given) else None


def longer_place(hit: Hit) -> Judgement | None:
    """``أمريكا الجنوبية``, ``الاتحاد الأوروبي لكرة القدم``: what follows makes another place or institution of it."""
    words = hit.rules.directions if hit.form.type == "place" else hit.rules.complements
    after = hit.following(words)
    if not after:
        return None
    return None if hit.page.entity_has(hit.form.entity, after) else Judgement.WORD


def division(hit: Hit) -> Judgement | None:
    """``ولاية جورجيا``, ``مقاطعة كولومبيا``: a part of one country that is called like another country."""
    return Judgement.WORD if hit.preceding(hit.rules.divisions) and is_country(hit) else None


def club_of_place(hit: Hit) -> Judgement | None:
    """``فريق أتلتيكو مدريد``, ``مانشستر سيتي``: a city in the name of a club that is called after it."""
    rules, page = hit.rules, hit.page
    called = hit.following(rules.club_names)
    if called:
        return None if page.entity_has(hit.form.entity, called) else Judgement.WORD
    before = hit.before
    if hit.proclitic or not before or not page.heads(hit.outset, rules.clubs) or hit.outset - 1 in page.edges:
        return None
    plain = rules.joint("function_words", "kinds", "titles", "verbs", "place_words")
    word = before in plain or page.definite(before) or relational(before, rules) or before[:1].isdigit()
    return None if word or page.entity_has(hit.form.entity, before) else Judgement.WORD


def stranger(hit: Hit) -> Judgement | None:
    """``تشاد هاملتون``: a place that is a given name as well, before a word that is none of the language.

    Behind a verb so is any place before a word that no dictionary has: ``قالت جورجيا ميلوني``.
    """
    rules, after = hit.rules, hit.after
    if hit.proclitic or not after:
        return None
    if hit.form.name not in rules.given_names:
        glued = after.startswith((rules.article, "و", "ب", "ل")) or hit.end + 1 in hit.page.outsets
        told = hit.before in rules.verbs and len(after) >= _NAME and not dictionary().class_of(after)
        return Judgement.WORD if told and not glued else None
    if hit.page.around.right(hit.end).word != hit.page.view.text[hit.end + 1 : hit.end + 1 + len(after)]:
        return None
    known = after in rules.joint("verbs", "function_words", "kinds", "titles") or after in rules.words
    proclitic = any(stem in rules.function_words for stem in hit.page.around.stems(after))
    native = is_native(after, rules) or after.startswith((rules.article, "و", "ب", "ل"))
    before = hit.before in rules.function_words
    return None if known or proclitic or native or before or relational(after, rules) else Judgement.WORD


_NAME = 4
"""Letters of the shortest word that is taken for a surname."""


def _bears(hit: Hit, given: str) -> bool:
    return any(given in name.split(" ") for name in hit.page.names_of(hit.form.entity))
