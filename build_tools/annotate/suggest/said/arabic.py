"""``محافظة الجوف``, ``بلدة معرة مصرين``: in Arabic a noun of places stands before the name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from build_tools.annotate.names.scripts import ARABIC_CLASS
from build_tools.annotate.suggest.arabic_words import is_declined, is_glued, is_strange
from build_tools.annotate.suggest.said.place import Known, Named
from build_tools.annotate.suggest.text import Text, Word, is_any

_SHORTEST = 3


def named(text: Text, known: Known) -> Iterator[Named]:
    """Places of a text in Arabic script: alone where no dictionary has the name, else with their noun."""
    words = list(text.arabic_words())
    for at, word in enumerate(words[:-1]):
        noun, landmark = _noun(text, word, text.rules.localities), _noun(text, word, text.rules.landmarks)
        if not (noun or landmark) or (at and word.joined and words[at - 1].text in text.names.demonstratives):
            continue
        quoted = _quoted(text, word.end)
        run = quoted or _run(text, words, at + 1, noun)
        if not run:
            continue
        alone = noun and (quoted or any(is_strange(text, one.text) for one in run))
        start = run[0].start if alone else word.end - len(noun or landmark)
        yield Named(*text.view.source(start, run[-1].end))


def _noun(text: Text, word: Word, nouns: Container[str]) -> str:
    """The noun of places that a word is, without what is glued to it; empty where it is none."""
    stems = text.around.stems(word.text)
    return next((stem for stem in stems if stem in nouns and word.text.endswith(stem)), "")


def _quoted(text: Text, after: int) -> list[Word]:
    """``منطقة "المحمدية"``: one or two words between quotation marks."""
    match = _QUOTED.match(text.view.text, after)
    return [Word(match[1], match.start(1), match.end(1), True)] if match else []


_QUOTED = re.compile(rf""" ["“«'‘]({ARABIC_CLASS}{{3,}}(?: {ARABIC_CLASS}{{3,}})?)["”»'’]""")


def _run(text: Text, words: Sequence[Word], at: int, noun: str) -> list[Word]:
    """The words of the name that begins at a word, three at most; empty where what stands there is no name."""
    first = words[at]
    if not first.joined or len(first.text) < 2 or is_glued(text, first) or is_declined(text, first):
        return []
    rest: list[Word] = []
    for word in words[at + 1 : at + _LONGEST]:
        before = rest[-1] if rest else first
        if not word.joined or not _goes_on(text, before, word):
            break
        rest.append(word)
    if first.text in text.rules.name_heads or (
        rest and _is_plain(text, first) and noun in text.rules.localities_sure
    ):
        return [first, *rest[:1]] if rest else []
    return [first, *rest] if _may_be_name(text, first, noun) else []


_LONGEST = 3


def _is_plain(text: Text, word: Word) -> bool:
    """Whether an indefinite word of the language can head a name: ``أوتار براديش``."""
    rules, names = text.rules, text.names
    return (
        not word.text.startswith(names.article)
        and not is_any(
            word.text,
            rules.no_localities,
            rules.localities,
            rules.place,
            names.function_words,
            names.verbs,
            names.titles,
        )
        and not is_any(word.text, rules.common, rules.speech, names.demonstratives)
        and text.lexicon.class_of(word.text) == "n"
    )


def _goes_on(text: Text, before: Word, word: Word) -> bool:
    """Whether a word belongs to the name that another one begins: one that no dictionary has, or a given name."""
    names = text.names
    if before.text in text.rules.name_heads:
        return len(word.text) >= _SHORTEST and not is_any(
            word.text, names.function_words, text.rules.place, names.verbs
        )
    if before.text.startswith(names.article) or is_glued(text, word) or word.text.startswith("و"):
        return False
    if word.text.startswith(("ب", "ل")) and text.lexicon.class_of(word.text[1:]):
        return False  # «بسوريا»
    return is_strange(text, word.text) or word.text in names.given_names


def _may_be_name(text: Text, word: Word, noun: str) -> bool:
    """Whether a word after a noun of places is its name: no word of the language, or one with the article.

    An adjective that agrees with the noun says of what kind it is: ``المدينة القديمة``, ``قرية سياحية``.
    """
    rules, names = text.rules, text.names
    if len(word.text) < _SHORTEST or is_any(
        word.text, rules.no_localities, rules.place, rules.common, names.function_words, names.demonstratives
    ):
        return False
    if is_any(word.text, rules.localities, names.titles, names.verbs, rules.speech):
        return False
    bare = word.text.removeprefix(names.article)
    if bare in rules.no_localities or bare in rules.localities:
        return False
    if is_strange(text, word.text):
        return True
    definite = word.text != bare and len(bare) >= _SHORTEST
    relational = any(word.text.endswith(ending) for ending in names.adjective_endings)
    return definite and not relational and noun in rules.localities_sure
