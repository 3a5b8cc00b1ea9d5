"""Initials in Latin names: ``J.P. Morgan``, ``J. P. Morgan`` and ``JP Morgan``; a middle initial more or less."""

from __future__ import annotations

import re
from collections.abc import Iterator

GROUP = re.compile(r"(?<![\w.])(?:[a-z]\. ?){1,4}(?=[a-z]{2})")
"""The initials of a folded name that stand before a word of it."""
_LETTERS = re.compile(r"[a-z](?=\.)")


def spellings(key: str, letters_of: frozenset[str] = frozenset()) -> Iterator[str]:
    """A folded name with its initials dotted and apart, dotted and together, and bare; itself first.

    ``letters_of`` are the names by which a language spells Latin letters: ``جي بي`` is written ``جي. بي.``, too.
    """
    yield key
    match = GROUP.search(key)
    if match is None:
        yield from _spelled(key.replace(".", ". ").split(), letters_of)
        return
    letters = _LETTERS.findall(match[0])
    dotted = [f"{letter}." for letter in letters]
    heads = [" ".join(dotted) + " ", "".join(dotted) + " ", "".join(letters) + " ", " ".join(letters) + " "]
    yield from (key[: match.start()] + head + key[match.end() :].lstrip() for head in heads)


def _spelled(words: list[str], letters_of: frozenset[str]) -> Iterator[str]:
    """The ways to write a name that opens with letters by their names."""
    count = next((at for at, word in enumerate(words) if word.rstrip(".") not in letters_of), 0)
    if not count or count > _MOST:
        return
    letters, rest = [word.rstrip(".") for word in words[:count]], " ".join(words[count:])
    for head in (" ".join(letters), " ".join(f"{letter}." for letter in letters), ".".join(letters) + "."):
        yield f"{head} {rest}"


_MOST = 4


def without_middle(key: str) -> str:
    """``james k. polk`` → ``james polk``; empty where no initial stands between two words."""
    match = GROUP.search(key)
    if match is None or not match.start():
        return ""
    return key[: match.start()] + key[match.end() :].lstrip()
