"""One text while its names are decided: the view, words around a place, and what was found so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from typing import Any, Literal

import ahocorasick

from build_tools.annotate.names.beside import Beside, Surroundings
from build_tools.annotate.names.entries import Cue
from build_tools.annotate.names.forms import Form
from build_tools.annotate.names.rules import NameRules, rules_for, writing_of
from build_tools.annotate.names.scripts import ARABIC, KINDS, WORD, script_of
from build_tools.annotate.names.sentences import Sentences
from build_tools.annotate.names.view import View

_WORDS = re.compile(r"\w+")
_MARKS = "\"'“”‘’()[].,;:!?–—"
_OPENING = "\"'“”‘’«»「」『』()[]{}—–-*• "


Side = Literal["before", "after"]


class Judgement(Enum):
    """What a rule says of a form at a place."""

    NAME = "name"
    WORD = "word"
    UNSURE = "unsure"
    """A name if the same entity is named beyond doubt elsewhere in the text."""
    TORN = "torn"
    """As much speaks for the word as for the name: undecided, whatever the text names elsewhere."""


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

    words: list[tuple[int, int]] | None = None
    """Starts and ends of the dictionary's words in the paragraph, once somebody asked for them."""
    _left: Beside | None = None
    _right: Beside | None = None

    @property
    def outset(self) -> int:
        """View offset at which the word with its proclitics begins."""
        return self.start - len(self.proclitic)

    @property
    def left(self) -> Beside:
        """What stands before the name and its proclitics, in the same paragraph and sentence."""
        if self._left is None:
            self._left = self.page.around.left(self.outset)
        return self._left

    @property
    def right(self) -> Beside:
        """What stands after the name."""
        if self._right is None:
            self._right = self.page.around.right(self.end)
        return self._right

    @property
    def before(self) -> str:
        """The folded word directly before; empty when there is none."""
        return self.left.word

    @property
    def after(self) -> str:
        """The folded word directly after."""
        return self.right.word

    def preceding(self, words: frozenset[str]) -> str:
        """The one of some folded words or phrases that stands directly before the name; empty when none does."""
        return self.left.longest_of(words)

    def following(self, words: frozenset[str]) -> str:
        """The one of some folded words or phrases that stands directly after the name; empty when none does."""
        return self.right.longest_of(words)

    @property
    def of_member(self) -> bool:
        """Whether what stands before says who is one of the name's people: ``نائب من أمل``."""
        link, who, *_ = (*self.left.words, "", "")
        rules = self.rules
        return link in rules.member_links and any(
            stem in rules.titles or stem in rules.kinds or rules.article + stem in rules.titles
            for stem in self.page.around.stems(who)
        )

    def cues(self, side: Side) -> Sequence[tuple[str, tuple[Cue, ...]]]:
        """The nouns on one side that say of what kind the name beside them is, the longest first."""
        beside = self.left if side == "before" else self.right
        if not beside.phrases:
            return ()
        key = (side, self.form.script, self.outset if side == "before" else self.end)
        found = self.page.cues.get(key)
        if found is None:
            index = self.rules.cue_index[side]
            found = [(phrase, index[phrase]) for phrase in reversed(beside.phrases) if phrase in index]
            self.page.cues[key] = found
        return found


@dataclass(frozen=True, slots=True)
class Rule:
    """One question about hits of the forms that it can say something of."""

    ask: Callable[[Hit], Judgement | None]
    """Looks at one hit; ``None``: this rule has nothing to say and the next one is asked."""
    of: Callable[[Form, NameRules], bool] | None = None
    """Whether a form can be concerned, whatever stands around it; ``None``: each can."""
    of_words: bool = False
    """Whether its ``WORD`` means that the form stands there as a common word, and not in another name."""


def is_word_too(form: Form, rules: NameRules) -> bool:
    """Whether the data say what stands beside a form where it is a word; an alias with conditions has its own."""
    return form.alias is None and (form.name in rules.ordinary_index or form.name in rules.things)


def is_short_form(form: Form, rules: NameRules) -> bool:
    """Whether a form leaves the country out that it belongs to."""
    return form.origin == "short" or form.name in rules.short_forms or form.name.endswith(rules.offices)


@cache
def _automaton(words: frozenset[str]) -> Any:
    """Finds every word of a list in one pass; its value is the word's length."""
    made = ahocorasick.Automaton()
    for word in words:
        made.add_word(word, len(word))
    made.make_automaton()
    return made


