"""What folding hides of a form in Arabic script: marks, and letters that make another word."""

from __future__ import annotations

import unicodedata

from build_tools.annotate.names.page import Hit, Judgement

_TANWIN = "\u064b"
_SIGNS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


def declined(hit: Hit) -> Judgement | None:
    """An indefinite accusative (``ميتاً``) is no name: tanwin stands on its last letters."""
    return Judgement.WORD if _TANWIN in hit.surface[-3:] else None


def written_otherwise(hit: Hit) -> Judgement | None:
    """Folding made them equal, yet this is another word: ``إبل`` is not ``آبل``, ``على`` is not ``علي``."""
    if hit.surface == hit.form.written:
        return None
    # «على صالح»: the first word tells.
    surface, written = (bare(text).partition(" ")[0] for text in (hit.surface, hit.form.written))
    if surface == written:
        return None
    if hit.proclitic + surface in hit.rules.written or surface in hit.rules.written:
        return Judgement.WORD
    if hit.form.shift and hit.rules.article + surface[1:] in hit.rules.written:
        return Judgement.WORD
    return None


def marks(hit: Hit) -> Judgement | None:
    """Vowel signs that contradict those of the listed form: ``عُمان`` is not ``عمّان``."""
    if _SIGNS.isdisjoint(hit.surface) or _SIGNS.isdisjoint(hit.form.written):
        return None
    there = _marked(hit.surface)
    listed = _marked(hit.form.written)
    if len(there) != len(listed):
        return None
    clash = any(a and b and not (a <= b or b <= a) for a, b in zip(there, listed, strict=True))
    doubled = any("\u0651" in a ^ b for a, b in zip(there, listed, strict=True)) and any(listed)
    return Judgement.WORD if clash or doubled else None


def is_other_word(hit: Hit, given: str) -> bool:
    start = hit.page.view.text.rfind(given, 0, hit.outset)
    return bare(hit.page.view.surface(start, start + len(given))) in hit.rules.written


def bare(word: str) -> str:
    """Without marks and tatweel, letters as written."""
    kept = (
        char
        for char in unicodedata.normalize("NFC", word)
        if char != "ـ" and unicodedata.category(char) not in ("Mn", "Cf")
    )
    return " ".join("".join(kept).split())


def _marked(word: str) -> list[set[str]]:
    """Per letter the vowel signs it bears."""
    letters: list[set[str]] = []
    for char in word:
        if char in _SIGNS:
            if letters:
                letters[-1].add(char)
        elif unicodedata.category(char) not in ("Mn", "Cf") and char != "ـ":
            letters.append(set())
    return letters
