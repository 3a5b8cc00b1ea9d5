"""What must fit together within the authority file, and what an editor should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from build_tools import languages
from build_tools.folding import fold_text
from build_tools.ids import collision_key
from build_tools.model import Alias, Authority, Entity
from build_tools.problems import Problem, Severity
from build_tools.read.listed import is_conditional, listed_forms, names_of


def check_authority(authority: Authority, interface: Sequence[str] | None = None) -> tuple[Problem, ...]:
    """Every fault between entities: unknown types and relations, dangling or cyclic references, and claims of one
    name by several (a warning: the context may tell them apart)."""
    problems: list[Problem] = []
    for entity in authority.entities.values():
        problems.extend(_type(entity, authority))
        problems.extend(_forms(entity))
        problems.extend(_relations(entity, authority))
        problems.extend(_merger(entity, authority))
        problems.extend(_conditions(entity))
        if entity.merged_into is None:
            problems.extend(_unnamed(entity, languages.tags() if interface is None else interface))
            problems.extend(_short(entity))
    problems.extend(_cycles(authority))
    problems.extend(_same_address(authority))
    problems.extend(_same_name(authority))
    problems.extend(_same_identifier(authority))
    return tuple(problems)


def final(authority: Authority, entity_id: str) -> str | None:
    """The id that an id was merged into in the end; ``None`` where the way leads nowhere or round in a circle."""
    seen: set[str] = set()
    while entity_id in authority.entities and entity_id not in seen:
        seen.add(entity_id)
        onward = authority.entities[entity_id].merged_into
        if onward is None:
            return entity_id
        entity_id = onward
    return None


def _at(
    entity: Entity,
    line: int,
    code: str,
    message: str,
    hint: str,
    *,
    path: Path | None = None,
    warning: bool = False,
) -> Problem:
    """At the line of the part that is meant, in its entity's file unless ``path`` says another; 0, where the line is
    not known, is the entity's own."""
    severity: Severity = "warning" if warning else "error"
    return Problem(str(path or entity.path or ""), line or entity.line, code, message, hint, severity)


def _key(entity: Entity, *keys: str) -> int:
    """The line of the first of its keys that the entity has."""
    return next((entity.lines[key] for key in keys if key in entity.lines), 0)


def _type(entity: Entity, authority: Authority) -> Iterator[Problem]:
    if entity.type in authority.types:
        return
    close = get_close_matches(entity.type, authority.types, 1)
    hint = f"Did you mean {close[0]}?" if close else f"Known types: {', '.join(sorted(authority.types))}; others are declared in types.yml"  # fmt: skip
    yield _at(
        entity,
        _key(entity, "type"),
        "unknown-type",
        f"{entity.id}: the type {entity.type!r} is not known",
        hint,
    )


def _forms(entity: Entity) -> Iterator[Problem]:
    for alias in (*names_of(entity), *entity.aliases):
        if not any(char.isalnum() for char in fold_text(alias.form)):
            yield _at(entity, alias.line, "empty-form", f"{entity.id}: the name {alias.form!r} has no letter and no digit", "Correct or remove it", path=alias.path)  # fmt: skip


def _relations(entity: Entity, authority: Authority) -> Iterator[Problem]:
    known = languages.table("relations").get("relations", {})
    for relation in entity.relations:
        if relation.kind not in known:
            close = get_close_matches(relation.kind, known, 1)
            hint = f"Did you mean {close[0]}?" if close else f"Known relations: {', '.join(sorted(known))}"
            yield _at(entity, relation.line, "unknown-relation", f"{entity.id}: the relation {relation.kind!r} is not known", hint)  # fmt: skip
        if relation.object not in authority.entities:
            yield _missing(
                entity, relation.line, relation.object, f"the relation {relation.kind} leads to", authority
            )
        elif relation.object == entity.id or final(authority, relation.object) == entity.id:
            yield _at(entity, relation.line, "self-relation", f"{entity.id}: the relation {relation.kind} leads to the entity itself", "Name the other entity")  # fmt: skip


def _merger(entity: Entity, authority: Authority) -> Iterator[Problem]:
    if entity.merged_into is not None and entity.merged_into not in authority.entities:
        yield _missing(
            entity, _key(entity, "merged_into"), entity.merged_into, "it is merged into", authority
        )


def _missing(entity: Entity, line: int, target: str, what: str, authority: Authority) -> Problem:
    close = get_close_matches(target, authority.entities, 1)
    hint = f"Did you mean {close[0]}?" if close else "Add the entity or correct the id"
    return _at(entity, line, "unknown-entity", f"{entity.id}: {what} {target!r}, which does not exist", hint)


def _conditions(entity: Entity) -> Iterator[Problem]:
    for alias in entity.aliases:
        both = set(alias.needs) & set(alias.unless)
        if both:
            yield _at(entity, alias.line, "contradiction", f"{entity.id}: the alias {alias.form!r} needs and forbids {sorted(both)[0]!r}", "Keep one of the two", path=alias.path)  # fmt: skip


