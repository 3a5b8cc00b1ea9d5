"""What the texts say of the authority file: names that never occur, entities that are never named, conditions that
nothing can meet, open questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from build_tools.annotate.costly import check_costly
from build_tools.folding import fold_text
from build_tools.model import AnnotatedDocument, Entity, Seeds
from build_tools.problems import Problem
from build_tools.read import quotes
from build_tools.read.listed import names_of
from build_tools.read.merged import current_id


def check_attested(seeds: Seeds, annotated: Sequence[AnnotatedDocument]) -> tuple[Problem, ...]:
    """Warnings: aliases that no text has, entities that none names, and forms whose context decides for no entity.

    Without documents there is nothing to compare with, and nothing is said.
    """
    if not annotated:
        return ()
    return (
        *_entities(seeds, annotated),
        *_conditions(seeds, annotated),
        *_relations(seeds),
        *_evidence(seeds, annotated),
        *check_costly(seeds.authority, annotated),
        *check_decided(annotated),
    )


def _entities(seeds: Seeds, annotated: Sequence[AnnotatedDocument]) -> Iterator[Problem]:
    surfaces: dict[str, set[str]] = {}
    for document in annotated:
        for mentions in (document.mentions, *(translation.mentions for translation in document.translations)):
            for mention in mentions:
                surfaces.setdefault(mention.entity, set()).add(mention.surface)
    found = {entity: {fold_text(surface) for surface in those} for entity, those in surfaces.items()}
    refused = {
        fold_text(document.document.text[start:end])
        for document in annotated
        for _, start, end in document.rejected
    }
    perhaps = {rival for document in annotated for place in document.undecided for rival in place.candidates}
    useful = _referred_to(seeds) | perhaps
    for entity in seeds.authority.entities.values():
        if entity.merged_into is not None:
            continue
        forms = found.get(entity.id)
        if forms is None:
            if entity.id not in useful:
                yield _warning(entity, 0, "never-named", f"{entity.id} is named in no text", "Add the names under which it occurs, or remove it")  # fmt: skip
            continue
        seen = forms | refused
        unseen = {
            alias.form: alias for alias in reversed(entity.aliases) if fold_text(alias.form) not in seen
        }
        if unseen:
            told = ", ".join(map(repr, reversed(unseen)))
            first = next(reversed(unseen.values()))
            yield _warning(entity, first.line, "unattested-alias", f"{entity.id}: in no text occurs {told}", "Correct or remove it, if no text to come will have it", first.path)  # fmt: skip
        yield from _small_letters(entity, surfaces[entity.id])


def _small_letters(entity: Entity, surfaces: set[str]) -> Iterator[Problem]:
    """A name with capitals that is found without any is perhaps an ordinary word there."""
    capitals = {
        fold_text(alias.form): alias
        for alias in (*names_of(entity), *entity.aliases)
        if alias.form != alias.form.lower()
    }
    small = sorted(
        s for s in surfaces if s.isalpha() and s == s.lower() != s.upper() and fold_text(s) in capitals
    )
    if small:
        alias = capitals[fold_text(small[0])]
        yield _warning(entity, alias.line, "ordinary-word", f"{entity.id}: the name {alias.form!r} is found as {small[0]!r}, which may be an ordinary word", "Look at its mentions; case: exact finds the name as it is written only", alias.path)  # fmt: skip


def _conditions(seeds: Seeds, annotated: Sequence[AnnotatedDocument]) -> Iterator[Problem]:
    """Aliases whose every need is neither an entity nor a word of any text: they will never be found."""
    texts = [fold_text(document.document.text) for document in annotated]
    texts += [fold_text(item.translation.text) for document in annotated for item in document.translations]
    entities = seeds.authority.entities

    @cache
    def possible(need: str) -> bool:
        word = re.escape(fold_text(need))
        if need.isascii():
            word = rf"(?<!\w){word}(?!\w)"
        return need in entities or any(re.search(word, text) for text in texts)

    for entity in entities.values():
        for alias in entity.aliases:
            if alias.needs and not any(map(possible, alias.needs)):
                close = get_close_matches(alias.needs[0], entities, 1)
                hint = f"Did you mean {close[0]}?" if close else "Name an entity's id, or a word that stands beside it"  # fmt: skip
                told = " or ".join(map(repr, alias.needs))
                yield _warning(entity, alias.line, "unmet-condition", f"{entity.id}: the alias {alias.form!r} needs {told}, which is no entity and stands in no text", hint, alias.path)  # fmt: skip


def _relations(seeds: Seeds) -> Iterator[Problem]:
    """Relations that no document is named for."""
    for entity in seeds.authority.entities.values():
        unstated = [relation for relation in entity.relations if not relation.documents]
        if unstated:
            told = ", ".join(f"{relation.kind} {relation.object}" for relation in unstated)
            yield _warning(entity, unstated[0].line, "unstated-relation", f"{entity.id}: no document is named that states {told}", "Name it: documents: [ID], and its words: quote")  # fmt: skip


def _evidence(seeds: Seeds, annotated: Sequence[AnnotatedDocument]) -> Iterator[Problem]:
    """Relations whose words name only one of the two, or none: a name alone states nothing of another."""
    documents = {document.document.id: document for document in annotated}
    for entity in seeds.authority.entities.values():
        for relation in entity.relations:
            if relation.quote is None:
                continue
            ends = {current_id(seeds.authority, one) for one in (entity.id, relation.object)}
            for document in (documents[key] for key in relation.documents if key in documents):
                places = quotes.find(document.document.text, relation.quote)
                named = [
                    {m.entity for m in document.mentions if m.start < end and start < m.end}
                    for start, end in places
                ]
                if places and not any(ends <= one for one in named):
                    lacking = " and ".join(sorted(ends - named[0]))
                    yield _warning(entity, relation.line, "unnamed-in-evidence", f"{entity.id}: the words quoted for {relation.kind} {relation.object} do not name {lacking} in {document.document.id}", "Quote as much as names both, or mark what means it there with annotations: entity, or remove the relation")  # fmt: skip


def _referred_to(seeds: Seeds) -> frozenset[str]:
    """Entities that are needed though no text names them: publishers, subjects, ends of relations."""
    ids = {measure.subject for measure in seeds.measures}
    for document in seeds.documents:
        source = document.record.source
        ids.update(name for name in (source.publisher, source.reprinted_from, *source.credits) if name)
    for entity in seeds.authority.entities.values():
        ids.update(relation.object for relation in entity.relations)
    return frozenset(ids)


def check_decided(annotated: Sequence[AnnotatedDocument]) -> Iterator[Problem]:
    """Warnings: forms whose context decides for no entity, in the order of the documents."""
    for document in annotated:
        text = document.document.text
        for place in document.undecided:
            line = text.count("\n", 0, place.start) + 1
            yield Problem(
                str(document.document.path),
                line,
                "undecided",
                f"{place.surface!r} could be {' or '.join(place.candidates)}: {place.reason}",
                "Say which in the record's annotations, or give the names conditions (needs, unless)",
                "warning",
            )


def _warning(
    entity: Entity, line: int, code: str, message: str, hint: str, path: Path | None = None
) -> Problem:
    return Problem(str(path or entity.path or ""), line or entity.line, code, message, hint, "warning")
