"""What has to be isolated (``<bdi>``) in a line in which scripts of both directions may meet.

Isolation matters where text of the other direction, or a number, stands next to something that could draw it to
itself: two Latin names with an Arabic comma between them would change places. Everywhere else it changes nothing,
and an archive has thousands of names on its pages: there it is left out. The rules are those of Unicode's
bidirectional algorithm (UAX #9), W2, W7, N1 and N2; character classes are Unicode's ``Bidi_Class``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from unicodedata import bidirectional

from build_tools.render.wording.names import locale_of

_FOREIGN = re.compile(r"[A-Za-z0-9]+(?:[ .,:;/&+'’%@_-]*[A-Za-z0-9%+])*")
_NUMBER = re.compile(r"[0-9.,:/%]+")
_EMBEDS = re.compile(r"[A-Za-z](?:.*[A-Za-z0-9])?", re.DOTALL)
# Every block that holds letters or digits of a script written from right to left, and the controls.
_BACKWARDS = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_NEUTRAL = "\ufffc"
_INNER = frozenset(("WS", "ON", "CS", "ES", "ET", "NSM", "BN"))


@cache
def direction(tag: str | None) -> str:
    """``rtl`` or ``ltr``, by the script a language is written in."""
    locale = locale_of(tag) if tag else None
    return str(locale.text_direction) if locale else "ltr"


def natural(text: str) -> str:
    """The direction of a text that stands alone, by its first letter; ``ltr`` without any, as in HTML's ``bdi``."""
    return next((_STRONG[found] for char in text if (found := bidirectional(char)) in _STRONG), "ltr")


@lru_cache(maxsize=1 << 16)
def at_home(text: str, around: str) -> bool:
    """Whether ``text`` keeps its place in any line of the direction ``around`` without being isolated.

    It does when letters of that direction stand at both ends and nothing in it runs the other way.
    """
    if around == "ltr" and _BACKWARDS.search(text):
        return False
    own = ("L",) if around == "ltr" else ("R", "AL")
    inner = _INNER.union(own, ("EN",) if around == "ltr" else ())
    classes = [bidirectional(char) for char in text]
    while classes and classes[-1] == "NSM":
        classes.pop()
    ends = ("L", "EN") if around == "ltr" else own
    return bool(classes) and classes[0] in own and classes[-1] in ends and inner.issuperset(classes)


def backwards(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return bool(_BACKWARDS.search(text))


def joined(text: str, start: int, end: int) -> bool:
    """Whether Arabic letters stand on both sides of either end of ``text[start:end]``.

    An isolated element would tear such a word apart: an article or a conjunction is written on the name it belongs to.
    """
    return _cursive(text[start - 1 : start + 1] if start else "") or _cursive(text[end - 1 : end + 1])


def _cursive(pair: str) -> bool:
    return len(pair) == 2 and all(char.isalpha() and bidirectional(char) == "AL" for char in pair)


def foreign(line: str) -> list[tuple[int, int]]:
    """Where words of another script, and numbers, stand in a line that runs from right to left.

    Words with nothing but spaces and the marks of names between them are one: ``Airbus A380``.
    """
    return [match.span() for match in _FOREIGN.finditer(line)]


def exposed(line: str) -> list[tuple[int, int]]:
    """Those of the ``foreign`` stretches of a line that would not keep their place without being isolated.

    A name does that begins with a letter and has Arabic words on both sides. Numbers count as foreign with letters or
    hyphens, as in ``01.ai`` or ``2024-01-31``: alone, and with the marks that group and divide them, they do.
    """
    found = foreign(line)
    ends = [0, *(end for _, end in found)]
    starts = [*(start for start, _ in found), len(line)]
    return [
        (start, end)
        for index, (start, end) in enumerate(found)
        if not _NUMBER.fullmatch(line, start, end)
        and not (
            _EMBEDS.fullmatch(line, start, end)
            and _letters(line[ends[index] : start])
            and _letters(line[end : starts[index + 1]])
        )
    ]


def isolated(line: str, around: str, marked: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The spans of a ``line`` of the direction ``around`` that are to be isolated.

    They are among the ``marked`` ones, which do not overlap, and foreign names outside of these. A part of a foreign
    name is not isolated: ``Airbus`` and ``A380`` in ``Airbus A380`` belong side by side.
    """
    if around == "ltr" and not backwards(line):
        return frozenset()
    spans = sorted(marked)
    chosen = {span for span in spans if not at_home(line[slice(*span)], around) and not joined(line, *span)}
    if around == "ltr":
        return frozenset(chosen)
    # What is isolated is neutral to what is around it; a foreign name is decided by the rest.
    found = foreign(line)
    first = [start for start, _ in found]
    within = {span for span in chosen if _holds(found, bisect_right(first, span[0]) - 1, span)}
    chosen -= within
    rest = list(line)
    for start, end in chosen:
        rest[start:end] = _NEUTRAL * (end - start)
    begins = [start for start, _ in spans]
    for start, end in exposed("".join(rest)):
        before = bisect_right(begins, end - 1) - 1
        if (start, end) in within or before < 0 or spans[before][1] <= start:
            chosen.add((start, end))
    return frozenset(chosen)


def _holds(found: Sequence[tuple[int, int]], index: int, span: tuple[int, int]) -> bool:
    return index >= 0 and span[1] <= found[index][1]


def _letters(text: str) -> bool:
    return any(bidirectional(char) in ("R", "AL") for char in text)


@lru_cache(maxsize=1 << 14)
def pieces(text: str, language: str | None, before: str = "", after: str = "") -> Sequence[tuple[str, bool]]:
    """A text cut into what is to be isolated (``True``) and what is not: Latin names in Arabic prose.

    ``before`` and ``after`` are what else stands in its line.
    """
    if direction(language) == "ltr":
        return ((text, False),)
    found: list[tuple[str, bool]] = []
    at = 0
    for start, end in exposed(before + text + after):
        start, end = start - len(before), end - len(before)
        if start < 0 or end > len(text):
            continue
        if start > at:
            found.append((text[at:start], False))
        found.append((text[start:end], True))
        at = end
    if at < len(text):
        found.append((text[at:], False))
    return tuple(found)
