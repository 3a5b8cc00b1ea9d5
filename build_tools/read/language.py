"""Which language a text is in: by its script, and within a script by py3langid (offline) or by characters.

The record overrules what is found here.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from build_tools import languages
from build_tools.read.tags import UNDETERMINED

SAMPLE = 6_000
"""Code points that are looked at: from the beginning, the middle and the end of a long text."""

_RANGES = (
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x0DFF, "Indic"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x3041, 0x3096, "Kana"),
    (0x30A1, 0x30FA, "Kana"),
    (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"),
    (0xAC00, 0xD7A3, "Hang"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFC, "Arab"),
    (0x20000, 0x3134F, "Han"),
)

_LETTERS_OF_ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱپچڤگڨ")
"""With the letters that Arabic papers write names with: پ چ ڤ گ."""

_CANDIDATES = {
    "Arab": ("ar", "fa", "ur", "ps", "ug", "sdh", "uzs"),
    "Cyrl": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "ba"),
    "Deva": ("hi", "mr", "ne", "sa"),
    "Hebr": ("he",),
    "Latn": (
        "en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "nn", "fi", "is", "et", "lv", "lt", "pl", "cs",
        "sk", "sl", "hr", "bs", "hu", "ro", "sq", "tr", "az", "uz", "tk", "vi", "id", "ms", "tl", "jv", "sw", "ha",
        "yo", "ig", "zu", "xh", "so", "om", "rw", "mg", "ca", "gl", "eu", "oc", "cy", "ga", "gd", "br", "mt", "eo",
        "la", "af", "fy", "lb", "ht", "ku",
    ),
    "Indic": ("bn", "pa", "gu", "or", "ta", "te", "kn", "ml", "si", "as"),
    "Ethi": ("am",),
}  # fmt: skip
"""Languages that papers are printed in. A dialect (arz, pcm, yue) is filed under the language it is written as."""

_ALONE = {"Grek": "el", "Armn": "hy", "Hang": "ko", "Thai": "th", "Laoo": "lo", "Mymr": "my", "Geor": "ka", "Khmr": "km", "Hebr": "he", "Ethi": "am"}  # fmt: skip
_FILED = {"uzs": "uz-Arab", "sdh": "ckb", "nn": "no"}

_WEIGHTS = {"Latn": 1, "Han": 6, "Kana": 6, "Hang": 6}
"""Of one letter. A Chinese character says as much as a short word; and names in Latin letters stand in texts of
every script, while other scripts are seldom quoted in Latin ones."""

_REMEMBERED = 64
"""Texts of which is remembered what was found: the paragraphs of one document are asked for it again and again."""

_AS_LIKELY_AS_NOT = 0.5
_NEAR = 20
"""A language that is so many times less likely than the likeliest is no candidate beside it."""

_FEW = 40
"""With fewer letters than this the statistics of a language do not show."""


def detect(text: str) -> str:
    """BCP 47 in its shortest form: ``ar``, ``en``, ``zh`` (Simplified), ``zh-Hant`` …; ``und`` where nothing tells."""
    sample = _sample(text)
    counts = letters(sample)
    if not counts:
        return UNDETERMINED
    weights = {script: count * _WEIGHTS.get(script, 2) for script, count in counts.items()}
    east = weights.get("Han", 0) + weights.get("Kana", 0)
    others = {script: weight for script, weight in weights.items() if script not in ("Han", "Kana")}
    if east and east >= max(others.values(), default=0):
        return _east_asian(sample, counts)
    script = max(sorted(others), key=lambda name: others[name])
    if script in _ALONE:
        return _ALONE[script]
    if script == "Arab" and _plainly_arabic(sample):
        return "ar"
    return _by_statistics(sample, script, counts[script])


@lru_cache(_REMEMBERED)
def letters(text: str) -> Mapping[str, int]:
    """How many letters of each script a text has."""
    counts: Counter[str] = Counter()
    for char, count in Counter(text).items():  # of a long text each character is looked up once
        counts[_script_of(char)] += count
    counts.pop("", None)
    return counts


def weight(script: str, count: int) -> int:
    """What so many letters of a script say of a text, in letters of Latin."""
    return count * _WEIGHTS.get(script, 2)


def confident(text: str) -> str | None:
    """As ``detect``, where the statistics are sure; ``None`` where they are not, or do not decide."""
    found = detect(text)
    script = max(sorted(counts := letters(text)), key=lambda name: counts[name], default="")
    if script in ("Han", "Kana"):
        telling = _telling_characters()
        seen = [sum(1 for char in text if char in side) for side in telling]
        return found if found == "ja" or (max(seen) >= _TELLING and min(seen) == 0) else None
    candidates = _CANDIDATES.get(script)
    if candidates is None or (script == "Arab" and _plainly_arabic(text)):
        return None if found == UNDETERMINED else found
    [(_, sure), *_] = _ranked(candidates, _only(text, script))
    return found if sure >= _SURE else None


_SURE = 0.999
_TELLING = 5
"""Characters of one way of writing Chinese alone, from which on it is sure."""


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    part = SAMPLE // 3
    middle = len(text) // 2
    return text[:part] + "\n" + text[middle : middle + part] + "\n" + text[-part:]


@cache
def _script_of(char: str) -> str:
    if not char.isalpha():
        return ""
    code = ord(unicodedata.normalize("NFKC", char)[0])
    return next((script for first, last, script in _RANGES if first <= code <= last), "")


def _east_asian(sample: str, counts: Mapping[str, int]) -> str:
    # Japanese cannot be written without kana; in Chinese they occur in a quoted word at most.
    kana, han = counts.get("Kana", 0), counts.get("Han", 0)
    if kana >= 0.08 * (han + kana):
        return "ja"
    return "zh-Hant" if traditional(sample) else "zh"


def traditional(text: str) -> bool:
    """Whether Chinese text is in Traditional characters, by those that only one of the two ways of writing has."""
    only_traditional, only_simplified = _telling_characters()
    if only_traditional.isdisjoint(text):
        return False
    traditional_ones = sum(map(only_traditional.__contains__, text))
    simplified_ones = sum(map(only_simplified.__contains__, text))
    return traditional_ones > simplified_ones


@cache
def _telling_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Characters of one way of writing that the other's own character set (Big5, GB 2312) does not have.

    台 and 里 came into Simplified writing from another character, and are Traditional ones as well.
    """
    pairs = languages.columns("han-simplified")
    return (
        frozenset(row[0] for row in pairs if not _encodable(row[0], "gb2312")),
        frozenset(row[1] for row in pairs if not _encodable(row[1], "big5")),
    )


