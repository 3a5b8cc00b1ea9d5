"""From all annotated documents to one archive."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from build_tools.archive.alike import alike
from build_tools.archive.compare import comparisons, located
from build_tools.archive.dates import sort_key
from build_tools.archive.differing import with_differing
from build_tools.archive.meant import as_meant
from build_tools.archive.occurrences import entity_uses
from build_tools.archive.origins import origins, voices
from build_tools.archive.passages import passages
from build_tools.archive.places import figure_uses
from build_tools.archive.rights import publishable, without_withheld_quotes
from build_tools.archive.stories import stories
from build_tools.meaning import Meaning
from build_tools.model import Alike, AnnotatedDocument, Archive, Comparison, Question, Seeds
from build_tools.problems import DataError

Likest = Callable[[], Mapping[str, tuple[Alike, ...]]]


def gather(
    seeds: Seeds,
    annotated: Sequence[AnnotatedDocument],
    meaning: Meaning | None = None,
    apart: Callable[[Likest], Likest] = lambda work: work,
) -> Archive:
    """Everything the pages, the exports and the index are made of, cut to what may be published. ``apart`` may begin a piece of
    the work in another process; what it returns waits for it.

    Raises ``DataError`` when a statement of a measure quotes what its document does not hold.
    """
    statements, problems = located(seeds.measures, [as_meant(a) for a in annotated])
    if problems:
        raise DataError(problems)
    oldest_first = sorted(
        map(as_meant, map(publishable, annotated)),
        key=lambda a: (sort_key(a.document.record.source.published), a.document.id),
    )
    authority = without_withheld_quotes(seeds.authority, [a.document for a in oldest_first])
    figures = {a.document.id: figure_uses(a) for a in oldest_first}
    likest = apart(partial(alike, oldest_first, figures, meaning))
    links = with_differing(passages(oldest_first, figures, authority.types, meaning), figures)
    newest_first = sorted(
        oldest_first, key=lambda a: sort_key(a.document.record.source.published), reverse=True
    )
    compared = comparisons(seeds.measures, statements, figures, origins(annotated, links), voices(annotated))
    return Archive(
        documents={a.document.id: a for a in newest_first},
        authority=authority,
        entities=entity_uses(oldest_first, figures, authority, seeds.measures),
        figures=tuple(use for a in newest_first for use in figures[a.document.id]),
        comparisons=compared,
        questions=_answered(seeds.questions, compared),
        passages=links,
        stories=stories(oldest_first, figures, links),
        alike=likest(),
    )


def _answered(questions: Sequence[Question], compared: Sequence[Comparison]) -> tuple[Question, ...]:
    """The questions with those of their measures of which anything may be shown."""
    known = {comparison.measure.id for comparison in compared}
    kept = (replace(q, measures=tuple(m for m in q.measures if m in known)) for q in questions)
    return tuple(question for question in kept if question.measures)
