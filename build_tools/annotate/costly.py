"""The alias that costs most: found in many texts in which nothing else speaks for its entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_tools.annotate.names.forms import fold_name
from build_tools.model import Alias, AnnotatedDocument, Authority, Entity, Mention
from build_tools.problems import Problem
from build_tools.read.listed import is_conditional

_TEXTS = 3
"""Texts in which an alias stands alone before it is spoken of."""
_EXAMPLES = 3
_AROUND = 24
"""Characters on either side of an example."""


@dataclass(slots=True)
class _Alone:
    """The texts in which an alias is all that speaks for its entity, with a place in each."""

    entity: Entity
    alias: Alias
    places: list[tuple[AnnotatedDocument, Mention]] = field(default_factory=list)


def check_costly(authority: Authority, annotated: Sequence[AnnotatedDocument]) -> Iterator[Problem]:
    """At most one warning: for the alias without conditions that stands alone in most texts, with examples.

    Alone means that the text has no other form of the entity and names none of those that its relations link it with.
    Aliases of several words, and in capitals, are written by nobody by accident.
    """
    related = _related(authority)
    aliases = dict(_aliases(authority))
    alone: dict[tuple[str, str], _Alone] = {}
    for document in annotated:
        forms: dict[str, dict[str, Mention]] = defaultdict(dict)
        for mention in document.mentions:
            forms[mention.entity].setdefault(fold_name(mention.surface), mention)
        for entity, found in forms.items():
            (form, mention), *others = found.items()
            if others or related[entity] & forms.keys() or (entity, form) not in aliases:
                continue
            record = alone.setdefault(
                (entity, form), _Alone(authority.entities[entity], aliases[entity, form])
            )
            record.places.append((document, mention))
    if alone:
        most = max(alone.values(), key=lambda one: (len(one.places), one.entity.id, one.alias.form))
        if len(most.places) >= _TEXTS:
            yield _told(most)


def _related(authority: Authority) -> dict[str, set[str]]:
    related: dict[str, set[str]] = defaultdict(set)
    for entity in authority.entities.values():
        for relation in entity.relations:
            related[entity.id].add(relation.object)
            related[relation.object].add(entity.id)
    return related


def _aliases(authority: Authority) -> Iterable[tuple[tuple[str, str], Alias]]:
    """Entity and folded form → alias, for those of one word that have no condition and are no name."""
    for entity in authority.entities.values():
        names = set(map(fold_name, entity.names.values()))
        for alias in entity.aliases:
            key = fold_name(alias.form)
            if (
                key not in names
                and " " not in key
                and not is_conditional(alias)
                and not alias.form.replace(".", "").isupper()
            ):
                yield (entity.id, key), alias


def _told(most: _Alone) -> Problem:
    examples = "; ".join(_example(*place) for place in most.places[:_EXAMPLES])
    return Problem(
        str(most.alias.path or most.entity.path or ""),
        most.alias.line or most.entity.line,
        "costly-alias",
        f"{most.entity.id}: in {len(most.places)} texts nothing but the alias {most.alias.form!r} speaks for it: {examples}",
        "Look at these; where others are meant give the alias conditions (needs, unless), or reject it in the record",
        "warning",
    )


def _example(document: AnnotatedDocument, mention: Mention) -> str:
    text = document.document.text
    low, high = max(0, mention.start - _AROUND), mention.end + _AROUND
    return f"{document.document.id} «{' '.join(text[low:high].split())}»"
