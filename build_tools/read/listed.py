"""The forms that the authority file lists for an entity, names and aliases alike."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.folding import fold_text
from build_tools.model import Alias, Entity


def listed_forms(entity: Entity) -> Iterator[Alias]:
    """Names, then aliases, each with its conditions.

    A name has no conditions of its own; where an alias of the same language spells it again under conditions, it is
    sought under those only, and the name itself is left out.
    """
    bound = {_key(alias.form, alias.language) for alias in entity.aliases if is_conditional(alias)}
    yield from (name for name in names_of(entity) if _key(name.form, name.language) not in bound)
    yield from entity.aliases


def names_of(entity: Entity) -> Iterator[Alias]:
    """The names as forms like others, each with the line that it stands in."""
    for language, name in entity.names.items():
        yield Alias(name, language, line=entity.lines.get(f"names.{language}", 0))


def is_conditional(alias: Alias) -> bool:
    """Whether a form means its entity under a condition only."""
    return bool(alias.needs or alias.unless or alias.case == "exact")


def _key(form: str, language: str) -> tuple[str, str]:
    return " ".join(fold_text(form).split()), language
