"""One text while its names are decided: the view, words around a place, and what was found so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.rules import NameRules, rules_for, writing_of
from build_tools.annotate.names.scripts import ARABIC, HAN, KINDS, NONE, WORD
from build_tools.annotate.names.view import END, View

_SENTENCE_END = re.compile(r"[.!?。！？؟…;；؛]+[\"'”’」』»)\]]*(?= |$)|[。！？；]|\n")
_NEXT_WORD = re.compile(r"[\s\"'“”‘’«»「」『』()\[\]]*([^\W_]+(?:['’.-][^\W_]+)*)")
_LAST_WORD = re.compile(r"([^\W_]+(?:['’.-][^\W_]+)*)[\s\"'“”‘’«»「」『』()\[\].]*$")
_TOKEN_BEFORE = re.compile(r"(?:(?<=[ \n(\[\"“«'])|^)([^\W_]+(?:['’.-][^\W_]+)*) ?$")
_TOKEN_AFTER = re.compile(r" ?[^\W_]+(?:['’-][^\W_]+)*")
_PHRASE = 3
"""Words that a phrase beside a name has at most."""
_OPENING = "\"'“”‘’«»「」『』()[]{}—–-*• "


class Judgement(Enum):
    """What a rule says of a form at a place."""

    NAME = "name"
    WORD = "word"
    UNSURE = "unsure"
    """A name if the same entity is named beyond doubt elsewhere in the text."""


@dataclass(slots=True)
class Hit:
    """A form at a place of the view, with what the rules look at."""

    start: int
    end: int
    proclitic: str
    form: Form
    page: Page
    rules: NameRules
    surface: str
    judgement: Judgement = Judgement.NAME

    @property
    def outset(self) -> int:
        """View offset at which the word with its proclitics begins."""
        return self.start - len(self.proclitic)

    @property
    def before(self) -> str:
        """The folded word directly before, in the same paragraph and sentence; empty when there is none."""
        return self.page.word_before(self.outset)

    @property
    def after(self) -> str:
        """The folded word directly after."""
        return self.page.word_after(self.end)

    @property
    def touches(self) -> bool:
        """Whether the word before stands one space away, with no mark between."""
        at, text = self.outset, self.page.view.text
        return at >= 2 and text[at - 1] == " " and KINDS[text[at - 2]] is not NONE

    def preceding(self, words: frozenset[str]) -> str:
        """The one of some folded words or phrases that stands directly before the name; empty when none does."""
        return self.page.ending_at(self.outset, words)

    def following(self, words: frozenset[str]) -> str:
        """The one of some folded words or phrases that stands directly after the name; empty when none does."""
        return self.page.starting_at(self.end, words)


Rule = Callable[[Hit], "Judgement | None"]
"""Looks at one hit; ``None``: this rule has nothing to say and the next one is asked."""


class Page:
    """A text with its view and language, and what its hits share."""

    def __init__(
        self,
        view: View,
        language: str,
        *,
        segment: Callable[[str], tuple[int, ...]] | None,
        names_of: Callable[[str], tuple[str, ...]],
    ) -> None:
        self.view = view
        self.language = language
        self.segment = segment
        """Ends of the words of a Chinese text, by a dictionary; ``None``: that evidence is not used."""
        self.names_of = names_of
        """Entity id → its folded names and aliases."""
        self.edges: frozenset[int] = frozenset()
        """View offsets at which a form of the authority file ends or starts: a neighbour there is a name."""
        self._rules: dict[str, NameRules] = {}
        self._borders: dict[int, tuple[int, ...]] = {}
        self.memory: dict[tuple[str, int], object] = {}
        """What a rule worked out for a stretch of the view, so that it does so once."""

    def rules(self, script: str) -> NameRules:
        found = self._rules.get(script)
        if found is None:
            found = self._rules[script] = rules_for(script, self.language)
        return found

    def entity_has(self, entity: str, word: str) -> bool:
        """Whether a folded word stands in one of an entity's names."""
        return any(word in name for name in self.names_of(entity))

    def word_before(self, offset: int) -> str:
        text = self.view.text
        low = max(text.rfind(END, 0, offset) + 1, offset - 40)
        match = _LAST_WORD.search(text, low, offset)
        return match.group(1) if match else ""

    def word_after(self, offset: int) -> str:
        text = self.view.text
        match = _NEXT_WORD.match(text, offset)
        if match is None or END in match.group():
            return ""
        return match.group(1)

    def ending_at(self, offset: int, words: frozenset[str]) -> str:
        """The longest of some words or phrases that ends at an offset, a space between them at most."""
        text = self.view.text
        if offset and text[offset - 1] == " ":
            offset -= 1
        if not offset:
            return ""
        if KINDS[text[offset - 1]] is HAN:
            return next(
                (text[at:offset] for at in range(max(0, offset - 6), offset) if text[at:offset] in words), ""
            )
        start = found = offset
        phrase = ""
        for _ in range(_PHRASE):
            token = _TOKEN_BEFORE.search(text, max(0, start - 40), start)
            if token is None:
                break
            found = token.start(1)
            phrase = next((stem for stem in self._stems(text[found:offset]) if stem in words), phrase)
            start = found
        return phrase

    def starting_at(self, offset: int, words: frozenset[str]) -> str:
        """The longest of some words or phrases that starts at an offset, a space between them at most."""
        text = self.view.text
        if offset < len(text) and text[offset] == " ":
            offset += 1
        if offset >= len(text):
            return ""
        if KINDS[text[offset]] is HAN:
            return next(
                (text[offset:to] for to in range(offset + 6, offset, -1) if text[offset:to] in words), ""
            )
        end, phrase = offset, ""
        for _ in range(_PHRASE):
            token = _TOKEN_AFTER.match(text, end)
            if token is None:
                break
            end = token.end()
            if text[offset:end] in words:
                phrase = text[offset:end]
        return phrase

    def _stems(self, phrase: str) -> tuple[str, ...]:
        """A word or phrase, and what it is without the proclitics at its head."""
        if KINDS[phrase[0]] is not ARABIC:
            return (phrase,)
        rules = self.rules("Arab")
        stems = [phrase]
        for size in (1, 2):
            if phrase[:size] in rules.proclitics and len(phrase) > size + 1:
                stems.append(phrase[size:])
                if rules.elided_article and phrase[size - 1 :].startswith(rules.elided_article):
                    stems.append(rules.article + phrase[size + 1 :])
        return tuple(stems)

    def sentence(self, offset: int) -> tuple[int, int]:
        """View range of the sentence around an offset."""
        text = self.view.text
        low, high = self.view.bounds(offset)
        start = low
        for match in _SENTENCE_END.finditer(text, max(low, offset - 400), offset):
            start = match.end()
        found = _SENTENCE_END.search(text, offset, min(high, offset + 400))
        return start, found.end() if found else min(high, offset + 400)

    def opens_sentence(self, offset: int) -> bool:
        """Whether nothing but opening marks stands between the last sentence and this offset."""
        text = self.view.text
        at = offset - 1
        while at >= 0 and text[at] in _OPENING:
            at -= 1
        return at < 0 or text[at] in ".!?。！？؟…;:؛\n"

    def word_borders(self, offset: int) -> tuple[int, ...] | None:
        """View offsets at which dictionary words of the paragraph around an offset end; its start comes first."""
        if self.segment is None:
            return None
        start, end = self.view.bounds(offset)
        found = self._borders.get(start)
        if found is None:
            ends = self.segment(self.view.text[start:end])
            found = self._borders[start] = (start, *(start + at for at in ends))
        return found

    def heads(self, offset: int, nouns: frozenset[str]) -> bool:
        """Whether one of some nouns stands two words before an offset: ``بنك روسيا`` before ``المركزي``."""
        before = self.word_before(offset)
        start = offset - len(before) - 1
        return bool(before) and start > 0 and bool(self.ending_at(start, nouns))

    def definite(self, word: str) -> bool:
        """Whether a folded Arabic word bears the article, maybe after proclitics."""
        rules = self.rules("Arab")
        return word not in rules.function_words and any(
            stem.startswith(rules.article) and stem not in rules.function_words for stem in self._stems(word)
        )

    def has_word(self, word: str, start: int, end: int) -> bool:
        """Whether a folded word or phrase stands in the view range, between borders of words."""
        text = self.view.text
        at = text.find(word, start, end)
        while at >= 0:
            if self._bordered(at, at + len(word)):
                return True
            at = text.find(word, at + 1, end)
        return False

    def _bordered(self, start: int, end: int) -> bool:
        text = self.view.text
        first, last = KINDS[text[start]], KINDS[text[end - 1]]
        if last in (WORD, ARABIC) and end < len(text) and KINDS[text[end]] is last:
            return False
        if first is WORD:
            return not start or KINDS[text[start - 1]] is not WORD
        if first is ARABIC and start and KINDS[text[start - 1]] is ARABIC:
            rules = self.rules("Arab")
            head = start
            while head and KINDS[text[head - 1]] is ARABIC:
                head -= 1
            glued = text[head:start]
            return glued in rules.proclitics or glued.removesuffix(rules.article) in rules.proclitics
        return True

    @cached_property
    def is_latin(self) -> bool:
        """Whether the text itself is written in Latin script, where capitals tell names from words."""
        return writing_of(self.language) == "Latn"
