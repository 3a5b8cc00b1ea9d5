"""Names in Latin script: what capitals, hyphens and neighbours say of a form."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from build_tools.annotate.names.neighbours import another_countrys, noun_beside, ordinary
from build_tools.annotate.names.page import Hit, Judgement, Rule
from build_tools.annotate.names.scripts import KINDS, WORD
from build_tools.folding import fold_text

_ADDRESS = re.compile(r"://|^www\.|@\w+\.|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/|$)")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_SHORT = 3
"""Letters up to which a form in capitals is an abbreviation that must stand in capitals."""


def address(hit: Hit) -> Judgement | None:
    """A form inside an address (``openai.com``, ``@meta.com``) is none."""
    text = hit.page.view.text
    before = text[hit.start - 1] if hit.start else " "
    after = text[hit.end] if hit.end < len(text) else " "
    if before not in "./@_-:" and after not in "./@_-:":
        return None
    start = max(text.rfind(" ", 0, hit.start), text.rfind("\n", 0, hit.start)) + 1
    end = _end_of_token(text, hit.end)
    if before == "." and hit.start > 1 and KINDS[text[hit.start - 2]] is WORD and hit.surface[:1].islower():
        return Judgement.WORD
    if before == "." and hit.start > 1 and text[hit.start - 2].isdigit():
        return Judgement.WORD
    token = text[start:end].strip("\"'“”‘’()[]<>.,;:!?")
    if token == hit.surface:
        # The name is all of it, as where one with a full stop ends a sentence.
        return None
    if _ADDRESS.search(token) and not any(map(str.isupper, hit.page.view.surface(hit.start, hit.end))):
        return Judgement.WORD
    return Judgement.WORD if "://" in token or "@" in token else None


def capitals(hit: Hit) -> Judgement | None:
    """A name written with capitals is not met in small letters, nor an abbreviation in a word's spelling.

    One word of letters and digits is no word of the language however it is written.
    """
    written, surface = hit.form.written, hit.surface
    if surface == written or written.islower():
        return None
    if not any(map(str.isupper, written)):
        return None
    if len(written) > _SHORT and " " not in written and any(map(str.isdigit, written)):
        return None
    letters = len(written) if written.isalpha() else _SHORT + 1
    if not any(map(str.isupper, surface)):
        strange = hit.page.is_latin or letters <= _SHORT + 1 or hit.rules.is_word(hit.form.name)
        return Judgement.WORD if strange else None
    if written.isupper() and not surface.isupper():
        short = letters <= _SHORT or hit.rules.is_word(hit.form.name)
        return Judgement.WORD if short else None
    words = _WORD.findall(surface)
    if len(words) > 1 and hit.page.is_latin and _loose(words, _WORD.findall(written), hit):
        return Judgement.WORD
    return None


def _loose(words: list[str], listed: list[str], hit: Hit) -> bool:
    """Whether a name of several words stands with a small letter where the listed one has a capital."""
    # From the end, where what is left out of a name is at its head.
    pairs = zip(reversed(words), reversed(listed), strict=False)
    small = [word for word, model in pairs if word[:1].islower() and model[:1].isupper()]
    return bool(small) and any(word not in hit.rules.leading for word in small)


def bare_head(hit: Hit) -> Judgement | None:
    """A form without the article it is listed with: only with a capital that its place does not explain."""
    if hit.form.origin != "part":
        return None
    if not hit.surface[:1].isupper() or hit.page.opens_sentence(hit.start):
        if hit.surface[:1].isupper() and hit.rules.is_word(hit.form.name):
            return None  # its neighbours decide
        return Judgement.UNSURE if hit.surface[:1].isupper() else Judgement.WORD
    return None


def headline(hit: Hit) -> Judgement | None:
    """A word that is a name too, where every word has a capital or the sentence begins: its neighbours decide."""
    if not hit.rules.is_word(hit.form.name) or not hit.page.is_latin:
        return None
    if hit.form.alias is not None:
        return None
    shouted = hit.surface.isupper() and not hit.form.written.isupper()
    in_capitals = hit.surface.isupper() and _shouted_line(hit)
    acronym = hit.form.written.isupper() and len(hit.form.written) > 1
    if not (in_capitals or shouted or hit.page.opens_sentence(hit.start) or _title_case(hit)):
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
    torn = noun and not _capital(hit, hit.end + 1) and _written_small(hit)
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


def _asks(hit: Hit) -> bool:
    """``WHO IS TO BLAME?``: a question word at the head of a question in capitals."""
    start, end = hit.page.sentence(hit.start)
    asked = hit.page.view.text[start:end].rstrip("\"'”’) \n").endswith("?")
    return asked and hit.page.opens_sentence(hit.start) and hit.after in _AUXILIARIES


def _heads_compound(hit: Hit) -> bool:
    """``Sky-high``, but not ``Sky-owned``: a hyphen and a word that is no participle."""
    match = _COMPOUND.match(hit.page.view.text, hit.end)
    return match is not None and not _capital(hit, hit.end + 1) and not match[1].endswith(_PARTICIPLES)


_COMPOUND = re.compile("[-\u2010]([a-z]+)")
_PARTICIPLES = ("ed", "led", "made", "run", "built", "bound", "style", "like", "wide")


def _describes(hit: Hit) -> bool:
    """``Rice prices rose``: what follows at once is neither a verb nor a word of grammar, but a noun."""
    after = hit.after
    if not after.isalpha() or _capital(hit, hit.end + 1) or after.endswith("ed"):
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
    name, rules = hit.form.name, hit.rules
    if name in rules.calendar:
        return False
    if name.endswith("s") and name in rules.words and hit.after in _AUXILIARIES:
        # «Wolves have returned»: a plural needs no article.
        return False
    after = hit.page.around.right(hit.end)
    if after.word in ("and", "&") and len(after.words) > 1:
        other = after.words[2] if after.words[1] == "the" and len(after.words) > 2 else after.words[1]
        return _capital(hit, text.find(other, hit.end + len(after.word)))
    return bool(hit.following(rules.verbs))


_AUXILIARIES = frozenset(["have", "has", "had", "is", "are", "was", "were", "do", "did", "does", "will", "would", "can", "could", "may", "might", "must", "should"])  # fmt: skip


def foreign_surname(hit: Hit) -> Judgement | None:
    """A bare surname after somebody else's given name, or hyphenated, is another person's."""
    if hit.form.type != "person" or " " in hit.form.name or not hit.page.is_latin:
        return None
    text = hit.page.view.text
    if hit.end + 1 < len(text) and text[hit.end] == "-" and _capital(hit, hit.end + 1):
        return Judgement.WORD
    if hit.form.origin == "short" and _goes_on(hit):
        return Judgement.WORD
    word = hit.before
    if not word or word.endswith(("'s", "’s")) or not _capital(hit, text.rfind(word, 0, hit.start)):
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


def _goes_on(hit: Hit) -> bool:
    """``Jordan Peele``, ``Hassan bin Talal``: what follows makes the surname somebody else's given name."""
    rules, after = hit.rules, hit.after
    if not after or hit.page.view.text[hit.end : hit.end + 1] != " " or hit.end + 1 in hit.page.outsets:
        return False
    if after in ("bin", "ibn", "bint"):
        return True
    known = rules.verbs | rules.titles | rules.calendar | rules.function_words
    return (
        after not in known
        and _capital(hit, hit.end + 1)
        and not _title_case(hit)
        and not hit.surface.isupper()
    )


