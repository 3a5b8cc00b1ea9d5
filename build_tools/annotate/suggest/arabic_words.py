"""What an Arabic word can be by itself: foreign, strange, native, declined, part of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from build_tools.annotate.names.arabic.looks import is_native
from build_tools.annotate.suggest.rules import foreign_pattern
from build_tools.annotate.suggest.text import Text, Word, is_any

SHORTEST = 3
_TANWIN = "\u064b"
_ONE_LETTER = tuple("وفبلك")
_PLURAL = ("ين", "ون", "ات")
_INFLECTED = ("وا", "ون", "ت", "ها", "هم")


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
        return rest if word[:1] in _ONE_LETTER and len(rest) >= SHORTEST and rest in self.attested else word


def bare(text: Text, word: Word, attested: frozenset[str] | set[str]) -> Word:
    """The word without the proclitic that it probably bears: و always, others where the rest stands alone elsewhere."""
    names = text.names
    if word.text in names.whole_words or word.text in text.rules.native:
        return word
    for size in (2, 1):
        head, rest = word.text[:size], word.text[size:]
        if head not in names.proclitics or len(rest) < SHORTEST:
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
    if is_any(word, names.kinds, names.titles, names.words) or is_native(word, names):
        return False
    return len(word) >= SHORTEST and bool(pattern.search(word))


def is_strange(text: Text, word: str) -> bool:
    """Whether a folded word is none that the dictionary has, or a proper noun of it."""
    names, rules = text.names, text.rules
    if len(word) < SHORTEST:
        return False
    if is_any(
        word, names.letter_names, rules.common, rules.native, names.function_words, names.followers
    ) or is_any(word, names.kinds, names.titles, names.words, names.verbs):
        return False
    if word.startswith(names.article) and word.endswith(_PLURAL):
        return False
    kind = text.lexicon.class_of(word)
    return kind in ("", "p") or (kind == "v" and not word.endswith(_INFLECTED) and is_foreign(text, word))


def is_loose(text: Text, word: str, cohesive: bool) -> bool:
    """Whether a folded word can be a part of a foreign name beside a strange one: a given name, a particle, and a word
    that the text has nowhere else (``cohesive``)."""
    names = text.names
    if word in names.given_names:
        return True
    if is_any(
        word, names.function_words, names.verbs, text.rules.common, text.rules.speech, names.compound_before
    ):
        return False
    if len(word) < SHORTEST:
        pattern = foreign_pattern(text.tag)
        return pattern is not None and pattern.search(word) is not None
    if word.startswith(names.article) or word.endswith("ه") or is_any(word, names.kinds, names.titles):
        return False
    return cohesive and text.lexicon.listed(word) != "s"


def is_glued(text: Text, word: Word) -> bool:
    """Whether a word is declined, or two that lost the space between them: ``النائبةالأمريكية``."""
    written = as_written(text, word)
    return _TANWIN in written or "ة" in written[:-1] or "ى" in written[:-1]


def as_written(text: Text, word: Word) -> str:
    start, end = text.view.source(word.start, word.end)
    return text.document.text[start:end]


def can_be_name(text: Text, word: Word, *, first: bool) -> bool:
    rules, names = text.rules, text.names
    if len(word.text) < SHORTEST - (not first) or is_declined(text, word):
        return False
    if is_any(word.text, names.function_words, names.followers, rules.place, rules.common, rules.native):
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


def is_declined(text: Text, word: Word) -> bool:
    start, end = text.view.source(word.start, word.end)
    return _TANWIN in text.document.text[start:end]
