"""Ids that were merged into others: whatever refers to an old id means the one that it was merged into."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from build_tools.model import Authority, Document, Entity, Measure, Relation
from build_tools.read.authority_checks import final


def follow_references(authority: Authority) -> Authority:
    """The authority file with relations, mergers and conditions that name the entities left after merging."""

    def followed(entity: Entity) -> Entity:
        return replace(
            entity,
            merged_into=entity.merged_into and (final(authority, entity.id) or entity.merged_into),
            relations=tuple(replace(r, object=current_id(authority, r.object)) for r in entity.relations),
            aliases=tuple(
                replace(
                    alias,
                    needs=tuple(current_id(authority, need) for need in alias.needs),
                    unless=tuple(current_id(authority, bar) for bar in alias.unless),
                )
                for alias in entity.aliases
            ),
        )

    if all(entity.merged_into is None for entity in authority.entities.values()):
        return authority
    return replace(authority, entities={key: followed(entity) for key, entity in authority.entities.items()})


def join_relations(authority: Authority) -> Authority:
    """The authority file with what old entries say of others said by those that they were merged into."""
    inherited: defaultdict[str, list[Relation]] = defaultdict(list)
    entities: dict[str, Entity] = {}
    for key, entity in authority.entities.items():
        if entity.merged_into is not None:
            inherited[current_id(authority, key)] += entity.relations
            entity = replace(entity, relations=())
        entities[key] = entity
    for key, relations in inherited.items():
        kept = [relation for relation in relations if relation.object != key]
        entities[key] = replace(
            entities[key], relations=tuple(dict.fromkeys((*entities[key].relations, *kept)))
        )
    return replace(authority, entities=entities) if inherited else authority


def follow_publishers(document: Document, authority: Authority) -> Document:
    """The document with the ids of its record's source as they are after merging."""
    source = document.record.source
    followed = replace(
        source,
        publisher=source.publisher and current_id(authority, source.publisher),
        reprinted_from=source.reprinted_from and current_id(authority, source.reprinted_from),
    )
    return (
        document
        if followed == source
        else replace(document, record=replace(document.record, source=followed))
    )


def follow_subject(measure: Measure, authority: Authority) -> Measure:
    """The measure with its subject's id as it is after merging."""
    return replace(measure, subject=current_id(authority, measure.subject))


def current_id(authority: Authority, name: str) -> str:
    """The id that an id was merged into in the end; the name itself where it is no id, or leads nowhere."""
    return (final(authority, name) or name) if name in authority.entities else name
