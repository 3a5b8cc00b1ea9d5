"""Names that sound alike in Arabic and Latin script, by their consonants and the places of their vowels."""

from __future__ import annotations

import re
from functools import lru_cache

_DIGRAPHS = (("sch", "$"), ("sh", "$"), ("ch", "T$"), ("ph", "F"), ("th", "T"), ("gh", "G"), ("kh", "H"), ("ck", "K"), ("qu", "K"), ("x", "KS"), ("zh", "$"))  # fmt: skip
_LATIN = {
    **dict.fromkeys("aeiouwy", "~"), **dict.fromkeys("bp", "B"), **dict.fromkeys("fv", "F"), "t": "T", "d": "D",
    **dict.fromkeys("kqg", "K"), "c": "K", "j": "K", **dict.fromkeys("sz", "S"), "m": "M", "n": "N", "l": "L", "r": "R", "h": "H",
}  # fmt: skip
_ARABIC = {
    **dict.fromkeys("اويأإآىؤئءعه", "~"), "ب": "B", "پ": "B", "ف": "F", "ڤ": "F", **dict.fromkeys("تطث", "T"),
    **dict.fromkeys("دضذ", "D"), **dict.fromkeys("كقغجگ", "K"), "چ": "T$", "ش": "$", **dict.fromkeys("سصزظ", "S"),
    "م": "M", "ن": "N", "ل": "L", "ر": "R", **dict.fromkeys("حخ", "H"),
}  # fmt: skip
_SOFT = re.compile(r"c(?=[eiy])")
_DOUBLE = re.compile(r"([a-z])\1")


@lru_cache(maxsize=65536)
def of_latin(name: str) -> str:
    """The sound key of a Latin name: consonant classes, ``~`` where vowels stand between or around them."""
    text = _DOUBLE.sub(r"\1", _SOFT.sub("s", re.sub(r"[^a-z]", "", name.lower())))
    if text.startswith("h"):
        text = "ه" + text[1:]
    for letters, key in _DIGRAPHS:
        text = text.replace(letters, key.upper())
    return _squeezed("".join(_LATIN.get(char, "~" if char == "ه" else char) for char in text))


@lru_cache(maxsize=65536)
def of_arabic(name: str) -> str:
    """The sound key of a folded Arabic name."""
    return _squeezed("".join(_ARABIC.get(char, "") for char in name))


def _squeezed(key: str) -> str:
    return re.sub("~+", "~", key)


def consonants(key: str) -> str:
    return key.replace("~", "")


def alike(latin: str, arabic: str) -> bool:
    """Whether a Latin and a folded Arabic name can be one: equal consonants, nearly equal vowel places."""
    one, other = of_latin(latin), of_arabic(arabic)
    if any(map(str.isdigit, latin)) or consonants(one) != consonants(other):
        return False
    size = len(consonants(one))
    apart = abs(one.count("~") - other.count("~"))
    if size >= 4:
        return apart <= 2
    if size == 3:
        return apart <= 1 and "~" in other
    return size == 2 and one == other and abs(len(latin) - len(arabic)) <= 2 and len(arabic) >= 4
