"""The authority file: who and what is named, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from build_tools.model.values import Localized


@dataclass(frozen=True, slots=True)
class Alias:
    """A form under which an entity occurs, and the conditions under which that form means it."""

    form: str
    language: str
    case: Literal["fold", "exact"] = "fold"
    needs: tuple[str, ...] = ()
    """Entity ids or words; at least one must occur in the same ``scope``."""
    unless: tuple[str, ...] = ()
    """Entity ids or words; none may occur in the same ``scope``."""
    scope: Literal["document", "paragraph"] = "document"
    path: Path | None = field(default=None, compare=False)
    """The file that it stands in, where that is not its entity's."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """``subject`` (the entity that carries it) – ``kind`` – ``object``, as the named documents state it."""

    kind: str
    object: str
    documents: tuple[str, ...] = ()
    quote: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """One record of the authority file."""

    id: str
    type: str
    names: Localized
    aliases: tuple[Alias, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    """Scheme → identifier: ``{"wikidata": "Q55606242"}``."""
    description: Localized = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    merged_into: str | None = None
    description_source: str | None = None
    """Where the description has from what no text of the archive states."""
    path: Path | None = None
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """1-based lines of its keys and of the keys in them: ``type``, ``names.zh``, ``identifiers.gnd``."""


@dataclass(frozen=True, slots=True)
class EntityType:
    id: str
    names: Localized
    plural: Localized
    schema_org: str
    setting: bool = False
    """Its entities say where or in what field something is told: places, terms. Two texts that share only such
    names need not tell the same."""


@dataclass(frozen=True, slots=True)
class Authority:
    """The whole authority file. ``entities`` are sorted by id and hold merged ones too."""

    entities: Mapping[str, Entity] = field(default_factory=dict)
    types: Mapping[str, EntityType] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    """Folded names an editor has rejected as proposals."""
