"""A text with its record and its translations, as read from ``seeds/``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from build_tools.model.values import Boilerplate, Division, Localized, Maker, ParagraphKind, Rights


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
