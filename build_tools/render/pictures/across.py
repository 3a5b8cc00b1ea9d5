"""One sentence in all its languages, with the name and the figure that are the same in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from build_tools.meaning.sentences import Span, sentences
from build_tools.model import (
    AnnotatedDocument,
    AnnotatedTranslation,
    Archive,
    Document,
    Figure,
    FigureUse,
    Mention,
    Paragraph,
    Translation,
)
from build_tools.render.marking.bidi import direction
from build_tools.render.marking.runs import Run, runs
from build_tools.render.wording.parallel import Parallel
from build_tools.tongues import language_of

LONGEST = 300
"""Letters of a sentence that can be taken in at a glance; a Han character counts as three."""
SHORTEST = 40
LOOKED_AT = 400
"""Figures that are tried where no measure states one that will do."""


@dataclass(frozen=True, slots=True)
class Version:
    language: str
    source: bool
    """It is the text itself, no translation."""
    runs: Sequence[Run]
    """With the one name and the one figure as its only marks."""


@dataclass(frozen=True, slots=True)
class Across:
    document: Document
    use: FigureUse
    entity: str
    versions: Sequence[Version]
    """The text's own first."""


_sentences = lru_cache(maxsize=256)(sentences)
"""A paragraph may hold many figures."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of one version: what is marked in it."""

    shown: Document | Translation
    span: Span
    figure: Figure
    mentions: Sequence[Mention]


def across(archive: Archive) -> Across | None:
    """The sentence that shows best what the archive does: of a measure, in most languages, the name spelt
    in most ways, with a value, the shortest.

    ``None`` where no text is translated, or no translation has both the name and the figure of a sentence.
    """
    measured = [s.use for comparison in archive.comparisons for s in comparison.statements]
    others = islice(archive.figures, LOOKED_AT)
    for uses in (measured, others):
        found = list(chain.from_iterable(_shown(archive, use) for use in uses))
        if found:
            return min(found, key=_rank)
    return None


def _rank(one: Across) -> tuple[object, ...]:
    place = one.use.place
    every = [run for version in one.versions for run in version.runs]
    spellings = {run.text.casefold() for run in every if run.mention}
    length = sum(_length(run.text) for run in every)
    return (
        -len(one.versions),
        -len(spellings),
        one.use.figure.value is None,
        length,
        place.document,
        place.paragraph,
        one.use.number,
    )


def _shown(archive: Archive, use: FigureUse) -> Iterator[Across]:
    """The sentence of a figure, where a name in it and the figure itself are found in a translation too."""
    annotated = archive.documents[use.place.document]
    figure, document = use.figure, annotated.document
    if not annotated.translations or figure.suspect or figure.literal or figure.kind == "date":
        return
    paragraph = document.paragraphs[use.place.paragraph - 1]
    told = [_told(document, paragraph, annotated, figure, language_of(document, paragraph))]
    for other in annotated.translations:
        meant = Parallel(annotated, other).figures.get(use.number)
        paragraphs = other.translation.paragraphs
        if meant and use.place.paragraph <= len(paragraphs):
            paragraph = paragraphs[use.place.paragraph - 1]
            told.append(_told(other.translation, paragraph, other, meant, other.translation.language))
    versions = [one for one in told if one]
    if told[0] is None or len(versions) < 2:
        return
    named = [{mention.entity for mention in one.mentions} for one in versions]
    setting = {key for key, kind in archive.authority.types.items() if kind.setting}
    for mention in sorted(versions[0].mentions, key=lambda m: abs(m.start - versions[0].figure.start)):
        if mention.type in setting or mention.entity not in archive.entities:
            continue
        kept = [one for one, names in zip(versions, named, strict=True) if mention.entity in names]
        if len(kept) > 1:
            yield Across(document, use, mention.entity, [_version(one, mention.entity) for one in kept])
            return


def _told(
    shown: Document | Translation,
    paragraph: Paragraph,
    marks: AnnotatedDocument | AnnotatedTranslation,
    figure: Figure,
    language: str,
) -> _Told | None:
    for start, end in _sentences(shown.text, paragraph.start, paragraph.end, language):
        if start <= figure.start and figure.end <= end:
            if not SHORTEST <= _length(shown.text[start:end]) <= LONGEST:
                return None
            inside = [
                m
                for m in marks.mentions
                if start <= m.start and m.end <= end and not (m.start < figure.end and figure.start < m.end)
            ]
            return _Told(shown, (start, end), figure, inside)
    return None


def _version(told: _Told, entity: str) -> Version:
    language = told.shown.language
    name = _nearest((m for m in told.mentions if m.entity == entity), told.figure)
    made = runs(told.shown.text, *told.span, [name], [(1, told.figure)], direction(language))
    return Version(language, isinstance(told.shown, Document), list(made))


def _nearest(mentions: Iterable[Mention], figure: Figure) -> Mention:
    return min(mentions, key=lambda m: abs(m.start - figure.start))


def _length(text: str) -> int:
    return sum(3 if "\u3400" <= sign <= "\u9fff" else 1 for sign in text)