def _unnamed(entity: Entity, interface: Sequence[str]) -> Iterator[Problem]:
    missing = [tag for tag in interface if tag not in entity.names]
    if missing:
        yield _at(entity, _key(entity, "names"), "missing-name", f"{entity.id} has no name in: {', '.join(missing)}", "Add it to names; pages in that language show another until then", warning=True)  # fmt: skip


def _short(entity: Entity) -> Iterator[Problem]:
    """Forms without a condition that are short: they will be found where they are not meant."""
    for alias in listed_forms(entity):
        folded = fold_text(alias.form)
        # A Latin name in another language's list is as long as Latin names are.
        language = "en" if folded.isascii() else alias.language.split("-")[0]
        shortest = int(languages.section(language, "names").get("shortest", 1))
        if not is_conditional(alias) and len(folded) < shortest:
            yield _at(entity, alias.line, "short-form", f"{entity.id}: the name {alias.form!r} is shorter than {shortest} letters", "Give it a condition (needs, unless or case: exact)", path=alias.path, warning=True)  # fmt: skip


def _cycles(authority: Authority) -> Iterator[Problem]:
    """Chains of mergers that come back, and relations of one hierarchical kind that do."""
    for entity in authority.entities.values():
        if entity.merged_into in authority.entities and final(authority, entity.id) is None and _returns(authority, entity.id):  # fmt: skip
            yield _at(entity, _key(entity, "merged_into"), "merge-cycle", f"{entity.id} is merged into itself in the end", "Let one of the chain stay unmerged")  # fmt: skip
    kinds = languages.table("relations").get("relations", {})
    for kind in sorted(name for name, data in kinds.items() if data.get("hierarchical")):
        edges = {
            entity.id: {
                relation.object: relation.line
                for relation in entity.relations
                if relation.kind == kind and relation.object != entity.id
            }
            for entity in authority.entities.values()
        }
        for start, onward in _on_a_cycle({key: list(targets) for key, targets in edges.items() if targets}):
            yield _at(authority.entities[start], edges[start][onward], "relation-cycle", f"{start}: the relations {kind} lead back to it", "Correct one of them")  # fmt: skip


def _returns(authority: Authority, start: str) -> bool:
    seen = set()
    current: str | None = start
    while current is not None and current in authority.entities and current not in seen:
        seen.add(current)
        current = authority.entities[current].merged_into
    return current == start


def _on_a_cycle(edges: dict[str, list[str]]) -> list[tuple[str, str]]:
    """One entity of each cycle with the one that its way round begins with; depth first without recursion, each edge once."""
    state: dict[str, int] = {}
    onward: dict[str, str] = {}
    found = []
    for root in edges:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(edges[root]))]
        while stack:
            node, targets = stack[-1]
            for target in targets:
                onward[node] = target
                if state.get(target) == 1:
                    found.append((target, onward[target]))
                elif target in edges and target not in state:
                    state[target] = 1
                    stack.append((target, iter(edges[target])))
                    break
            else:
                state[node] = 2
                stack.pop()
    return sorted(set(found))


def _same_address(authority: Authority) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for entity in authority.entities.values():
        first = taken.setdefault(collision_key(entity.id), entity.id)
        if first != entity.id:
            yield _at(entity, _key(entity, "id"), "id-collision", f"{entity.id} and {first} would have the same address", "Give one of them another id")  # fmt: skip


def _same_name(authority: Authority) -> Iterator[Problem]:
    """Names that two entities claim, neither under a condition."""
    claims: dict[str, dict[str, Alias]] = defaultdict(dict)
    for entity in authority.entities.values():
        if entity.merged_into is not None:
            continue
        for alias in listed_forms(entity):
            if not is_conditional(alias):
                claims[fold_text(alias.form)].setdefault(entity.id, alias)
    shared: dict[tuple[str, str], list[Alias]] = defaultdict(list)
    for owners in claims.values():
        first, *others = sorted(owners)
        for other in others:
            shared[first, other].append(owners[other])
    for (first, other), aliases in shared.items():
        told = ", ".join(map(repr, dict.fromkeys(alias.form for alias in aliases)))
        where = min(aliases, key=lambda alias: (str(alias.path or ""), alias.line))
        yield _at(
            authority.entities[other],
            where.line,
            "duplicate-claim",
            f"{other}: also a name of {first}: {told}",
            "Give one of them a condition (needs, unless or case: exact), or merge the two",
            path=where.path,
            warning=True,
        )


def _same_identifier(authority: Authority) -> Iterator[Problem]:
    owners: dict[tuple[str, str], str] = {}
    for entity in authority.entities.values():
        if entity.merged_into is not None:
            continue
        for scheme, identifier in entity.identifiers.items():
            first = owners.setdefault((scheme, identifier), entity.id)
            if first != entity.id:
                line = _key(entity, f"identifiers.{scheme}", scheme)
                yield _at(entity, line, "duplicate-identifier", f"{entity.id}: {scheme} {identifier} is also that of {first}", "Correct one of them, or merge the two")  # fmt: skip
