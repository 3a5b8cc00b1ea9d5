"""The rules of tokenisation: ``languages/<tag>/search.yml`` of all languages, checked, folded and joined.

A query does not say which language it is in, so rules go by script: languages that share one share its rules,
and their stop words are joined. ``as_json`` is what the browser reads, so that both sides follow the same data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from build_tools import languages
from build_tools.folding import fold_text

KEYS = (
    "script", "stemmer", "stopwords", "articles", "suffixes",
    "possessives", "hamza", "proclitics", "doubling", "weak_letters", "weak_opening", "shapes",
)  # fmt: skip
"""The keys that every ``search.yml`` has."""

KINDS = {"Arab": "A", "Hani": "H", "Latn": "W"}
"""Script of a language → kind of its runs."""

STEMMERS = ("affixes", "porter", "bigrams")


@dataclass(frozen=True, slots=True)
class Affixes:
    """What light stemming strips from a word; all forms are folded."""

    articles: tuple[tuple[str, int], ...] = ()
    """Opening and the number of letters that must remain; the first that fits is taken."""
    suffixes: tuple[str, ...] = ()
    possessives: frozenset[str] = frozenset()
    hamza: frozenset[str] = frozenset()
    """Endings after which an alef is no ending."""
    proclitics: str = ""
    doubling: str = ""
    """Proclitics that may be followed by another one."""
    weak_letters: str = ""
    weak_opening: str = ""
    shapes: frozenset[tuple[str, str]] = frozenset()
    """Pairs of shapes of one noun, in both orders."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that the tokeniser takes from data."""

    stopwords: frozenset[str]
    affixes: Affixes

    def as_json(self) -> dict[str, Any]:
        """The same rules for the browser; lists are sorted or in the order that counts."""
        affixes = self.affixes
        return {
            "stop": sorted(self.stopwords),
            "articles": [list(article) for article in affixes.articles],
            "suffixes": list(affixes.suffixes),
            "possessives": sorted(affixes.possessives),
            "hamza": sorted(affixes.hamza),
            "proclitics": affixes.proclitics,
            "doubling": affixes.doubling,
            "weak": affixes.weak_letters,
            "opening": affixes.weak_opening,
            "shapes": sorted(" ".join(pair) for pair in affixes.shapes),
        }


def kind(tag: str) -> str:
    """The kind of run that a language is written in; ``W`` when nothing is known of it."""
    script = languages.section(tag.partition("-")[0], "search").get("script", "")
    return KINDS.get(script, "W")


@cache
def rules() -> Rules:
    """The rules of all languages. Raises ``ValueError`` when a data file lacks a key or has one too many."""
    stopwords: set[str] = set()
    affixes = Affixes()
    for tag in languages.tags():
        data = languages.section(tag, "search")
        if not data:
            continue
        if set(data) != set(KEYS) or data["stemmer"] not in STEMMERS:
            raise ValueError(f"languages/{tag}/search.yml: the keys must be {', '.join(KEYS)}")
        stopwords.update(_words(data["stopwords"]))
        if data["stemmer"] == "affixes":
            affixes = _affixes(data)
    return Rules(frozenset(stopwords), affixes)


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold_text(text).split()))


def _affixes(data: Mapping[str, Any]) -> Affixes:
    return Affixes(
        articles=tuple((fold_text(form), int(least)) for form, least in data["articles"]),
        suffixes=_words(data["suffixes"]),
        possessives=frozenset(_words(data["possessives"])),
        hamza=frozenset(_words(data["hamza"])),
        proclitics=fold_text(data["proclitics"]),
        doubling=fold_text(data["doubling"]),
        weak_letters=data["weak_letters"],
        weak_opening=data["weak_opening"],
        shapes=frozenset(pair for row in data["shapes"] for pair in _pairs(*row.split())),
    )


def _pairs(shape: str, *others: str) -> Iterator[tuple[str, str]]:
    for other in others:
        yield shape, other
        yield other, shape
