"""What the archive says, as words per document and field: the first half of indexing.

Boilerplate paragraphs are left out. A title in another language than the document's own is the archive's
translation of it and counts as such.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from build_tools.folding import fold_text
from build_tools.model import AnnotatedDocument, Archive, Paragraph
from build_tools.problems import naming
from build_tools.search import figures
from build_tools.search.tokens import RUN, han_terms, kind_of

FIELDS = ("title", "text", "entity", "translation", "summary")
"""The fields of the index, in the order of the bits in its postings."""

BOOSTS = (6.0, 1.0, 1.0, 0.5, 0.5)
"""What a match in each of ``FIELDS`` counts."""


FIRST_HAN = "\u3005"


class RunTable(dict[str, int]):
    """Distinct words: word → number; pairs of Han characters, and the terms of entities and figures, stand among them."""

    def __missing__(self, run: str) -> int:
        number = self[run] = len(self)
        return number


def in_order(archive: Archive) -> tuple[AnnotatedDocument, ...]:
    """The documents as the index numbers them: by language, then in the archive's order.

    So a language is a range of numbers, and the documents of a word, which is mostly of one language, lie close.
    """
    return tuple(sorted(archive.documents.values(), key=lambda one: one.document.language))


def words(annotated: AnnotatedDocument) -> Iterator[Iterable[str]]:
    """The runs of a document, for each of ``FIELDS`` in turn."""
    with naming(str(annotated.document.path)):
        for field in FIELDS:
            if field == "entity":
                yield annotation_terms(annotated)
            else:
                yield chain.from_iterable(_words(fold_text(part)) for part in _PARTS[field](annotated))


def _words(folded: str) -> Iterator[str]:
    """The runs of a folded text, a Han run as the pairs of its characters, so that each distinct one is met once."""
    for run in RUN.findall(folded):
        if run >= FIRST_HAN and kind_of(run) == "H":
            yield from han_terms(run)
        else:
            yield run


def ranked_paragraphs(annotated: AnnotatedDocument) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs that take part in searching, each with its 1-based number."""
    for number, paragraph in enumerate(annotated.document.paragraphs, 1):
        if paragraph.boilerplate is None:
            yield number, paragraph


def _own(annotated: AnnotatedDocument) -> str:
    return annotated.document.language.partition("-")[0]


def _title(annotated: AnnotatedDocument) -> Iterator[str]:
    title = annotated.document.record.title.get(_own(annotated))
    if title:
        yield title


def _text(annotated: AnnotatedDocument) -> Iterator[str]:
    text = annotated.document.text
    for _, paragraph in ranked_paragraphs(annotated):
        yield text[paragraph.start : paragraph.end]


def annotation_terms(annotated: AnnotatedDocument) -> Iterator[str]:
    """A term for each mention, ``@id``, and the terms of each figure, outside of boilerplate; that of the month in
    which the document appeared."""
    skipped = [p for p in annotated.document.paragraphs if p.boilerplate is not None]
    starts = [paragraph.start for paragraph in skipped]

    def inside(offset: int) -> bool:
        before = bisect_right(starts, offset)
        return before > 0 and offset < skipped[before - 1].end

    if appeared := figures.published(annotated.document.record.source.published):
        yield appeared
    for mention in annotated.mentions:
        if not inside(mention.start):
            yield f"@{mention.entity}"
    for figure in annotated.figures:
        if not inside(figure.start):
            yield from figures.terms(figure)


def _translation(annotated: AnnotatedDocument) -> Iterator[str]:
    own = _own(annotated)
    for language, title in sorted(annotated.document.record.title.items()):
        if language != own:
            yield title
    skipped = {
        number
        for number, paragraph in enumerate(annotated.document.paragraphs)
        if paragraph.boilerplate is not None
    }
    for translation in (one.translation for one in annotated.translations):
        for number, paragraph in enumerate(translation.paragraphs):
            if number not in skipped:
                yield translation.text[paragraph.start : paragraph.end]


def _summary(annotated: AnnotatedDocument) -> Iterator[str]:
    for _, summary in sorted(annotated.document.record.summary.items()):
        yield summary


_PARTS: Mapping[str, Callable[[AnnotatedDocument], Iterator[str]]] = {
    "title": _title,
    "text": _text,
    "translation": _translation,
    "summary": _summary,
}
