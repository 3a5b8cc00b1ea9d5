"""``seeds/entities/*.yml``, ``types.yml`` and ``rejected.yml`` → the authority file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from build_tools import languages
from build_tools.file_names import is_system_file
from build_tools.folding import fold_text
from build_tools.model import Authority, Entity, EntityType, Relation
from build_tools.problems import DataError, Problem
from build_tools.read.authority_checks import check_authority
from build_tools.read.files import entries, read_yaml
from build_tools.read.merged import follow_references
from build_tools.read.proposals import aliases_of, read_proposals
from build_tools.read.schema.authority import EntityModel, RelationModel, TypeModel
from build_tools.read.validate import validate
from build_tools.strict_yaml import Loaded

FOLDER = "entities"
TYPES = "types.yml"
REJECTED = "rejected.yml"


def read_authority(
    root: Path, interface: Sequence[str] | None = None
) -> tuple[Authority, tuple[Problem, ...]]:
    """Read ``root/entities/*.yml`` with the types and rejected names beside it; a missing folder is an empty file.

    Whatever names an entity that is merged into another names that one. ``interface``: the languages that each entity
    should have a name in; ``None``: all. Entities with faults are left out and reported; errors and warnings come together, sorted.
    """
    problems: list[Problem] = []
    types = _types(root, problems)
    entities: dict[str, Entity] = {}
    for path in _files(root, problems):
        try:
            loaded = read_yaml(path, root)
        except DataError as error:
            problems.extend(error.problems)
            continue
        for entity in _entities(loaded, path, problems):
            first = entities.get(entity.id)
            if first is not None:
                problems.append(_twice(entity.id, first, path, entity.line))
                continue
            entities[entity.id] = entity
    decided = read_proposals(root)
    problems.extend(decided.problems)
    for model, path, entry in decided.accepted:
        if model.id in entities:
            problems.append(_twice(model.id, entities[model.id], path, entry.line()))
        else:
            entities[model.id] = _entity(model, path, entry)
    for alias_of, forms, path, line in decided.aliases:
        if alias_of not in entities:
            problems.append(Problem(str(path), line, "unknown-entity", f"The entity {alias_of!r} does not exist", "Correct alias_of"))  # fmt: skip
        else:
            known = entities[alias_of]
            entities[alias_of] = replace(known, aliases=(*known.aliases, *forms))
    authority = Authority(
        entities={key: entities[key] for key in sorted(entities)},
        types=types,
        rejected=_rejected(root, problems) | decided.rejected,
    )
    problems.extend(check_authority(authority, interface))
    return follow_references(authority), tuple(sorted(set(problems)))


def _twice(entity_id: str, first: Entity, path: Path, line: int) -> Problem:
    where = f"{first.path}:{first.line}"
    return Problem(str(path), line, "duplicate-entity", f"The entity {entity_id} is already in {where}", "Join the two, or give one another id")  # fmt: skip


def _files(root: Path, problems: list[Problem]) -> list[Path]:
    folder = root / FOLDER
    found = []
    try:
        if folder.is_symlink() and not folder.resolve().is_relative_to(root.resolve()):
            raise DataError([Problem(str(folder), 0, "link-out", f"The link leads out of {root}", "Put the folder itself there")])  # fmt: skip
        for entry in entries(folder):
            path = folder / entry.name
            if entry.name.endswith(".yml") and not entry.name.startswith("."):
                found.append(path)
            elif not is_system_file(entry.name):
                problems.append(Problem(str(path), 0, "unknown-file", "Only .yml files are read here", "Rename or remove it"))  # fmt: skip
    except DataError as error:
        problems.extend(error.problems)
    return found


def _entities(loaded: Loaded, path: Path, problems: list[Problem]) -> list[Entity]:
    if not _is_list(loaded, "entities (- id: …)", problems):
        return []
    result = []
    for _, item in loaded.items():
        model, wrong = validate(EntityModel, item)
        problems.extend(wrong)
        if model is not None:
            result.append(_entity(model, path, item))
    return result


def _entity(model: EntityModel, path: Path, loaded: Loaded) -> Entity:
    numbers = dict(model.identifiers)
    if model.wikidata is not None:
        numbers = {"wikidata": model.wikidata, **numbers}
    return Entity(
        id=model.id,
        type=model.type,
        names=model.names,
        aliases=aliases_of(model.aliases, loaded),
        identifiers=numbers,
        description=model.description,
        description_source=model.description_source,
        relations=tuple(
            _relation(relation, loaded.line(("relations", index)))
            for index, relation in enumerate(model.relations)
        ),
        merged_into=model.merged_into,
        path=path,
        line=loaded.line(),
        lines=_lines(loaded),
    )


def _lines(loaded: Loaded) -> dict[str, int]:
    lines = {key: loaded.line((key,)) for key in loaded.data}
    for key in ("names", "identifiers", "description"):
        lines |= {f"{key}.{part}": loaded.line((key, part)) for part in loaded.data.get(key) or ()}
    return lines


def _relation(model: RelationModel, line: int) -> Relation:
    return Relation(model.kind, model.object, tuple(model.documents), model.quote, line)


def _types(root: Path, problems: list[Problem]) -> Mapping[str, EntityType]:
    found = [_type(model) for model in _known_types(languages.table("types").get("types", []))]
    path = root / TYPES
    if path.exists() or path.is_symlink():
        try:
            loaded = read_yaml(path, root)
            if _is_list(loaded, "types (- id: …)", problems):
                for _, item in loaded.items():
                    model, wrong = validate(TypeModel, item)
                    problems.extend(wrong)
                    if model is not None:
                        found.append(_type(model))
        except DataError as error:
            problems.extend(error.problems)
    return {kind.id: kind for kind in found}


def _known_types(data: Any) -> list[TypeModel]:
    return TypeAdapter(list[TypeModel]).validate_python(data)


def _type(model: TypeModel) -> EntityType:
    return EntityType(model.id, model.names, model.plural, model.schema_org, model.setting)


def _rejected(root: Path, problems: list[Problem]) -> frozenset[str]:
    path = root / REJECTED
    if not path.exists() and not path.is_symlink():
        return frozenset()
    try:
        loaded = read_yaml(path, root)
    except DataError as error:
        problems.extend(error.problems)
        return frozenset()
    names: set[str] = set()
    if _is_list(loaded, "names (- name)", problems):
        for index, item in loaded.items():
            try:
                names.add(" ".join(fold_text(_NAME.validate_python(item.data)).split()))
            except ValidationError:
                problems.append(Problem(str(path), item.line(), "bad-value", f"The item {index + 1} is no name", "Write one name on each line, after a hyphen"))  # fmt: skip
    return frozenset(names)


_NAME: TypeAdapter[str] = TypeAdapter(str)


def _is_list(loaded: Loaded, what: str, problems: list[Problem]) -> bool:
    if isinstance(loaded.data, list):
        return True
    if loaded.data is not None:
        problems.append(Problem(loaded.path, loaded.line(), "bad-value", "The file is no list", f"Write a list of {what}"))  # fmt: skip
    return False
