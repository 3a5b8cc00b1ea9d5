"""What may stand in the record of a text, and in the front matter of a translation."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from build_tools.model import Boilerplate, Division, Kind, Maker, Modifier, ParagraphKind, Rights
from build_tools.read import edtf
from build_tools.read.schema.strict import Strict
from build_tools.read.values import (
    Currency,
    Digest,
    Edtf,
    FileName,
    Id,
    Label,
    Localized,
    Nth,
    Number,
    Ordinal,
    OwnOrLocalized,
    Tag,
    Text,
    Truth,
    Unit,
    Url,
    decimal_fault,
)


class SourceModel(Strict):
    publisher: Text | None = Field(default=None, description="Id of an entity, or a plain name")
    published: Edtf | None = None
    url: Url | None = None
    byline: Text | None = None
    translated_from: Tag | None = None
    reprinted_from: Text | None = Field(default=None, description="Id of an entity, or a plain name")
    credits: list[Text] = Field(
        default=[],
        description="Publications whose reporting the text says it passes on: ids of entities, or plain names",
    )
    retrieved: Edtf | None = None
    section: Text | None = Field(default=None, description="Section of the paper")
    page: Text | None = Field(default=None, description="Page as printed: 3, A1, 12–13")
    edition: Text | None = None
    place: Text | None = Field(default=None, description="Place of publication")
    note: Localized = {}


class EditorialModel(Strict):
    title: Maker | None = None
    summary: Maker | None = None
    annotations: Maker | None = None


class FigureModel(Strict):
    """Only what is given is corrected; with no figure at the quote, ``kind`` makes a new one."""

    kind: Kind | None = None
    value: Text | None = None
    low: Number | None = None
    high: Number | None = None
    currency: Currency | None = None
    unit: Unit | None = None
    modifier: Modifier | None = None

    @model_validator(mode="after")
    def _fits(self) -> FigureModel:
        if not self.model_fields_set:
            raise ValueError("the figure says nothing; give at least one of kind, value, low, high, currency, unit, modifier")  # fmt: skip
        if self.value is not None and self.kind != "date" and decimal_fault(self.value):
            # Without a kind it may correct a date.
            wrong = edtf.fault(self.value) if self.kind is None else "x"
            if wrong:
                raise ValueError(decimal_fault(self.value))
        if self.value is not None and self.kind == "date" and edtf.fault(self.value):
            raise ValueError(edtf.fault(self.value))
        if self.low is not None and self.high is not None and Decimal(self.low) > Decimal(self.high):
            raise ValueError(f"low ({self.low}) is more than high ({self.high})")
        if self.currency is not None and self.kind not in (None, "money"):
            raise ValueError(f"a figure of the kind {self.kind} has no currency")
        return self


class AnnotationModel(Strict):
    quote: Text
    nth: Nth = None
    entity: Id | None = None
    figure: FigureModel | None = None
    reject: Truth = False
    slip: Truth = Field(
        default=False,
        description="The words are a slip of the source, of which the note tells; nothing is changed",
    )
    event: Edtf | None = Field(
        default=None,
        description="When what the words tell of happened, where they name no date by themselves: for the timeline",
    )
    note: Localized = {}

    @model_validator(mode="after")
    def _says_something(self) -> AnnotationModel:
        said = [
            self.entity is not None,
            self.figure is not None,
            self.reject,
            self.slip,
            self.event is not None,
        ]
        if sum(said) != 1:
            raise ValueError(
                "an annotation needs exactly one of entity, figure, event, reject: true and slip: true"
            )
        if self.slip and not self.note:
            raise ValueError("slip: true needs a note, which says what is wrong")
        return self


class BoilerplateModel(Strict):
    quote: Text = Field(description="The beginning of the paragraph")
    nth: int | None = Field(
        default=None,
        ge=1,
        description="Which of the paragraphs that begin so, counted from 1; without it all",
    )
    kind: Boilerplate


class PartModel(Strict):
    """Paragraphs whose language or kind the program does not see."""

    quote: Text = Field(description="The beginning of the paragraph")
    nth: int | None = Field(
        default=None,
        ge=1,
        description="Which of the paragraphs that begin so, counted from 1; without it all",
    )
    language: Tag | None = None
    kind: ParagraphKind | Literal["prose"] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> PartModel:
        if self.language is None and self.kind is None:
            raise ValueError("a part needs language or kind")
        return self


class OriginalModel(Strict):
    """The file that the text was converted from."""

    file: FileName = Field(description="Its name in the folder originals/")
    sha256: Digest


class RecordModel(Strict):
    """The record of one document: ``seeds/NAME.yml``."""

    title: OwnOrLocalized = {}
    summary: OwnOrLocalized = {}
    editorial: EditorialModel = EditorialModel()
    language: Tag | None = Field(default=None, description="Only to overrule detection")
    source: SourceModel = SourceModel()
    rights: Rights | None = Field(default=None, description="Without it, what mkdocs.yml says")
    excerpt: int = Field(default=1, ge=1, description="With rights: excerpt, how many paragraphs are shown")
    story: Id | None = None
    tags: list[Label] = []
    collections: list[Label] = []
    paragraphs: Division | None = Field(default=None, description="Where the text is divided wrongly")
    kind: ParagraphKind | None = Field(default=None, description="Of the whole text")
    figures: Literal["none"] | None = Field(
        default=None, description="none: the numbers of the text are no statements"
    )
    parts: list[PartModel] = []
    pages: dict[Ordinal, Text] = Field(
        default={},
        description="Number of a paragraph: the page of the original that it is the first to begin on",
    )
    original: OriginalModel | None = None
    boilerplate: list[BoilerplateModel] = []
    annotations: list[AnnotationModel] = []

    @model_validator(mode="after")
    def _is_cut_as_meant(self) -> RecordModel:
        if "excerpt" in self.model_fields_set and self.rights not in ("excerpt", None):
            raise ValueError(
                f"excerpt: {self.excerpt} is for rights: excerpt, and the rights are {self.rights}"
            )
        return self


class TranslationModel(Strict):
    """The front matter of a translation: ``seeds/translations/LANGUAGE/NAME.md``."""

    made_by: Maker
    translator: Text | None = None
    reviewed_by: Text | None = None
    date: Edtf | None = None
