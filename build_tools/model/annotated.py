"""What stands in a text, by offsets: names and figures."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.documents import Document, EditorAnnotation, Translation
from build_tools.model.values import Assumption, Kind, Localized, Modifier, Suspect


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
