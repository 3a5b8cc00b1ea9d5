"""Chinese names as they are spelled by sound: who cannot write 桥水 may type ``qiaoshui`` or ``qiao shui``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import rjieba
from pypinyin import Style, lazy_pinyin

from build_tools import languages

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,}")


def spellings(name: str) -> Iterator[str]:
    """A name of Han characters in pinyin without tones: in one word, by syllable, by word, and as persons are written,
    what follows the first syllable in one. Nothing of other names; a single word that is an English one is left out."""
    if not _HAN.fullmatch(name):
        return
    sounds = lazy_pinyin(name, style=Style.NORMAL)
    if len(sounds) != len(name) or not all(sound.isascii() and sound.isalpha() for sound in sounds):
        return
    made = {" ".join(sounds), f"{sounds[0]} {''.join(sounds[1:])}", " ".join(_words(name, sounds))}
    made.add("".join(sounds))
    made -= _english()
    yield from sorted(made)
    # ü has no key of its own: u is typed, or v.
    yield from sorted({one.replace("v", "u") for one in made if "v" in one})


def _words(name: str, sounds: list[str]) -> Iterator[str]:
    at = 0
    for word in rjieba.cut(name):
        yield "".join(sounds[at : at + len(word)])
        at += len(word)


@cache
def _english() -> frozenset[str]:
    return frozenset(row[0] for row in languages.columns("en/words"))
