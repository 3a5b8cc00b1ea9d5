"""Which script a character belongs to, as far as the borders of names depend on it."""

from __future__ import annotations

import re

HAN = "H"
ARABIC = "A"
WORD = "W"
"""Letters and digits of every script that parts its words by spaces and glues nothing to them."""
NONE = ""

_HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ARABIC = r"\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufeff"

HAN_CLASS = f"[{_HAN}]"
ARABIC_CLASS = f"[{_ARABIC}]"
_IS_HAN = re.compile(HAN_CLASS)
_IS_ARABIC = re.compile(ARABIC_CLASS)

_TAG = {HAN: "Hans", ARABIC: "Arab", WORD: "Latn", NONE: "Latn"}


class _Kinds(dict[str, str]):
    """Character → kind, filled as characters are met."""

    def __missing__(self, char: str) -> str:
        if _IS_HAN.match(char):
            kind = HAN
        elif _IS_ARABIC.match(char):
            kind = ARABIC
        else:
            kind = WORD if char.isalnum() else NONE
        self[char] = kind
        return kind


KINDS = _Kinds()
"""``KINDS[char]`` is ``HAN``, ``ARABIC``, ``WORD`` or ``NONE``."""


def script_of(form: str) -> str:
    """ISO 15924 code of the script that rules a form: that of its first letter which is not Latin, else Latin."""
    kinds = {KINDS[char] for char in form}
    for kind in (HAN, ARABIC):
        if kind in kinds:
            return _TAG[kind]
    return _TAG[WORD]
