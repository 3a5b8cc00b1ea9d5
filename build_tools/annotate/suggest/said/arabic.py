"""``محافظة الجوف``, ``بلدة معرة مصرين``: in Arabic a noun of places stands before the name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from build_tools.annotate.names.scripts import ARABIC_CLASS
from build_tools.annotate.suggest.arabic_words import is_declined, is_glued, is_strange
from build_tools.annotate.suggest.said.place import Known, Named
from build_tools.annotate.suggest.text import Text, Word, is_any

_SHORTEST = 3


def named(text: Text, known: Known) -> Iterator[Named]:
    """Places of a text in Arabic script: alone where no dictionary has the name, else with their noun."""
    words = list(text.arabic_words())
    nouns = text.rules.localities if known.places else text.rules.localities_sure
    for at, word in enumerate(words[:-1]):
        noun, landmark = _noun(text, word, nouns), _noun(text, word, text.rules.landmarks)
        if not (noun or landmark) or (at and word.joined and words[at - 1].text in text.names.demonstratives):
            continue
        quoted = _quoted(text, word.end)
        run = quoted or _run(text, words, at + 1, noun or landmark)
        if not run:
            continue
        alone = noun and (
            quoted or any(is_strange(text, one.text) or _unlisted(text, one, noun) for one in run)
        )
        start = run[0].start if alone else word.end - len(noun or landmark)
        yield Named(*text.view.source(start, run[-1].end), longer=run[0].text in text.rules.name_heads)
    yield from _lists(text, words, known)


def _lists(text: Text, words: Sequence[Word], known: Known) -> Iterator[Named]:
    """``محافظات الليث والقنفذة``, ``مناطق جازان، عسير``: what stands in a list behind the plural of a noun of places.

    A word of the language is one only where a list of three has a known place, or a word that no dictionary has.
    """
    for at, word in enumerate(words[:-1]):
        if not _noun(text, word, text.rules.localities_plural):
            continue
        listed = list(_items(text, words, at + 1, known))
        strange = [one for one in listed if one.known or _is_new(text, one.words[0])]
        for one in listed:
            if not one.known and (one in strange or (len(listed) >= _LIST and strange)):
                yield Named(*text.view.source(one.words[0].start, one.words[-1].end))


_LIST = 3


@dataclass(frozen=True, slots=True)
class _Item:
    words: tuple[Word, ...]
    known: bool


def _items(text: Text, words: Sequence[Word], at: int, known: Known) -> Iterator[_Item]:
    """The items of a list, each with its words, as long as they can be names of places."""
    view = text.view
    first = True
    while at < len(words):
        word = words[at]
        between = view.text[words[at - 1].end : word.start]
        if not first and between.strip(_SEPARATORS):
            return
        if word.text.startswith("و") and not first:
            word = Word(word.text[1:], word.start + 1, word.end, word.joined)
        elif not first and "،" not in between:
            return
        start = view.source(word.start, word.end)[0]
        if start in known.places:
            size = sum(
                1
                for one in words[at : at + _LONGEST]
                if view.source(one.start, one.end)[1] <= known.places[start]
            )
            yield _Item(tuple(words[at : at + max(1, size)]), known=True)
            at += max(1, size)
        else:
            run = _run(
                text,
                [word, *words[at + 1 : at + _LONGEST]],
                0,
                next(iter(text.rules.localities_sure)),
                listed=True,
            )
            if not run:
                return
            yield _Item(tuple(run), known=False)
            at += len(run)
        first = False


_SEPARATORS = " ،–-"


def _noun(text: Text, word: Word, nouns: Container[str]) -> str:
    """The noun of places that a word is, without what is glued to it; empty where it is none."""
    stems = text.around.stems(word.text)
    return next((stem for stem in stems if stem in nouns and word.text.endswith(stem)), "")


def _quoted(text: Text, after: int) -> list[Word]:
    """``منطقة "المحمدية"``: one or two words between quotation marks."""
    match = _QUOTED.match(text.view.text, after)
    return [Word(match[1], match.start(1), match.end(1), True)] if match else []


_QUOTED = re.compile(rf""" ["“«'‘]({ARABIC_CLASS}{{3,}}(?: {ARABIC_CLASS}{{3,}})?)["”»'’]""")


def _run(text: Text, words: Sequence[Word], at: int, noun: str, *, listed: bool = False) -> list[Word]:
    """The words of the name that begins at a word, three at most; empty where what stands there is no name."""
    first = words[at]
    if (
        not (first.joined or listed)
        or len(first.text) < 2
        or is_glued(text, first)
        or is_declined(text, first)
    ):
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


def _is_new(text: Text, word: Word) -> bool:
    """Whether no dictionary has a word as it stands: ``نجران``, which could be a dual."""
    declined = word.text.endswith(_DECLINED) or word.text.startswith(text.names.article)
    return is_strange(text, word.text) or not (declined or text.lexicon.listed(word.text))


def _unlisted(text: Text, word: Word, noun: str) -> bool:
    """Whether an indefinite word behind a feminine noun is no adjective, verb or noun that the dictionary has as it stands."""
    declined = word.text.endswith(_DECLINED) or word.text.startswith(text.names.article)
    feminine = noun.endswith("ه") and noun in text.rules.localities_sure
    return (
        feminine
        and not declined
        and not text.lexicon.listed(word.text)
        and text.lexicon.class_of(word.text) == "n"
    )


_DECLINED = ("ات", "ه", "ها", "هم", "هما", "نا", "كم", "ين", "ون", "ي", "ا")


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
    if is_strange(text, word.text) or _unlisted(text, word, noun):
        return True
    definite = word.text != bare and len(bare) >= _SHORTEST
    relational = any(word.text.endswith(ending) for ending in names.adjective_endings)
    return definite and not relational and noun in (rules.localities_sure | rules.landmarks)