def indefinite(hit: Hit) -> Judgement | None:
    """``an apple a day``: an indefinite article before a word, and no noun after it that the name could describe."""
    if hit.form.type == "person" or hit.form.alias is not None or hit.before not in ("a", "an"):
        return None
    alone = not hit.after or hit.after in hit.rules.function_words
    return Judgement.WORD if alone and hit.rules.is_word(hit.form.name) else None


def describes_plural(hit: Hit) -> Judgement | None:
    """``Marsh birds have moved``: a surname that is a word, before a plural and its verb."""
    if hit.form.type != "person" or " " in hit.form.name or not hit.page.is_latin:
        return None
    noun, verb, *_ = (*hit.page.around.right(hit.end).words, "", "")
    plural = noun.endswith("s") and noun not in hit.rules.verbs and noun.rstrip("s") in hit.rules.words
    return Judgement.WORD if plural and verb in _AUXILIARIES and hit.rules.is_word(hit.form.name) else None


def month_or_day(hit: Hit) -> Judgement | None:
    """``in May``, ``May 3``: what is beside the name of a month or a day makes it one."""
    if hit.form.name not in hit.rules.calendar:
        return None
    if hit.page.opens_sentence(hit.start) and hit.after in hit.rules.modals:
        # «May I ask»
        return Judgement.WORD
    dated = hit.after[:1].isdigit() or hit.before[:1].isdigit() or hit.preceding(_OF_TIME)
    return Judgement.WORD if dated else None


