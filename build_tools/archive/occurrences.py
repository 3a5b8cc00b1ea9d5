"""Per entity: every mention, every attested form, the figures beside it and the entities named with it."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from build_tools.archive.places import paragraph_from, paragraph_starts, sentence_starts
from build_tools.model import (
    AnnotatedDocument,
    Authority,
    Companion,
    Entity,
    EntityUse,
    FigureUse,
    Form,
    Measure,
    Occurrence,
    Place,
)
from build_tools.tongues import language_of


def entity_uses(
    documents: Sequence[AnnotatedDocument],
    figures: Mapping[str, Sequence[FigureUse]],
    authority: Authority,
    measures: Iterable[Measure],
) -> dict[str, EntityUse]:
    """Every unmerged entity by id. ``documents`` come oldest first, and so do the occurrences."""
    occurrences: dict[str, list[Occurrence]] = defaultdict(list)
    beside: dict[str, list[FigureUse]] = defaultdict(list)
    named_in: dict[str, dict[Place, None]] = defaultdict(dict)
    for annotated in documents:
        document = annotated.document
        starts = paragraph_starts(document.paragraphs)
        for mention in annotated.mentions:
            place = Place(document.id, paragraph_from(starts, mention.start))
            paragraph = document.paragraphs[place.paragraph - 1]
            occurrences[mention.entity].append(Occurrence(place, mention, language_of(document, paragraph)))
            if not paragraph.boilerplate:
                named_in[mention.entity][place] = None
        for entity, uses in _figures_beside(annotated, figures[document.id]).items():
            beside[entity].extend(uses)
    companions = _companions(named_in)
    measured: dict[str, list[str]] = defaultdict(list)
    for measure in measures:
        measured[measure.subject].append(measure.id)
    former: dict[str, list[Entity]] = defaultdict(list)
    for record in authority.entities.values():
        if record.merged_into is not None:
            former[record.merged_into].append(record)
    return {
        key: EntityUse(
            entity,
            tuple(occurrences[key]),
            _forms(occurrences[key]),
            companions.get(key, ()),
            tuple(beside[key]),
            tuple(measured[key]),
            tuple(former[key]),
        )
        for key, entity in authority.entities.items()
        if entity.merged_into is None
    }


def _forms(occurrences: Iterable[Occurrence]) -> tuple[Form, ...]:
    """Forms as written (white space folded), the commonest first."""
    counts = Counter((" ".join(o.mention.surface.split()), o.language) for o in occurrences)
    rows = (Form(surface, language, count) for (surface, language), count in counts.items())
    return tuple(sorted(rows, key=lambda form: (-form.count, form.language, form.surface)))


def _figures_beside(annotated: AnnotatedDocument, uses: Sequence[FigureUse]) -> dict[str, list[FigureUse]]:
    """Entity → the figures that stand in a sentence naming it."""
    starts = sentence_starts(annotated.document.text)
    named: dict[int, dict[str, None]] = defaultdict(dict)
    for mention in annotated.mentions:
        named[bisect_right(starts, mention.start)][mention.entity] = None
    beside: dict[str, list[FigureUse]] = defaultdict(list)
    for use in uses:
        for entity in named.get(bisect_right(starts, use.figure.start), ()):
            beside[entity].append(use)
    return beside


def _companions(named_in: Mapping[str, Mapping[Place, None]]) -> dict[str, tuple[Companion, ...]]:
    """Entities that share paragraphs.

    The weight is (shared paragraphs) × ln(1 + all paragraphs / paragraphs naming the companion): tf–idf, with the
    paragraphs that name the entity taken as one text.
    """
    names: dict[Place, list[str]] = defaultdict(list)
    for entity, places in named_in.items():
        for place in places:
            names[place].append(entity)
    shared: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place, entities in names.items():
        for entity in entities:
            for other in entities:
                if other != entity:
                    shared[entity][other].append(place)
    rarity = {entity: math.log(1 + len(names) / len(places)) for entity, places in named_in.items() if places}

    def companion(other: str, places: list[Place]) -> Companion:
        return Companion(other, round(len(places) * rarity[other], 4), tuple(places))

    return {
        entity: tuple(
            sorted(
                (companion(other, places) for other, places in others.items()),
                key=lambda c: (-c.weight, c.entity),
            )
        )
        for entity, others in shared.items()
    }
