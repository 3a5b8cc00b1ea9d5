"""Makes the generated tables of ``build_tools/languages``: ``python -m tests.language_tables NAME [SOURCE]``.

``han-simplified``: Traditional or variant character → Simplified, from the OpenCC package.
``en/words``: English words, from a SCOWL list such as Debian's ``/usr/share/dict/american-english-small``.
Prints the table; the output replaces the file of that name.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import opencc

TABLES = Path(__file__).parents[1] / "build_tools" / "languages"

_HAN = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2F800), (0x30000, 0x32400))
"""Blocks of unified ideographs; compatibility ones are folded by their decompositions."""

_SCOWL = """\
# English words without capitals, from SCOWL (Spell Checker Oriented Word Lists) as Debian's wamerican-small 2020.12.07.
# Made by: python -m tests.language_tables en/words /usr/share/dict/american-english-small
# Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
# Its inflections rest on WordNet 1.6, Copyright 1997 by Princeton University, all rights reserved; provided "as is",
# without representations or warranties, express or implied. Other sources of SCOWL at this size: public domain."""


def han_simplified() -> Iterator[str]:
    """Every Han character that one of OpenCC's conversions to Simplified changes, with what it becomes."""
    yield f"# Traditional or variant character -> Simplified, from OpenCC {version('OpenCC')} (t2s, tw2s, hk2s; Apache-2.0)."
    yield "# Made by: python -m tests.language_tables han-simplified"
    converters = [opencc.OpenCC(name) for name in ("t2s", "tw2s", "hk2s")]
    pairs: dict[str, str] = {}
    for low, high in _HAN:
        for code_point in range(low, high):
            char = chr(code_point)
            plain = next(
                (made for c in converters if (made := c.convert(char)) != char and len(made) == 1), char
            )
            if plain != char:
                pairs[char] = plain
    for char, plain in pairs.items():
        # 麼 → 么 → 幺: the end of the chain, so that folding twice changes nothing.
        yield f"{char}\t{pairs.get(plain, plain)}"


def english_words(source: Path) -> Iterator[str]:
    """Every word of two letters or more that the list has in small letters."""
    yield from _SCOWL.splitlines()
    words = source.read_text("utf-8").split()
    yield from sorted({word for word in words if re.fullmatch("[a-z]{2,}", word)})


def main() -> int:
    name, *rest = sys.argv[1:] or [""]
    if name == "han-simplified":
        lines = han_simplified()
    elif name == "en/words" and rest:
        lines = english_words(Path(rest[0]))
    else:
        print(__doc__)
        return 2
    for line in lines:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
