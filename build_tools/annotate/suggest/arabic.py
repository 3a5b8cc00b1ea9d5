"""Arabic names: foreign-looking words, words after a title or a noun of kind, speakers, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.scripts import HAN, KINDS, NONE
from build_tools.annotate.suggest.arabic_words import (
    SHORTEST,
    Found,
    as_written,
    bare,
    can_be_name,
    is_declined,
    is_foreign,
    is_glued,
    is_loose,
    is_strange,
)
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.territories import territories
from build_tools.annotate.suggest.text import Text, Word

_LONGEST = 3


def sightings(text: Text) -> Iterator[Sighting]:
    if text.script != "Arab":
        return
    words = list(text.arabic_words())
    found = Found(words)
    attested = found.attested
    after = -1
    for at, word in enumerate(words):
        yield from _institution(text, words, at)
        if at > after:
            spelled = _spelled(text, words, at, attested)
            run = spelled or _strange_run(text, words, at, found)
            if run:
                after = at + len(run) - 1
                yield from _as_names(text, run)
            if spelled:
                yield text.sighting(spelled[0].start, spelled[-1].end, "foreign")
        yield from _after_cue(text, words, at, word, attested)
        yield from _person(text, words, at, attested)
        kind = text.rules.type_of(text.rules.endings, word.text)
        before = words[at - 1].text if at and word.joined else ""
        if (
            kind
            and before
            and before not in text.names.function_words | {text.names.article}
            and not before.startswith(text.names.article)
        ):
            yield text.sighting(
                bare(text, words[at - 1], attested).start, word.end, "ending", kind, word.text
            )


def _spelled(text: Text, words: Sequence[Word], at: int, attested: set[str]) -> list[Word]:
    """``بي إم دبليو``, ``إتش إم بي لونغ لارتن``: Latin letters by their names, and the foreign words after them."""
    letters, plain = text.names.letter_names, text.names.function_words
    first = bare(text, words[at], attested)
    if first.text not in letters or first.text in plain:
        return []
    run = [first]
    for word in words[at + 1 :]:
        if not word.joined or word.text not in letters or word.text in plain:
            break
        run.append(word)
    if len(run) < _ACRONYM:
        return []
    for word in words[at + len(run) : at + len(run) + _LONGEST - 1]:
        if (
            not word.joined
            or is_glued(text, word)
            or not (is_foreign(text, word.text) or not text.lexicon.class_of(word.text))
        ):
            break
        run.append(word)
    return run


_ACRONYM = 2


def _strange_run(text: Text, words: Sequence[Word], at: int, found: Found) -> list[Word]:
    """The words of one foreign name from ``at`` on: some strange, and what can stand beside such; empty where none is."""
    first = bare(text, words[at], found.attested)
    following = words[at + 1].text if at + 1 < len(words) and words[at + 1].joined else ""
    if is_glued(text, first) or not _part(text, first, found.cohesive(first.text, following)):
        return []
    run = [first]
    while len(run) < _LONGEST and at + len(run) < len(words):
        word = words[at + len(run)]
        if not word.joined or is_glued(text, word):
            break
        if not _part(text, word, found.cohesive(run[-1].text, word.text)):
            break
        if "p" in map(text.lexicon.class_of, (run[-1].text, word.text)) and not _surname(text, run[-1], word):
            break  # «خروج بريطانيا»
        if word.text.startswith("و") and bare(text, word, found.attested) != word:
            break  # «سيمز وسيمبسون»
        run.append(word)
    told = (
        run[0].text in text.names.given_names
        and len(run) > 1
        and not run[1].text.startswith(text.names.article)
    )
    return run if told or any(is_strange(text, word.text) for word in run) else []


def _surname(text: Text, given: Word, word: Word) -> bool:
    """``تيريزا ماي``: a proper noun that is no country's after a word that the dictionary lacks."""
    return not text.lexicon.class_of(given.text) and word.text not in _countries()


@cache
def _countries() -> frozenset[str]:
    """Folded Arabic names of the territories of the CLDR."""
    entities = territories().entities.values()
    return frozenset(fold_name(entity.names["ar"]) for entity in entities if "ar" in entity.names)


def _part(text: Text, word: Word, cohesive: bool) -> bool:
    if as_written(text, word) in text.names.written:
        return False  # «على» is not «علي»
    return is_strange(text, word.text) or is_loose(text, word.text, cohesive)


def _as_names(text: Text, run: Sequence[Word]) -> Iterator[Sighting]:
    yield text.sighting(run[0].start, run[-1].end, "unknown")
    if is_foreign(text, run[-1].text):
        yield text.sighting(run[0].start, run[-1].end, "foreign")
    if all(text.lexicon.class_of(word.text) == "p" for word in run):
        yield text.sighting(run[0].start, run[-1].end, "proper")


