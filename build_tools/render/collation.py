"""The order of names in a reader's language, as far as a catalogue of names needs it.

English and other Latin names: by folded letters. Arabic: likewise, the article ال left aside. Chinese: by Pinyin,
Han characters first read as their commonest reading in the phrase (pypinyin's table). Latin names are
sorted in among them. Names in another script than the language's own stand after all others.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from build_tools.folding import fold_text

_OWN_SCRIPTS = {"ar": ("ARABIC",), "zh": ("CJK", "LATIN"), "en": ("LATIN",)}
_ARTICLE = "ال"


def sort_key(name: str, language: str) -> tuple[bool, str, str]:
    """Names compare by this in ``language``; the name itself decides between names that fold alike."""
    base = language.partition("-")[0]
    key = " ".join(_letters(name, base).split())
    return (not _own(name, base), key, name)


def initial(name: str, language: str) -> str:
    """The letter a name is filed under: the first one of its sort key, a capital one in Latin script."""
    key = sort_key(name, language)[1]
    return next((char.upper() for char in key if char.isalpha()), "#")


def _letters(name: str, base: str) -> str:
    folded = fold_text(name)
    if base == "ar":
        bare = folded.strip("\"'«»“”")
        return bare.removeprefix(_ARTICLE) if len(bare) > len(_ARTICLE) + 1 else bare
    if base == "zh":
        return _pinyin(folded)
    return folded


def _own(name: str, base: str) -> bool:
    first = next((char for char in name if char.isalpha()), "")
    return not first or unicodedata.name(first, "").startswith(_OWN_SCRIPTS.get(base, ("LATIN",)))


@cache
def _pinyin(folded: str) -> str:
    from pypinyin import lazy_pinyin  # its tables are loaded by those who need them only

    return "".join(lazy_pinyin(folded))