_OF_TIME = frozenset(["in", "on", "of", "since", "until", "till", "by", "from", "through", "last", "next", "this", "early", "late", "mid", "every", "each", "before", "after"])  # fmt: skip


def lone_letter(hit: Hit) -> Judgement | None:
    """``X-rays``: a letter that is a name is none at the head of a compound."""
    text = hit.page.view.text
    compound = len(hit.form.name) == 1 and text[hit.end : hit.end + 1] in ("-", "\u2010")
    return Judgement.WORD if compound else None


def longer_name(hit: Hit) -> Judgement | None:
    """``United States``, ``Kansas City``: a word that is a name too, beside another capitalised word."""
    name, page, rules = hit.form.name, hit.page, hit.rules
    if " " in name or hit.form.type == "person" or hit.form.alias is not None or not page.is_latin:
        return None
    if not rules.is_word(name) or _title_case(hit) or hit.surface.isupper():
        return None
    after = hit.after
    known = rules.verbs | rules.titles | rules.calendar
    if after and after not in known and _capital(hit, hit.end + 1) and hit.end + 1 not in page.outsets:
        return Judgement.WORD
    before = hit.before
    start = page.view.text.rfind(before, 0, hit.start) if before else 0
    if not before or not _capital(hit, start) or page.opens_sentence(start) or hit.start - 1 in page.edges:
        return None
    return None if before in known or before in rules.function_words else Judgement.WORD


def inside_longer(hit: Hit) -> Judgement | None:
    """``Manchester City``, ``Atletico Madrid``, ``International Labour Organisation``: a capital beside says so.

    A city is not meant beside a capitalised word that is no title, verb, day or other name; an institution of one word
    is not between two. Countries stand before nouns with capitals: ``Iran Air``, but ``US President``.
    """
    page, text = hit.page, hit.page.view.text
    if text[hit.end : hit.end + 1] in _CURRENCIES and text[hit.end + 1 : hit.end + 2].isdigit():
        return Judgement.WORD
    if not page.is_latin or hit.form.type == "person" or hit.form.alias is not None:
        return None
    city = hit.form.type == "place"
    if not city and " " in hit.form.name:
        return None
    right = _capital_after(hit)
    left = (right or city) and _capital_before(hit)
    if not (right or left if city else right and left):
        return None
    return None if _title_case(hit) or hit.surface.isupper() or _is_country(hit) else Judgement.WORD


_CURRENCIES = ("$", "€", "£", "¥")


def _capital_after(hit: Hit) -> bool:
    after, rules = hit.after, hit.rules
    if not after or hit.page.view.text[hit.end : hit.end + 1] != " " or hit.end + 1 in hit.page.outsets:
        return False
    return after not in rules.beside_names and _capital(hit, hit.end + 1)


def _capital_before(hit: Hit) -> bool:
    before, rules, page = hit.before, hit.rules, hit.page
    if not before or before.endswith(("'s", "’s")) or hit.start - 1 in page.edges:
        return False
    if page.view.text[hit.start - 2 : hit.start - 1] == ".":
        return False
    start = page.view.text.rfind(before, 0, hit.start)
    known = before in rules.beside_names or before in rules.compound_before
    opens = page.opens_sentence(start) and rules.is_word(before)
    return not known and _capital(hit, start) and not opens


def _is_country(hit: Hit) -> bool:
    return any(name in _countries() for name in hit.page.names_of(hit.form.entity))


@cache
def _countries() -> frozenset[str]:
    """Folded English names of the countries and other territories of the CLDR."""
    return frozenset(fold_text(name) for name in Locale("en").territories.values())