def _institution(text: Text, words: Sequence[Word], at: int) -> Iterator[Sighting]:
    """``حزب العمال``, ``الأمم المتحدة``, ``الحرب العالمية الأولى``: a noun of institutions with the definite words after it."""
    head = words[at]
    article = text.names.article
    stems = [
        stem for stem in text.around.stems(head.text) if stem.removeprefix(article) in text.rules.institutions
    ]
    if not stems:
        return
    stem = stems[-1]
    if not head.text.endswith(stem):
        return  # «للأمم», of which the article is no part as written
    definite = stem.startswith(article)
    last = at
    if not definite and at + 1 < len(words) and words[at + 1].joined and is_strange(text, words[at + 1].text):
        last = at + 1
    while last + 1 < len(words) and last - at < _LONGEST - 1 and words[last + 1].joined:
        following = words[last + 1]
        described = (
            any(following.text.endswith(e) for e in text.names.adjective_endings)
            or following.text in text.names.directions
        )
        if not following.text.startswith(article) or following.text in text.names.function_words:
            break
        if (definite or last > at) and not (described or following.text.endswith(_AGREEING)):
            break
        last += 1
    if last > at:
        last = _of_institution(text, words, last)
        yield text.sighting(head.end - len(stem), words[last].end, "institution", "organization", stem)


def _of_institution(text: Text, words: Sequence[Word], last: int) -> int:
    """The last word of an institution's name that goes on with whose it is: ``الجمعية العامة للأمم المتحدة``."""
    if last + 2 >= len(words) or not (words[last + 1].joined and words[last + 2].joined):
        return last
    owner, after = words[last + 1].text, words[last + 2].text
    stem = owner.removeprefix(text.names.elided_article)
    owned = stem != owner and stem in text.rules.institutions and after.startswith(text.names.article)
    return last + 2 if owned and after not in text.names.function_words else last


_AGREEING = ("ه", "ي", "ا")
"""Endings of adjectives that agree with the head."""


def _after_cue(
    text: Text, words: Sequence[Word], at: int, word: Word, attested: set[str]
) -> Iterator[Sighting]:
    rules = text.rules
    stems = text.around.stems(word.text)
    kind = next(filter(None, (rules.type_of(rules.before, stem) for stem in stems)), "")
    speaks = any(stem in rules.speech for stem in stems)
    place = word.text in rules.place
    if not (kind or speaks or place):
        return
    run = _name_run(text, words, at + 1, attested)
    if not run:
        return
    start, end = run[0].start, run[-1].end
    if kind:
        yield text.sighting(start, end, "title" if kind == "person" else "cue", kind, word.text)
        if len(run) > 1 and kind != "person":
            yield text.sighting(start, run[0].end, "cue", kind, word.text)
    elif speaks and len(run) > 1 and text.view.text[end : end + 1] in ("،", ","):
        yield text.sighting(start, end, "speech", "person", word.text)
    elif place and len(run) == 1 and _ends_here(text, end):
        yield text.sighting(start, end, "place", "place", word.text)


def _person(text: Text, words: Sequence[Word], at: int, attested: set[str]) -> Iterator[Sighting]:
    """``الوليد بن عبد الملك``, ``محمد صالح``: words joined by ibn, or after a frequent given name."""
    names = text.names
    first = bare(text, words[at], attested)
    if as_written(text, first) in names.written:
        return  # «على» is not «علي»
    end = at
    while end + 1 < len(words) and end - at < _LONG_PERSON and words[end + 1].joined:
        following = words[end + 1].text
        linked = words[end].text in names.compound_before or following in names.compound_after
        if following in _IBN or linked:
            end += 1
        else:
            break
    if (
        end > at
        and words[end].text not in names.compound_before
        and any(w.text in _IBN for w in words[at + 1 : end])
    ):
        yield text.sighting(first.start, words[end].end, "given", "person")
        return
    if first.text in names.given_names and at + 1 < len(words):
        after = words[at + 1]
        barred = names.verbs | names.kinds | names.titles
        named = after.text.startswith(names.article) and not after.text.endswith(
            tuple(names.adjective_endings)
        )
        plain = (named or after.text not in barred) and not is_declined(text, first)
        if (
            after.joined
            and plain
            and (can_be_name(text, after, first=False) or after.text.startswith(names.article))
        ):
            yield text.sighting(first.start, after.end, "given", "person")


_IBN = frozenset(["بن", "ابن", "بنت"])
_LONG_PERSON = 7


def _name_run(text: Text, words: Sequence[Word], at: int, attested: set[str]) -> list[Word]:
    """The words from ``at`` on that can be one name."""
    run: list[Word] = []
    for word in words[at : at + _LONGEST]:
        if not word.joined or not can_be_name(text, word, first=not run):
            break
        if run and not (is_strange(text, word.text) or is_loose(text, word.text, False)):
            break  # «موريس برفع دعوى»
        run.append(word)
    return run


def _ends_here(text: Text, offset: int) -> bool:
    """Whether a clause ends, or a conjunction follows, at a view offset."""
    following = text.view.text[offset : offset + 2]
    return not following.strip() or (
        KINDS[following[0]] is NONE
        and (following[0] != " " or following[1:2] == "و" or KINDS[following[1]] is HAN)
    )


def word_runs(text: Text) -> Iterator[tuple[int, int, str]]:
    """View range and folded text of every word and every pair of words that could be a name, without proclitics."""
    words = list(text.arabic_words())
    attested = {word.text for word in words}
    for at, word in enumerate(words):
        first = bare(text, word, attested)
        if len(first.text) < SHORTEST or first.text in text.names.function_words or is_declined(text, first):
            continue
        if (
            first.text in text.rules.native
            or first.text.startswith(text.names.article)
            or first.text.endswith("ه")
        ):
            continue
        yield first.start, first.end, first.text
        if at + 1 < len(words) and words[at + 1].joined:
            second = words[at + 1]
            yield first.start, second.end, f"{first.text} {second.text}"
