"""Forms that are words as well: headlines, sentences that begin, months, things."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from build_tools.annotate.names.latin.looks import AUXILIARIES, capital
from build_tools.annotate.names.page import Hit, Judgement


def _before_auxiliary(hit: Hit) -> bool:
    """``Shell jewellery is sold``: what stands between the form and an auxiliary, if it is no adverb, is a noun."""
    noun, verb, *_ = (*hit.right.words, "", "")
    return noun.isalpha() and verb in AUXILIARIES and noun not in AUXILIARIES and not noun.endswith("ly")


def _ends_phrase(hit: Hit) -> bool:
    """``Brown bears, he said``: a plural and a comma, with no verb for the name."""
    after = hit.after
    if not after.endswith("s") or after in hit.rules.owned_by_names:
        return False
    comma = hit.page.view.text[hit.end + 1 + len(after) : hit.end + 2 + len(after)] == ","
    return comma and after[:-1] in hit.rules.words and not capital(hit, hit.end + 1)


def _is_participle_phrase(hit: Hit) -> bool:
    """``United in grief, they left``: a participle with what belongs to it, up to a comma."""
    if not hit.form.name.endswith("ed") or hit.after not in _OF_PARTICIPLES:
        return False
    following = _PHRASE.match(hit.page.view.text, hit.end)
    return following is not None and not any(capital(hit, at) for at in following.span(1))


_OF_PARTICIPLES = frozenset(["in", "by", "with", "as", "under", "from"])
_PHRASE = re.compile(r" [a-z]+ ([a-z]+)(?: [a-z]+)?,")


def _paired_with_noun(hit: Hit) -> bool:
    """``Saints and sinners``: with a noun in small letters that has no article."""
    joint, other, *_ = (*hit.right.words, "", "")
    if joint not in ("and", "or") or not other.isalpha():
        return False
    small = not capital(hit, hit.end + len(joint) + 2)
    rules = hit.rules
    return (
        small
        and rules.is_word(other)
        and other not in rules.joint("owned_by_names", "function_words") | _OTHERS
    )


_OTHERS = frozenset(
    ["others", "its", "his", "her", "their", "several", "other", "two", "three", "four", "five"]
)


def _is_owned(hit: Hit) -> bool:
    """``Misses Its Sales Target``: somebody's, in a line that has capitals everywhere."""
    noun, owner, *_ = (*hit.left.words, "", "")
    owned = noun in _POSSESSIVES or (owner in _POSSESSIVES and hit.rules.is_word(noun))
    return owned and noun not in hit.rules.joint("name_cues", "titles")


_OF_PARTS = frozenset(["of", "on", "from", "with", "by", "to", "about", "over", "under", "after", "before", "between", "through"])  # fmt: skip
"""What follows a subject only with something said of it between: ``Fed on grass, the cows thrived``."""


def _heads_compound_subject(hit: Hit) -> bool:
    """``Seed banks store wheat``: a plural that no company has, and its verb."""
    noun, verb, *_ = (*hit.right.words, "", "")
    rules = hit.rules
    owned = rules.joint("possessions", "verbs", "name_cues")
    if not noun.endswith("s") or noun not in rules.words or noun in owned or noun.removesuffix("s") in owned:
        return False
    return verb in rules.words and verb not in rules.function_words and not verb.endswith(("ly", "s"))


def defined_otherwise(hit: Hit) -> Judgement | None:
    """``the Bank for International Settlements, or BIS``: an acronym that the text gives to a name not listed."""
    page, name = hit.page, hit.form.name
    key = ("defined", name)
    if key not in page.memory:
        page.memory[key] = any(_is_definition(hit, at) for at in page.occurrences(name))
    return Judgement.WORD if page.memory[key] else None


def _is_definition(hit: Hit, offset: int) -> bool:
    text = hit.page.view.text
    low, _ = hit.page.view.bounds(offset)
    match = _DEFINED.search(text, max(low, offset - _LONG_NAME), offset)
    if match is None:
        return False
    end = match.start()
    words = [
        one for one in _WORDS.finditer(text, max(low, end - _LONG_NAME), end) if capital(hit, one.start())
    ]
    own = words[-len(hit.form.name) :]
    if "".join(one[0][0] for one in own) != hit.form.name:
        return False
    full = text[own[0].start() : end]
    return full not in hit.page.names_of(hit.form.entity)


