"""Who is related to whom, drawn as arcs beside a list of names.

The names stand one below the other, so that none can cover another however many there are and whatever their script;
an arc joins two of them. What a text states is told from what is only named in the same paragraphs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from build_tools.model import Archive, EntityUse

AROUND = 24
"""Names around one."""
WHOLE = 60
"""Names of the whole archive's network: those with most relations."""
OFTEN = 3
"""In how many paragraphs two of the names around one have to stand together to be joined."""
STRENGTHS = (1, 3, 6)
"""From how many paragraphs on a line is thin, middling or thick."""

Ties = Mapping[str, frozenset[str]]
"""Entity → those that the register relates it to, in either direction."""


@dataclass(frozen=True, slots=True)
class Node:
    entity: str
    type: str
    stated: bool
    """The register states a relation to the one in the middle."""
    paragraphs: int
    """In which both are named."""
    strength: int
    """1 to 3, or 0 where they are never named together."""


@dataclass(frozen=True, slots=True)
class Arc:
    """Between two nodes, by their numbers from 0; ``depth`` in per cent of the room beside the list."""

    first: int
    last: int
    stated: bool
    depth: float


@dataclass(frozen=True, slots=True)
class Network:
    nodes: Sequence[Node]
    arcs: Sequence[Arc]
    left_out: int
    """Names beyond those that are shown."""

    @property
    def spokes(self) -> list[tuple[tuple[int, bool], list[float]]]:
        """Strength and ``stated`` of the lines to the nodes, and where in the list those that share both end."""
        found: dict[tuple[int, bool], list[float]] = {}
        for number, node in enumerate(self.nodes):
            found.setdefault((node.strength, node.stated), []).append(number + 0.5)
        return list(found.items())


def ties(archive: Archive) -> Ties:
    found: dict[str, set[str]] = defaultdict(set)
    for key, use in archive.entities.items():
        for relation in use.entity.relations:
            if relation.object in archive.entities and relation.object != key:
                found[key].add(relation.object)
                found[relation.object].add(key)
    return {key: frozenset(others) for key, others in found.items()}


def around(archive: Archive, use: EntityUse, known: Ties) -> Network | None:
    """Those that an entity is related to, and those named with it; by type, then the most often named together.

    ``None`` where there is nobody.
    """
    together = {c.entity: len(c.places) for c in use.companions if c.entity in archive.entities}
    weights = {c.entity: c.weight for c in use.companions}
    stated = known.get(use.entity.id, frozenset())
    ranked = sorted(
        {*stated, *together}, key=lambda e: (e not in stated, -weights.get(e, 0.0), -together.get(e, 0), e)
    )
    chosen = ranked[:AROUND]
    if not chosen:
        return None
    nodes = [
        Node(
            e, archive.entities[e].entity.type, e in stated, together.get(e, 0), _strength(together.get(e, 0))
        )
        for e in _by_type(archive, chosen)
    ]
    return Network(nodes, _arcs([n.entity for n in nodes], archive, known), len(ranked) - len(chosen))


def whole(archive: Archive, known: Ties) -> Network | None:
    """The entities with most relations, by type; ``None`` where the register states none."""
    ranked = sorted(known, key=lambda e: (-len(known[e]), e))
    chosen = ranked[:WHOLE]
    if not chosen:
        return None
    nodes = [
        Node(e, archive.entities[e].entity.type, True, len(known[e]), _strength(len(known[e])))
        for e in _by_type(archive, chosen)
    ]
    stated = [arc for arc in _arcs([n.entity for n in nodes], archive, known) if arc.stated]
    return Network(nodes, stated, len(ranked) - len(chosen))


def _by_type(archive: Archive, chosen: Sequence[str]) -> list[str]:
    """Those of one type together, the type with most of them first; within it the order given."""
    types = {e: archive.entities[e].entity.type for e in chosen}
    sizes = Counter(types.values())
    return sorted(chosen, key=lambda e: (-sizes[types[e]], types[e], chosen.index(e)))


def _arcs(order: Sequence[str], archive: Archive, known: Ties) -> list[Arc]:
    """Relations between the names of a list, and which of them are often named together; not where or in what field."""
    types = archive.authority.types
    setting = {e for e in order if (t := types.get(archive.entities[e].entity.type)) and t.setting}
    named = {
        e: {c.entity for c in archive.entities[e].companions if len(c.places) >= OFTEN} - setting
        for e in order
    }
    longest = max(1, len(order) - 1)
    return list(_joined(order, named, known, longest))


def _joined(
    order: Sequence[str], named: Mapping[str, Iterable[str]], known: Ties, longest: int
) -> Iterator[Arc]:
    for (first, one), (last, other) in combinations(enumerate(order), 2):
        stated = other in known.get(one, ())
        if stated or (other in named[one] and one in named[other]):
            yield Arc(first, last, stated, round(8 + 90 * (last - first) / longest, 1))


def _strength(count: int) -> int:
    return sum(count >= least for least in STRENGTHS)
