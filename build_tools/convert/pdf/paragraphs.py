"""Lines → paragraphs, by how the lines lie: gaps, indents, ends that leave room, sizes of type.

The test that decides most is the printer's own: a line ends where the next word found no room. Where it would have
found room, the paragraph ended there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.convert.pdf.hyphens import Words, joined
from build_tools.convert.pdf.line import Line

_SAME_SIZE = 0.15
"""Sizes of type that differ by less are one: letters of another script stand a little higher or lower."""
_GAP = 1.22
"""A line stands so many times lower than the usual distance where a paragraph begins."""
_INDENT = 0.7
"""In sizes of type."""
_SLACK = 0.25
"""In sizes of type: words are a little wider than what is seen of their letters."""
_SPACES = 8
"""So many spaces between paragraphs show that they are the habit of a text."""
_ROOM_WHERE_SPACED = 0.08
"""Share of the way to the edge that has to be left besides, where a space parts paragraphs: lists there are narrower."""
_NEARLY_FULL = 0.8
"""Share of the way to the edge of the page's text that such a line takes up at least; shorter ones are a program's or a
table's."""
_ITEM = re.compile(
    r"(?:[•‣◦▪●○■–—*·]|[\-]|\(?\d{1,3}[.)、]|\(?[a-zA-Z][.)]|[①-⑳]|（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+、)\s*\S"
)
_END = re.compile(r"[.!?。！？؟۔:：;；…][\"'”’»」』）)\]⁰¹²³⁴-⁹\d]*\Z")
_NOTE = re.compile(r"\s*(?:[\d٠-٩⁰¹²³⁴-⁹*†‡]|\[\d)")
_NOTE_SIZE = 0.93


@dataclass(slots=True)
class Paragraph:
    lines: list[Line]
    note: bool = False
    """It stands below the text, in smaller type."""


def of(pages: Sequence[Sequence[Line]]) -> list[tuple[str, int]]:
    """The paragraphs of all pages, each with the page (from 0) that it begins on."""
    usual = _usual_distances(pages)
    spaced = _is_spaced(pages, usual)
    body = _body_size(pages)
    found: list[Paragraph] = []
    for lines in pages:
        made = list(_of_page(lines, usual, body, spaced=spaced))
        last = next((one for one in reversed(found) if not one.note), None)
        first = next((one for one in made if not one.note), None)
        if last and first and _goes_on(last, first):
            last.lines.extend(first.lines)
            made.remove(first)
        found.extend(made)
    words = Words(line.text for page in pages for line in page)
    return [(joined(one.lines, words), one.lines[0].page) for one in found]


def _of_page(
    lines: Sequence[Line], usual: dict[int, float], body: float, *, spaced: bool
) -> Iterator[Paragraph]:
    if not lines:
        return
    edges = _right_edges(lines)
    furthest = max(edges)
    notes = _notes(lines, body)
    current = Paragraph([lines[0]], 0 in notes)
    for number, (before, line) in enumerate(pairwise(lines), 1):
        note = number in notes
        edge = edges[number - 1]
        if spaced and before.end > _NEARLY_FULL * furthest and not _END.search(before.text):
            edge *= 1 - _ROOM_WHERE_SPACED
        if note != current.note or _begins(before, line, edge, usual, current.lines, note=note):
            yield current
            current = Paragraph([line], note)
        else:
            current.lines.append(line)
    yield current


def _begins(
    before: Line, line: Line, edge: float, usual: dict[int, float], so_far: Sequence[Line], *, note: bool
) -> bool:
    """Whether a paragraph begins with ``line``, which is drawn after ``before``."""
    if before.hyphen and not _differ(before, line):
        return False
    distance = before.y - line.y
    if _differ(before, line) or distance <= 0.3 * line.size:
        return True
    normal = usual.get(_class(line), 1.3 * line.size)
    if (distance > _GAP * normal and distance > 1.05 * line.size) or _apart(before, line):
        return True
    if _ITEM.match(line.text) and (
        _END.search(before.text) or before.end + line.size < edge or _ITEM.match(so_far[0].text)
    ):
        return True
    if note and _NOTE.match(line.text) and _END.search(before.text):
        return True
    left = min(one.start for one in (so_far[1:] or so_far))
    room = before.end + _room_for(line) < edge - _SLACK * line.size
    set_in = line.start - left > _INDENT * line.size and not _ITEM.match(so_far[0].text)
    # Behind a full line that ends no sentence it is the first line that hangs out.
    if set_in and (room or _END.search(before.text)) and not _is_centred(before, line):
        return True  # its first line is set in
    if left - line.start > _INDENT * line.size and len(so_far) > 1:
        return True  # what stood there was set in as a whole
    return room


def _differ(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) > _SAME_SIZE * max(one.size, other.size)


