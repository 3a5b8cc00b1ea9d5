"""Which paragraphs of a text are in another language than most of it.

Script tells first: a paragraph whose letters are nearly all of another script is in another language, unless it is too
short to be more than names. Within a script the statistics of the language decide, where there is enough text for them
to be sure. What a record says of the whole text counts within its script.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from build_tools.model import Paragraph
from build_tools.read.language import confident, detect, letters, weight
from build_tools.read.tags import UNDETERMINED
from build_tools.read.tags import script as script_of

SHORTEST = 20
"""Weight of the letters (``language.weight``) below which a paragraph of another script is taken for names."""
WORDS = 4
"""Fewer words than this, in a script that parts them, are names or a heading."""
SMALL = 3
"""Words in small letters that a sentence has at least, in a script that has them."""
ENOUGH = 40
"""Letters from which on statistics can tell one language of a script from another."""
FOREIGN = 0.85
"""Share of the letters that must be of another script."""

_EAST = frozenset({"Han", "Kana"})
_MARKS = ".,;:!?()[]{}'\"“”‘’«»…–—-"
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = 4
"""Letters at most, and words at least, of the common words that a paragraph shares with most others of the text."""


def told(
    text: str, paragraphs: Sequence[Paragraph], language: str, *, given: bool
) -> tuple[str, tuple[Paragraph, ...]]:
    """The language of the text, and its paragraphs, those in another one marked with it.

    ``given``: somebody said which language the text is in, so that it stays, and only other scripts are told from it.
    """
    if len(paragraphs) < 2:
        return language, tuple(paragraphs)
    parts = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    own = _languages(parts, language, given=given)
    if not given and (most := _heaviest(parts, own, language)) != language:
        language, own = most, _languages(parts, most, given=given)
    if not any(found is None or found == language for found in own):
        return language, tuple(paragraphs)  # nothing of it is in the language that it is said to be in
    marked = tuple(
        replace(paragraph, language=found) if found is not None and found != language else paragraph
        for paragraph, found in zip(paragraphs, own, strict=True)
    )
    return language, marked


def _languages(parts: Sequence[str], language: str, *, given: bool) -> list[str | None]:
    own = [_language(part, language) for part in parts]
    return own if given else _by_statistics(parts, own, language)


def _language(part: str, language: str) -> str | None:
    """The language of a paragraph in another script than the text's; ``None`` where it is the same, or nothing tells."""
    counts = letters(part)
    total = sum(weight(script, count) for script, count in counts.items())
    if not total:
        return None
    script = max(sorted(counts), key=lambda name: weight(name, counts[name]))
    east = script in _EAST
    group = sum(
        weight(name, count) for name, count in counts.items() if name == script or (east and name in _EAST)
    )
    if group < SHORTEST or group < FOREIGN * total:
        return None
    if not east and not _a_sentence(part):
        return None
    found = detect(part)
    return None if found == UNDETERMINED or _same_script(found, language) else found


def _a_sentence(part: str) -> bool:
    """More than names: words enough, and, where letters have cases, small ones among them."""
    words = part.split()
    plain = [word for word in words if word.strip(_MARKS).isalpha()]
    cased = any(word.upper() != word.lower() for word in plain)
    small = sum(1 for word in plain if word.islower())
    return len(words) >= WORDS and (not cased or small >= SMALL)


def _same_script(one: str, other: str) -> bool:
    first, second = script_of(one), script_of(other)
    return first is None or second is None or first == second


def _by_statistics(parts: Sequence[str], own: Sequence[str | None], language: str) -> list[str | None]:
    """Also the paragraphs in another language of the text's own script, where they are long enough to be sure."""
    long = [
        number
        for number, (part, found) in enumerate(zip(parts, own, strict=True))
        if found is None and sum(letters(part).values()) >= ENOUGH
    ]
    short_words = {
        number: {word for word in map(str.lower, _WORD.findall(parts[number])) if len(word) <= _COMMON}
        for number in long
    }
    in_how_many = Counter(word for words in short_words.values() for word in words)
    common = {word for word, count in in_how_many.items() if count > max(1, len(long) / 2)}
    # What is written like most of the text need not be looked at one by one.
    alike = {number for number in long if len(short_words[number] & common) >= _COMMON}
    of_most = next(filter(None, (confident(parts[number]) for number in sorted(alike))), None)
    result = list(own)
    for number in long:
        found = of_most if number in alike else confident(parts[number])
        if found is not None and found != language:
            result[number] = found
    return result


def _heaviest(parts: Sequence[str], own: Sequence[str | None], language: str) -> str:
    """The language that most of the text is in."""
    weights: Counter[str] = Counter()
    for part, found in zip(parts, own, strict=True):
        weights[found or language] += sum(weight(script, count) for script, count in letters(part).items())
    return max(weights, key=lambda tag: (weights[tag], tag == language))
