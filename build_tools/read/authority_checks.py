"""What must fit together within the authority file, and what an editor should look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from build_tools import languages
from build_tools.folding import fold_text
from build_tools.model import Authority, Entity
from build_tools.problems import Problem
from build_tools.read.ids import collision_key
from build_tools.read.listed import is_conditional, listed_forms


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


def _at(entity: Entity, code: str, message: str, hint: str, *, warning: bool = False) -> Problem:
    return Problem(
        str(entity.path or ""), entity.line, code, message, hint, "warning" if warning else "error"
    )


def _type(entity: Entity, authority: Authority) -> Iterator[Problem]:
    if entity.type in authority.types:
        return
    close = get_close_matches(entity.type, authority.types, 1)
    hint = f"Did you mean {close[0]}?" if close else f"Known types: {', '.join(sorted(authority.types))}; others are declared in types.yml"  # fmt: skip
    yield _at(entity, "unknown-type", f"{entity.id}: the type {entity.type!r} is not known", hint)


def _forms(entity: Entity) -> Iterator[Problem]:
    for form in (*entity.names.values(), *(alias.form for alias in entity.aliases)):
        if not any(char.isalnum() for char in fold_text(form)):
            yield _at(entity, "empty-form", f"{entity.id}: the name {form!r} has no letter and no digit", "Correct or remove it")  # fmt: skip


def _relations(entity: Entity, authority: Authority) -> Iterator[Problem]:
    known = languages.table("relations").get("relations", {})
    for relation in entity.relations:
        if relation.kind not in known:
            close = get_close_matches(relation.kind, known, 1)
            hint = f"Did you mean {close[0]}?" if close else f"Known relations: {', '.join(sorted(known))}"
            yield _at(
                entity, "unknown-relation", f"{entity.id}: the relation {relation.kind!r} is not known", hint
            )
        if relation.object not in authority.entities:
            yield _missing(entity, relation.object, f"the relation {relation.kind} leads to", authority)
        elif relation.object == entity.id or final(authority, relation.object) == entity.id:
            yield _at(entity, "self-relation", f"{entity.id}: the relation {relation.kind} leads to the entity itself", "Name the other entity")  # fmt: skip


def _merger(entity: Entity, authority: Authority) -> Iterator[Problem]:
    if entity.merged_into is not None and entity.merged_into not in authority.entities:
        yield _missing(entity, entity.merged_into, "it is merged into", authority)


def _missing(entity: Entity, target: str, what: str, authority: Authority) -> Problem:
    close = get_close_matches(target, authority.entities, 1)
    hint = f"Did you mean {close[0]}?" if close else "Add the entity or correct the id"
    return _at(entity, "unknown-entity", f"{entity.id}: {what} {target!r}, which does not exist", hint)


def _conditions(entity: Entity) -> Iterator[Problem]:
    for alias in entity.aliases:
        both = set(alias.needs) & set(alias.unless)
        if both:
            yield _at(entity, "contradiction", f"{entity.id}: the alias {alias.form!r} needs and forbids {sorted(both)[0]!r}", "Keep one of the two")  # fmt: skip


def _unnamed(entity: Entity, interface: Sequence[str]) -> Iterator[Problem]:
    missing = [tag for tag in interface if tag not in entity.names]
    if missing:
        yield _at(entity, "missing-name", f"{entity.id} has no name in: {', '.join(missing)}", "Add it to names; pages in that language show another until then", warning=True)  # fmt: skip


def _short(entity: Entity) -> Iterator[Problem]:
    """Forms without a condition that are short: they will be found where they are not meant."""
    for alias in listed_forms(entity):
        folded = fold_text(alias.form)
        # A Latin name in another language's list is as long as Latin names are.
        language = "en" if folded.isascii() else alias.language.split("-")[0]
        shortest = int(languages.section(language, "names").get("shortest", 1))
        if not is_conditional(alias) and len(folded) < shortest:
            yield _at(entity, "short-form", f"{entity.id}: the name {alias.form!r} is shorter than {shortest} letters", "Give it a condition (needs, unless or case: exact)", warning=True)  # fmt: skip


def _cycles(authority: Authority) -> Iterator[Problem]:
    """Chains of mergers that come back, and relations of one hierarchical kind that do."""
    for entity in authority.entities.values():
        if entity.merged_into in authority.entities and final(authority, entity.id) is None and _returns(authority, entity.id):  # fmt: skip
            yield _at(entity, "merge-cycle", f"{entity.id} is merged into itself in the end", "Let one of the chain stay unmerged")  # fmt: skip
    kinds = languages.table("relations").get("relations", {})
    for kind in sorted(name for name, data in kinds.items() if data.get("hierarchical")):
        edges = {
            entity.id: [
                relation.object
                for relation in entity.relations
                if relation.kind == kind and relation.object != entity.id
            ]
            for entity in authority.entities.values()
        }
        for start in _on_a_cycle({key: targets for key, targets in edges.items() if targets}):
            yield _at(authority.entities[start], "relation-cycle", f"{start}: the relations {kind} lead back to it", "Correct one of them")  # fmt: skip


def _returns(authority: Authority, start: str) -> bool:
    seen = set()
    current: str | None = start
    while current is not None and current in authority.entities and current not in seen:
        seen.add(current)
        current = authority.entities[current].merged_into
    return current == start


def _on_a_cycle(edges: dict[str, list[str]]) -> list[str]:
    """One entity of each cycle; depth first without recursion, each edge once."""
    state: dict[str, int] = {}
    found = []
    for root in edges:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(edges[root]))]
        while stack:
            node, targets = stack[-1]
            for target in targets:
                if state.get(target) == 1:
                    found.append(target)
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
            yield _at(entity, "id-collision", f"{entity.id} and {first} would have the same address", "Give one of them another id")  # fmt: skip


def _same_name(authority: Authority) -> Iterator[Problem]:
    """Names that two entities claim, neither under a condition."""
    claims: dict[str, dict[str, str]] = defaultdict(dict)
    for entity in authority.entities.values():
        if entity.merged_into is not None:
            continue
        for alias in listed_forms(entity):
            if not is_conditional(alias):
                claims[fold_text(alias.form)].setdefault(entity.id, alias.form)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for owners in claims.values():
        first, *others = sorted(owners)
        for other in others:
            shared[first, other].append(owners[other])
    for (first, other), forms in shared.items():
        told = ", ".join(map(repr, dict.fromkeys(forms)))
        yield _at(
            authority.entities[other],
            "duplicate-claim",
            f"{other}: also a name of {first}: {told}",
            "Give one of them a condition (needs, unless or case: exact), or merge the two",
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
                yield _at(entity, "duplicate-identifier", f"{entity.id}: {scheme} {identifier} is also that of {first}", "Correct one of them, or merge the two")  # fmt: skip
