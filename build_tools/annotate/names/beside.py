"""The words beside a place of the view, worked out once per place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from build_tools.annotate.names.rules import NameRules
from build_tools.annotate.names.scripts import ARABIC, HAN, KINDS
from build_tools.annotate.names.view import END

_WORDS = 3
"""Words on either side that are looked at."""
_REACH = 72
"""Characters on either side within which those words lie."""
_HAN_REACH = 6
_OPENING = "\"'“”‘’«»「」『』()[]*"
_CLOSING = _OPENING + ".,;:!?،؛؟…"


@dataclass(frozen=True, slots=True)
class Beside:
    """The words on one side of a place, nearest first, and every phrase that they and their stems make."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    """Shortest first; in Chinese every run of characters."""

    @property
    def word(self) -> str:
        """The nearest word; empty when none touches the place."""
        return self.words[0] if self.words else ""

    def longest_of(self, words: frozenset[str]) -> str:
        """The longest phrase that is among some folded words and phrases; empty when none is."""
        return next((phrase for phrase in reversed(self.phrases) if phrase in words), "")


class Surroundings:
    """``left(offset)`` and ``right(offset)`` of one view; marks between a word and the place part the two."""

    def __init__(self, text: str, arabic: Callable[[], NameRules]) -> None:
        self._text = text
        self._arabic = arabic
        self._left: dict[int, Beside] = {}
        self._right: dict[int, Beside] = {}

    def left(self, offset: int) -> Beside:
        found = self._left.get(offset)
        if found is None:
            found = self._left[offset] = self._look_left(offset)
        return found

    def right(self, offset: int) -> Beside:
        found = self._right.get(offset)
        if found is None:
            found = self._right[offset] = self._look_right(offset)
        return found

    def stems(self, word: str) -> tuple[str, ...]:
        """A folded word, and what it is without proclitics."""
        if not word or KINDS[word[0]] is not ARABIC:
            return (word,)
        rules = self._arabic()
        made = [word]
        for size in (1, 2):
            if len(word) > size + 1 and word[:size] in rules.proclitics:
                made.append(word[size:])
                if rules.elided_article and word.startswith(rules.elided_article, size - 1):
                    made.append(rules.article + word[size + 1 :])
        return tuple(made)

    def _look_left(self, offset: int) -> Beside:
        low = max(0, offset - _REACH)
        chunk = self._text[low:offset].rpartition(END)[2]
        if chunk.endswith(" "):
            chunk = chunk[:-1]
        if not chunk:
            return Beside()
        if KINDS[chunk[-1]] is HAN:
            tail = chunk[-_HAN_REACH:]
            return Beside(phrases=tuple(tail[at:] for at in range(len(tail) - 1, -1, -1)))
        if len(chunk) == offset - low and chunk[-1].isalnum():
            # No space between: the letters are of another script, or the word's own.
            return Beside()
        words: list[str] = []
        for part in reversed(chunk.split(" ")[-_WORDS:]):
            word = part[:-1] if part[-1:] == "." and len(part) < 6 else part
            if not word or not word[-1].isalnum():
                break
            bare = word.lstrip(_OPENING)
            words.append(bare)
            if bare != word:
                break
        phrases: list[str] = []
        tail = ""
        for word in words:
            phrases += [f"{stem} {tail}" if tail else stem for stem in reversed(self.stems(word))]
            tail = f"{word} {tail}" if tail else word
        return Beside(tuple(words), tuple(phrases))

    def _look_right(self, offset: int) -> Beside:
        chunk = self._text[offset : offset + _REACH].partition(END)[0]
        if chunk.startswith(" "):
            chunk = chunk[1:]
        elif chunk and KINDS[chunk[0]] is not HAN:
            return Beside()
        if not chunk:
            return Beside()
        if KINDS[chunk[0]] is HAN:
            head = chunk[:_HAN_REACH]
            return Beside(phrases=tuple(head[:to] for to in range(1, len(head) + 1)))
        words: list[str] = []
        for part in chunk.split(" ")[:_WORDS]:
            if not part or not part[0].isalnum():
                break
            bare = part.rstrip(_CLOSING).removesuffix("'s").removesuffix("’s")
            words.append(bare)
            if bare != part:
                break
        phrases: list[str] = []
        head = ""
        for word in words:
            head = f"{head} {word}" if head else word
            phrases.append(head)
        return Beside(tuple(words), tuple(phrases))
