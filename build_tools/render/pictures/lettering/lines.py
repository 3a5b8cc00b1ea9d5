"""A text broken into lines that fit a column, in the largest size in which it does; cut by whole words where none does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category

from build_tools.render.wording import cuts

ELLIPSIS = "…"
_CLOSING, _OPENING = ("Pe", "Pf", "Po"), ("Ps", "Pi")

Measure = Callable[[str, int], float]
"""Pixels that a text takes on a line, in a size."""


@dataclass(frozen=True, slots=True)
class Broken:
    lines: tuple[str, ...]
    size: int


def broken(
    text: str, measure: Measure, *, column: int, sizes: Sequence[int], most: int, closing: str = ""
) -> Broken:
    """At most ``most`` lines, none wider than ``column`` pixels, in the first of the ``sizes``, falling, that has room for
    all of the text. ``closing`` is a sign at the end of the text that stands behind the ellipsis, too."""
    for size in sizes:
        made = _filled(_words(text), measure, size, column)
        if len(made) <= most:
            return Broken(_balanced(_words(text), measure, size, column, len(made)), size)
    size = sizes[-1]
    left = [word for line in made[:most] for word in line]
    while left:
        shown = [*left[:-1], left[-1].rstrip(" ،,;:-–—、，；：") + ELLIPSIS + closing]
        if len(_filled(shown, measure, size, column)) <= most:
            return Broken(_balanced(shown, measure, size, column, most), size)
        left.pop()
    return Broken((), size)


def _words(text: str) -> list[str]:
    """What is not divided between lines, with the space behind it: no line begins with a closing sign, and none ends with
    an opening one."""
    made: list[str] = []
    for start, end in pairwise(cuts.places(text)):
        word = text[start:end]
        if made and (category(word[0]) in _CLOSING or category(made[-1][-1]) in _OPENING):
            made[-1] += word
        else:
            made.append(word)
    return made


def _filled(words: Sequence[str], measure: Measure, size: int, column: float) -> list[list[str]]:
    """As many words on each line as it has room for."""
    lines: list[list[str]] = [[]]
    taken = 0.0
    for word in _divided(words, measure, size, column):
        if lines[-1] and taken + measure(word.rstrip(), size) > column:
            lines.append([])
            taken = 0.0
        lines[-1].append(word)
        taken += measure(word, size)
    return lines


def _divided(words: Sequence[str], measure: Measure, size: int, column: float) -> Iterator[str]:
    """The words; one that is wider than the column, like an address, in pieces."""
    for word in words:
        while word and measure(word.rstrip(), size) > column:
            length = max(1, int(len(word) * column / measure(word, size)))
            while length > 1 and measure(word[:length], size) > column:
                length -= 1
            if length == len(word):
                break
            yield word[:length]
            word = word[length:]
        if word:
            yield word


def _balanced(words: Sequence[str], measure: Measure, size: int, column: int, lines: int) -> tuple[str, ...]:
    """The narrowest column that needs no more lines: none of them is then nearly empty."""
    low, high = column // 2, column
    while high - low > 8:
        middle = (low + high) // 2
        if len(_filled(words, measure, size, middle)) > lines:
            low = middle
        else:
            high = middle
    return tuple("".join(line).rstrip() for line in _filled(words, measure, size, high))
