"""How strongly what stands around an Arabic form that is a noun or adjective as well hints at the name or at the word.

A name without article is definite by itself: it takes definite adjectives (``حماس الفلسطينية``), no indefinite ones, and
no noun in the genitive. Before it stand verbs of which it is the subject, titles and nouns of its kind; before the word
stand what measures, counts or negates it, and after it what it belongs to (``حماس الجماهير``).
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.annotate.names.arabic.classes import bare, dictionary, is_noun, is_plain_noun, is_verb
from build_tools.annotate.names.arabic.looks import enclosed, looks_adjectival, relational
from build_tools.annotate.names.arabic.marks import CLAUSE
from build_tools.annotate.names.arabic.subjects import (
    acts_as_company,
    claims,
    does_something_known,
    is_subject_of_clause,
)
from build_tools.annotate.names.page import Hit

_HEADLINE = 120
"""Characters of the longest first line that is taken for a headline."""
_FEMININE = ("ه", "ات")


def for_name(hit: Hit) -> str:
    """The strongest hint at the name, by its own name; empty when there is none."""
    if enclosed(hit) or _in_brackets(hit):
        return "enclosed"
    rules, place = hit.rules, hit.form.type == "place"
    told = hit.preceding(rules.place_words if place else _said_before(hit))
    if told and (not hit.proclitic or hit.proclitic == rules.elided_article):
        return f"told what it is{', place' * place}"
    if not is_definite(hit) and (_described_as_definite(hit) or hit.after in rules.relatives):
        return "definite adjective"
    if hit.of_member and not place:
        return "member"
    if _beside_name(hit):
        return "beside name"
    if hit.after in rules.before_verbs and hit.preceding(rules.governors):
        return "verb particle"  # «وكانت الرأي قد نشرت»
    if hit.form.type == "publication" and not hit.after and hit.preceding(rules.citing):
        return "cited"
    return "" if hit.proclitic not in ("", "و", "ف") else _of_subject(hit)


def _of_subject(hit: Hit) -> str:
    """The strongest hint that the form is where names are subjects, or a place where one is."""
    rules, place = hit.rules, hit.form.type == "place"
    if place and bare(hit.before) in rules.place_leads and not hit.proclitic:
        return "led to"
    another = _described_as_definite(hit) and not hit.page.entity_has(hit.form.entity, hit.after)
    does = not place and not hit.proclitic and not another
    if does and does_something_known(hit):
        return "does"
    if does and claims(hit):
        return "claims"
    if not is_definite(hit) and is_subject_of_clause(hit):
        return "subject of clause"
    if hit.preceding(rules.verbs):
        return f"said{', definite' * is_definite(hit)}{', place' * place}"
    acts = hit.form.type not in ("place", "publication") and is_verb(hit.before, rules)
    if acts and hit.form.type != "person" and acts_as_company(hit):
        return "acts as company"
    # «أما فيزا فأعلنت»
    done = hit.after.removeprefix("ف") if bare(hit.before) == _AS_FOR else hit.after
    if done in rules.joint("verbs", "name_cues"):
        return "before verb"
    if acts:
        return "acts"
    if not hit.outset:
        return "opens text"
    return "in headline" if in_headline(hit) and is_verb(hit.after, rules) else ""


_AS_FOR = "اما"


def in_headline(hit: Hit) -> bool:
    """Whether it stands in the first line, in which names come before their verbs: ``بري يدعو والقوات ترفض``."""
    start, end = hit.page.view.bounds(hit.start)
    line = hit.page.view.text[:end].rstrip()
    return not start and end < len(hit.page.view.text) and len(line) < _HEADLINE and line[-1:] != "."


def _in_brackets(hit: Hit) -> bool:
    text = hit.page.view.text
    return text[hit.outset - 1 : hit.outset] in ("(", "[") and text[hit.end : hit.end + 1] in (")", "]")


def for_word(hit: Hit) -> Iterator[str]:
    """The hints at the word, by their own names."""
    rules = hit.rules
    before = "" if hit.proclitic else hit.before
    if before and hit.preceding(rules.concepts):
        yield "concept"
    if not is_definite(hit) and _is_adverbial(hit):
        yield "adverbial"
    led = before in rules.place_leads and before not in rules.function_words
    if led and is_definite(hit) and hit.form.type == "publication":
        yield "in places"  # «أسواق الخليج»
    if is_definite(hit):
        yield from _of_definite(hit)
        yield from _governed(hit, before)
    elif hit.form.type == "place":
        if _is_somebodys(hit) or _has_genitive(hit) or _is_predicate(hit):
            yield "possessed"
    else:
        if before and hit.preceding(rules.joint("degrees", "governors")):
            yield "governed"
        yield from _of_indefinite(hit, before)


def _of_indefinite(hit: Hit, before: str) -> Iterator[str]:
    """What hints at a word without article: its adjective, what it belongs to, the noun that it describes."""
    rules, after, person = hit.rules, hit.after, hit.form.type == "person"
    if after in rules.followers or (relational(after, rules) and not after.startswith(rules.article)):
        yield "indefinite adjective"
    counted = after in rules.measures or after[:1].isdigit()
    led = before in rules.function_words or before in rules.place_leads
    if counted and before and not led and not before[:1].isdigit() and not is_verb(before, rules):
        # «سجلت الجلسة تداول مئة مليون»; what stands between two numbers is one of a list
        yield "counts"
    verbal = is_verb(before, rules) or (person and "v" in dictionary().classes(bare(before)))
    definite = after.startswith(rules.article) and after not in rules.function_words
    if definite and not relational(after, rules) and after not in rules.calendar:
        yield "genitive after verb" if verbal else "genitive"
    if before.startswith(rules.article) and "n" in dictionary().classes(after):
        yield "object and genitive"  # «أعلن البنك فتح فرع»
    agrees = not before.startswith(rules.article) and not before.endswith(_FEMININE)
    if agrees and not verbal and is_plain_noun(before, rules):
        yield "describes" if looks_adjectival(hit.form.name, rules) else "after noun"


def _is_somebodys(hit: Hit) -> bool:
    """``جدة والده``: a noun with a pronoun after it, which a place is not followed by."""
    if is_verb(hit.before, hit.rules):
        return False  # «رفعت قطر حصتها»
    after, end = hit.after, hit.end + 1 + len(hit.after)
    pronoun = after.endswith("ه") and hit.page.view.surface(end - 1, end) == "ه"
    return (pronoun or after.endswith(("ها", "هم"))) and dictionary().class_of(after) == "n"


def _has_genitive(hit: Hit) -> bool:
    """``بلغ قطر أنبوب الغاز``: an indefinite noun after a verb in the masculine; names of places are feminine."""
    verb, rules = bare(hit.before), hit.rules
    if hit.proclitic or dictionary().classes(hit.after) != "n" or hit.after in rules.measures:
        return False
    return is_verb(verb, rules) and not verb.startswith("ت") and not verb.endswith("ت")


def _is_predicate(hit: Hit) -> bool:
    """``وهي جدة لخمسة أحفاد``: what somebody is, and for whom."""
    return bare(hit.before) in _THIRD_PERSONS and hit.after.startswith("ل") and not hit.proclitic


_THIRD_PERSONS = frozenset(["هو", "هي"])


def _is_adverbial(hit: Hit) -> bool:
    """``بحماس ظاهر``: a preposition glued to an indefinite noun and its adjective."""
    after = hit.after
    adjective = looks_adjectival(after, hit.rules) and "n" in dictionary().classes(after)
    return hit.proclitic in ("ب", "وب") and adjective and after not in hit.rules.verbs


def _of_definite(hit: Hit) -> Iterator[str]:
    """What hints at a word with article: what is said of it, and what it is coordinated with."""
    rules, after, page = hit.rules, hit.after, hit.page
    headed = not hit.proclitic and hit.preceding(rules.kinds)  # «مهاجم الرائد السابق»
    stem = after.removeprefix(rules.article)
    own = page.entity_has(hit.form.entity, after)
    if stem != after and stem in rules.followers and not headed:
        yield "follower"
    # «رفع المركزي الفائدة»: after a verb comes its object.
    agreeing = stem != after and not headed and not is_verb(hit.before, rules)
    if after in rules.predicates:
        yield "predicate"
    if agreeing and looks_adjectival(stem, rules) and "n" in dictionary().classes(stem) and not own:
        yield "definite adjective"
    if after.startswith("و") and page.definite(after) and is_noun(after[1:], rules):
        yield "joined with noun"
    described = stem != after and after not in rules.name_cues and relational(after, rules)
    if described and not own and not headed:
        yield "relation of country" if stem in rules.nationalities else "relation"


def _governed(hit: Hit, before: str) -> Iterator[str]:
    """The noun before, where it says nothing of names: ``تراجع المراعي``, ``الرجل الحكيم``."""
    rules = hit.rules
    if before in rules.governors and before in rules.function_words:
        yield "governed"  # «عند الفجر», «خلال الهدنة»
        return
    # «الكاتب الرائد»
    role = hit.form.type != "person" and before in rules.titles and before.startswith(rules.article)
    if not (is_plain_noun(before, rules) or role) or _opens_sentence(hit) or _opens_clause(hit):
        return
    if not before.startswith(rules.article):
        yield "after noun"
    elif looks_adjectival(hit.form.name.removeprefix(rules.article), rules):
        if hit.outset - 1 not in hit.page.edges:
            yield "describes"
    else:
        yield "after definite noun"


def around(hit: Hit) -> tuple[int, int]:
    """Whether the clause speaks of business or sport, and whether the sentence speaks of what the word means."""
    page, rules = hit.page, hit.rules
    start, end = page.sentence(hit.start)
    low, high = page.clause(hit.start, hit.end, CLAUSE)
    entry = rules.ordinary_index.get(hit.form.name)
    words = rules.place_words if hit.form.type == "place" else rules.name_cues
    for_name = page.has_any(words, low, hit.start) or page.has_any(words, hit.end, high)
    return int(for_name), int(entry is not None and page.has_any(entry.near, start, end))


def says_nothing(hit: Hit) -> bool:
    """``تخفف عنه الوحدة``: a noun with article after a pronoun's preposition, in a sentence without other names of the type."""
    if not is_definite(hit) or hit.form.type == "place" or relational(hit.form.name, hit.rules):
        return False
    if hit.proclitic or hit.before not in _UPON_HIM:
        return False
    start, end = hit.page.sentence(hit.start)
    return next(hit.page.kin(hit, start, end), None) is None