_DEFINED = re.compile(r"(?:, or | \(|, known as |, called )$")
_WORDS = re.compile(r"[^\W\d_]+")
_LONG_NAME = 90
"""Characters before an acronym in which the name stands that it is made of."""


_DETERMINERS = frozenset(
    ["the", "a", "an", "your", "my", "our", "his", "her", "its", "their", "this", "these"]
)
_PARTICLES = frozenset(["up", "off", "out", "into", "away"])


def _has_noun_and_verb(hit: Hit) -> bool:
    """``Shell fragments were found``: a plural or a gerund and its verb follow, of which a company need not be said."""
    noun, verb, *_ = (*hit.right.words, "", "")
    plural = noun.endswith("s") and (noun in hit.rules.words or noun.removesuffix("s") in hit.rules.words)
    if noun in hit.rules.owned_by_names or noun.removesuffix("s") in hit.rules.name_cues:
        return False
    return (verb in AUXILIARIES or verb in hit.rules.verbs) and (plural or noun.endswith("ing"))


def asks(hit: Hit) -> bool:
    """``WHO IS TO BLAME?``: a question word at the head of a question in capitals."""
    start, end = hit.page.sentence(hit.start)
    asked = hit.page.view.text[start:end].rstrip("\"'”’) \n").endswith("?")
    return asked and hit.page.opens_sentence(hit.start) and hit.after in AUXILIARIES


def _heads_compound(hit: Hit) -> bool:
    """``Sky-high``, but not ``Sky-owned``: a hyphen and a word that is no participle."""
    match = _COMPOUND.match(hit.page.view.text, hit.end)
    return match is not None and not capital(hit, hit.end + 1) and not match[1].endswith(_PARTICIPLES)


_COMPOUND = re.compile("[-\u2010]([a-z]+)")
_PARTICIPLES = ("ed", "led", "made", "run", "built", "bound", "style", "like", "wide")


def _describes(hit: Hit) -> bool:
    """``Rice prices rose``: what follows at once is neither a verb nor a word of grammar, but a noun."""
    after = hit.after
    if not after.isalpha() or capital(hit, hit.end + 1) or after.endswith("ed"):
        return False
    return after not in hit.rules.verbs and after not in hit.rules.function_words and hit.rules.is_word(after)


def _is_participle_or_adverbial(hit: Hit) -> bool:
    """``Reading the small print``, ``Nature, as herders say``: what follows takes the form for a word."""
    if hit.after in _PARTICLES:
        # «Fed up with waiting», but «Apple up 3%»
        following = (*hit.page.around.right(hit.end).words, "", "")[1]
        return not following[:1].isdigit()
    if hit.after == "in" and hit.page.around.right(hit.end).words[1:2] in (("on",), ("to",)):
        return True  # «Zoom in on the map»
    if hit.after in _DETERMINERS:
        # «Reading the small print», «Cook the rice»
        return True
    comma = hit.page.view.text[hit.end : hit.end + 1] == ","
    return comma and hit.page.around.right(hit.end + 1).word in hit.rules.subordinators


def _stands_alone(hit: Hit) -> bool:
    """Whether what follows is no noun that the form could describe, nor the object of a participle."""
    text = hit.page.view.text
    following = text[hit.end : hit.end + 1]
    if text[hit.end : hit.end + 2] in ("'s", "’s") or following in ("", "\n"):
        return True
    if following in ',;:.!?)’”"—–':
        return True
    rules = hit.rules
    if hit.form.name in rules.calendar:
        return False
    if _is_plural_with_verb(hit):
        return False
    after = hit.page.around.right(hit.end)
    if after.word in ("and", "&") and len(after.words) > 1:
        other = after.words[2] if after.words[1] == "the" and len(after.words) > 2 else after.words[1]
        return other in _POSSESSIVES or capital(hit, text.find(other, hit.end + len(after.word)))
    return bool(hit.following(rules.verbs)) or _has_verb_and_object(hit)


