"""Forms that are words as well: headlines, sentences that begin, months, things."""

from __future__ import annotations

import re

from build_tools.annotate.names.latin.looks import AUXILIARIES, capital, shouted_line, title_case
from build_tools.annotate.names.page import Hit, Judgement


def headline(hit: Hit) -> Judgement | None:
    """A word that is a name too, where every word has a capital or the sentence begins: its neighbours decide."""
    if not hit.page.is_latin:
        return None
    shouted = hit.surface.isupper() and not hit.form.written.isupper()
    in_capitals = hit.surface.isupper() and shouted_line(hit)
    acronym = hit.form.written.isupper() and len(hit.form.written) > 1
    if not (in_capitals or shouted or hit.page.opens_sentence(hit.start) or title_case(hit)):
        return None
    if acronym and not in_capitals:
        return None
    if in_capitals and acronym and _asks(hit):
        return Judgement.WORD
    if in_capitals:
        return Judgement.UNSURE
    if _heads_compound(hit):
        return Judgement.WORD
    if hit.form.origin == "short" and _describes(hit):
        return Judgement.WORD
    if _is_participle_or_adverbial(hit):
        return Judgement.WORD
    if _stands_alone(hit):
        return None
    # «Target prices fell» in a text that has «target» as a word.
    rules, after = hit.rules, hit.after
    noun = after in rules.words and after not in rules.verbs and after not in rules.function_words
    torn = noun and not capital(hit, hit.end + 1) and (_written_small(hit) or _has_noun_and_verb(hit))
    torn = torn or (_is_plural_with_verb(hit) and not _has_cue(hit))
    return Judgement.TORN if torn else Judgement.UNSURE


_PARTICLES = frozenset(["up", "off", "out", "into", "away"])


def _written_small(hit: Hit) -> bool:
    """Whether the text has the same word in small letters, too."""
    page = hit.page
    key = ("small", hit.form.name)
    if key not in page.memory:
        places = page.occurrences(hit.form.name)
        page.memory[key] = any(page.view.surface(at, at + 1).islower() for at in places)
    return bool(page.memory[key])


def _has_noun_and_verb(hit: Hit) -> bool:
    """``Shell fragments were found``: a plural or a gerund and its verb follow, of which a company need not be said."""
    noun, verb, *_ = (*hit.right.words, "", "")
    plural = noun.endswith("s") and (noun in hit.rules.words or noun.removesuffix("s") in hit.rules.words)
    if noun in hit.rules.name_cues or noun.removesuffix("s") in hit.rules.name_cues:
        return False
    return (verb in AUXILIARIES or verb in hit.rules.verbs) and (plural or noun.endswith("ing"))


def _asks(hit: Hit) -> bool:
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
    if hit.form.name.endswith("ing") and hit.after in ("the", "a", "an", "his", "her", "its", "their"):
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
    return name.endswith("s") and name in hit.rules.words and hit.after in AUXILIARIES


def _has_cue(hit: Hit) -> bool:
    start, end = hit.page.sentence(hit.start)
    return hit.page.has_any(hit.rules.name_cues, start, end)


def _has_verb_and_object(hit: Hit) -> bool:
    """``Delta cancelled nine flights``: a past tense and its object, whose subject would need an article as a word."""
    verb, following, *_ = (*hit.right.words, "", "")
    if hit.form.name.endswith("s") or not verb.endswith("ed"):
        return False
    named = bool(following) and capital(hit, hit.end + len(verb) + 2)
    return named or following in _OPENING_OBJECTS or following[:1].isdigit()


_OPENING_OBJECTS = frozenset(["a", "an", "the", "its", "his", "her", "their", "this", "that", "these", "those", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all", "some", "several", "nearly", "about", "over", "more"])  # fmt: skip


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