def _apart(one: Line, other: Line) -> bool:
    """They stand in different columns."""
    return other.start > one.end or one.start > other.end


def _is_centred(one: Line, other: Line) -> bool:
    return abs((one.start + one.end) - (other.start + other.end)) < 2 * one.size and other.end < one.end


def _room_for(line: Line) -> float:
    """What the first word of a line would have taken at the end of the line before, with the space before it."""
    wide = unicodedata.east_asian_width(line.text.lstrip()[:1] or " ") in "WF"
    return line.first + (0.1 if wide else 0.22) * line.size


def _right_edges(lines: Sequence[Line]) -> list[float]:
    """How far each line could have gone: as far as the longest of those around it, or below it in its column."""
    runs: list[list[int]] = []
    for number, line in enumerate(lines):
        last = lines[runs[-1][-1]] if runs else None
        if (
            last is None
            or _differ(last, line)
            or not 0 < last.y - line.y < 2.2 * line.size
            or _apart(last, line)
        ):
            runs.append([])
        runs[-1].append(number)
    edges = [0.0] * len(lines)
    for run in runs:
        own = [lines[number].end for number in run]
        left = min(lines[number].start for number in run)
        size = lines[run[0]].size
        column = [
            one.end for one in lines if not _differ(one, lines[run[0]]) and abs(one.start - left) < 3 * size
        ]
        edge = (
            _edge(own, size)
            if len(run) >= 4
            else max(max(own), _edge(column, size) if _edge(column, size) < max(own) + 40 * size else 0.0)
        )
        for number in run:
            edges[number] = edge
    return edges


def _edge(ends: Sequence[float], size: float) -> float:
    """Where lines end: the place that many share, else the furthest; but not that of a line that ran over the edge."""
    counts = Counter(round(end / 2) for end in ends)
    near = {place: counts[place - 1] + counts[place] + counts[place + 1] for place in counts}
    place = max(near, key=lambda one: (near[one], one))
    if near[place] >= max(3, 0.25 * len(ends)):
        shared = [end for end in ends if abs(round(end / 2) - place) <= 1]
        return max(shared)
    ordered = sorted(ends)
    return ordered[-2] if len(ordered) > 2 and ordered[-1] - ordered[-2] > 2 * size else ordered[-1]


def _notes(lines: Sequence[Line], body: float) -> frozenset[int]:
    """The lines below the text in smaller type that begin with a sign of a note."""
    found: list[int] = []
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].size > _NOTE_SIZE * body:
            break
        found.append(number)
    if not found or len(found) == len(lines) or not _NOTE.match(lines[found[-1]].text):
        return frozenset()
    return frozenset(found)


def _goes_on(last: Paragraph, first: Paragraph) -> bool:
    """Whether a paragraph goes on over the end of its page."""
    before, line = last.lines[-1], first.lines[0]
    if before.page == line.page or _differ(before, line) or (_ITEM.match(line.text) and not before.hyphen):
        return False
    if before.hyphen:
        return True
    wide = max(one.end - one.start for one in (*last.lines, *first.lines))
    if _END.search(before.text) or before.end - before.start < 0.6 * wide:
        return False
    # A new paragraph would begin with an indent, or with a capital letter after a sentence's end.
    head = line.text.lstrip("\"'“‘«([")[:1]
    return not head.isupper() or before.end - before.start > 0.85 * wide


def _class(line: Line) -> int:
    return round(line.size)


def _usual_distances(pages: Sequence[Sequence[Line]]) -> dict[int, float]:
    """The distance of two lines of one paragraph, by size of type: the smallest that is common."""
    seen: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for lines in pages:
        for before, line in pairwise(lines):
            distance = before.y - line.y
            if (
                not _differ(before, line)
                and 0.7 * line.size < distance < 2.5 * line.size
                and not _apart(before, line)
            ):
                seen[_class(line)][round(2 * distance) / 2] += 1
    found = {}
    for size, counts in seen.items():
        most = max(counts.values())
        found[size] = min(distance for distance, count in counts.items() if count >= 0.3 * most)
    return found


def _is_spaced(pages: Sequence[Sequence[Line]], usual: Mapping[int, float]) -> bool:
    """Whether a space parts the paragraphs of a text, and not the ends of their last lines alone."""
    spaces = ends = 0
    for lines in pages:
        furthest = max((line.end for line in lines), default=0.0)
        for before, line in pairwise(lines):
            distance, normal = before.y - line.y, usual.get(_class(line), 1.3 * line.size)
            if _differ(before, line) or _apart(before, line) or not 0.7 * line.size < distance < 3 * normal:
                continue
            if distance > _GAP * normal:
                spaces += 1
            elif _END.search(before.text) and before.end < 0.6 * furthest:
                ends += 1
    return spaces >= _SPACES and spaces > 4 * ends


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    weights: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            weights[round(2 * line.size) / 2] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0
