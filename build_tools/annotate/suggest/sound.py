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
    return _squeezed("".join(kind for kind, _ in _latin_sounds(name)))


@lru_cache(maxsize=65536)
def of_arabic(name: str) -> str:
    """The sound key of a folded Arabic name."""
    return _squeezed("".join(kind for kind, _ in _arabic_sounds(name)))


def _latin_sounds(name: str) -> list[tuple[str, str]]:
    """Each letter or digraph of a name: its class and how it is written."""
    text = _DOUBLE.sub(r"\1", _SOFT.sub("s", re.sub(r"[^a-z]", "", name.lower())))
    if text.startswith("h"):
        text = "ه" + text[1:]
    for letters, key in _DIGRAPHS:
        text = text.replace(letters, key.upper())
    return [(_LATIN.get(char, "~" if char == "ه" else char), char) for char in text]


def _arabic_sounds(name: str) -> list[tuple[str, str]]:
    return [(_ARABIC[char], char) for char in name if char in _ARABIC]


def _squeezed(key: str) -> str:
    return re.sub("~+", "~", key)


def consonants(key: str) -> str:
    return key.replace("~", "")


def alike(latin: str, arabic: str) -> bool:
    """Whether a Latin and a folded Arabic name can be one: equal consonants, nearly equal vowel places."""
    one, other = of_latin(latin), of_arabic(arabic)
    if any(map(str.isdigit, latin)) or consonants(one) != consonants(other):
        return False
    if len(re.split(r"[\s-]+", latin)) != len(arabic.split()) or not _vowels_agree(latin, arabic):
        return False
    size = len(consonants(one))
    apart = abs(one.count("~") - other.count("~"))
    if size >= 4:
        return apart <= 2
    if size == 3:
        return apart <= 1 and "~" in other
    return size == 2 and one == other and abs(len(latin) - len(arabic)) <= 2 and len(arabic) >= 4


def _vowels_agree(latin: str, arabic: str) -> bool:
    """Whether both begin with a vowel or neither does, and what Arabic writes between consonants is no other vowel.

    ``توماس`` is no *Times*, ``بوريس`` no *Paris*, ``لومبوك`` no *Olympic*.
    """
    one, other = _groups(_latin_sounds(latin)), _groups(_arabic_sounds(arabic))
    if bool(one[0]) != bool(other[0]):
        return False
    inner = zip(one[1:], other[1:], strict=True)
    return all(_agree(vowels, written, last=at == len(one) - 2) for at, (vowels, written) in enumerate(inner))


def _agree(vowels: str, written: str, *, last: bool) -> bool:
    if "ه" in written and not last:
        return "ه" in vowels
    if "و" in written:
        return not _ROUNDED.isdisjoint(vowels)
    if "ي" in written:
        return not _SPREAD.isdisjoint(vowels)
    return True


_ROUNDED = frozenset("ouw")
_SPREAD = frozenset("eiya")


def _groups(sounds: list[tuple[str, str]]) -> list[str]:
    """The vowels before, between and after the consonants of a name, as written."""
    groups = [""]
    for kind, written in sounds:
        if kind == "~":
            groups[-1] += written
        else:
            groups += [""] * len(kind)
    return groups
