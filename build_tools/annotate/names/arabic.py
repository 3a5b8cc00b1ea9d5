"""Names in Arabic script: marks and letters that folding hides, adjectives, compound names."""

from __future__ import annotations

import unicodedata

from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.neighbours import cue_nouns, ordinary
from build_tools.annotate.names.page import Hit, Judgement, Rule, is_word_too
from build_tools.annotate.names.rules import NameRules

_TANWIN = "\u064b"
_SIGNS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


def declined(hit: Hit) -> Judgement | None:
    """An indefinite accusative (``ميتاً``) is no name: tanwin stands on its last letters."""
    return Judgement.WORD if _TANWIN in hit.surface[-3:] else None


def written_otherwise(hit: Hit) -> Judgement | None:
    """Folding made them equal, yet this is another word: ``إبل`` is not ``آبل``, ``على`` is not ``علي``."""
    if hit.surface == hit.form.written or " " in hit.surface:
        return None
    surface, written = _bare(hit.surface), _bare(hit.form.written)
    if surface == written:
        return None
    if hit.proclitic + surface in hit.rules.written or surface in hit.rules.written:
        return Judgement.WORD
    if hit.form.shift and hit.rules.article + surface[1:] in hit.rules.written:
        return Judgement.WORD
    return None


def marks(hit: Hit) -> Judgement | None:
    """Vowel signs that contradict those of the listed form: ``عُمان`` is not ``عمّان``."""
    if _SIGNS.isdisjoint(hit.surface) or _SIGNS.isdisjoint(hit.form.written):
        return None
    there = _marked(hit.surface)
    listed = _marked(hit.form.written)
    if len(there) != len(listed):
        return None
    clash = any(a and b and not (a <= b or b <= a) for a, b in zip(there, listed, strict=True))
    doubled = any("\u0651" in a ^ b for a, b in zip(there, listed, strict=True)) and any(listed)
    return Judgement.WORD if clash or doubled else None


def adjective(hit: Hit) -> Judgement | None:
    """``التحقيقات الفيدرالي``, ``الحكومة السعودية``: a relational adjective after its noun is no name."""
    name, rules, page = hit.form.name, hit.rules, hit.page
    if hit.form.shift or not hit.before:
        return None
    stem = name[len(rules.article) :]
    listed = stem in rules.adjectives
    if not listed and (hit.form.type == "person" or not _relational(stem, rules)):
        return None
    before = hit.before
    if hit.proclitic:
        # «المصرية والسعودية»: coordinated with an adjective; after a noun or a name it is a noun itself.
        paired = hit.proclitic == "و" and _relational(before, rules) and hit.outset - 1 not in page.edges
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
    if not hit.page.definite(after) or not _relational(after, hit.rules):
        return None
    return None if hit.page.entity_has(hit.form.entity, after) else Judgement.WORD


def _relational(word: str, rules: NameRules) -> bool:
    return len(word) > 4 and any(word.endswith(ending) for ending in rules.adjective_endings)


def _feminine(word: str) -> bool:
    return word.endswith("ه")


def _masculine_relational(word: str, rules: NameRules) -> bool:
    return _relational(word, rules) and not _feminine(word)


def indefinite_adjective(hit: Hit) -> Judgement | None:
    """``ليرة سورية``: a feminine relational adjective without article after a feminine noun without article."""
    before = hit.before
    if hit.proclitic or not before or hit.page.definite(before):
        return None
    return Judgement.WORD if before.endswith(("ه", "ات")) and hit.outset - 1 not in hit.page.edges else None


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
    if _enclosed(hit):
        return None
    before = "" if hit.proclitic else hit.before
    if before and hit.preceding(rules.verbs | rules.kinds | rules.titles):
        return None
    if before and hit.preceding(rules.governors):
        return Judgement.WORD
    after = hit.after
    if after[:1].isdigit():
        return Judgement.WORD
    described = hit.page.definite(after) and not after.startswith("لل") and not _relational(after, rules)
    if described and (not before or before in rules.function_words):
        return Judgement.WORD
    return None


