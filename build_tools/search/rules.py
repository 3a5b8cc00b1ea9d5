"""The rules of tokenisation: ``languages/<tag>/search.yml`` of all languages, checked, folded and joined.

A query does not say which language it is in, so rules go by script: languages that share one share its rules,
and their stop words are joined. ``as_json`` is what the browser reads, so that both sides follow the same data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from build_tools import languages
from build_tools.folding import fold_text

KEYS = (
    "script", "stemmer", "stopwords", "articles", "suffixes", "careful",
    "not_behind", "possessives", "hamza", "proclitics", "doubling", "sound_plural", "like_endings", "participle", "masculine", "feminine",
    "weak_letters", "weak_opening", "shapes", "hollow_shapes", "no_feminine", "dates",
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
    careful: frozenset[str] = frozenset()
    """Suffixes that leave a letter more than the others, since many words end so by themselves."""
    not_behind: Mapping[str, str] = field(default_factory=dict)
    """Suffix → the letters behind which it is none."""
    possessives: frozenset[str] = frozenset()
    hamza: frozenset[str] = frozenset()
    """Endings after which an alef is no ending."""
    proclitics: str = ""
    doubling: str = ""
    """Proclitics that may be followed by another one."""
    sound_plural: tuple[str, ...] = ()
    """Endings of plurals beside which a noun has no broken one."""
    participle: str = ""
    """First letters of nouns that name one who does something, or in the feminine what is done."""
    masculine: tuple[str, ...] = ()
    """Endings of their plural that people alone have."""
    feminine: tuple[str, ...] = ()
    """Endings of the feminine."""
    like_endings: str = ""
    """Last letters of foreign names of which now one is written, now another."""
    weak_letters: str = ""
    weak_opening: str = ""
    shapes: frozenset[tuple[str, str]] = frozenset()
    """Pairs of shapes of one noun, in both orders."""
    hollow_shapes: frozenset[tuple[str, str]] = frozenset()
    """The same for keys of two letters, whose third one is weak."""
    no_feminine: frozenset[tuple[str, str]] = frozenset()
    """Pairs that do not hold where the first word has the feminine ending."""


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
            "careful": sorted(affixes.careful),
            "behind": dict(affixes.not_behind),
            "possessives": sorted(affixes.possessives),
            "hamza": sorted(affixes.hamza),
            "proclitics": affixes.proclitics,
            "doubling": affixes.doubling,
            "sound": list(affixes.sound_plural),
            "participle": affixes.participle,
            "masculine": list(affixes.masculine),
            "alike": affixes.like_endings,
            "weak": affixes.weak_letters,
            "opening": affixes.weak_opening,
            "shapes": sorted(map(" ".join, affixes.shapes)),
            "hollow": sorted(map(" ".join, affixes.hollow_shapes)),
            "unlike": sorted(map(" ".join, affixes.no_feminine)),
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
        careful=frozenset(_words(data["careful"])),
        not_behind={fold_text(one): "".join(_words(letters)) for one, letters in data["not_behind"].items()},
        possessives=frozenset(_words(data["possessives"])),
        hamza=frozenset(_words(data["hamza"])),
        proclitics=fold_text(data["proclitics"]),
        doubling=fold_text(data["doubling"]),
        sound_plural=_words(data["sound_plural"]),
        participle=data["participle"],
        masculine=_words(data["masculine"]),
        feminine=_words(data["feminine"]),
        like_endings="".join(_words(data["like_endings"])),
        weak_letters=data["weak_letters"],
        weak_opening=data["weak_opening"],
        shapes=frozenset(pair for row in data["shapes"] for pair in _pairs(*row.split())),
        hollow_shapes=frozenset(pair for row in data["hollow_shapes"] for pair in _pairs(*row.split())),
        no_feminine=frozenset((one, other) for one, other in map(str.split, data["no_feminine"])),
    )


def _pairs(shape: str, *others: str) -> Iterator[tuple[str, str]]:
    for other in others:
        yield shape, other
        yield other, shape
