"""In which order the pieces of a line stand from left to right, where scripts of both directions meet.

Unicode's bidirectional algorithm (UAX #9, version 15) for one line without explicit controls, which callers take out:
the rules W1 to W7, N0 to N2, I1, I2 and L2. Character classes are Unicode's ``Bidi_Class``.
"""

from __future__ import annotations

from itertools import groupby
from unicodedata import bidirectional

_NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))
_PAIRS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "「": "」",
    "『": "』",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "〔": "〕",
}
_LEFTWARDS, _ONLY_LEFT = {"R", "AL", "AN"}, {"R", "AL", "NSM", "WS"}
_DEEPEST = 63
"""Brackets that may stand open at the same time (BD16)."""


def visual_runs(text: str, *, backwards: bool) -> list[tuple[int, int, bool]]:
    """Pieces of one direction as (start, end, whether it runs from right to left), in the order in which they stand from
    left to right on a line that begins on the right when ``backwards``."""
    found = set(map(bidirectional, text))
    # Most words and lines are of one direction; there is nothing to work out then.
    if found <= _ONLY_LEFT if backwards else not found & _LEFTWARDS:
        return [(0, len(text), backwards)] if text else []
    runs: list[tuple[int, int, int]] = []
    for level, offsets in groupby(enumerate(levels(text, backwards=backwards)), key=lambda item: item[1]):
        places = [offset for offset, _ in offsets]
        runs.append((places[0], places[-1] + 1, level))
    for level in range(max((run[2] for run in runs), default=0), 0, -1):
        runs = _turned(runs, level)
    return [(start, end, level % 2 == 1) for start, end, level in runs]


def _turned(runs: list[tuple[int, int, int]], level: int) -> list[tuple[int, int, int]]:
    """Every sequence of runs of this level or a higher one, the other way round (L2)."""
    made: list[tuple[int, int, int]] = []
    for high, group in groupby(runs, key=lambda run: run[2] >= level):
        together = list(group)
        made += together[::-1] if high else together
    return made


def levels(text: str, *, backwards: bool) -> list[int]:
    """The level of every character: 0 and 2 run from left to right, 1 from right to left."""
    around = "R" if backwards else "L"
    classes = _weak([bidirectional(char) or "L" for char in text], around)
    _brackets(text, classes, around)
    _neutrals(classes, around)
    if backwards:
        return [1 if found == "R" else 2 for found in classes]
    return [{"L": 0, "R": 1}.get(found, 2) for found in classes]


def _weak(classes: list[str], around: str) -> list[str]:
    """W1 to W7: numbers and what belongs to them."""
    made = list(classes)
    strong = before = around
    for at, found in enumerate(made):
        if found == "NSM":
            made[at] = found = before
        if found in ("L", "R", "AL"):
            strong = found
        elif found == "EN" and strong == "AL":
            made[at] = "AN"
        before = found
    made = ["R" if found == "AL" else found for found in made]
    for at in range(1, len(made) - 1):
        left, right = made[at - 1], made[at + 1]
        numbers = {"CS": ("EN", "AN"), "ES": ("EN",)}.get(made[at], ())
        if left == right and left in numbers:
            made[at] = left
    _terminators(made)
    strong = around
    for at, found in enumerate(made):
        if found in ("ES", "ET", "CS"):
            made[at] = "ON"
        elif found in ("L", "R"):
            strong = found
        elif found == "EN" and strong == "L":
            made[at] = "L"
    return made


def _terminators(classes: list[str]) -> None:
    """W5: signs of currency and percent beside a number are part of it."""
    at = 0
    while at < len(classes):
        end = at
        while end < len(classes) and classes[end] == "ET":
            end += 1
        if end > at and "EN" in (*classes[end : end + 1], *classes[max(0, at - 1) : at]):
            classes[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)


def _brackets(text: str, classes: list[str], around: str) -> None:
    """N0: both brackets of a pair run like what stands in it, where that, or what stands before, runs as the line does."""
    for start, end in _pairs(text, classes):
        inside = {_side(found) for found in classes[start + 1 : end]} - {""}
        if around in inside:
            side = around
        elif inside:
            before = next((side for found in reversed(classes[:start]) if (side := _side(found))), around)
            side = before if before in inside else around
        else:
            continue
        for at in (start, end):
            classes[at] = side
            while at + 1 < len(text) and bidirectional(text[at + 1]) == "NSM":
                at += 1
                classes[at] = side


def _pairs(text: str, classes: list[str]) -> list[tuple[int, int]]:
    """Brackets that belong together, by the place of the first (BD16)."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if classes[at] != "ON":
            continue
        if char in _PAIRS:
            if len(waiting) == _DEEPEST:
                break
            waiting.append((_PAIRS[char], at))
        elif (
            place := next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == char), None)
        ) is not None:
            found.append((waiting[place][1], at))
            del waiting[place:]
    return sorted(found)


def _neutrals(classes: list[str], around: str) -> None:
    """N1, N2: what has no direction runs like what stands on both sides of it, else like the line."""
    at = 0
    while at < len(classes):
        end = at
        while end < len(classes) and classes[end] in _NEUTRAL:
            end += 1
        if end > at:
            left = _side(classes[at - 1]) if at else around
            right = _side(classes[end]) if end < len(classes) else around
            classes[at:end] = [left if left == right else around] * (end - at)
        at = max(end, at + 1)


def _side(found: str) -> str:
    """The direction in which a character pulls its neighbours; numbers pull to the right (N0, N1)."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(found, "")
