"""Arabic names: foreign-looking words, words after a title or a noun of kind, speakers, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.annotate.names.arabic import is_native
from build_tools.annotate.names.scripts import HAN, KINDS, NONE
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import foreign_pattern
from build_tools.annotate.suggest.text import Text, Word

_LONGEST = 3
_SHORTEST = 3
_TANWIN = "\u064b"


def sightings(text: Text) -> Iterator[Sighting]:
    if text.script != "Arab":
        return
    words = list(text.arabic_words())
    attested = {word.text for word in words}
    for at, word in enumerate(words):
        yield from _foreign_run(text, words, at, attested)
        yield from _after_cue(text, words, at, word, attested)
        yield from _person(text, words, at, attested)
        kind = text.rules.type_of(text.rules.endings, word.text)
        if kind and at and word.joined and not words[at - 1].text.startswith(text.names.article):
            yield text.sighting(
                bare(text, words[at - 1], attested).start, word.end, "ending", kind, word.text
            )


def bare(text: Text, word: Word, attested: frozenset[str] | set[str]) -> Word:
    """The word without the proclitic that it probably bears: و always, others where the rest stands alone elsewhere."""
    names = text.names
    if word.text in names.whole_words or word.text in text.rules.native:
        return word
    for size in (2, 1):
        head, rest = word.text[:size], word.text[size:]
        if head not in names.proclitics or len(rest) < _SHORTEST:
            continue
        if rest in attested or (head == "و" and not rest.startswith(("و", "ا"))):
            return Word(rest, word.start + size, word.end, word.joined)
    return word


def is_foreign(text: Text, word: str) -> bool:
    """Whether a folded word has letters or an ending that native words lack."""
    pattern = foreign_pattern(text.tag)
    rules, names = text.rules, text.names
    if word in rules.place or word in names.followers:
        return False
    if pattern is None or word in rules.native or word in rules.common or word in names.function_words:
        return False
    if word.startswith(names.article) and len(word) > 4 and names.article:
        return False
    if word in names.kinds | names.titles | names.words or is_native(word, names):
        return False
    return len(word) >= _SHORTEST and bool(pattern.search(word))


def _foreign_run(text: Text, words: Sequence[Word], at: int, attested: set[str]) -> Iterator[Sighting]:
    first = bare(text, words[at], attested)
    if not is_foreign(text, first.text) or _declined(text, first):
        return
    if at and words[at].joined and is_foreign(text, words[at - 1].text) and words[at].text == first.text:
        return
    run = [first]
    while len(run) < _LONGEST and at + len(run) < len(words):
        following = words[at + len(run)]
        if not following.joined or not is_foreign(text, following.text):
            break
        run.append(following)
    yield text.sighting(run[0].start, run[-1].end, "foreign")


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
    if _as_written(text, first) in names.written:
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
        plain = after.text not in names.verbs | names.kinds | names.titles and not _declined(text, first)
        if (
            after.joined
            and plain
            and (_can_be_name(text, after, first=False) or after.text.startswith(names.article))
        ):
            yield text.sighting(first.start, after.end, "given", "person")


def _as_written(text: Text, word: Word) -> str:
    start, end = text.view.source(word.start, word.end)
    return text.document.text[start:end]


_IBN = frozenset(["بن", "ابن", "بنت"])
_LONG_PERSON = 7


def _name_run(text: Text, words: Sequence[Word], at: int, attested: set[str]) -> list[Word]:
    """The words from ``at`` on that can be one name."""
    run: list[Word] = []
    for word in words[at : at + _LONGEST]:
        if not word.joined or not _can_be_name(text, word, first=not run):
            break
        run.append(word)
    return run


def _can_be_name(text: Text, word: Word, *, first: bool) -> bool:
    rules, names = text.rules, text.names
    if len(word.text) < _SHORTEST - (not first) or _declined(text, word):
        return False
    if word.text in names.function_words | names.followers | rules.place | rules.common | rules.native:
        return False
    if word.text in names.words or word.text in names.verbs or word.text in names.demonstratives:
        return False
    stems = text.around.stems(word.text)
    if any(stem.startswith(names.article) and len(stem) > 4 for stem in stems):
        return False
    if any(rules.type_of(rules.before, stem) or stem in names.function_words for stem in stems):
        return False
    relational = any(word.text.endswith(ending) for ending in names.adjective_endings) and len(word.text) > 4
    feminine = word.text.endswith("ه")
    return not (feminine or relational) or is_foreign(text, word.text)


def _declined(text: Text, word: Word) -> bool:
    start, end = text.view.source(word.start, word.end)
    return _TANWIN in text.document.text[start:end]


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
        if len(first.text) < _SHORTEST or first.text in text.names.function_words or _declined(text, first):
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
