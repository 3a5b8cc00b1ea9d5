"""From folded text to index terms. ``docs/assets/search/tokens.js`` is the twin; both obey ``tests/vectors``.

A text falls into *runs*: ``A`` Arabic letters, ``H`` Han characters and kana, ``N`` a number, ``W`` other letters
and digits. A run of words gives stems, a Han run every pair of neighbouring characters and the last one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from build_tools.search import porter
from build_tools.search.rules import Affixes, rules

ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
OTHER = rf"[^\W_{ARABIC}{HAN}]"

RUN = re.compile(
    rf"[{ARABIC}]+|[{HAN}]+|(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?!{OTHER})|{OTHER}+",
)
"""The runs of a folded text, in the order in which they are tried."""

_ARABIC_START = re.compile(f"[{ARABIC}]")
_HAN_START = re.compile(f"[{HAN}]")
_NUMBER = re.compile(r"[0-9,.]+\Z")
_ENGLISH = re.compile(r"[a-z]{3,}\Z")
_NUMBERED_PLURAL = re.compile(r"(?<=\d)s\Z")
LEAST_LETTERS = 3
"""Letters that light stemming leaves."""


class Run(NamedTuple):
    kind: str
    """``A``, ``H``, ``N`` or ``W``."""
    text: str
    start: int
    """Offset into the folded text."""


class Reading(NamedTuple):
    """One way to read a word: ``bare`` without article or proclitic, ``stem`` also without endings."""

    bare: str
    stem: str


def kind_of(run: str) -> str:
    """The kind of a string that ``RUN`` matched."""
    if _ARABIC_START.match(run):
        return "A"
    if _HAN_START.match(run):
        return "H"
    return "N" if _NUMBER.match(run) else "W"


def runs(folded: str) -> Iterator[Run]:
    """The runs of a folded text, in order."""
    for found in RUN.finditer(folded):
        yield Run(kind_of(found.group()), found.group(), found.start())


def is_stopword(run: str) -> bool:
    """Whether a folded run is a word that is not indexed."""
    return run in rules().stopwords


def readings(kind: str, run: str) -> tuple[Reading, ...]:
    """The readings of a run that is not Han: the canonical one first, then those without proclitics."""
    if kind == "A":
        return _arabic(run)
    if kind == "N":
        number = run.replace(",", "")
        return (Reading(number, number),)
    word = _NUMBERED_PLURAL.sub("", run)
    if not _ENGLISH.match(word):
        return (Reading(word, word),)
    return (Reading(_singular(word), porter.stem(word)),)


def han_terms(run: str) -> list[str]:
    """The terms of a Han run, one for each of its characters: the pair that it begins; the last one alone."""
    return [run[at : at + 2] for at in range(len(run))]


def skeleton(term: str) -> str:
    """The key by which shards are sorted: a word without the letters that broken plurals move about.

    The key of a word's beginning is the beginning of the word's key, so that prefixes are ranges of keys.
    """
    if not _ARABIC_START.match(term):
        return term
    affixes = rules().affixes
    if len(term) > 1 and term[0] in affixes.weak_opening:
        term = term[1:]
    return term[0] + "".join(letter for letter in term[1:] if letter not in affixes.weak_letters)


def shape(term: str) -> str:
    """A word with ``C`` for each letter of its skeleton, the weak letters as they stand."""
    affixes = rules().affixes
    opening = term[0] if len(term) > 1 and term[0] in affixes.weak_opening else ""
    rest = term[len(opening) :]
    return opening + "C" + "".join(c if c in affixes.weak_letters else "C" for c in rest[1:])


def are_forms(one: str, other: str, feminine: bool = False) -> bool:
    """Whether two stems are singular and broken plural of one noun, as far as their letters tell.

    ``feminine``: the first one had the feminine ending.
    """
    key = skeleton(one)
    if len(key) < LEAST_LETTERS - 1 or key != skeleton(other):
        return False
    affixes = rules().affixes
    pair = (shape(one), shape(other))
    if feminine and pair in affixes.no_feminine:
        return False
    return pair in (affixes.shapes if len(key) >= LEAST_LETTERS else affixes.hollow_shapes)


def feminine(reading: Reading) -> str | None:
    """The term that says, beside the stem, that a noun which may name people stands there in the feminine."""
    affixes = rules().affixes
    bare, stem = reading
    if len(stem) > LEAST_LETTERS and stem[0] in affixes.participle and bare[len(stem) :] in affixes.feminine:
        return stem + affixes.feminine[0]
    return None


def _arabic(word: str) -> tuple[Reading, ...]:
    affixes = rules().affixes
    for article, least in affixes.articles:
        if word.startswith(article) and len(word) - len(article) >= least:
            bare = word[len(article) :]
            found = [Reading(bare, _without_suffixes(bare))]
            return (*found, *_short(found))
    found = [Reading(word, _without_suffixes(word))]
    rest = word
    for _ in range(2 if word[0] in affixes.doubling else 1):
        if rest[0] not in affixes.proclitics or len(rest) <= LEAST_LETTERS:
            break
        rest = rest[1:]
        found.append(Reading(rest, _without_suffixes(rest)))
    return (*found, *_short(found))


def _short(found: list[Reading]) -> Iterator[Reading]:
    """Nouns of two letters and ة, of which no stem is left: ``خطة`` again out of ``خطتها``, ``خطط`` and ``لغات``.

    They are guesses, which count where the archive has the noun: ``وقتها`` is of ``وقت``.
    """
    for bare, stem in found:
        bound = len(stem) == 3 and stem[2] == "ت" and stem != bare
        doubled = len(stem) == 3 and stem[1] == stem[2]
        plural = len(stem) == 4 and stem.endswith("ات")
        if bound or doubled or plural:
            yield Reading(bare, stem[:2] + "ه")


@cache
def _suffixes() -> tuple[str, ...]:
    return rules().affixes.suffixes


def _without_suffixes(word: str) -> str:
    affixes = rules().affixes
    possessives, hamza = affixes.possessives, affixes.hamza
    for _ in range(3):
        for suffix in _suffixes():
            if word.endswith(suffix) and _is_ending(word, suffix, affixes):
                break
        else:
            return word
        word = word[: -len(suffix)]
        if suffix in possessives and word[-1] == "ت" and len(word) > LEAST_LETTERS:
            word = word[:-1]
        if suffix in hamza and word[-1] == "ا":
            return word
    return word


def _is_ending(word: str, suffix: str, affixes: Affixes) -> bool:
    """Whether what a word ends with can be an ending: enough of the word remains, and its last letter allows it."""
    rest = len(word) - len(suffix)
    if rest < LEAST_LETTERS + (suffix in affixes.careful):
        return False
    return word[rest - 1] not in affixes.not_behind.get(suffix, "")


def _singular(word: str) -> str:
    """A plural's ``s`` off: enough to compare names by, which must not fall together as stems do."""
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-1]
    return word
