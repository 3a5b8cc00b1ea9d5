"""The list of names beside a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from build_tools.render.context import Context


@dataclass(frozen=True, slots=True)
class Card:
    """What the side list says of an entity on every page, ready for it."""

    type: str
    name: Markup
    about: Markup


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the document's side list, with the number of its mentions there."""

    entity: str
    here: int
    card: Card


def cards(context: Context) -> dict[str, Card]:
    macros: Any = context.templates.get_template("_card.html.j2").module
    uses = context.archive.entities
    return {
        key: Card(
            uses[key].entity.type,
            macros.name(uses[key].entity),
            macros.about(uses[key].entity, len(uses[key].occurrences), len(documents)),
        )
        for key, documents in context.lookup.documents_naming.items()
        if key in uses
    }


def by_type(context: Context, document: str, known: Mapping[str, Card]) -> list[tuple[str, list[Named]]]:
    """What is named in the document, in the order of the archive's types and others last; of one type, what has most
    mentions here first, then in order of appearance."""
    rank = {kind: number for number, kind in enumerate(context.archive.authority.types)}
    counts = context.lookup.named.get(document, {})
    found: dict[str, list[Named]] = {}
    for key, count in sorted(counts.items(), key=lambda item: -item[1]):
        if card := known.get(key):
            found.setdefault(card.type, []).append(Named(key, count, card))
    return sorted(found.items(), key=lambda item: (rank.get(item[0], len(rank)), item[0]))
