"""An editor's last word: mentions and figures of one text, put right by quoting it.

A quote that does not stand in the text is an error with the nearest place, so that an annotation cannot drift
silently when a text is replaced. A quote that stands more than once needs ``nth: 1, 2, …`` or ``nth: all``:
nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

from build_tools.model import Authority, Document, EditorAnnotation, Entity, Figure, Mention
from build_tools.problems import Problem
from build_tools.read import quotes

RULE = "editor"

Item = TypeVar("Item", Mention, Figure)
Placed = tuple[tuple[EditorAnnotation, int, int], ...]


class Outcome(NamedTuple):
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]
    rejected: Placed
    slips: Placed
    events: Placed
    problems: tuple[Problem, ...]


def apply(
    document: Document, mentions: Sequence[Mention], figures: Sequence[Figure], authority: Authority
) -> Outcome:
    """Mentions and figures after the annotations of the document's record, in the order of the text.

    ``reject`` removes what stands exactly at the quote, else all that touches it. ``entity`` puts a mention at the
    quote in place of those it touches, and of figures that lie in it or cross it. ``figure`` corrects the figure there (the literal
    reading stays in ``value``, the editor's goes to ``corrected``) or adds one. ``slip`` and ``event`` change nothing. Problems
    name the record's lines.
    """
    work = _Work(document, authority, list(mentions), list(figures))
    for annotation in document.record.annotations:
        for start, end in work.places(annotation):
            if annotation.reject:
                work.reject(annotation, start, end)
            elif annotation.slip:
                work.slips.append((annotation, start, end))
            elif annotation.event is not None:
                work.events.append((annotation, start, end))
            elif annotation.entity is not None:
                work.assign(annotation, annotation.entity, start, end)
            elif annotation.figure is not None:
                work.read(annotation, annotation.figure, start, end)
    return work.result()


@dataclass(slots=True)
class _Work:
    document: Document
    authority: Authority
    mentions: list[Mention]
    figures: list[Figure]
    rejected: list[tuple[EditorAnnotation, int, int]] = field(default_factory=list)
    slips: list[tuple[EditorAnnotation, int, int]] = field(default_factory=list)
    events: list[tuple[EditorAnnotation, int, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def result(self) -> Outcome:
        starts = {figure.start for figure in self.figures}
        figures = [
            figure if figure.equivalent_of is None or figure.equivalent_of in starts else replace(figure, equivalent_of=None)
            for figure in self.figures
        ]  # fmt: skip
        return Outcome(
            tuple(sorted(self.mentions, key=_place)),
            tuple(sorted(figures, key=_place)),
            tuple(self.rejected),
            tuple(sorted(self.slips, key=lambda slip: slip[1:])),
            tuple(sorted(self.events, key=lambda event: event[1:])),
            tuple(self.problems),
        )

    def places(self, annotation: EditorAnnotation) -> tuple[tuple[int, int], ...]:
        """The places that an annotation means; none, and a problem, where that is not clear."""
        found = quotes.find(self.document.text, annotation.quote)
        quote = annotation.quote
        if not found:
            hint = quotes.remedy(self.document.text, quote, f"Copy the quote from {self.document.path}")
            self._report(
                annotation, "quote-not-found", f"The quote {quote!r} does not stand in the text", hint
            )
            return ()
        if annotation.every:
            return found
        if annotation.nth is not None:
            if annotation.nth > len(found):
                times = "once" if len(found) == 1 else f"{len(found)} times"
                self._report(annotation, "quote-not-found", f"The quote {quote!r} stands only {times} in the text", "Correct nth")  # fmt: skip
                return ()
            return (found[annotation.nth - 1],)
        if len(found) > 1:
            self._report(annotation, "quote-ambiguous", f"The quote {quote!r} stands {len(found)} times in the text", "Say which with nth: 1, 2, … or nth: all, or quote more words")  # fmt: skip
            return ()
        return found

    def reject(self, annotation: EditorAnnotation, start: int, end: int) -> None:
        mentions = _meant(self.mentions, start, end)
        figures = _meant(self.figures, start, end)
        if not mentions and not figures:
            self._report(annotation, "nothing-to-reject", f"No name and no figure is found at {annotation.quote!r}", "Remove the annotation, or correct its quote")  # fmt: skip
            return
        # A name is not rejected because a figure stands in its neighbourhood, and the other way round.
        both: list[Mention | Figure] = [*mentions, *figures]
        exact = [item for item in both if (item.start, item.end) == (start, end)]
        gone = set(map(id, exact or both))
        for item in both:
            if id(item) in gone:
                self.rejected.append((annotation, item.start, item.end))
        self.mentions = [mention for mention in self.mentions if id(mention) not in gone]
        self.figures = [figure for figure in self.figures if id(figure) not in gone]

    def assign(self, annotation: EditorAnnotation, entity_id: str, start: int, end: int) -> None:
        entity = _unmerged(self.authority, entity_id)
        if entity is None:
            self._report(annotation, "unknown-entity", f"The entity {entity_id!r} does not exist", "Add it to the authority file or correct the id")  # fmt: skip
            return
        self.mentions = [mention for mention in self.mentions if mention.end <= start or end <= mention.start]
        self.figures = [
            figure
            for figure in self.figures
            if figure.end <= start or end <= figure.start or _holds(figure, start, end)
        ]
        surface = self.document.text[start:end]
        self.mentions.append(Mention(start, end, surface, entity.id, entity.type, RULE))

    def read(
        self, annotation: EditorAnnotation, given: Mapping[str, str | None], start: int, end: int
    ) -> None:
        there = _meant(self.figures, start, end)
        crossed = None if there else self._crossed(start, end)
        if crossed is not None:
            self._report(annotation, "crosses-a-name", f"The figure {annotation.quote!r} would cross the name {crossed.surface!r}", "Quote the number without the name, or reject the name first")  # fmt: skip
        elif len(there) > 1:
            self._report(annotation, "quote-ambiguous", f"{len(there)} figures stand in {annotation.quote!r}", "Quote one of them")  # fmt: skip
        elif there:
            index = next(index for index, figure in enumerate(self.figures) if figure is there[0])
            self.figures[index] = _corrected(there[0], annotation, given)
        elif given.get("kind") is None:
            self._report(annotation, "no-figure", f"No figure is found at {annotation.quote!r}", "Give its kind to add one, or correct the quote")  # fmt: skip
        elif given.get("modifier") != "vague" and not any(given.get(key) for key in ("value", "low", "high")):
            self._report(annotation, "no-value", f"The figure {annotation.quote!r} has no value", "Give value, or low and high, or modifier: vague")  # fmt: skip
        else:
            self.figures.append(_added(annotation, given, start, end, self.document.text[start:end]))

    def _crossed(self, start: int, end: int) -> Mention | None:
        """The name that a figure at a place would lie in or cross."""
        return next(
            (
                mention
                for mention in self.mentions
                if mention.start < end
                and start < mention.end
                and not (start <= mention.start and mention.end <= end)
            ),
            None,
        )

    def _report(self, annotation: EditorAnnotation, code: str, message: str, hint: str) -> None:
        path = str(self.document.record.path or self.document.path)
        self.problems.append(Problem(path, annotation.line, code, message, hint))


def _place(item: Mention | Figure) -> tuple[int, int]:
    return item.start, item.end


def _holds(figure: Figure, start: int, end: int) -> bool:
    """Whether a figure reaches over a whole place and beyond it."""
    return figure.start <= start and end <= figure.end and (figure.start, figure.end) != (start, end)


def _meant(items: Sequence[Item], start: int, end: int) -> list[Item]:
    """What stands exactly there; else everything that touches the place."""
    exact = [item for item in items if (item.start, item.end) == (start, end)]
    return exact or [item for item in items if item.start < end and start < item.end]


def _unmerged(authority: Authority, entity_id: str) -> Entity | None:
    """The entity, or the one that it was merged into; mergers that lead nowhere were reported when read."""
    seen = set()
    entity = authority.entities.get(entity_id)
    while entity is not None and entity.merged_into is not None and entity.id not in seen:
        seen.add(entity.id)
        entity = authority.entities.get(entity.merged_into)
    return entity


def _corrected(figure: Figure, annotation: EditorAnnotation, given: Mapping[str, str | None]) -> Figure:
    value = given.get("value")
    other = {key: text for key, text in given.items() if key != "value"}
    return replace(
        figure,
        corrected=value if value != figure.value else None,
        literal=figure if _differs(figure, given) else None,
        note=annotation.note or figure.note,
        rule=f"{figure.rule} + {RULE}" if figure.rule else RULE,
        **other,  # type: ignore[arg-type]
    )


def _differs(figure: Figure, given: Mapping[str, str | None]) -> bool:
    """Whether an editor says otherwise than the text; what the text leaves open (a unit, a kind) is none of that."""
    said = ("value", "low", "high", "currency", "modifier")
    return any(given.get(key) not in (None, getattr(figure, key)) for key in said)


def _added(
    annotation: EditorAnnotation, given: Mapping[str, str | None], start: int, end: int, surface: str
) -> Figure:
    return Figure(start, end, surface, rule=RULE, note=annotation.note, **given)  # type: ignore[arg-type]
