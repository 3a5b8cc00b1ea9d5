"""Initials in Latin names: ``J.P. Morgan``, ``J. P. Morgan`` and ``JP Morgan``; a middle initial more or less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

GROUP = re.compile(r"(?<![\w.])(?:[a-z]\. ?){1,4}(?=[a-z]{2})")
"""The initials of a folded name that stand before a word of it."""
_LETTERS = re.compile(r"[a-z](?=\.)")


def spellings(
    key: str, letters_of: frozenset[str] = frozenset(), groups: Sequence[Sequence[str]] = ()
) -> Iterator[str]:
    """A folded name with its initials dotted and apart, dotted and together, and bare; itself first.

    ``letters_of`` are the names by which a language spells Latin letters: ``جي بي`` is written ``جي. بي.``, too; and
    ``groups`` those of one letter: ``جيه بي``.
    """
    yield key
    match = GROUP.search(key)
    if match is None:
        yield from _spelled(key.replace(".", ". ").split(), letters_of, groups)
        return
    letters = _LETTERS.findall(match[0])
    dotted = [f"{letter}." for letter in letters]
    heads = [" ".join(dotted) + " ", "".join(dotted) + " ", "".join(letters) + " ", " ".join(letters) + " "]
    yield from (key[: match.start()] + head + key[match.end() :].lstrip() for head in heads)


def _spelled(words: list[str], letters_of: frozenset[str], groups: Sequence[Sequence[str]]) -> Iterator[str]:
    """The ways to write a name that opens with letters by their names."""
    count = next((at for at, word in enumerate(words) if word.rstrip(".") not in letters_of), 0)
    if not count or count > _MOST:
        return
    rest = " ".join(words[count:])
    ways = [_alike(word.rstrip("."), groups) for word in words[:count]]
    chosen = list(product(*ways))
    yield from (f"{' '.join(letters)} {rest}" for letters in chosen)
    yield from (f"{' '.join(f'{letter}.' for letter in letters)} {rest}" for letters in chosen)
    yield from (f"{'.'.join(letters)}. {rest}" for letters in chosen)


def _alike(letter: str, groups: Sequence[Sequence[str]]) -> Sequence[str]:
    """A name of a letter, and the others of the same letter."""
    group = next((group for group in groups if letter in group), ())
    return list(dict.fromkeys((letter, *group)))


_MOST = 4


def dotted(head: str, rest: str) -> Iterator[str]:
    """``DS Fletcher`` with the dots of initials, where its first word is two or three capitals."""
    if head.isalpha() and 1 < len(head) < _MOST and len(rest) > 1:
        letters = [f"{letter}." for letter in head]
        yield f"{' '.join(letters)} {rest}"
        yield f"{''.join(letters)} {rest}"


def without_middle(key: str) -> str:
    """``james k. polk`` → ``james polk``; empty where no initial stands between two words."""
    match = GROUP.search(key)
    if match is None or not match.start():
        return ""
    return key[: match.start()] + key[match.end() :].lstrip()
