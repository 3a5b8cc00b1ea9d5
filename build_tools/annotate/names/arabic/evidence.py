"""What stands around an Arabic form that is a noun or adjective as well, as the names of what is weighed.

Beside the hints (``hints.py``) these are the classes of the words on either side, apart for forms with and without the
article; whether a verb before agrees with the word or with what the name stands for; and other names near.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale

from build_tools.annotate.names.arabic.classes import bare, dictionary, is_verb
from build_tools.annotate.names.arabic.hints import (
    around,
    for_name,
    for_word,
    in_company,
    in_headline,
    is_definite,
    says_nothing,
)
from build_tools.annotate.names.arabic.looks import looks_adjectival, looks_feminine, relational
from build_tools.annotate.names.page import Hit
from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.senses import of_place
from build_tools.folding import fold_text

_THAT = "ان"
_SUBJECTS = ("noun", "the noun", "adjective", "noun or verb", "unknown")


def evidence(hit: Hit) -> Iterator[str]:
    """The names of all that speaks for the one or the other; each stands in ``ar/senses.tsv`` with its weight."""
    yield "always"
    yield from _of_form(hit)
    yield from _of_hints(hit)
    yield from _of_neighbours(hit)
    yield from _of_verb(hit)
    yield from _of_text(hit)


def _of_form(hit: Hit) -> Iterator[str]:
    rules, name = hit.rules, hit.form.name
    stem = name.removeprefix(rules.article)
    yield f"type {hit.form.type}"
    if hit.form.type == "place" and (name in _countries() or stem in rules.nationalities):
        yield "country"
    yield "definite" if is_definite(hit) else "indefinite"
    yield f"glued {hit.proclitic}"
    yield f"classes {dictionary().classes(stem)}"
    if looks_adjectival(stem, rules):
        yield "adjectival"
    if relational(name, rules):
        yield "relation"
    if name in rules.ordinary_index:
        yield "ordinary"
    if stem in rules.titles or name in rules.titles:
        yield "role"


@cache
def _countries() -> frozenset[str]:
    """The folded names that the CLDR has for countries and territories."""
    return frozenset(map(fold_text, Locale.parse("ar").territories.values()))


def _of_hints(hit: Hit) -> Iterator[str]:
    person = ", person" * (hit.form.type == "person")
    yield f"name: {for_name(hit)}"
    yield from (f"word: {hint}{person}" for hint in for_word(hit))
    name_near, word_near = around(hit)
    if name_near:
        yield "name in clause"
    if word_near:
        yield "word in sentence"
    if says_nothing(hit):
        yield "upon somebody"


def _of_neighbours(hit: Hit) -> Iterator[str]:
    left = "preposition" if hit.proclitic not in ("", "و", "ف") else _class(hit.before, hit.rules)
    right = _class(hit.after, hit.rules)
    article = "definite" if is_definite(hit) else "indefinite"
    yield f"left {left}"
    yield f"right {right}"
    yield f"{article} left {left}"
    yield f"{article} right {right}"
    further = (*hit.left.words, "", "")[1]
    if left in ("to places", "function word") and _class(further, hit.rules) in ("kind", "business"):
        yield "product of"  # «هاتف من آبل»
    if left in _SUBJECTS and _class(further, hit.rules) in ("verb", "saying"):
        # «قطع محتجون الطريق»
        yield "after verb and subject"


def _class(word: str, rules: NameRules) -> str:
    """What a word beside the form is: of one of the lists, or of a class of the dictionary's; none at a border."""
    plain = bare(word)
    if not plain:
        return "none"
    if plain[:1].isdigit():
        return "digits"
    for name, words in (
        ("saying", rules.verbs),
        ("title", rules.titles),
        ("kind", rules.kinds),
        ("business", rules.name_cues),
        ("place noun", rules.place_words),
        ("to places", rules.place_leads),
        ("conjunction", rules.subordinators),
        ("function word", rules.function_words),
    ):
        if plain in words:
            return name
    if plain.startswith(rules.article):
        return "the relation" if relational(plain, rules) else "the noun"
    found = dictionary().class_of(plain)
    if found == "n":
        if relational(plain, rules) or looks_adjectival(plain, rules):
            return "adjective"
        return "noun or verb" if "v" in dictionary().classes(plain) else "noun"
    return {"": "unknown", "v": "verb", "p": "proper noun"}.get(found, found)


def _of_verb(hit: Hit) -> Iterator[str]:
    """How a verb before the form agrees with what the form is as a word, and with whom the name stands for."""
    rules = hit.rules
    if hit.proclitic not in ("", "و", "ف") or not is_verb(hit.before, rules):
        return
    verb = bare(hit.before)
    gender = "feminine" if _is_feminine(verb) else "masculine"
    yield "verb"
    yield f"{gender} verb"
    yield f"{gender} verb, {hit.form.type}"
    feminine_noun = looks_feminine(hit.form.name.removeprefix(rules.article), rules)
    if (gender == "feminine") != feminine_noun:
        yield f"{gender} verb disagrees"
    led = (*hit.left.words, "", "")[1]
    if verb != hit.before or not led or led in rules.subordinators or bare(led) == _THAT:
        yield "verb opens clause"
    if _class(hit.after, rules) in ("noun", "adjective"):
        yield "verb, object follows"


def _is_feminine(verb: str) -> bool:
    """``أضافت``, ``تضيف``, ``ستضيف``, but not ``تبرع``."""
    past = verb.endswith("ت") and not verb.startswith(("ي", "ت"))
    present = verb.startswith("ت") and "v" not in dictionary().classes(verb)
    return past or present or verb.startswith("ست")


def _of_text(hit: Hit) -> Iterator[str]:
    page = hit.page
    yield from of_place(hit)
    if in_company(hit):
        yield "in company"
    if in_headline(hit):
        yield "in headline"
    if hit.outset - 1 in page.edges:
        yield "after name"
    if page.opens_sentence(hit.outset):
        yield "opens sentence"