def _encodable(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _plainly_arabic(sample: str) -> bool:
    """No letter that Arabic does not have, and enough text to have shown one.

    Persian, Urdu and their neighbours cannot do for long without ی, ک, ژ or a letter of their own.
    """
    letters = {char: count for char, count in Counter(sample).items() if _script_of(char) == "Arab"}
    foreign = sum(
        count for char, count in letters.items() if _is_foreign(unicodedata.normalize("NFKC", char))
    )
    own = any(char in letters for char in "ةىأإ")
    return foreign == 0 or (own and foreign * 200 < sum(letters.values()))


def _is_foreign(letter: str) -> bool:
    return not set(letter) <= _LETTERS_OF_ARABIC and unicodedata.category(letter[0]) == "Lo"


def _by_statistics(sample: str, script: str, letters: int) -> str:
    candidates = _CANDIDATES.get(script)
    if not candidates:
        return UNDETERMINED
    words = _only(sample, script)
    if letters < _FEW:
        if script == "Latn" and words.isascii():
            return "en"  # too short to tell, and spelt as English is
        if script == "Cyrl":
            return "ru"
    ranked = _ranked(candidates, words)
    best, sure = ranked[0]
    if sure < _AS_LIKELY_AS_NOT:
        # A few words may be of any language: of those that are about as likely, the one that can be read.
        near = (tag for tag, other in ranked if other * _NEAR >= sure and tag in languages.tags())
        best = next(near, best)
    return _FILED.get(best, best)


def _only(sample: str, script: str) -> str:
    """The sample without words of other scripts, which would count as noise."""
    return " ".join(word for word in sample.split() if any(_script_of(char) == script for char in word))


@lru_cache(_REMEMBERED)
def _ranked(candidates: tuple[str, ...], words: str) -> list[tuple[str, float]]:
    """The languages that words may be in, the likeliest first, with how likely each is."""
    return [(str(tag), float(sure)) for tag, sure in _identifier(candidates).rank(words)]


@cache
def _identifier(candidates: Iterable[str]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(candidates)
    return identifier
