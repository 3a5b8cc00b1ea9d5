"""Forms that are adjectives, or have one beside them, in Arabic."""

from __future__ import annotations

from build_tools.annotate.names.arabic.looks import enclosed, relational
from build_tools.annotate.names.page import Hit, Judgement
from build_tools.annotate.names.rules import NameRules


def adjective(hit: Hit) -> Judgement | None:
    """``التحقيقات الفيدرالي``, ``الحكومة السعودية``: a relational adjective after its noun is no name."""
    name, rules, page = hit.form.name, hit.rules, hit.page
    if hit.form.shift or not hit.before:
        return None
    stem = name[len(rules.article) :]
    listed = stem in rules.adjectives
    if not listed and (hit.form.type == "person" or not relational(stem, rules)):
        return None
    before = hit.before
    if hit.proclitic:
        # «المصرية والسعودية»: coordinated with an adjective; after a noun or a name it is a noun itself.
        paired = hit.proclitic == "و" and relational(before, rules) and hit.outset - 1 not in page.edges
        return Judgement.WORD if paired and page.definite(before) else None
    if hit.preceding(rules.kinds) or not page.definite(before):
        return Judgement.WORD if page.heads(hit.outset, rules.heads) else None
    if _feminine(name) and (_masculine_relational(before, rules) or before in rules.titles):
        return None
    if hit.outset - 1 in page.edges and not listed:
        return None
    return Judgement.WORD


def another_countrys(hit: Hit) -> Judgement | None:
    """``المركزي الأوروبي``: a general short form, narrowed by an adjective that none of the entity's names has."""
    after = hit.after
    if not hit.page.definite(after) or not relational(after, hit.rules):
        return None
    return None if hit.page.entity_has(hit.form.entity, after) else Judgement.WORD


def indefinite_adjective(hit: Hit) -> Judgement | None:
    """``ليرة سورية``: a feminine relational adjective without article after a feminine noun without article."""
    before = hit.before
    if hit.proclitic or not before or hit.page.definite(before):
        return None
    return Judgement.WORD if before.endswith(("ه", "ات")) and hit.outset - 1 not in hit.page.edges else None


_UPON_HIM = frozenset(["عليه", "عليها", "عليهم"])


def _is_found(hit: Hit) -> bool:
    """``عثر عليه ميتا``: after a verb in the masculine what follows is said of whom the pronoun means."""
    verb = (*hit.left.words, "", "")[1]
    return bool(verb) and not verb.endswith("ت")


def plain_adjective(hit: Hit) -> Judgement | None:
    """``زجاج سميك``, ``سقط ميتا``: a form that is an adjective of nouns, maybe in the accusative."""
    rules = hit.rules
    if hit.proclitic:
        return None
    before = hit.before
    if before.endswith("ت"):
        # «ردت ميتا»: a verb in the feminine, of which no masculine adjective can be said.
        return None
    if before in _UPON_HIM and _is_found(hit):
        return Judgement.WORD
    if not before or before in rules.function_words or hit.preceding(rules.joint("verbs", "kinds", "titles")):
        return None
    return None if hit.after in rules.verbs or enclosed(hit) else Judgement.WORD


def described(hit: Hit) -> Judgement | None:
    """``الأخبار العاجلة``, ``نجم سينمائي``: an adjective that agrees with the form in being definite or not."""
    name, rules = hit.form.name, hit.rules
    definite = name.startswith(rules.article)
    after = hit.after
    if definite != (after.startswith(rules.article) and len(after) > 4):
        return None
    if definite and hit.before and not hit.proclitic and hit.preceding(rules.joint("kinds", "titles")):
        return None  # «مهاجم الرائد السابق»: the adjective may be that of the noun before
    stem = after.removeprefix(rules.article) if definite else after
    if stem in rules.followers:
        return Judgement.WORD
    if definite and stem in rules.measures and (not hit.before or hit.before in rules.function_words):
        # «قرب الأهرام الثلاثة», but «ألقاب الأهلي الثلاثة».
        return Judgement.WORD
    native_kind = definite or hit.form.type in ("organization", "publication", "person", "product")
    general = relational(stem, rules) and stem not in rules.nationalities and stem in rules.adjectives
    return Judgement.WORD if general and native_kind and hit.form.type != "place" else None


def _feminine(word: str) -> bool:
    return word.endswith("ه")


def _masculine_relational(word: str, rules: NameRules) -> bool:
    return relational(word, rules) and not _feminine(word)
