"""What is printed on pages and is no part of the text: running heads, page numbers, lines of contents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.convert.pdf.line import Line

_EDGE = 0.12
"""Share of the page's height, at its head and foot, in which running heads stand."""
_ANY = ""
"""Stands for any head."""
_LONGEST = 90
"""Letters of a head that other pages do not have."""
_DIGITS = re.compile(r"[\d٠-٩۰-۹一二三四五六七八九十百〇零]+|\b[ivxlcdm]+\b", re.IGNORECASE)
_SECTION = re.compile(r"\s*\d+(?:\.\d+)+\.?\s")
_NUMBER = re.compile(
    r"(?:page|p\.|seite|صفحة|ص|第)?[\s–—|\-\[(]*(?:\d{1,4}|[٠-٩۰-۹]{1,4}|[ivxlcdm]{1,8}|[A-Z]-\d{1,3}|[一二三四五六七八九十百〇]{1,4})"
    r"[\s–—|\-\])]*(?:页|頁)?(?:\s*(?:of|/|von|من|共)\s*\d{1,4}\s*(?:页|頁)?)?",
    re.IGNORECASE,
)
_DOTTED = re.compile(
    r"(?:[.·•․‥…]\s?){4,}\s*[\divxlcdm٠-٩۰-۹]*\s*\Z|\A\s*[\divxlcdm٠-٩۰-۹]*\s*(?:[.·•․‥…]\s?){4,}",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:\A\S.*\s[\divxlcdm٠-٩]{1,4}|\A[\divxlcdm٠-٩]{1,4}\s.*\S)\Z", re.IGNORECASE)


@dataclass(slots=True)
class Furniture:
    heads: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)


def without(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], Furniture]:
    """The lines that are text, and the others."""
    found = Furniture()
    recurring = _recurring(pages)
    kept = []
    for lines in pages:
        text = []
        edge = _at_edges(lines)
        for number, line in enumerate(lines):
            if number in edge and _NUMBER.fullmatch(line.text.strip()):
                found.numbers.append(line.text)
            elif number in edge and _is_head(lines, number, recurring):
                found.heads.append(line.text)
            else:
                text.append(line)
        kept.append(_without_contents(text, found.contents))
    return kept, found


def _at_edges(lines: Sequence[Line]) -> set[int]:
    """Which lines stand at the head or the foot: within the edge, and no line of text beyond them but such ones."""
    found: set[int] = set()
    for order in (1, -1):
        ranked = sorted(range(len(lines)), key=lambda number: -order * lines[number].place)
        for at, number in enumerate(ranked[:6]):
            place = lines[number].place if order == 1 else 1 - lines[number].place
            same = at and abs(lines[number].y - lines[ranked[at - 1]].y) < 2
            if place < 1 - _EDGE or (at >= 3 and not same):
                break
            found.add(number)
    return found


def _band(line: Line) -> int:
    """Where a line stands, roughly: heads of even and odd pages stand at one height."""
    return round(line.y / 6)


def _shape(text: str) -> str:
    """What is alike of the heads of several pages: not the numbers in them. A numbered heading of the text is like no other."""
    if _SECTION.match(text):
        return text
    return _DIGITS.sub("#", "".join(text.split()).casefold())


def _is_head(lines: Sequence[Line], number: int, recurring: dict[int, frozenset[str]]) -> bool:
    """Whether a line at the edge stands on several pages, or by itself where other pages have such lines."""
    line = lines[number]
    heads = recurring.get(_band(line), frozenset())
    if _shape(line.text) in heads:
        return True
    alone = all(
        abs(other.y - line.y) > 1.8 * line.size
        for other in lines
        if other is not line and abs(other.y - line.y) > 2
    )
    return _ANY in heads and alone and len(line.text) <= _LONGEST


def _recurring(pages: Sequence[list[Line]]) -> dict[int, frozenset[str]]:
    """By band, the heads that several pages have there; ``_ANY`` is among them where most pages have one, since heads
    change from chapter to chapter."""
    seen: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for lines in pages:
        edge = _at_edges(lines)
        for band, shape in {(_band(lines[n]) + d, _shape(lines[n].text)) for n in edge for d in (-1, 0, 1)}:
            seen[band][shape] += 1
    found = {}
    for band, shapes in seen.items():
        often = {shape for shape, count in shapes.items() if count >= 2}
        if sum(shapes[shape] for shape in often) >= max(4, 0.6 * len(pages)):
            often.add(_ANY)
        found[band] = frozenset(often)
    return found


def _without_contents(lines: list[Line], contents: list[str]) -> list[Line]:
    """The lines of a page that are no dotted lines of contents; on a page of contents, those without dots go too."""
    dotted = [bool(_DOTTED.search(line.text)) for line in lines]
    page_of_contents = sum(dotted) >= 3 and 2 * sum(dotted) >= len(lines)
    kept = []
    for line, is_dotted in zip(lines, dotted, strict=True):
        if is_dotted or (page_of_contents and _ENTRY.match(line.text.strip())):
            contents.append(line.text)
        else:
            kept.append(line)
    return kept