def plain_adjective(hit: Hit) -> Judgement | None:
    """``زجاج سميك``, ``سقط ميتا``: a form that is an adjective of nouns, maybe in the accusative."""
    rules = hit.rules
    if hit.proclitic:
        return None
    before = hit.before
    if (
        not before
        or before in rules.function_words
        or hit.preceding(rules.verbs | rules.kinds | rules.titles)
    ):
        return None
    return None if hit.after in rules.verbs or _enclosed(hit) else Judgement.WORD


def place_of_noun(hit: Hit) -> Judgement | None:
    """``صور الدمار``: a place's name that is a word too, in the construction of a definite noun."""
    rules = hit.rules
    after, before = hit.after, hit.before
    if hit.proclitic or not hit.page.definite(after) or after.startswith("لل") or _relational(after, rules):
        return None
    if not before or before in rules.function_words or hit.preceding(rules.kinds | rules.titles):
        return None
    return None if after.removeprefix(rules.article) in rules.followers else Judgement.WORD


def described(hit: Hit) -> Judgement | None:
    """``الأخبار العاجلة``, ``نجم سينمائي``: an adjective that agrees with the form in being definite or not."""
    name, rules = hit.form.name, hit.rules
    definite = name.startswith(rules.article)
    after = hit.after
    if definite != (after.startswith(rules.article) and len(after) > 4):
        return None
    stem = after.removeprefix(rules.article) if definite else after
    if stem in rules.followers:
        return Judgement.WORD
    if stem in rules.measures and (not hit.before or hit.before in rules.function_words):
        # «قرب الأهرام الثلاثة», but «ألقاب الأهلي الثلاثة».
        return Judgement.WORD
    native_kind = definite or hit.form.type in ("organization", "publication", "person", "product")
    general = _relational(stem, rules) and stem not in rules.nationalities and stem in rules.adjectives
    return Judgement.WORD if general and native_kind and hit.form.type != "place" else None


def elsewhere_quoted(hit: Hit) -> Judgement | None:
    """A word that the text sets in quotation marks where it is a name, and here stands without them."""
    name, rules = hit.form.name, hit.rules
    if name not in hit.page.quoted or _enclosed(hit):
        return None
    if name.startswith(rules.article):
        doubtful = hit.form.type == "publication" and name in rules.ordinary_index
    else:
        doubtful = is_native(name, rules)
    if not doubtful or hit.after in rules.verbs:
        return None
    named = not hit.proclitic and hit.preceding(rules.verbs | rules.kinds)
    return None if named else Judgement.WORD


def is_native(word: str, rules: NameRules) -> bool:
    """Whether a folded word without article has the shape of a native noun."""
    pattern = rules.native_pattern
    return pattern is not None and pattern.search(word) is not None


def _enclosed(hit: Hit) -> bool:
    text = hit.page.view.text
    return hit.outset > 0 and text[hit.outset - 1] in '"«“' and text[hit.end : hit.end + 1] in ('"', "»", "”")


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
    if given and " " not in given and _is_other_word(hit, given):
        # «على كافانو»: a preposition that folding makes a given name.
        return None
    if given in hit.rules.titles:
        # «المعروف باسم حميدتي»
        return None
    return Judgement.WORD if given and not _bears(hit, given) else None


def _is_other_word(hit: Hit, given: str) -> bool:
    start = hit.page.view.text.rfind(given, 0, hit.outset)
    return _bare(hit.page.view.surface(start, start + len(given))) in hit.rules.written


def longer_place(hit: Hit) -> Judgement | None:
    """``أمريكا الجنوبية``, ``الاتحاد الأوروبي لكرة القدم``: what follows makes another place or institution of it."""
    words = hit.rules.directions if hit.form.type == "place" else hit.rules.complements
    after = hit.following(words)
    if not after:
        return None
    return None if hit.page.entity_has(hit.form.entity, after) else Judgement.WORD


def club_of_place(hit: Hit) -> Judgement | None:
    """``فريق أتلتيكو مدريد``, ``مانشستر سيتي``: a city in the name of a club that is called after it."""
    rules, page = hit.rules, hit.page
    called = hit.following(rules.club_names)
    if called:
        return None if page.entity_has(hit.form.entity, called) else Judgement.WORD
    before = hit.before
    if hit.proclitic or not before or not page.heads(hit.outset, rules.clubs) or hit.outset - 1 in page.edges:
        return None
    plain = rules.function_words | rules.kinds | rules.titles | rules.verbs | rules.place_words
    word = before in plain or page.definite(before) or _relational(before, rules) or before[:1].isdigit()
    return None if word or page.entity_has(hit.form.entity, before) else Judgement.WORD


