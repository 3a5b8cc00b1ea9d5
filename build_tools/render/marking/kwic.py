"""Names and figures in their context: the words around them, within the paragraph, and the same in a translation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import itemgetter

from build_tools.archive.places import sentence_starts
from build_tools.model import (
    AnnotatedDocument,
    Archive,
    Document,
    Figure,
    Maker,
    Mention,
    Occurrence,
    Paragraph,
    Place,
)
from build_tools.render.marking.bidi import direction, isolated
from build_tools.render.wording.cuts import Span, kept, places
from build_tools.render.wording.parallel import Parallel, Parallels
from build_tools.tongues import language_of

CONTEXT = 70
"""Characters on either side of what is marked."""
WINDOW = 4 * CONTEXT
"""Characters on either side in which a place to cut is looked for."""
SENTENCE = 4 * CONTEXT
"""Characters on either side in which a sentence may begin or end that is shown whole."""
BEGINNING = 3 * CONTEXT
"""Characters shown of a translation in which nothing is to be marked."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marked: bool
    apart: bool
    """It is to be isolated from the words around it (``bidi.isolated``)."""
    same: str = ""
    """What stands for the same has the same here: an entity's id, or a figure's kind, value and unit with ``=``."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a paragraph, or stretches with "…" between them."""

    place: Place
    language: str
    pieces: Sequence[Piece]
    translation: Line | None = None
    made_by: Maker | None = None
    """Who made it, where the line is a translation."""

    @property
    def words(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines of one document, in the order of its text."""

    document: Document
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text, or a translation of one, as far as lines are made of it."""

    text: str
    paragraph: Paragraph
    language: str
    mentions: Sequence[Mention]
    figures: Sequence[Figure]


def makers(lines: Iterable[Line | None]) -> list[Maker]:
    """Who made the translations beside the lines, each once."""
    return sorted(
        {line.translation.made_by for line in lines if line and line.translation and line.translation.made_by}
    )


def by_paragraph(occurrences: Sequence[Occurrence]) -> list[Sequence[Occurrence]]:
    """The occurrences of each paragraph, in the order given."""
    return [list(group) for _, group in groupby(occurrences, key=lambda one: one.place)]


def concordances(
    archive: Archive, paragraphs: Sequence[Sequence[Occurrence]], beside: Parallels
) -> Iterator[Concordance]:
    """Occurrences as ``by_paragraph`` gives them, a line for each paragraph, grouped by document."""
    for identifier, group in groupby(paragraphs, key=lambda one: one[0].place.document):
        annotated = archive.documents[identifier]
        lines = [named(annotated, [one.mention for one in found], found[0].place, beside) for found in group]
        yield Concordance(annotated.document, lines)


def named(annotated: AnnotatedDocument, mentions: Sequence[Mention], place: Place, beside: Parallels) -> Line:
    """The mentions, all of the paragraph of ``place``, in their context."""
    line = in_context(annotated, place, [(one.start, one.end) for one in mentions], sentences=True)
    parallel = beside(annotated)
    if not parallel:
        return line
    there = [parallel.name(place.paragraph, one) for one in mentions]
    return _with_translation(line, parallel, [(one.start, one.end) for one in there if one], sentences=True)


def stated(
    annotated: AnnotatedDocument, number: int, figure: Figure, place: Place, beside: Parallels
) -> Line:
    """The figure of that number, which stands in the paragraph of ``place``, in its context."""
    line = in_context(annotated, place, [(figure.start, figure.end)])
    parallel = beside(annotated)
    if not parallel:
        return line
    same = parallel.figures.get(number)
    return _with_translation(line, parallel, [(same.start, same.end)] if same else [])


def quoted(
    annotated: AnnotatedDocument, place: Place, start: int, end: int, among: Sequence[str], beside: Parallels
) -> Line:
    """Words of the paragraph of ``place`` in their context; in its translation the entities ``among`` are marked."""
    line = in_context(annotated, place, [(start, end)])
    parallel = beside(annotated)
    if not parallel:
        return line
    there = [m for m in parallel.other.mentions if m.entity in among]
    return _with_translation(line, parallel, [(one.start, one.end) for one in there])


def whole(annotated: AnnotatedDocument, place: Place, beside: Parallels) -> Line:
    """The paragraph of ``place``, all of it, with its names and figures marked: those that the translation has too are
    marked there."""
    document = annotated.document
    paragraph = document.paragraphs[place.paragraph - 1]
    names = _within(annotated.mentions, paragraph)
    figures = {n: f for n, f in enumerate(annotated.figures, 1) if paragraph.start <= f.start < paragraph.end}
    shown = _Shown(document.text, paragraph, language_of(document, paragraph), (), ())
    line = Line(place, shown.language, _marked(shown, [*names, *figures.values()]))
    parallel = beside(annotated)
    there = _translated(line, parallel) if parallel else None
    if not parallel or not there:
        return line
    known = {one.entity for one in names}
    both: list[Mention | Figure] = [
        one for one in _within(parallel.other.mentions, there.paragraph) if one.entity in known
    ]
    both += [parallel.figures[number] for number in figures if number in parallel.figures]
    made_by = parallel.other.translation.made_by
    return replace(line, translation=Line(place, there.language, _marked(there, both), made_by=made_by))


def in_context(
    annotated: AnnotatedDocument, place: Place, spans: Sequence[Span], *, sentences: bool = False
) -> Line:
    """The spans of the document's text that lie in the paragraph of ``place``, marked, with the words around them, or
    with the whole of their ``sentences``.

    The text is cut where no name, no figure and no word is cut with it.
    """
    document = annotated.document
    paragraph = document.paragraphs[place.paragraph - 1]
    language = language_of(document, paragraph)
    shown = _Shown(document.text, paragraph, language, annotated.mentions, annotated.figures)
    return Line(place, language, _pieces(shown, spans, sentences=sentences))


def _with_translation(
    line: Line,
    parallel: Parallel,
    spans: Sequence[Span],
    *,
    sentences: bool = False,
) -> Line:
    shown = _translated(line, parallel)
    if shown is None:
        return line
    made_by = parallel.other.translation.made_by
    pieces = _pieces(shown, spans, sentences=sentences)
    return replace(line, translation=Line(line.place, shown.language, pieces, made_by=made_by))


def _translated(line: Line, parallel: Parallel) -> _Shown | None:
    """The paragraph of the line in the translation; ``None`` where it is in that language itself."""
    made = parallel.other.translation
    if line.language == made.language or line.place.paragraph > len(made.paragraphs):
        return None
    paragraph = made.paragraphs[line.place.paragraph - 1]
    if paragraph.start == paragraph.end:
        return None
    return _Shown(made.text, paragraph, made.language, parallel.other.mentions, parallel.other.figures)


def _within(mentions: Sequence[Mention], paragraph: Paragraph) -> list[Mention]:
    return [one for one in mentions if paragraph.start <= one.start < paragraph.end]


def _marked(shown: _Shown, spans: Sequence[Mention | Figure]) -> list[Piece]:
    first, last = shown.paragraph.start, shown.paragraph.end
    marks = _merged([(one.start - first, min(one.end, last) - first) for one in spans])
    starts = {one.start - first: _same(one) for one in reversed(spans)}
    at = 0
    made = []
    for piece in _cut(shown.text[first:last], marks, direction(shown.language)):
        made.append(replace(piece, same=starts.get(at, "")) if piece.marked else piece)
        at += len(piece.text)
    return made


def _same(one: Mention | Figure) -> str:
    if isinstance(one, Mention):
        return one.entity
    if one.value is None and one.low is None and one.high is None:
        return ""  # two that name no amount need not be of one amount
    value = one.value or f"{one.low or ''}..{one.high or ''}"
    return "=".join((one.kind, value, one.currency or one.unit or ""))


def _pieces(shown: _Shown, spans: Sequence[Span], *, sentences: bool) -> list[Piece]:
    """Without spans, the paragraph's beginning."""
    window = _sentences if sentences else _window
    first, last = shown.paragraph.start, shown.paragraph.end
    within = [(max(first, a), min(last, b)) for a, b in sorted(spans) if a < last and first < b]
    windows = _merged([window(shown, a, b) for a, b in within] or [_beginning(shown)])
    text = "…" if windows[0][0] > first else ""
    marks: list[Span] = []
    for number, (start, end) in enumerate(windows):
        text = text.rstrip() + " … " if number else text
        shift = len(text) - start
        marks += [(a + shift, b + shift) for a, b in within if start <= a and b <= end]
        text += shown.text[start:end]
    if windows[-1][1] < last:
        text = text.rstrip() + "…"
    return list(_cut(text, _merged(marks), direction(shown.language)))


def _window(shown: _Shown, start: int, end: int) -> Span:
    free = _free(shown, start - WINDOW, end + WINDOW)
    before = next((at for at in free if start - CONTEXT <= at <= start), start)
    after = next((at for at in reversed(free) if end <= at <= end + CONTEXT), end)
    return before, after


def _sentences(shown: _Shown, start: int, end: int) -> Span:
    """The sentences that hold the span; of one that begins or ends too far from it no more than the context."""
    first, last = shown.paragraph.start, shown.paragraph.end
    # As in ``_free``: no more is looked at than could be shown.
    left, right = max(first, start - SENTENCE), min(last, end + SENTENCE)
    edges = [left + at for at in sentence_starts(shown.text[left:right])[1:]]
    if left == first:
        edges.insert(0, first)
    if right == last:
        edges.append(last)
    before = next((at for at in reversed(edges) if at <= start), None)
    after = next((at for at in edges if at >= end), None)
    if before is None or after is None:
        near = _window(shown, start, end)
        before, after = (near[0] if before is None else before), (near[1] if after is None else after)
    blank = len(shown.text[before:start]) - len(shown.text[before:start].lstrip())
    return before + blank, after


def _beginning(shown: _Shown) -> Span:
    start = shown.paragraph.start
    free = _free(shown, start, start + BEGINNING + WINDOW)
    return start, next((at for at in reversed(free) if start < at <= start + BEGINNING), free[1])


def _free(shown: _Shown, start: int, end: int) -> list[int]:
    # A paragraph may be a book: no more of it is looked at than could be shown.
    first, last = max(shown.paragraph.start, start), min(shown.paragraph.end, end)
    spans = kept(shown.mentions, shown.figures, shown.text, first, last)
    return [first + at for at in places(shown.text[first:last], spans)]


def _merged(spans: Sequence[Span]) -> list[Span]:
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(made[-1][1], end)
        else:
            made.append((start, end))
    return made


def _cut(text: str, marks: Sequence[Span], around: str) -> Iterator[Piece]:
    """The text in pieces; ``marks`` rise and do not meet. A paragraph may have a hundred thousand of them."""
    apart = set(isolated(text, around, marks))
    edges = sorted({0, len(text), *(edge for span in (*marks, *apart) for edge in span)})
    for start, end in pairwise(edges):
        nearest = bisect_right(marks, start, key=itemgetter(0)) - 1
        marked = nearest >= 0 and end <= marks[nearest][1]
        yield Piece(text[start:end], marked, (start, end) in apart)
