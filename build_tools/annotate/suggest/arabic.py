"""Arabic names: foreign-looking words, words after a title or a noun of kind, speakers, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from build_tools.annotate.names.arabic import is_native
from build_tools.annotate.names.scripts import HAN, KINDS, NONE
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import foreign_pattern
from build_tools.annotate.suggest.text import Text, Word

_LONGEST = 3
_SHORTEST = 3
_TANWIN = "\u064b"


class Found:
    """What a text holds: its words, and how often two stand beside each other."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.attested = {word.text for word in words}
        bare = [self._bare(word.text) for word in words]
        self._single = Counter(bare)
        self._pairs = Counter(
            pair for pair, word in zip(pairwise(bare), words[1:], strict=False) if word.joined
        )

    def cohesive(self, one: str, other: str) -> bool:
        """Whether two words recur together, and one of them stands nowhere else."""
        one, other = self._bare(one), self._bare(other)
        together = self._pairs[one, other]
        return together > 1 and together == min(self._single[one], self._single[other])

    def _bare(self, word: str) -> str:
        rest = word[1:]
        return rest if word[:1] in _ONE_LETTER and len(rest) >= _SHORTEST and rest in self.attested else word


_ONE_LETTER = tuple("وفبلك")


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
            run = _strange_run(text, words, at, found)
            if run:
                after = at + len(run) - 1
                yield from _as_names(text, run)
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


def bare(text: Text, word: Word, attested: frozenset[str] | set[str]) -> Word:
    """The word without the proclitic that it probably bears: و always, others where the rest stands alone elsewhere."""
    names = text.names
    if word.text in names.whole_words or word.text in text.rules.native:
        return word
    for size in (2, 1):
        head, rest = word.text[:size], word.text[size:]
        if head not in names.proclitics or len(rest) < _SHORTEST:
            continue
        led = head == "و" and not rest.startswith(("و", "ا", "ي"))
        if rest in attested or led or text.lexicon.class_of(rest) == "p":
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


def is_strange(text: Text, word: str) -> bool:
    """Whether a folded word is none that the dictionary has, or a proper noun of it."""
    names, rules = text.names, text.rules
    if len(word) < _SHORTEST or word in rules.common | rules.native | names.function_words | names.followers:
        return False
    if word in names.kinds | names.titles | names.words | names.verbs:
        return False
    if word.startswith(names.article) and word.endswith(_PLURAL):
        return False
    kind = text.lexicon.class_of(word)
    return kind in ("", "p") or (kind == "v" and not word.endswith(_INFLECTED) and is_foreign(text, word))


_PLURAL = ("ين", "ون", "ات")
_INFLECTED = ("وا", "ون", "ت", "ها", "هم")


def _loose(text: Text, word: str, cohesive: bool) -> bool:
    """Whether a folded word can be a part of a foreign name beside a strange one: a given name, a particle, and a word
    that the text has nowhere else (``cohesive``)."""
    names = text.names
    if word in names.given_names:
        return True
    barred = names.function_words | names.verbs | text.rules.common | text.rules.speech
    if word in barred | names.compound_before:
        return False
    if len(word) < _SHORTEST:
        pattern = foreign_pattern(text.tag)
        return pattern is not None and pattern.search(word) is not None
    if word.startswith(names.article) or word.endswith("ه") or word in names.kinds | names.titles:
        return False
    return cohesive and text.lexicon.listed(word) != "s"


def _strange_run(text: Text, words: Sequence[Word], at: int, found: Found) -> list[Word]:
    """The words of one foreign name from ``at`` on: some strange, and what can stand beside such; empty where none is."""
    first = bare(text, words[at], found.attested)
    following = words[at + 1].text if at + 1 < len(words) and words[at + 1].joined else ""
    if _glued(text, first) or not _part(text, first, found.cohesive(first.text, following)):
        return []
    run = [first]
    while len(run) < _LONGEST and at + len(run) < len(words):
        word = words[at + len(run)]
        if not word.joined or _glued(text, word):
            break
        if not _part(text, word, found.cohesive(run[-1].text, word.text)):
            break
        if "p" in map(text.lexicon.class_of, (run[-1].text, word.text)):
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


def _part(text: Text, word: Word, cohesive: bool) -> bool:
    if _as_written(text, word) in text.names.written:
        return False  # «على» is not «علي»
    return is_strange(text, word.text) or _loose(text, word.text, cohesive)


def _glued(text: Text, word: Word) -> bool:
    """Whether a word is declined, or two that lost the space between them: ``النائبةالأمريكية``."""
    written = _as_written(text, word)
    return _TANWIN in written or "ة" in written[:-1] or "ى" in written[:-1]


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
        yield text.sighting(head.end - len(stem), words[last].end, "institution", "organization", stem)


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
        barred = names.verbs | names.kinds | names.titles
        named = after.text.startswith(names.article) and not after.text.endswith(
            tuple(names.adjective_endings)
        )
        plain = (named or after.text not in barred) and not _declined(text, first)
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
        if run and not (is_strange(text, word.text) or _loose(text, word.text, False)):
            break  # «موريس برفع دعوى»
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
    if text.lexicon.listed(word.text) in ("s", "v"):
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
