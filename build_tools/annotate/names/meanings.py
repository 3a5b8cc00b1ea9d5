"""What the words around a form mean, as numbers, and where they stand by which it is weighed.

``languages/<tag>/meanings.tsv`` gives the numbers of each word (``build_tools/languages/meanings.py``): words of like
meaning have like numbers. What each number weighs was learned with the rest of the evidence (``senses.py``), so that a
verb speaks for a name whose neighbours in meaning do, though no marked text has it.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import hypot

from build_tools import languages
from build_tools.annotate.names.rules import rules_of, writing_of

_UNIT = 32
"""How the tables write a deviation of one."""
_ROLE = 0.3
_CLAUSE = 0.6
"""How the numbers are scaled beside evidence that is there or not, which is one: what varies more is weighed more freely."""
_REACH = 2
"""Words that mean something between a form and a noun that may belong to it."""
_TAIL = 0.65
"""How far the meaning of an unlisted Chinese word is that of its last part."""

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that means something."""

    numbers: Numbers
    kind: str
    """``n`` a noun, ``v`` a verb; empty for others and where it is not known."""


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a form that mean something, in its clause, nearest first."""

    left: Sequence[Word]
    right: Sequence[Word]
    form: Word | None
    """The form itself, as a word."""


class Meanings:
    """The meanings of one language's words."""

    def __init__(self, table: str, *, composed: bool) -> None:
        self._table = {row[0]: row[1] for row in languages.columns(table)} if table else {}
        self._composed = composed
        self.of = lru_cache(maxsize=16384)(self._of)
        """The numbers of a folded word; empty where the table lacks it and its parts."""

    def likeness(self, one: str, other: str) -> float:
        """The cosine of the angle between two words; 0 where one has no numbers."""
        first, second = self.of(one), self.of(other)
        if not first or not second:
            return 0.0
        lengths = hypot(*first) * hypot(*second)
        return sum(x * y for x, y in zip(first, second, strict=True)) / lengths

    def _of(self, word: str) -> Numbers:
        written = self._table.get(word)
        if written is not None:
            return tuple((byte - 256 * (byte > 127)) / _UNIT for byte in b64decode(written))
        for cut in range(1, len(word) if self._composed else 0):
            if word[cut:] in self._table:
                tail = self.of(word[cut:])
                head = self.of(word[:cut]) if word[:cut] in self._table else tail
                pairs = zip(head, tail, strict=True)
                return tuple((1 - _TAIL) * one + _TAIL * other for one, other in pairs)
        return ()


@cache
def meanings(tag: str) -> Meanings:
    """The meanings of one language's words; those of a Chinese word may be put together from its parts."""
    return Meanings(rules_of(tag).meanings, composed=writing_of(tag) == "Hans")


def measures(around: Around) -> Iterator[tuple[str, float]]:
    """What the words mean by which a form is weighed: where they stand and which of their numbers it is, and how much."""
    for place, words, scale in places(around):
        for word in words:
            yield from ((f"{place} {at}", scale * number) for at, number in enumerate(word.numbers))


def places(around: Around) -> Iterator[tuple[str, Sequence[Word], float]]:
    """Where words stand by which a form is weighed, and how the sum of their numbers is scaled."""
    clause = [*around.left, *around.right]
    yield "clause", clause, _CLAUSE / max(1, len(clause))
    yield "form", [around.form] if around.form else [], _ROLE
    for side, words in (("left", around.left), ("right", around.right)):
        yield f"verb {side}", _first("v", words), _ROLE
        yield f"noun {side}", _first("n", words[:_REACH]), _ROLE


def _first(kind: str, words: Sequence[Word]) -> Sequence[Word]:
    return next(([word] for word in words if word.kind == kind), [])


def words_around(
    text: str,
    spans: Iterable[tuple[int, int]],
    form: tuple[int, int],
    meant: Callable[[str], Word | None],
) -> Around:
    """The words at some spans of a clause, apart from the form; ``meant``: what a word is, if it means something."""
    left: list[Word] = []
    right: list[Word] = []
    name = text[slice(*form)]
    for start, end in spans:
        word = meant(text[start:end]) if end <= form[0] or start >= form[1] else None
        if word is not None and text[start:end] != name:
            (left if end <= form[0] else right).append(word)
    return Around(left[::-1], right, meant(name))
