"""Stretches of text whose digits are no figures: addresses, telephone numbers, versions, names, scores, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.han_labels import han_labels
from build_tools.annotate.figures.view import View

# Every repetition is bounded, so that a hostile line costs no more than its length.
_ADDRESS = re.compile(
    r"https?://[^\s]{1,2000}|www\.[^\s]{1,500}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
    r"|(?<![\w-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|org|net|ai|io|cn|tw|hk|uk|gov|edu|info|co|tv|me|app|dev|sa|ae|eg|qa|xyz|html|pdf|xlsx|docx|jpg|png)(?![\w-])"
    r"|[#@]\w{1,60}",
    re.ASCII,
)
_PHONE = re.compile(
    r"\+\d{1,4}[ -]?\d[\d /-]{4,20}\d|\(\d{2,4}\) ?\d{3,4}[ -]\d{3,4}"
    r"|(?<![\d.,-])\d{3,5}-\d{3,4}-\d{3,4}(?![\d-])|(?<![\d,.-])0\d{1,3}-\d{6,8}(?!\d)|(?<![\d,.-])0\d{2,4} \d{3,4} \d{3,4}(?!\d)|\d{4}[- ]\d{8}[- ]\d{4}",
    re.ASCII,
)
_DOTTED = re.compile(
    r"(?<![\d.])\d{1,5}(?:\.\d{1,5}){2,4}(?![\d])|(?<!\w)v\d{1,3}(?:\.\d{1,3}){0,3}(?!\w)", re.ASCII
)
_CLOCK = re.compile(
    r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])( ?[ap]\.?m\.?(?!\w))?|(?<![\d.])\d{1,2}(?:\.\d{2})? ?(?:a\.m\.|p\.m\.|am|pm)(?!\w)|(?<![\d.,])[0-2]\d{3} ?(?:gmt|utc)(?!\w)",
    re.ASCII,
)
_LONG_CODE = re.compile(r"(?<![\w])\d{1,6}-\d{1,8}(?:-\d{1,8}){1,4}(?!\w)", re.ASCII)
_SCORE_LINE = re.compile(r"(?<![\d.,\w-])(\d{1,3}|صفر) ?[-–—] ?(\d{1,3}|صفر)(?![\d.,]\d|[\w%-]| ?%)")
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE_AFTER = re.compile(r"(?<![\w.,])\d{1,12}[a-z]{1,20}\d[\w-]{0,30}", re.ASCII)
_STAMP = re.compile(r"\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2})?z?", re.ASCII)
_CODE_LETTERS = re.compile(r"(?<![a-z0-9])[a-z]{1,20}[-_]?\d{1,10}[a-z][\w-]{0,30}", re.ASCII)


def blocked(view: View, g: Grammar) -> list[tuple[int, int]]:
    """Spans of the view in which no figure may begin, sorted."""
    return sorted(_spans(view.flat, g))


def _spans(flat: str, g: Grammar) -> Iterator[tuple[int, int]]:
    patterns = [_DOTTED]
    if ":" in flat:
        patterns += [_CLOCK, _STAMP]
    elif "m" in flat:
        patterns.append(_CLOCK)
    if "-" in flat or "+" in flat or "(" in flat or " 0" in flat:
        patterns.append(_PHONE)
    if "." in flat or "@" in flat or "#" in flat:
        patterns.append(_ADDRESS)
    for pattern in patterns:
        for match in pattern.finditer(flat):
            yield match.span()
    for pattern in (_CODE_AFTER, _CODE_LETTERS):
        for match in pattern.finditer(flat):
            yield match.span()
    if g.definite:
        yield from _scores(flat, g)
    if g.positional:
        yield from han_labels(flat, g)


def _scores(flat: str, g: Grammar) -> Iterator[tuple[int, int]]:
    """3-1, 78-85, صفر-3: two numbers with a dash in a clause that tells of a match."""
    names = g.data["names"]
    for match in _SCORE_LINE.finditer(flat):
        if not (match[1].isdigit() and match[2].isdigit()):
            yield match.span()
            continue
        words = set(_LETTERS.findall(flat[max(0, match.start() - 70) : match.start()]))
        words |= set(_LETTERS.findall(flat[match.end() : match.end() + 40]))
        if not words.isdisjoint(names["score_cues"]):
            yield match.span()
