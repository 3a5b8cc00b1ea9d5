"""Signs of fonts that stand for letters: ligatures, and Arabic letters in the form that they have in a word."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = re.compile(r"[\ufb00-\ufb06\ufef5-\ufefc]")
_BULLET = re.compile(r"\A[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d]\s*")


def plain(text: str) -> str:
    """The text with ligatures as their letters, and with the bullets of symbol fonts at its beginning as ``•``.

    Arabic that is all in forms of a font stays as it is, to be told.
    """
    return _SIGNS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _BULLET.sub("• ", text))
