"""Words under what follows their first letter, so that a slip in that letter leads to them.

All else that is looked up by its beginning cannot be found when the beginning is wrong. The index therefore has a
term ``~arbour~h`` beside ``harbour``: no document has it, but it stands in the shard in which someone who typed
``arbour`` or ``jarbour`` looks. Chinese names of three characters and more have one too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.search.aliases import Name
from build_tools.search.tokens import kind_of

MARK = "~"
"""Opens these terms and stands before the first letter at their end; no word has it."""

LEAST = {"A": 4, "W": 5}
"""Letters of a stem by its kind: too many shorter ones differ in nothing but the first letter."""

LEAST_OF_NAME = {"A": 5, "W": 5, "H": 3}
"""Letters of a name, or characters."""


def first_letters(stems: Iterable[str]) -> Iterator[str]:
    """The terms of all words that are long enough."""
    least = min(LEAST.values())
    for stem in stems:
        if len(stem) >= least and stem.isalpha() and len(stem) >= LEAST.get(kind_of(stem), len(stem) + 1):
            yield _term(stem)


def first_letters_of_names(names: Iterable[Name]) -> Iterator[str]:
    """The terms of names that are one word, however short its stem is, or a run of Han characters."""
    for name in names:
        part = name.parts[0]
        kind = kind_of(part)
        if len(name.parts) == 1 and part.isalpha() and len(part) >= LEAST_OF_NAME[kind]:
            yield _term(part if kind == "H" else name.term)


def _term(word: str) -> str:
    return f"{MARK}{word[1:]}{MARK}{word[0]}"
