"""What stands between the two numbers of a range, and where the second one opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.view import View

DASHES = "-–—~"


@dataclass(frozen=True, slots=True)
class Connector:
    """A word or sign between two numbers."""

    kind: str
    """``to``, ``or`` or ``pair``."""
    end: int
    """Where the second number begins."""
    form: str


ConnectorRule = Callable[[str, int, Grammar, bool], Connector | None]
"""What links the number that ends at a place to the next; told whether "between" stands before the first."""


def follows_between(flat: str, start: int, g: Grammar) -> bool:
    """Whether "between" stands right before what begins at ``start``."""
    while start and flat[start - 1] == " ":
        start -= 1
    return g.between.before(flat, start) is not None


def _blanks(flat: str, at: int, most: int = 10**9) -> int:
    stop = at + most
    while flat[at : at + 1] == " " and at < stop:
        at += 1
    return at


def connector_of_words(flat: str, end: int, g: Grammar, between: bool) -> Connector | None:
    """10 to 15, 10-15, 10-to-15-minute, "10- to 12-year-olds"."""
    at = _blanks(flat, end, 2)
    if flat[at : at + 1] == "-" and flat[at + 1 : at + 2].isalpha():
        return _hyphened(flat, at + 1, "-", g)
    if flat.startswith("- ", at) and at == end:
        return _hyphened(flat, at + 2, "", g)
    return _listed(flat, end, at, g, joined_words=False)


def connector_with_proclitics(flat: str, end: int, g: Grammar, between: bool) -> Connector | None:
    """من 10 إلى 15, بين 10 و15, 10 ل15: also what is written on the second number."""
    found = connector_of_words(flat, end, g, between)
    at = _blanks(flat, end, 2)
    mark = flat[at : at + 1]
    if found is not None:
        return found
    if mark in g.data.ranges.glued_to:
        return Connector("to", at + 1, mark)
    if between and mark in g.data.ranges.pair:
        return Connector("pair", _blanks(flat, at + 1), mark)
    return None


def connector_of_han(flat: str, end: int, g: Grammar, between: bool) -> Connector | None:
    """5至10, 5-10, 5到10."""
    return _listed(flat, end, _blanks(flat, end, 2), g, joined_words=True)


def _hyphened(flat: str, at: int, mark: str, g: Grammar) -> Connector | None:
    found = g.to_words.at(flat, at)
    if found is None or (mark and flat[found[1] : found[1] + 1] != mark):
        return None
    return Connector(found[0], found[1] + 1, flat[at : found[1]])


def _listed(flat: str, end: int, at: int, g: Grammar, *, joined_words: bool) -> Connector | None:
    found = g.to_words.at(flat, at)
    if found is None:
        return None
    kind, stop = found
    form = flat[at:stop]
    if form[0] in DASHES:
        if form == "-" and (at > end) != (flat[stop : stop + 1] == " "):
            return None
        while flat[stop : stop + 1] in tuple(DASHES):
            stop += 1
    elif at == end and not joined_words:
        return None
    stop = _blanks(flat, stop)
    bound = g.bounds_inside.at(flat, stop) if kind == "pair" else None
    return Connector(kind, _blanks(flat, bound[1]) if bound else stop, form)


def opens(view: View, at: int, g: Grammar) -> int | None:
    """Where a number begins: past a sign and a currency."""
    flat = view.flat
    found = g.prefixes.at(flat, at) or g.negative.at(flat, at)
    begin = _blanks(flat, found[1]) if found else at + (flat[at : at + 1] in ("-", "+", "%"))
    return begin if begin < len(flat) else None
