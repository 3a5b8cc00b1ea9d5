"""What the stages hand to one another. No computing, no disk.

Every ``start``/``end`` is a half-open range of code points into ``Document.text``, which is the decoded
file exactly as it lies on disk: ``text[start:end]`` is the surface. Numbers are plain decimal strings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from build_tools.model.annotated import (
    AnnotatedDocument as AnnotatedDocument,
)
from build_tools.model.annotated import (
    AnnotatedTranslation as AnnotatedTranslation,
)
from build_tools.model.annotated import (
    Figure as Figure,
)
from build_tools.model.annotated import (
    Mention as Mention,
)
from build_tools.model.annotated import (
    Undecided as Undecided,
)
from build_tools.model.documents import (
    Document as Document,
)
from build_tools.model.documents import (
    EditorAnnotation as EditorAnnotation,
)
from build_tools.model.documents import (
    Original as Original,
)
from build_tools.model.documents import (
    Paragraph as Paragraph,
)
from build_tools.model.documents import (
    Record as Record,
)
from build_tools.model.documents import (
    Source as Source,
)
from build_tools.model.documents import (
    Translation as Translation,
)
from build_tools.model.values import (
    Assumption as Assumption,
)
from build_tools.model.values import (
    Boilerplate as Boilerplate,
)
from build_tools.model.values import (
    Division as Division,
)
from build_tools.model.values import (
    Kind as Kind,
)
from build_tools.model.values import (
    Localized as Localized,
)
from build_tools.model.values import (
    Maker as Maker,
)
from build_tools.model.values import (
    Modifier as Modifier,
)
from build_tools.model.values import (
    ParagraphKind as ParagraphKind,
)
from build_tools.model.values import (
    Period as Period,
)
from build_tools.model.values import (
    Rights as Rights,
)
from build_tools.model.values import (
    Suspect as Suspect,
)

# --- read -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Alias:
    """A form under which an entity occurs, and the conditions under which that form means it."""

    form: str
    language: str
    case: Literal["fold", "exact"] = "fold"
    needs: tuple[str, ...] = ()
    """Entity ids or words; at least one must occur in the same ``scope``."""
    unless: tuple[str, ...] = ()
    """Entity ids or words; none may occur in the same ``scope``."""
    scope: Literal["document", "paragraph"] = "document"
    path: Path | None = field(default=None, compare=False)
    """The file that it stands in, where that is not its entity's."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """``subject`` (the entity that carries it) – ``kind`` – ``object``, as the named documents state it."""

    kind: str
    object: str
    documents: tuple[str, ...] = ()
    quote: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """One record of the authority file."""

    id: str
    type: str
    names: Localized
    aliases: tuple[Alias, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    """Scheme → identifier: ``{"wikidata": "Q55606242"}``."""
    description: Localized = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    merged_into: str | None = None
    description_source: str | None = None
    """Where the description has from what no text of the archive states."""
    path: Path | None = None
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """1-based lines of its keys and of the keys in them: ``type``, ``names.zh``, ``identifiers.gnd``."""


@dataclass(frozen=True, slots=True)
class EntityType:
    id: str
    names: Localized
    plural: Localized
    schema_org: str
    setting: bool = False
    """Its entities say where or in what field something is told: places, terms. Two texts that share only such
    names need not tell the same."""


@dataclass(frozen=True, slots=True)
class Authority:
    """The whole authority file. ``entities`` are sorted by id and hold merged ones too."""

    entities: Mapping[str, Entity] = field(default_factory=dict)
    types: Mapping[str, EntityType] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    """Folded names an editor has rejected as proposals."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One place where a source states a measure."""

    document: str
    quote: str
    nth: int | None
    as_of: str | None
    basis: Localized
    line: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """A curated comparison: the same measure of the same subject in several sources."""

    id: str
    subject: str
    names: Localized
    kind: Kind
    unit: str | None
    currency: str | None
    period: Period | None
    """Where the measure is per period: different periods are different measures."""
    statements: tuple[Statement, ...]
    path: Path | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Measures that are looked at together, on one scale: they are of one kind, and of one currency and unit."""

    id: str
    names: Localized
    measures: tuple[str, ...]
    path: Path | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What the configuration says of all documents and names together."""

    rights: Rights = "full"
    """Of documents whose records do not say any."""
    languages: tuple[str, ...] | None = None
    """Of the interface; ``None``: all that there are."""


NO_RULES = HouseRules()


@dataclass(frozen=True, slots=True)
class Seeds:
    """Everything that was read, sorted by id."""

    root: Path
    documents: tuple[Document, ...] = ()
    authority: Authority = field(default_factory=Authority)
    measures: tuple[Measure, ...] = ()
    questions: tuple[Question, ...] = ()
    """In the order of their file."""


# --- archive --------------------------------------------------------------------------------------------------------


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


Verdict = Literal["agree", "differ-by-date", "conflict", "not-comparable", "versions-differ", "single"]
Reason = Literal[
    "same-value", "overlapping", "differ", "other-date", "other-currency", "other-unit", "vague",
    "date-unknown", "implied-rate", "one-origin", "one-publisher", "one-voice", "one-document", "converted-inside",
    "one-statement", "versions-differ",
]  # fmt: skip
Reasons = tuple[tuple[Reason, Mapping[str, str]], ...]
"""Why a verdict is given, each reason with the values that its sentence names."""


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


EvidenceKind = Literal["names", "figures", "speech", "wording", "meaning"]
"""What two passages may have in common."""


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

    def turned(self, document: str) -> Alike:
        """The same, told of the other one."""
        nearest = (self.nearest[1], self.nearest[0]) if self.nearest else None
        figures = tuple((other, one) for one, other in self.figures)
        return Alike(document, self.score, self.kinds, self.entities, figures, nearest)


RowKind = Literal["told", "placed", "only", "unmatched"]


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


# --- render -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Site:
    """What the configuration says of the site to publish."""

    url: str
    """Absolute, with a closing slash: ``https://example.org/archive/``."""
    languages: tuple[str, ...]
    """Interface languages, the default one first."""
    name: Localized = field(default_factory=dict)
    description: Localized = field(default_factory=dict)
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Hand-written passages that generated pages take in: ``("home", "ar")`` → Markdown."""
    offline: str = ""
    """Where the whole site is published as one file for reading without a server; empty: nowhere."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file to write. ``place`` is ``docs`` (MkDocs turns it into a page) or ``site`` (published as it is)."""

    path: str
    """Relative, with forward slashes."""
    content: bytes
    place: Literal["docs", "site"] = "docs"
