"""Porter's stemmer for English (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980).

Step 1c is the one of lunr.js: a final ``y`` becomes ``i`` only after a consonant that is not the word's first
letter, so that ``say`` and ``money`` stay. ``docs/assets/search/porter.js`` is its twin.
"""

from __future__ import annotations

import re

_C = "[^aeiou][^aeiouy]*"
_V = "[aeiouy][aeiou]*"
_MEASURE_1 = re.compile(f"^(?:{_C})?{_V}{_C}")
_MEASURE_IS_1 = re.compile(f"^(?:{_C})?{_V}{_C}(?:{_V})?$")
_MEASURE_2 = re.compile(f"^(?:{_C})?{_V}{_C}{_V}{_C}")
_HAS_VOWEL = re.compile(f"^(?:{_C})?[aeiouy]")
_SHORT_END = re.compile(f"^{_C}[aeiouy][^aeiouwxy]$")
_DOUBLE_END = re.compile(r"([^aeioulsz])\1$")

_STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
)  # fmt: skip
_STEP_3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


def stem(word: str) -> str:
    """The stem of a lower-case English word of at least three letters ``a`` to ``z``."""
    initial_y = word[0] == "y"
    if initial_y:
        # As the first letter it is a consonant; as a capital the patterns take it for one.
        word = "Y" + word[1:]
    word = _plurals(word)
    word = _past_forms(word)
    if len(word) > 2 and word[-1] == "y" and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    word = _replaced(word, _STEP_2)
    word = _replaced(word, _STEP_3)
    word = _step_4(word)
    word = _final_letters(word)
    return "y" + word[1:] if initial_y else word


def _plurals(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 1:
        return word[:-1]
    return word


def _past_forms(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _MEASURE_1.match(word[:-3]) else word
    for ending in ("ed", "ing"):
        if not word.endswith(ending):
            continue
        base = word[: -len(ending)]
        if not _HAS_VOWEL.match(base):
            return word
        if base.endswith(("at", "bl", "iz")) or _SHORT_END.match(base):
            return base + "e"
        return base[:-1] if _DOUBLE_END.search(base) else base
    return word


def _replaced(word: str, table: tuple[tuple[str, str], ...]) -> str:
    # The longest ending decides, and when its base is too short no other ending is tried.
    found = max((row for row in table if word.endswith(row[0])), key=lambda row: len(row[0]), default=None)
    if found is None:
        return word
    base = word[: -len(found[0])]
    return base + found[1] if _MEASURE_1.match(base) else word


def _step_4(word: str) -> str:
    ending = max((row for row in _STEP_4 if word.endswith(row)), key=len, default=None)
    if ending is None:
        return word
    cut = 3 if ending in ("sion", "tion") else len(ending)
    base = word[:-cut]
    return base if _MEASURE_2.match(base) else word


def _final_letters(word: str) -> str:
    if word.endswith("e"):
        base = word[:-1]
        if _MEASURE_2.match(base) or (_MEASURE_IS_1.match(base) and not _SHORT_END.match(base)):
            word = base
    if word.endswith("ll") and _MEASURE_2.match(word):
        word = word[:-1]
    return word
