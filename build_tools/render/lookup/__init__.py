"""Questions that pages ask of the archive again and again, answered once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from build_tools.archive.places import paragraph_at as number_at
from build_tools.model import (
    Archive,
    Comparison,
    Document,
    FigureUse,
    Paragraph,
    Passage,
    Place,
    Relation,
)

T = TypeVar("T")
KEPT = 16
"""Things of several pages that are kept for the next language: a few pages' worth."""


@dataclass(frozen=True)
class Lookup:
    """Views of one archive. Every mapping keeps the archive's own order."""

    archive: Archive
    _made: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    _kept: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def always(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for all pages."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[no-any-return]

    def answer_all(self) -> None:
        """Answer every question now, so that processes that begin as copies of this one need not."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for the pages of all languages, which follow one another. It is kept until
        ``KEPT`` more have been asked for."""
        if key not in self._made:
            while len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            self._made[key] = make()
        return self._made[key]  # type: ignore[no-any-return]

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Document ids, newest first."""
        return tuple(self.archive.documents)

    @cached_property
    def dated(self) -> frozenset[str]:
        """The documents whose records say when they were published; only among these there are newer and older ones."""
        documents = self.archive.documents
        return frozenset(key for key in documents if documents[key].document.record.source.published)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Of the texts: those of most of them first."""
        counted = Counter(a.document.language for a in self.archive.documents.values())
        return tuple(tag for tag, _ in counted.most_common())

    def silent(self, entity: str) -> list[str]:
        """Languages of texts of which none names an entity that others name; none where a text is not shown in full."""
        documents = self.archive.documents
        named = {documents[key].document.language for key in self.documents_naming.get(entity, ())}
        return [tag for tag in self.languages if tag not in named] if named and self.shown_in_full else []

    @cached_property
    def shown_in_full(self) -> bool:
        """Whether every text of the archive may be shown whole: what it does not say then stands in none."""
        return all(a.document.record.rights == "full" for a in self.archive.documents.values())

    @cached_property
    def published(self) -> Mapping[str, Sequence[Document]]:
        """Publisher → the documents that it published, that were reprinted from it or that credit it, newest first."""
        found: dict[str, list[Document]] = defaultdict(list)
        for annotated in self.archive.documents.values():
            source = annotated.document.record.source
            for key in dict.fromkeys(
                filter(None, (source.publisher, source.reprinted_from, *source.credits))
            ):
                found[key].append(annotated.document)
        return found

    @cached_property
    def rank(self) -> Mapping[str, int]:
        return {identifier: number for number, identifier in enumerate(self.order)}

    @cached_property
    def figures(self) -> Mapping[str, tuple[FigureUse, ...]]:
        """Document → its figures in order."""
        found: dict[str, list[FigureUse]] = defaultdict(list)
        for use in self.archive.figures:
            found[use.place.document].append(use)
        return {key: tuple(sorted(uses, key=lambda u: u.number)) for key, uses in found.items()}

    @cached_property
    def named(self) -> Mapping[str, Mapping[str, int]]:
        """Document → entities named in it with the number of mentions, in order of first mention."""
        return {
            key: Counter(mention.entity for mention in annotated.mentions)
            for key, annotated in self.archive.documents.items()
        }

    @cached_property
    def documents_naming(self) -> Mapping[str, tuple[str, ...]]:
        """Entity → documents that name it, newest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for document, entities in self.named.items():
            for entity in entities:
                found[entity].append(document)
        return {key: tuple(documents) for key, documents in found.items()}

    @cached_property
    def most_named(self) -> tuple[str, ...]:
        """Entities by number of documents, then of mentions, then id; the unnamed ones left out."""
        uses = self.archive.entities
        found = [key for key in uses if self.documents_naming.get(key)]
        return tuple(
            sorted(found, key=lambda k: (-len(self.documents_naming[k]), -len(uses[k].occurrences), k))
        )

    @cached_property
    def entities_beside(self) -> Mapping[tuple[str, int], tuple[str, ...]]:
        """(Document, figure number) → entities named in the figure's sentence."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for key, use in self.archive.entities.items():
            for figure in use.figures:
                found[figure.place.document, figure.number].append(key)
        return {key: tuple(entities) for key, entities in found.items()}

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison]:
        return {comparison.measure.id: comparison for comparison in self.archive.comparisons}

    @cached_property
    def verdicts_on(self) -> Mapping[str, tuple[str, ...]]:
        """Document → the verdicts on comparisons in which it has a say, sorted."""
        found: dict[str, set[str]] = defaultdict(set)
        for comparison in self.archive.comparisons:
            for statement in comparison.statements:
                found[statement.use.place.document].add(comparison.verdict)
        return {key: tuple(sorted(verdicts)) for key, verdicts in found.items()}

    @cached_property
    def measures_of(self) -> Mapping[tuple[str, int], tuple[str, ...]]:
        """(Document, figure number) → the comparisons that use the figure."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for comparison in self.archive.comparisons:
            for statement in comparison.statements:
                found[statement.use.place.document, statement.use.number].append(comparison.measure.id)
        return {key: tuple(dict.fromkeys(measures)) for key, measures in found.items()}

    @cached_property
    def related(self) -> Mapping[Place, tuple[tuple[Place, Passage], ...]]:
        """Paragraph → paragraphs of other documents that report the same, the likest first."""
        found: dict[Place, list[tuple[Place, Passage]]] = defaultdict(list)
        for passage in self.archive.passages:
            found[passage.left].append((passage.right, passage))
            found[passage.right].append((passage.left, passage))
        return {
            place: tuple(sorted(others, key=lambda o: (-o[1].score, o[0].document, o[0].paragraph)))
            for place, others in found.items()
        }

    @cached_property
    def differing(self) -> Mapping[tuple[str, int], tuple[tuple[str, int], ...]]:
        """(Document, figure number) → figures that contradict it in passages that tell the same."""
        found: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        for passage in self.archive.passages:
            for left, right in passage.differing:
                one, other = (passage.left.document, left), (passage.right.document, right)
                found[one].append(other)
                found[other].append(one)
        return {key: tuple(others) for key, others in found.items()}

    @cached_property
    def merged_from(self) -> Mapping[str, tuple[str, ...]]:
        """Entity → the ids that were merged into it."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity in self.archive.authority.entities.values():
            if entity.merged_into:
                found[entity.merged_into].append(entity.id)
        return {key: tuple(sorted(ids)) for key, ids in found.items()}

    @cached_property
    def relations_to(self) -> Mapping[str, tuple[tuple[str, Relation], ...]]:
        """Entity → what other entities are said to be to it: (subject, relation)."""
        found: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
        for key, use in self.archive.entities.items():
            for relation in use.entity.relations:
                found[relation.object].append((key, relation))
        return {key: tuple(relations) for key, relations in found.items()}

    def stated_at(self, subject: str, relation: Relation) -> tuple[Place, ...]:
        """Where the documents of a relation state it: at its quote, else where both are first named together."""
        places: list[Place] = []
        for identifier in relation.documents:
            annotated = self.archive.documents.get(identifier)
            if annotated is None:
                continue
            document = annotated.document
            at = document.text.find(relation.quote) if relation.quote else -1
            if at < 0:
                named: dict[int, set[str]] = defaultdict(set)
                for mention in annotated.mentions:
                    named[number_at(document.paragraphs, mention.start)].add(mention.entity)
                both = [n for n, keys in sorted(named.items()) if {subject, relation.object} <= keys]
                places.append(Place(identifier, both[0] if both else 1))
            else:
                places.append(Place(identifier, number_at(document.paragraphs, at)))
        return tuple(places)

    def paragraph(self, place: Place) -> Paragraph | None:
        """The paragraph at a place; ``None`` when it is not published."""
        annotated = self.archive.documents.get(place.document)
        if annotated is None or not 1 <= place.paragraph <= len(annotated.document.paragraphs):
            return None
        return annotated.document.paragraphs[place.paragraph - 1]

    def neighbours(self, identifier: str) -> tuple[str | None, str | None]:
        """The next older and the next newer document."""
        at = self.rank[identifier]
        older = self.order[at + 1] if at + 1 < len(self.order) else None
        return older, self.order[at - 1] if at else None

    def both_dated(self, one: str, other: str) -> bool:
        """Whether it is known of both documents when they were published, so that one is the newer."""
        return {one, other} <= self.dated
