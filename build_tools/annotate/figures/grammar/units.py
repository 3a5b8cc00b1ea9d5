"""Units of measure as CLDR names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from babel.units import format_unit

from build_tools import languages
from build_tools.annotate.figures.view import spelling

_WIDTHS: tuple[Literal["short", "long"], ...] = ("short", "long")
_AFTER = re.compile(r"\d+[\s\u200f]*(\D+)")


@cache
def measures() -> frozenset[str]:
    """Units that may be divided: half a mile is a length, half the villages a part."""
    return frozenset(languages.table("units")["cldr"]) | {
        "degree",
        "ton",
        "feddan",
        "pound weight",
        "millimetre of mercury",
    }


def unit_forms(tag: str) -> Iterator[tuple[str, str]]:
    """Pairs of unit (English singular) and a form that follows a number, in the view's spelling.

    Source: CLDR unit patterns through Babel; for Chinese in both scripts.
    """
    wanted, doubtful = languages.table("units")["cldr"], frozenset(languages.table("units")["ambiguous"])
    for locale in ("zh", "zh_Hant") if tag == "zh" else (tag,):
        for unit, name in wanted.items():
            for width in _WIDTHS:
                for count in (1, 2, 5, 11, 100):
                    # Dual and singular leave the number out in some languages: those are no form after a number.
                    match = _AFTER.fullmatch(format_unit(count, name, length=width, locale=locale))
                    form = spelling(match[1]).strip() if match else ""
                    if form and form not in doubtful:
                        yield unit, form
