"""A document as the finders of proposals read it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools import languages
from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.beside import Surroundings
from build_tools.annotate.names.lexicon import Lexicon, lexicon
from build_tools.annotate.names.rules import NameRules, rules_for, writing_of
from build_tools.annotate.names.scripts import ARABIC_CLASS
from build_tools.annotate.names.view import View, make_view
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.rules import SuggestRules, suggest_rules
from build_tools.annotate.suggest.spans import Spans
from build_tools.model import AnnotatedDocument, Document, Mention

_ARABIC_WORD = re.compile(f"{ARABIC_CLASS}+")


def is_any(word: str, *listed: Container[str]) -> bool:
    """Whether a word is in one of the sets: they are large and asked for every word, so nobody joins them each time."""
    return any(word in words for words in listed)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the view: folded text and view offsets; ``joined``: one space parts it from the word before."""

    text: str
    start: int
    end: int
    joined: bool


@dataclass(frozen=True)
class Text:
    """One document with its folded view, the rules of its language, and the names already known in it."""

    annotated: AnnotatedDocument

    @property
    def document(self) -> Document:
        return self.annotated.document

    @cached_property
    def view(self) -> View:
        return make_view(self.document.text, self.document.paragraphs)

    @cached_property
    def script(self) -> str:
        """ISO 15924 code of the script that the document's language is written in."""
        return writing_of(self.document.language)

    @cached_property
    def tag(self) -> str:
        """The language whose data serves this document."""
        primary = self.document.language.split("-")[0]
        if primary in languages.tags():
            return primary
        return next((tag for tag in languages.tags() if writing_of(tag) == self.script), "en")

    @cached_property
    def rules(self) -> SuggestRules:
        return suggest_rules(self.tag)

    @cached_property
    def lexicon(self) -> Lexicon:
        return lexicon(self.tag)

    @cached_property
    def names(self) -> NameRules:
        return rules_for(self.script, self.document.language)

    @cached_property
    def around(self) -> Surroundings:
        return Surroundings(self.view.text, lambda: rules_for("Arab", self.document.language))

    def mentions(self, finder: NameFinder) -> Sequence[Mention]:
        """What a finder finds in the document, which is asked once."""
        if finder not in self._found:
            document = self.document
            self._found[finder] = finder.find(document.text, document.language, document.paragraphs)[0]
        return self._found[finder]

    def forget(self, *finders: NameFinder | None) -> None:
        """Lets go of finders that are asked no more: each holds a dictionary of its own."""
        for finder in finders:
            if finder is not None:
                self._found.pop(finder, None)

    @cached_property
    def _found(self) -> dict[NameFinder, Sequence[Mention]]:
        return {}

    @cached_property
    def _taken(self) -> Spans:
        return Spans((mention.start, mention.end) for mention in self.annotated.mentions)

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a known name overlaps a range of the source."""
        return self._taken.overlap(start, end)

    def sighting(self, start: int, end: int, reason: str, kind: str = "", detail: str = "") -> Sighting:
        """A sighting from view offsets."""
        first, last = self.view.source(start, end)
        return Sighting(first, last, reason, kind, detail)

    def arabic_words(self) -> Iterator[Word]:
        """The words in Arabic script, in order."""
        before = -2
        for match in _ARABIC_WORD.finditer(self.view.text):
            joined = match.start() == before + 1 and self.view.text[before] == " "
            yield Word(match.group(), match.start(), match.end(), joined)
            before = match.end()
