"""Numbers written in digits: grouping, decimal marks and slashes of every convention, exact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

_TOO_LONG = re.compile(r"\d{26}")
"""More digits than this are no number that a report states, and would make arithmetic slow."""

_GROUPED = re.compile(r"\d{1,3}([,٬'،，])\d{3}(?:\1\d{3}){0,7}(?!\d)([.٫]\d{1,30})?(?!\d)")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)(\.\d{1,30})?(?!\d)")
_SPACED = re.compile(r"\d{1,3}(?: \d{3}){1,7}(?!\d| \d)([.,٫]\d{1,30})?(?!\d)")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}(?:\.\d{3}){1,7}(?!\d|\.\d)|(?:\.\d{3}){1,7},\d{1,2}(?!\d))")
_PLAIN = re.compile(r"(\d{0,30})(?:([.٫]|(?<=\d)·(?!10(?:\^|-)))(\d{1,30}))?")
_COMMA = re.compile(r"(\d{1,30}),(\d{1,30})(?![\d,])")
_ARABIC_DECIMAL = re.compile(r"(\d{1,3})،(\d{1,2})(?![\d،])")
_LIST_PERCENT = re.compile(r"(\d{1,3})\u060c(\d{1,2})(?= ?%)")
"""30،5%: before a percent sign the Arabic comma is a decimal mark."""
_ARABIC_COMMA = "\u060c"
_LIST_COMMAS = "\u060c\uff0c"
"""The Arabic and the full-width comma."""
_ENUMERATION = "\u3001"
_ALONE = re.compile(r"\d+(?![,٬'،， .٫·]?\d)")
_BEFORE = re.compile(r"(?:^|(?<![^\W_]))([^\W\d_]+ |[(“\"«]|[.:;!?] |)$")
_COUNTED = re.compile(r" ?[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Digits:
    value: Fraction
    end: int
    grouped: bool = False
    decimals: bool = False


@lru_cache(maxsize=32)
def read_digits(view: View, at: int, g: Grammar) -> Digits | None:
    """The number in digits that starts at ``at`` (a digit, or a decimal mark before one); ``None`` where they are too many."""
    flat = view.flat
    if _TOO_LONG.match(flat, at):
        return None
    alone = _ALONE.match(flat, at)
    if alone:
        return Digits(Fraction(int(alone[0])), alone.end())
    return (
        _grouped(view, at)
        or _comma(view, at, decimal_comma=g.data.numerals.decimal_comma)
        or _plain(flat, at)
    )


def _grouped(view: View, at: int) -> Digits | None:
    flat = view.flat
    match = _GROUPED.match(flat, at)
    # A list comma groups only digits of its own script: in "5，300" it may end a clause.
    native = view.origin(at) not in "0123456789"
    if match and (match[1] not in _LIST_COMMAS or native or _groups(match, flat)):
        return _made(match[0], match.end(), match[2], at, flat)
    percent = _LIST_PERCENT.match(flat, at)
    if percent:
        return Digits(Fraction(f"{percent[1]}.{percent[2]}"), percent.end(2), decimals=True)
    if native:
        # "٣،٢": between Arabic digits the Arabic comma also is a decimal mark.
        match = _ARABIC_DECIMAL.match(flat, at)
        if match:
            return Digits(Fraction(f"{match[1]}.{match[2]}"), match.end(), decimals=True)
    match = _INDIAN.match(flat, at)
    if match:
        return _made(match[0], match.end(), match[1], at, flat)
    match = _SPACED.match(flat, at)
    if match and (
        match[0].count(" ") > 1
        or view.origin(at + match[0].index(" ")) != " "
        or _one_number(view, at, match.end())
    ):
        return _made(match[0].replace(" ", ""), match.end(), match[1], at, flat)
    match = _POINTED.match(flat, at)
    if match:
        whole, _, part = match[0].partition(",")
        return Digits(
            Fraction(f"{whole.replace('.', '')}.{part}0"), match.end(), grouped=True, decimals=bool(part)
        )
    return None


def _one_number(view: View, at: int, end: int) -> bool:
    """12 500 patients: two groups with a plain blank, before what they count and behind no name or number."""
    before = _BEFORE.search(view.text, max(0, at - 24), at)
    if before is None or _COUNTED.match(view.flat, end) is None:
        return False
    start = before.start(1)
    lead = view.text[max(0, start - 4) : start].rstrip(" ")
    opens = not lead or lead[-1] in ".!?"
    return opens or not before[1][:1].isupper()


def _groups(match: re.Match[str], flat: str) -> bool:
    """Whether a list comma between digits of another script groups them: 30،000, 15，001; not 5，300人."""
    group = match[0].partition(match[1])[2][:3]
    before = flat[max(0, match.start() - 1) : match.start()]
    return (not before or before not in _LIST_COMMAS + _ENUMERATION) and (
        match[1] == _ARABIC_COMMA or len(match[0]) > 5 or group[0] == "0"
    )


def _made(text: str, end: int, decimals: str | None, at: int, flat: str) -> Digits:
    places = len(decimals[1:]) if decimals else 0
    return Digits(Fraction(int(re.sub(r"\D", "", text)), 10**places), end, True, bool(decimals))


def _comma(view: View, at: int, *, decimal_comma: bool) -> Digits | None:
    match = _COMMA.match(view.flat, at)
    if match is None:
        return None
    native = view.origin(at) not in "0123456789"
    if not (decimal_comma or native):
        return None
    return Digits(Fraction(f"{match[1]}.{match[2]}"), match.end(), decimals=True)


def _plain(flat: str, at: int) -> Digits | None:
    match = _PLAIN.match(flat, at)
    if match is None or not match[0]:
        return None
    if not match[1]:
        if at and (flat[at - 1] == "." or (flat[at - 1].isalnum() and flat[at - 1] < "\u2e80")):
            return None
        return Digits(Fraction(f"0.{match[3]}"), match.end(), decimals=True)
    end = match.end(1) if match[3] is None else match.end()
    value = Fraction(int(match[1] + match[3]), 10 ** len(match[3])) if match[3] else Fraction(int(match[1]))
    return Digits(value, end, decimals=bool(match[3]))
