"""The archive: all documents together, and what only all of them show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.model.annotated import AnnotatedDocument, Figure, Mention
from build_tools.model.authority import Authority, Entity
from build_tools.model.measures import Measure, Question, Statement
from build_tools.model.values import EvidenceKind, Reasons, RowKind, Verdict


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a document: ``paragraph`` is 1-based, as in the anchor ``#p3``."""

    document: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One mention of an entity, with the paragraph it stands in."""

    place: Place
    mention: Mention
    language: str
    """Language of the text that the mention stands in."""


@dataclass(frozen=True, slots=True)
class FigureUse:
    """One figure, with the paragraph it stands in. ``number`` is its 1-based rank in the document: ``#f7``."""

    place: Place
    number: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Form:
    """An attested spelling of a name, folded forms kept apart as they are written."""

    surface: str
    language: str
    count: int


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity named in the same paragraphs; ``weight`` grows with their number and falls with its commonness."""

    entity: str
    weight: float
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class EntityUse:
    """All that the archive holds of one entity. Occurrences are sorted by date of the document, then by place."""

    entity: Entity
    occurrences: tuple[Occurrence, ...] = ()
    forms: tuple[Form, ...] = ()
    companions: tuple[Companion, ...] = ()
    figures: tuple[FigureUse, ...] = ()
    """Figures standing in a sentence with a mention."""
    measures: tuple[str, ...] = ()
    former: tuple[Entity, ...] = ()
    """The entities that were merged into it."""


@dataclass(frozen=True, slots=True)
class MeasuredStatement:
    """A curated statement with the figure found at its quote."""

    statement: Statement
    use: FigureUse
    origin: str
    """Statements of one origin are of one voice, not independent: ``archive.origins``."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A measure with its statements and what they say together."""

    measure: Measure
    statements: tuple[MeasuredStatement, ...]
    verdict: Verdict
    """``versions-differ`` and ``single``: there is one origin only; then the first of ``reasons`` says what it is."""
    reasons: Reasons = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Two paragraphs of different documents that report the same, with the evidence for it."""

    left: Place
    right: Place
    score: float
    """0 to 1."""
    entities: tuple[str, ...]
    figures: tuple[tuple[int, int], ...]
    """Pairs of figure numbers (left, right) with equal normalised values."""
    kinds: tuple[EvidenceKind, ...] = ()
    """The kinds of evidence that found something, the weightiest first: ``archive.evidence``."""
    differing: tuple[tuple[int, int], ...] = ()
    """Pairs of figure numbers (left, right) that seem to count the same and contradict each other."""
    sentences: tuple[int, int] | None = None
    """Which sentences of the two paragraphs, from 1, are nearest in meaning, where there are several."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another document that is like one, and why."""

    document: str
    score: float
    """0 to 1."""
    kinds: tuple[EvidenceKind, ...]
    """What speaks for it, the weightiest first."""
    entities: tuple[str, ...] = ()
    """What both name, the rarest first."""
    figures: tuple[tuple[int, int], ...] = ()
    """Numbers of figures (of the one, of the other) that state the same value, the rarest first."""
    nearest: tuple[int, int] | None = None
    """Paragraphs (of the one, of the other) with the two sentences that are nearest in meaning."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One row of a story's alignment: per document the paragraphs that tell the same, maybe none."""

    paragraphs: Mapping[str, tuple[int, ...]]
    kind: RowKind = "told"
    """Whether evidence joins the paragraphs, or their place alone; of a single one, whether no other version tells it,
    or whether that cannot be told."""
    names: tuple[str, ...] = ()
    """Entities of a paragraph of one version ``only`` that no other version names."""
    figures: tuple[int, ...] = ()
    """Numbers of its figures that no other version states."""


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    documents: tuple[str, ...]
    rows: tuple[StoryRow, ...]
    differences: tuple[tuple[FigureUse, FigureUse], ...] = ()
    """Figures of aligned paragraphs that are alike in kind and subject and differ in value."""
    lone: tuple[FigureUse, ...] = ()
    """Figures that no other version states anywhere."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything, gathered and read-only; only text that may be published is in it."""

    documents: Mapping[str, AnnotatedDocument] = field(default_factory=dict)
    """By id, in the order: newest first, then id."""
    authority: Authority = field(default_factory=Authority)
    entities: Mapping[str, EntityUse] = field(default_factory=dict)
    """By id; every unmerged entity of the authority file, named or not."""
    figures: tuple[FigureUse, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    questions: tuple[Question, ...] = ()
    """In the order of their file; each names measures of which something may be shown."""
    passages: tuple[Passage, ...] = ()
    """Sorted by left place, then by falling score."""
    stories: Mapping[str, Story] = field(default_factory=dict)
    alike: Mapping[str, tuple[Alike, ...]] = field(default_factory=dict)
    """Document → those that are most like it, the likest first."""