_UPON_HIM = frozenset(["عنه", "عنها", "عنهم", "عليه", "عليها", "عليهم", "فيه", "فيها", "فيهم", "به", "بها", "بهم", "منه", "منها", "منهم", "له", "لها", "لهم", "اليه", "اليها", "اليهم"])  # fmt: skip


def in_company(hit: Hit) -> bool:
    """Whether the sentence names another entity of the type by what is no noun."""
    start, end = hit.page.sentence(hit.start)
    stems = (name.removeprefix(hit.rules.article) for _, name in hit.page.kin(hit, start, end))
    return any("n" not in (*dictionary().classes(stem), dictionary().class_of(stem)) for stem in stems)


def _opens_sentence(hit: Hit) -> bool:
    """Whether the word before the form opens the sentence, as verbs do, and can be a verb."""
    start = hit.outset - len(hit.before) - 1
    return "v" in dictionary().classes(hit.before) and hit.page.opens_sentence(start)


def _opens_clause(hit: Hit) -> bool:
    """``فيما سقط النصر``: what can be a verb, directly after a conjunction."""
    verb, conjunction, *_ = (*hit.left.words, "", "")
    return "v" in dictionary().classes(verb) and bare(conjunction) in hit.rules.subordinators


def is_definite(hit: Hit) -> bool:
    return hit.form.name.startswith(hit.rules.article)


def _described_as_definite(hit: Hit) -> bool:
    after = hit.after
    return after.startswith(hit.rules.article) and relational(after, hit.rules)


def _said_before(hit: Hit) -> frozenset[str]:
    """What says of a name directly before it what it is."""
    lists = ("kinds", "name_cues", "titles") if hit.form.type == "person" else ("kinds", "name_cues")
    return hit.rules.joint(*lists)


def _beside_name(hit: Hit) -> bool:
    """Whether it is coordinated with another name, or set against one."""
    page, text = hit.page, hit.page.view.text
    if hit.proclitic == "و" and hit.outset - 1 in page.edges:
        return True
    if text[hit.end : hit.end + 2] == " و" and hit.end + 2 in page.outsets:
        return True
    if hit.proclitic or hit.before not in hit.rules.against:
        return False
    return hit.outset - len(hit.before) - 2 in page.edges