def compound(hit: Hit) -> Judgement | None:
    """``New Jersey``, ``Lake Chad``: a word before the form that makes another name of it."""
    if hit.form.type == "person" or " " in hit.form.name:
        return None
    head = hit.preceding(hit.rules.compound_before)
    if not head or not _capital(hit, hit.page.view.text.rfind(head, 0, hit.start)):
        return None
    at_start = hit.page.opens_sentence(hit.page.view.text.rfind(head, 0, hit.start))
    directional = head in hit.rules.words and at_start
    return (
        None
        if directional or hit.page.entity_has(hit.form.entity, f"{head} {hit.form.name}")
        else Judgement.WORD
    )


def given_name(hit: Hit) -> Judgement | None:
    """``Michael Bloomberg``: a given name before a form of one word makes it somebody's surname."""
    if hit.form.type == "person" or " " in hit.form.name:
        return None
    if hit.form.name in hit.rules.given_names and hit.after and _capital(hit, hit.end + 1):
        # «Jordan Henderson»: the form is a given name itself.
        known = hit.after in hit.rules.verbs or hit.end + 1 in hit.page.outsets
        return None if known or _title_case(hit) else Judgement.WORD
    text = hit.page.view.text
    if hit.start and text[hit.start - 1] in ("-", "\u2010"):
        # «Jean-Claude»
        head = _WORD.findall(text[max(0, hit.start - 24) : hit.start])
        return Judgement.WORD if head and head[-1] in hit.rules.given_names else None
    given = hit.preceding(hit.rules.given_names)
    if not given or not _capital(hit, hit.page.view.text.rfind(given, 0, hit.start)):
        return None
    if hit.start - 1 in hit.page.edges:
        return None
    # «Bill Jordan resigned. Jordan said»
    hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.WORD


def somebodys(hit: Hit) -> Judgement | None:
    """A place that is somebody's surname elsewhere in the text: only after what leads to places."""
    if hit.form.type != "place" or " " in hit.form.name or hit.form.name not in hit.page.other_senses:
        return None
    if min(hit.page.other_senses[hit.form.name]) > hit.start:
        return None
    return None if hit.before in _LEADING_TO_PLACES else Judgement.TORN


_LEADING_TO_PLACES = frozenset(["in", "to", "from", "of", "near", "across", "into", "through", "throughout", "at", "around", "for", "leave", "visit", "visiting", "with", "between", "and"])  # fmt: skip


def longer_in_capitals(hit: Hit) -> Judgement | None:
    """``Cairo University``, ``Apple Valley``: a noun beside the form, with a capital where the text has capitals."""
    beside = noun_beside(hit)
    if beside is None:
        return None
    # «the county of Berkshire» needs no capital to be none of the company.
    plain = beside.cue.small or (beside.cue.allows and beside.word.endswith(" of"))
    return None if hit.page.is_latin and not plain and not _capital(hit, beside.start) else Judgement.WORD


def _capital(hit: Hit, offset: int) -> bool:
    if offset >= len(hit.page.view.text) or hit.page.view.text[offset] == "\n":
        return False
    return hit.page.view.surface(offset, offset + 1)[:1].isupper()


def _end_of_token(text: str, offset: int) -> int:
    ends = [at for at in (text.find(" ", offset), text.find("\n", offset)) if at >= 0]
    return min(ends, default=len(text))


def _line_words(hit: Hit) -> list[str]:
    start, end = hit.page.sentence(hit.start)
    key = ("words", start)
    words = hit.page.memory.get(key)
    if words is None:
        words = hit.page.memory[key] = _WORD.findall(hit.page.view.surface(start, end)) if end > start else []
    return words  # type: ignore[return-value]


def _title_case(hit: Hit) -> bool:
    start, end = hit.page.sentence(hit.start)
    if hit.page.view.text[start:end].rstrip("\"'”’) \n").endswith((".", "!", "?")):
        return False
    words = [word for word in _line_words(hit) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _shouted_line(hit: Hit) -> bool:
    words = _line_words(hit)
    return len(words) >= 3 and sum(word.isupper() for word in words) >= 0.8 * len(words)


RULES: tuple[Rule, ...] = (
    address,
    capitals,
    lone_letter,
    indefinite,
    describes_plural,
    month_or_day,
    ordinary,
    longer_in_capitals,
    longer_name,
    inside_longer,
    compound,
    another_countrys,
    foreign_surname,
    given_name,
    bare_head,
    somebodys,
    headline,
)