def stranger(hit: Hit) -> Judgement | None:
    """``تشاد هاملتون``: a place that is a given name as well, before a word that is none of the language."""
    rules, after = hit.rules, hit.after
    if hit.proclitic or not after:
        return None
    if hit.page.around.right(hit.end).word != hit.page.view.text[hit.end + 1 : hit.end + 1 + len(after)]:
        return None
    known = after in rules.verbs | rules.function_words | rules.kinds | rules.titles or after in rules.words
    proclitic = any(stem in rules.function_words for stem in hit.page.around.stems(after))
    native = is_native(after, rules) or after.startswith((rules.article, "و", "ب", "ل"))
    before = hit.before in rules.function_words
    return None if known or proclitic or native or before or _relational(after, rules) else Judgement.WORD


def _bears(hit: Hit, given: str) -> bool:
    return any(given in name.split(" ") for name in hit.page.names_of(hit.form.entity))


def _bare(word: str) -> str:
    """Without marks and tatweel, letters as written."""
    kept = (
        char
        for char in unicodedata.normalize("NFC", word)
        if char != "ـ" and unicodedata.category(char) not in ("Mn", "Cf")
    )
    return " ".join("".join(kept).split())


def _marked(word: str) -> list[set[str]]:
    """Per letter the vowel signs it bears."""
    letters: list[set[str]] = []
    for char in word:
        if char in _SIGNS:
            if letters:
                letters[-1].add(char)
        elif unicodedata.category(char) not in ("Mn", "Cf") and char != "ـ":
            letters.append(set())
    return letters


def _plain(form: Form) -> bool:
    """One word, to which no alias gives conditions."""
    return " " not in form.name and form.alias is None


def _definite(form: Form, rules: NameRules) -> bool:
    return " " not in form.name and form.name.startswith(rules.article)


def _feminine_relation(form: Form, rules: NameRules) -> bool:
    name = form.name
    indefinite = " " not in name and not name.startswith(rules.article)
    return indefinite and _relational(name, rules) and _feminine(name)


def _native_noun(form: Form, rules: NameRules) -> bool:
    bare = _plain(form) and form.type != "place" and not form.name.startswith(rules.article)
    return bare and is_native(form.name, rules)


def _follower(form: Form, rules: NameRules) -> bool:
    known = form.name in rules.followers or form.name.removesuffix("ا") in rules.followers
    return form.alias is None and known


def _place_word(form: Form, rules: NameRules) -> bool:
    word = form.name in rules.ordinary_index and not form.name.startswith(rules.article)
    return form.type == "place" and word


def _describable(form: Form, rules: NameRules) -> bool:
    return _plain(form) and (form.name.startswith(rules.article) or is_native(form.name, rules))


def _person_or_one_word(form: Form, _: NameRules) -> bool:
    return form.type == "person" or " " not in form.name


def _called_like_a_person(form: Form, rules: NameRules) -> bool:
    return " " not in form.name and (form.type == "person" or form.name in rules.given_names)


RULES: tuple[Rule, ...] = (
    Rule(declined),
    Rule(written_otherwise),
    Rule(marks),
    Rule(ordinary, is_word_too),
    Rule(cue_nouns),
    Rule(demonstrated, _definite),
    Rule(verb, lambda form, _: " " not in form.name),
    Rule(adjective, _definite),
    Rule(indefinite_adjective, _feminine_relation),
    Rule(another_countrys, lambda form, rules: form.origin == "short" or form.name in rules.short_forms),
    Rule(longer_place, lambda form, _: form.type in ("place", "organization")),
    Rule(club_of_place, lambda form, _: form.type == "place" and " " not in form.name),
    Rule(compound, _person_or_one_word),
    Rule(namesake, _called_like_a_person),
    Rule(stranger, lambda form, rules: form.type == "place" and form.name in rules.given_names),
    Rule(common_noun, _native_noun),
    Rule(plain_adjective, _follower),
    Rule(place_of_noun, _place_word),
    Rule(described, _describable),
    Rule(elsewhere_quoted, lambda form, _: form.type not in ("person", "place")),
)