_POSSESSIVES = frozenset(["its", "his", "her", "their"])


def _is_plural_with_verb(hit: Hit) -> bool:
    """``Wolves have returned``: a plural needs no article."""
    name = hit.form.name
    return name.endswith("s") and name in hit.rules.words and hit.after in AUXILIARIES - _SINGULAR


_SINGULAR = frozenset(["has", "is", "was", "does"])


def _has_verb_and_object(hit: Hit) -> bool:
    """``Delta cancelled nine flights``, ``Tide costs more``: a verb and its object, whose subject would need an article."""
    verb, following, *_ = (*hit.right.words, "", "")
    words, plain = hit.rules.words, hit.rules.function_words
    past, present = verb.endswith("ed"), verb.endswith("s") and verb[:-1] in words
    if hit.form.name.endswith("s") or not (past or present) or not following:
        return False
    if following in _OPENING_OBJECTS or following[:1].isdigit() or capital(hit, hit.end + len(verb) + 2):
        return True
    if past:
        return following in words and following not in plain and not following.endswith("ly")
    return _is_plural_object(hit, following)


def _is_plural_object(hit: Hit, noun: str) -> bool:
    """``Visa charges merchants 2%``: of two plurals the first is a verb, if none follows."""
    rest = (*hit.right.words[2:], "")[0]
    known = noun.endswith("s") and noun[:-1] in hit.rules.words and noun not in hit.rules.verbs
    return known and rest not in AUXILIARIES and (rest in hit.rules.function_words or not rest.isalpha())


_OPENING_OBJECTS = frozenset(["a", "an", "the", "its", "his", "her", "their", "this", "these", "those", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all", "some", "several", "nearly", "about", "over", "more"])  # fmt: skip


def indefinite(hit: Hit) -> Judgement | None:
    """``an apple a day``: an indefinite article before a word, and no noun after it that the name could describe."""
    if hit.before not in ("a", "an"):
        return None
    alone = not hit.after or hit.after in hit.rules.function_words
    return Judgement.WORD if alone else None


def describes_plural(hit: Hit) -> Judgement | None:
    """``Marsh birds have moved``: a surname that is a word, before a plural and its verb."""
    if not hit.page.is_latin:
        return None
    noun, verb, *_ = (*hit.page.around.right(hit.end).words, "", "")
    plural = noun.endswith("s") and noun not in hit.rules.verbs and noun.rstrip("s") in hit.rules.words
    return Judgement.WORD if plural and verb in AUXILIARIES else None


def month_or_day(hit: Hit) -> Judgement | None:
    """``in May``, ``May 3``: what is beside the name of a month or a day makes it one."""
    if hit.page.opens_sentence(hit.start) and hit.after in hit.rules.modals:
        # «May I ask»
        return Judgement.WORD
    dated = hit.after[:1].isdigit() or hit.before[:1].isdigit() or hit.preceding(_OF_TIME)
    return Judgement.WORD if dated else None


_OF_TIME = frozenset(["in", "on", "of", "since", "until", "till", "by", "from", "through", "last", "next", "this", "early", "late", "mid", "every", "each", "before", "after"])  # fmt: skip


SHAPES: Mapping[str, Callable[[Hit], bool]] = {
    "heads compound": _heads_compound,
    "participle or adverbial": _is_participle_or_adverbial,
    "stands alone": _stands_alone,
    "noun before auxiliary": _before_auxiliary,
    "plural with verb": _is_plural_with_verb,
    "noun and verb": _has_noun_and_verb,
    "compound subject": _heads_compound_subject,
    "ends phrase": _ends_phrase,
    "participle phrase": _is_participle_phrase,
    "paired with noun": _paired_with_noun,
    "is owned": _is_owned,
    "verb and object": _has_verb_and_object,
    "describes": _describes,
}
"""How the clause may be built at whose head the form stands."""
