"""Names of entities as the browser looks them up: each stands in the shard of its first word.

A name is a list of *parts*: the bare word of a run, or a whole Han run. The browser compares the parts with the
query's words, so that a name inside a longer name does not win over it, and an inflected word is no name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from build_tools.folding import fold_text
from build_tools.model import Archive, Entity
from build_tools.search.sounds import spellings
from build_tools.search.tokens import LEAST_LETTERS, Run, readings, runs

PERSON = "person"
CERTAIN, CONDITIONAL, PARTIAL = 3, 2, 1
"""How surely a name means its entity: always; where its conditions hold; a part of a person's name, or a Chinese one
as it sounds."""
MOST_SHARED = 20
"""A part of a name that more entities share says nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name of one entity."""

    term: str
    """The index term in whose shard it is kept."""
    parts: tuple[str, ...]
    entity: str
    certainty: int
    form: str
    """As the authority file writes it."""

    def record(self) -> list[Any]:
        return [list(self.parts), self.entity, self.certainty, self.form]


def names(archive: Archive) -> tuple[Name, ...]:
    """The names of all entities that the archive names, sorted; the surest one where a form has several."""
    used = {mention.entity for one in archive.documents.values() for mention in one.mentions}
    found: dict[tuple[tuple[str, ...], str], Name] = {}
    shared: defaultdict[tuple[str, ...], dict[str, Name]] = defaultdict(dict)
    merged: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in archive.authority.entities.values():
        if entity.merged_into:
            merged[entity.merged_into].append(entity)
    for identifier in sorted(used):
        if identifier not in archive.authority.entities:
            continue
        entity = archive.authority.entities[identifier]
        for form, certainty in chain(_forms(entity), *map(_forms, merged[identifier])):
            name = _name(entity, form, certainty)
            if name is None:
                continue
            known = found.get((name.parts, identifier))
            if known is None or known.certainty < certainty:
                found[name.parts, identifier] = name
            for sound in spellings(fold_text(form)):
                spelled = _name(entity, sound, PARTIAL)
                if spelled:
                    found.setdefault((spelled.parts, identifier), replace(spelled, form=form))
            if entity.type == PERSON:
                for part in _partial(entity, form):
                    shared[part.parts].setdefault(identifier, part)
    for parts, owners in shared.items():
        if len(owners) <= MOST_SHARED:
            for identifier, name in owners.items():
                found.setdefault((parts, identifier), name)
    return tuple(sorted(found.values()))


IN_PASSING = frozenset({"technology"})
"""Types of entities whose general terms most texts use without speaking of them: what names one in another language than the
query stands apart, where some in its own do. Ideas, laws and events are subjects, and cross languages as names do."""


def labels(archive: Archive) -> dict[str, dict[str, Any]]:
    """For each entity term what is shown of the entity: its type and its names per language."""
    shown: dict[str, dict[str, Any]] = {}
    for name in {mention.entity for one in archive.documents.values() for mention in one.mentions}:
        entity = archive.authority.entities.get(name)
        if entity is not None:
            shown[f"@{name}"] = {"type": entity.type, "names": dict(sorted(entity.names.items()))}
            if is_common(entity):
                shown[f"@{name}"]["common"] = 1
                if entity.type in IN_PASSING:
                    shown[f"@{name}"]["passing"] = 1
    return dict(sorted(shown.items()))


def is_common(entity: Entity) -> bool:
    """Whether an entity is a general term, such as "data centre": its name is then written in small letters."""
    return any(
        len(word) > 3 and word.isalpha() and word.islower() for word in entity.names.get("en", "").split()
    )


def _forms(entity: Entity) -> Iterator[tuple[str, int]]:
    for _, form in sorted(entity.names.items()):
        yield form, CERTAIN
    for alias in entity.aliases:
        conditional = alias.needs or alias.unless or alias.case == "exact"
        yield alias.form, CONDITIONAL if conditional else CERTAIN


def _name(entity: Entity, form: str, certainty: int) -> Name | None:
    found = list(runs(fold_text(form)))
    if not found:
        return None
    parts = tuple(run.text if run.kind == "H" else readings(run.kind, run.text)[0].bare for run in found)
    return Name(_first_term(found[0]), parts, entity.id, certainty, form)


def _first_term(run: Run) -> str:
    return run.text[:2] if run.kind == "H" else readings(run.kind, run.text)[0].stem


def _partial(entity: Entity, form: str) -> Iterator[Name]:
    """The single words of a person's name, each of which may stand for the person."""
    found = list(runs(fold_text(form)))
    if len(found) < 2:
        return
    for run in found:
        if run.kind in "AW" and len(run.text) >= LEAST_LETTERS:
            name = _name(entity, run.text, PARTIAL)
            if name is not None:
                yield Name(name.term, name.parts, entity.id, PARTIAL, form)
