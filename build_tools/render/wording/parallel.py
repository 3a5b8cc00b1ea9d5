"""A text beside its translation: which name and which figure of the one stands for which of the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools.archive.places import paragraph_at
from build_tools.model import AnnotatedDocument, AnnotatedTranslation, Figure, Mention, Paragraph


@dataclass(frozen=True)
class Parallel:
    """A document with one of its translations, which has a paragraph for each of the document's."""

    source: AnnotatedDocument
    other: AnnotatedTranslation

    @cached_property
    def figures(self) -> Mapping[int, Figure]:
        """Number of a figure of the source → the figure that says the same in the same paragraph of the translation.

        What repeats a slip of the source is known by its number. Of the rest the first says what the first says: two
        figures say the same whose kind, value and currency are equal; how they are bounded may be worded otherwise.
        """
        found = dict(self.other.corrected)
        taken = {(figure.start, figure.end) for figure in found.values()}
        open_ones: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
        for figure in self.other.figures:
            if (figure.start, figure.end) not in taken:
                key = _key(figure, self.other.translation.paragraphs)
                open_ones[key].append(figure)
        for number, figure in enumerate(self.source.figures, 1):
            if number not in found and _stated(figure):
                same = open_ones.get(_key(figure, self.source.document.paragraphs))
                if same:
                    found[number] = same.pop(0)
        return found

    def name(self, paragraph: int, mention: Mention) -> Mention | None:
        """What stands for a mention in the same paragraph (1-based) of the translation: of several of the entity the
        one at the same place among them, or the last."""
        here = _named(self.source.mentions, self.source.document.paragraphs, paragraph, mention.entity)
        there = _named(self.other.mentions, self.other.translation.paragraphs, paragraph, mention.entity)
        if not there:
            return None
        at = next((n for n, one in enumerate(here) if one.start == mention.start), 0)
        return there[min(at, len(there) - 1)]


class Parallels:
    """The translations that readers of one language are shown beside the texts."""

    def __init__(self, language: str, others: Sequence[str] = ()) -> None:
        """``others``: languages taken in their order where there is none into ``language``."""
        self._languages = (language, *others)
        self._kept: dict[str, Parallel | None] = {}

    def __call__(self, annotated: AnnotatedDocument) -> Parallel | None:
        """``None`` where the text is in the reader's language itself, and where nobody translated it."""
        key = annotated.document.id
        if key not in self._kept:
            made = self._chosen(annotated)
            self._kept[key] = Parallel(annotated, made) if made else None
        return self._kept[key]

    def _chosen(self, annotated: AnnotatedDocument) -> AnnotatedTranslation | None:
        if annotated.document.language == self._languages[0]:
            return None
        made = {one.translation.language: one for one in annotated.translations}
        return next((made[tag] for tag in self._languages if tag in made), None)


def _named(
    mentions: Sequence[Mention], paragraphs: Sequence[Paragraph], number: int, entity: str
) -> list[Mention]:
    if number > len(paragraphs):
        return []
    paragraph = paragraphs[number - 1]
    first = bisect_left(mentions, paragraph.start, key=lambda one: one.start)
    last = bisect_right(mentions, paragraph.end, key=lambda one: one.start)
    return [one for one in mentions[first:last] if one.entity == entity]


def _key(figure: Figure, paragraphs: Sequence[Paragraph]) -> tuple[object, ...]:
    at = paragraph_at(paragraphs, figure.start)
    return at, figure.kind, figure.value, figure.low, figure.high, figure.currency


def _stated(figure: Figure) -> bool:
    return (figure.value, figure.low, figure.high) != (None, None, None)
