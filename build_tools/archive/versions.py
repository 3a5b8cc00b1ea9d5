"""Documents that tell one report, by the paragraphs that they share: stories to propose to an editor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools import ids
from build_tools.model import AnnotatedDocument, EvidenceKind, Passage

ONE_REPORT = 0.33
"""Two documents tell one report when the paragraphs of each, every one with the score of its best partner in the other (0 to
1), tell this share of it. Reports on one subject hardly reach a quarter, translations half."""
FEWEST = 2
"""Least number of paragraphs of each that must have a partner; one alone may be a commonplace."""


@dataclass(frozen=True, slots=True)
class StoryProposal:
    """Documents that seem to tell one report. ``story`` is the id that those of ``known`` have already, else a new one."""

    story: str
    documents: tuple[str, ...]
    """Those that no story is given yet, by id, in the order of the archive."""
    known: tuple[str, ...]
    share: float
    """Of the least like two that connect them: the share of each one's paragraphs that the other tells, 0 to 1."""
    passages: int
    """Pairs of paragraphs that tell the same."""
    kinds: tuple[EvidenceKind, ...]
    """Of evidence for it, that of most pairs first."""


def proposed_stories(
    documents: Sequence[AnnotatedDocument], passages: Sequence[Passage]
) -> tuple[StoryProposal, ...]:
    """A proposal for each group of versions of which one or more has no story, those of most documents first.

    What two curated stories tell stays apart; a document without one joins the story that it is most alike.
    """
    labels = {a.document.id: a.document.record.story for a in documents}
    groups = {name: _Group([name], {labels[name]} - {None}) for name in labels}
    for share, left, right in sorted(_shares(documents, passages), key=lambda row: (-row[0], *row[1:])):
        one, other = groups[left], groups[right]
        if one is not other and len(one.labels | other.labels) <= 1:
            one.members.extend(other.members)
            one.labels |= other.labels
            one.share = min(one.share, other.share, share)
            groups.update((member, one) for member in other.members)
    taken = {label for label in labels.values() if label}
    order = {name: rank for rank, name in enumerate(labels)}
    made = []
    for group in {id(group): group for group in groups.values()}.values():
        members = sorted(group.members, key=order.__getitem__)
        fresh = tuple(name for name in members if not labels[name])
        if len(members) > 1 and fresh:
            story = next(iter(group.labels), None) or _name(members, taken)
            taken.add(story)
            known = tuple(name for name in members if labels[name])
            made.append(
                StoryProposal(story, fresh, known, round(group.share, 2), *_evidence(set(members), passages))
            )
    return tuple(sorted(made, key=lambda one: (-len(one.documents) - len(one.known), -one.share, one.story)))


@dataclass(slots=True, eq=False)
class _Group:
    members: list[str]
    labels: set[str | None]
    share: float = 1.0
    """Of the least like two that were joined."""


def _shares(
    documents: Sequence[AnnotatedDocument], passages: Sequence[Passage]
) -> Iterator[tuple[float, str, str]]:
    """For each two documents that tell one report, which share of it; then their ids."""
    sizes = {a.document.id: sum(not p.boilerplate for p in a.document.paragraphs) for a in documents}
    best: dict[tuple[str, str], tuple[dict[int, float], dict[int, float]]] = defaultdict(lambda: ({}, {}))
    for passage in passages:
        sides = best[passage.left.document, passage.right.document]
        for told, place in zip(sides, (passage.left, passage.right), strict=True):
            told[place.paragraph] = max(told.get(place.paragraph, 0.0), passage.score)
    for pair, sides in best.items():
        share = min(sum(told.values()) / sizes[name] for told, name in zip(sides, pair, strict=True))
        if share >= ONE_REPORT and min(map(len, sides)) >= FEWEST:
            yield share, *pair


def _evidence(members: set[str], passages: Sequence[Passage]) -> tuple[int, tuple[EvidenceKind, ...]]:
    within = [p for p in passages if {p.left.document, p.right.document} <= members]
    counts: Counter[EvidenceKind] = Counter(kind for passage in within for kind in passage.kinds)
    return len(within), tuple(kind for kind, _ in sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def _name(members: Sequence[str], taken: set[str]) -> str:
    """The id of the first member that can be the id of a story, with a number where another one has it."""
    plain = next((name for name in members if not ids.entity_fault(name)), "story")
    numbers = range(2, len(taken) + 3)
    return next(name for name in (plain, *(f"{plain}-{n}" for n in numbers)) if name not in taken)


def labels(proposals: Sequence[StoryProposal]) -> Mapping[str, str]:
    """Document → the story that is proposed for it."""
    return {name: one.story for one in proposals for name in one.documents}
