"""What the texts say of the authority file: names that never occur, entities that are never named, open questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.folding import fold_text
from build_tools.model import AnnotatedDocument, Entity, Seeds
from build_tools.problems import Problem


def check_attested(seeds: Seeds, annotated: Sequence[AnnotatedDocument]) -> tuple[Problem, ...]:
    """Warnings: aliases that no text has, entities that none names, and forms whose context decides for no entity.

    Without documents there is nothing to compare with, and nothing is said.
    """
    if not annotated:
        return ()
    return (*_entities(seeds, annotated), *_undecided(annotated))


def _entities(seeds: Seeds, annotated: Sequence[AnnotatedDocument]) -> Iterator[Problem]:
    found: dict[str, set[str]] = {}
    for document in annotated:
        for mention in document.mentions:
            found.setdefault(mention.entity, set()).add(fold_text(mention.surface))
        for translation in document.translations:
            for mention in translation.mentions:
                found.setdefault(mention.entity, set()).add(fold_text(mention.surface))
    useful = _referred_to(seeds)
    for entity in seeds.authority.entities.values():
        if entity.merged_into is not None:
            continue
        forms = found.get(entity.id)
        if forms is None:
            if entity.id not in useful:
                yield _warning(entity, "never-named", f"{entity.id} is named in no text", "Add the names under which it occurs, or remove it")  # fmt: skip
            continue
        for alias in entity.aliases:
            if fold_text(alias.form) not in forms:
                yield _warning(entity, "unattested-alias", f"{entity.id}: the alias {alias.form!r} occurs in no text", "Correct or remove it, if no text to come will have it")  # fmt: skip


def _referred_to(seeds: Seeds) -> frozenset[str]:
    """Entities that are needed though no text names them: publishers, subjects, ends of relations."""
    ids = {measure.subject for measure in seeds.measures}
    for document in seeds.documents:
        source = document.record.source
        ids.update(name for name in (source.publisher, source.reprinted_from) if name)
    for entity in seeds.authority.entities.values():
        ids.update(relation.object for relation in entity.relations)
    return frozenset(ids)


def _undecided(annotated: Sequence[AnnotatedDocument]) -> Iterator[Problem]:
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


def _warning(entity: Entity, code: str, message: str, hint: str) -> Problem:
    return Problem(str(entity.path or ""), entity.line, code, message, hint, "warning")