class Page:
    """A text with its view and language, and what its hits share."""

    def __init__(
        self,
        view: View,
        language: str,
        *,
        segment: Callable[[str], tuple[int, ...]] | None,
        names_of: Callable[[str], tuple[str, ...]],
        words_of: Callable[[str], frozenset[str]],
    ) -> None:
        self.view = view
        self.language = language
        self.segment = segment
        """Ends of the words of a Chinese text, by a dictionary; ``None``: that evidence is not used."""
        self.names_of = names_of
        """Entity id → its folded names and aliases."""
        self.words_of = words_of
        """Entity id → the words of three letters and more in them."""
        self.edges: set[int] = set()
        """View offsets at which a form of the authority file ends: the word before such an offset is a name."""
        self.outsets: set[int] = set()
        """View offsets at which such a form starts."""
        self.places: list[tuple[int, int, tuple[Form, ...]]] = []
        """View ranges at which forms of the authority file stand, whatever they mean there."""
        self.quoted: set[str] = set()
        """Folded names that stand in quotation marks of their own somewhere in the text."""
        self.other_senses: dict[str, set[int]] = {}
        """Folded name → view offsets at which it is no name but a word, or names something else."""
        self._rules: dict[str, NameRules] = {}
        self.around = Surroundings(view.text, lambda: self.rules("Arab"))
        self.cues: dict[tuple[str, str, int], list[tuple[str, tuple[Cue, ...]]]] = {}
        self._sentences = Sentences(view)
        self._occurrences: dict[str, list[int]] = {}
        self._places: dict[frozenset[str], list[tuple[int, int]]] = {}
        self._borders: dict[int, tuple[int, ...]] = {}
        self.memory: dict[tuple[str, int | str], object] = {}
        """What a rule worked out for a stretch of the view, so that it does so once."""

    def rules(self, script: str) -> NameRules:
        found = self._rules.get(script)
        if found is None:
            found = self._rules[script] = rules_for(script, self.language)
        return found

    def kin(self, hit: Hit, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Places and folded names in a view range, apart from the hit, that another entity of the type may have."""
        places = self._sorted_places
        for at in range(bisect_left(places, (start,)), len(places)):
            low, high, forms = places[at]
            if low >= end:
                return
            if high <= hit.start or low >= hit.end:
                for form in forms:
                    if form.type == hit.form.type and form.entity not in ("", hit.form.entity):
                        yield low, form.name

    @cached_property
    def _sorted_places(self) -> list[tuple[int, int, tuple[Form, ...]]]:
        return sorted(self.places, key=lambda place: place[:2])

    def entity_has(self, entity: str, word: str) -> bool:
        """Whether a folded word stands in one of an entity's names."""
        return any(word in name for name in self.names_of(entity))

    def sentence(self, offset: int) -> tuple[int, int]:
        """View range of the sentence around an offset."""
        return self._sentences.around(offset)

    def clause(self, start: int, end: int, marks: str) -> tuple[int, int]:
        """View range of the clause around a form, which ends where its sentence does or one of the ``marks`` stands."""
        text = self.view.text
        first, last = self.sentence(start)
        low = max(first, *(text.rfind(mark, first, start) + 1 for mark in marks))
        high = min([last, *(at for mark in marks if (at := text.find(mark, end, last)) >= 0)])
        return low, high

    def opens_sentence(self, offset: int) -> bool:
        """Whether nothing but opening marks stands between the last sentence and this offset."""
        text = self.view.text
        at = offset - 1
        while at >= 0 and text[at] in _OPENING:
            at -= 1
        return at < 0 or text[at] in ".!?。！？؟…:\n"

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
        words = self.around.left(offset).words
        return len(words) > 1 and any(stem in nouns for stem in self.around.stems(words[1]))

    def definite(self, word: str) -> bool:
        """Whether a folded Arabic word bears the article, maybe after proclitics."""
        rules = self.rules("Arab")
        return (
            bool(word)
            and word not in rules.function_words
            and any(
                stem.startswith(rules.article)
                and len(stem) > len(rules.article) + 1
                and stem not in rules.function_words
                for stem in self.around.stems(word)
            )
        )

    def occurrences(self, word: str) -> Sequence[int]:
        """View offsets at which a folded word or phrase stands between borders of words, rising; found once."""
        found = self._occurrences.get(word)
        if found is None:
            text = self.view.text
            found = []
            at = text.find(word)
            while at >= 0:
                if self._bordered(at, at + len(word)):
                    found.append(at)
                at = text.find(word, at + 1)
            self._occurrences[word] = found
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The folded words of the text, and what they are without proclitics; Chinese runs count as words."""
        return frozenset(
            stem for word in set(_WORDS.findall(self.view.text)) for stem in self.around.stems(word)
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

    def has_any(self, words: frozenset[str], start: int, end: int) -> bool:
        """Whether one of some folded words stands in the view range, between borders of words; all are found once."""
        if not words:
            return False
        places = self._places.get(words)
        if places is None:
            found = ((last - size + 1, last + 1) for last, size in _automaton(words).iter(self.view.text))
            places = self._places[words] = sorted(place for place in found if self._bordered(*place))
        at = bisect_left(places, (start, 0))
        while at < len(places) and places[at][0] < end:
            if places[at][1] <= end:
                return True
            at += 1
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
    def small_words(self) -> frozenset[str]:
        """The words that the text writes in small letters somewhere, without the marks around them."""
        words = set(self.view.origin.split())
        return frozenset(word.strip(_MARKS) for word in words if word.islower())

    @cached_property
    def script(self) -> str:
        """ISO 15924 code of the script that the text begins in."""
        return "Latn" if self.is_latin else script_of(self.view.text[:200])

    @cached_property
    def is_latin(self) -> bool:
        """Whether the text itself is written in Latin script, where capitals tell names from words."""
        return writing_of(self.language) == "Latn"
