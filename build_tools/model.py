"""What the stages hand to one another. No computing, no disk.

Every ``start``/``end`` is a half-open range of code points into ``Document.text``, which is the decoded
file exactly as it lies on disk: ``text[start:end]`` is the surface. Numbers are plain decimal strings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Localized = Mapping[str, str]
"""A text per language tag (BCP 47): ``{"en": …, "ar": …, "zh": …}``. May lack languages."""

Rights = Literal["full", "excerpt", "withheld"]
Kind = Literal[
    "money", "percent", "count", "duration", "date", "multiple", "ratio", "model-size", "rank", "discount"
]
Modifier = Literal["exact", "about", "more-than", "less-than", "at-least", "at-most", "nearly", "vague"]
Maker = Literal["machine", "person"]
Boilerplate = Literal["promotion", "caption", "credit", "notice"]
Period = Literal["day", "week", "month", "quarter", "year"]
Suspect = Literal["double_scale"]
"""Why a literal reading is doubtful: ``double_scale``, digits grouped as thousands with the word "thousand" after them."""
Assumption = Literal["currency"]
"""What a text leaves open and the reader of figures supplied: ``currency``, which country's it is."""
Division = Literal["lines", "blocks", "page"]
"""Each line a paragraph, each block between empty lines, or the whole text."""
ParagraphKind = Literal["verse", "table"]
"""Paragraphs whose lines stay lines."""


# --- read -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a text; the ``n``-th one (1-based) has the permanent anchor ``pn``."""

    start: int
    end: int
    boilerplate: Boilerplate | None = None
    """What it is when the record marks it as no part of the report."""
    language: str | None = None
    """BCP 47, where it is another than the document's."""
    kind: ParagraphKind | None = None
    page: str | None = None
    """Of the original, on which it begins, as numbered there."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from, as far as the text itself shows it."""

    publisher: str | None = None
    """An entity id of the authority file, or a plain name."""
    published: str | None = None
    """EDTF, with its uncertainty: ``2024-12~``."""
    url: str | None = None
    byline: str | None = None
    translated_from: str | None = None
    reprinted_from: str | None = None
    credits: tuple[str, ...] = ()
    """Publications whose reporting the text says it passes on: entity ids or plain names."""
    retrieved: str | None = None
    section: str | None = None
    """Of the paper: ``Business``."""
    page: str | None = None
    """As printed: ``3``, ``A1``, ``12–13``."""
    edition: str | None = None
    place: str | None = None
    """Where it was published, as the paper says."""
    note: Localized = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EditorAnnotation:
    """An editor's last word on one quoted place of a text."""

    quote: str
    nth: int | None
    """1-based occurrence of the quote; ``None``: the quote stands once, or ``every`` occurrence is meant."""
    line: int
    """Line of the record file, for error messages."""
    entity: str | None = None
    figure: Mapping[str, str | None] | None = None
    reject: bool = False
    slip: bool = False
    """The words are a slip of the source: nothing is changed, and the note says what is wrong."""
    event: str | None = None
    """EDTF: when what the words tell of happened. They name no date by themselves, so they are no figure."""
    note: Localized = field(default_factory=dict)
    every: bool = False
    """Every occurrence of the quote is meant (``nth: all``)."""


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a text was converted from."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """What ``seeds/NAME.yml`` says of ``seeds/NAME.txt``."""

    title: Localized = field(default_factory=dict)
    summary: Localized = field(default_factory=dict)
    editorial: Mapping[str, Maker] = field(default_factory=dict)
    """Which of ``title`` and ``summary`` the archive wrote itself, and whether a machine or a person did; who made the
    ``annotations``."""
    language: str | None = None
    source: Source = field(default_factory=Source)
    rights: Rights = "full"
    excerpt: int = 1
    """With ``rights: excerpt``: how many of the first paragraphs are shown."""
    story: str | None = None
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    division: Division | None = None
    """How the text is divided into paragraphs, where the program would err."""
    kind: ParagraphKind | None = None
    """Of all paragraphs."""
    figures: Literal["none"] | None = None
    """``none``: the numbers of the text are no statements, as those of a law's sections or of a poem."""
    annotations: tuple[EditorAnnotation, ...] = ()
    original: Original | None = None
    """Gathered, only where the text is published whole."""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation of a document, one paragraph for each paragraph of the source."""

    language: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    made_by: Maker
    translator: str | None
    reviewed_by: str | None
    date: str | None
    path: Path


@dataclass(frozen=True, slots=True)
class Document:
    id: str
    path: Path
    text: str
    sha256: str
    encoding: str
    language: str
    """BCP 47, shortest form: ``ar``, ``en``, ``zh`` (Simplified), ``zh-Hant``."""
    detected_language: str
    paragraphs: tuple[Paragraph, ...]
    record: Record = field(default_factory=Record)
    translations: tuple[Translation, ...] = ()


# --- the authority file -----------------------------------------------------------------------------------------


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


# --- annotate -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entity in a text; Arabic proclitics, quotes and titles stay outside."""

    start: int
    end: int
    surface: str
    entity: str
    type: str
    rule: str = ""
    """The form that matched, with how: ``ar:بيت الحكمة``, or ``editor``."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A form that could name several entities and whose context decides for none."""

    start: int
    end: int
    surface: str
    candidates: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, as the text states it, and nothing converted."""

    start: int
    end: int
    surface: str
    kind: Kind
    value: str | None = None
    low: str | None = None
    high: str | None = None
    currency: str | None = None
    """ISO 4217."""
    unit: str | None = None
    """English singular noun: ``chip``, ``user``, ``percentage-point``."""
    modifier: Modifier = "exact"
    rule: str = ""
    suspect: Suspect | None = None
    equivalent_of: int | None = None
    """``start`` of the figure that this one restates in another currency or unit."""
    assumed: Assumption | None = None
    corrected: str | None = None
    """The value in an editor's judgement, beside the literal ``value``; none in the archive, where it leads."""
    literal: Figure | None = None
    """What stands in the text, where an editor corrected it. In the archive all other fields say what is meant."""
    note: Localized = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnnotatedTranslation:
    translation: Translation
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    corrected: tuple[tuple[int, Figure], ...] = ()
    """Figures that repeat a slip of the source, each with the number of the source's figure; the archive fills it."""


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    document: Document
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    translations: tuple[AnnotatedTranslation, ...] = ()
    rejected: tuple[tuple[EditorAnnotation, int, int], ...] = ()
    """Editor's rejections with the span each removed, for the provenance of the page."""
    slips: tuple[tuple[EditorAnnotation, int, int], ...] = ()
    """Words that an editor takes for slips of the source, with the place of each."""
    events: tuple[tuple[EditorAnnotation, int, int], ...] = ()
    """Words of which an editor says when it was, with the place of each."""


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
