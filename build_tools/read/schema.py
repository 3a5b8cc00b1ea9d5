"""What may stand in the YAML files of ``seeds/``: one pydantic model per kind of file.

The models check the form of each value; what must fit together between files is checked where it is read. The JSON
Schemas for editors (``json_schema``) are made from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    field_validator,
    model_validator,
)

from build_tools.model import (
    Boilerplate,
    Division,
    Kind,
    Maker,
    Modifier,
    ParagraphKind,
    Period,
    Rights,
)
from build_tools.read import edtf, identifiers
from build_tools.read.values import (
    SCALAR,
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


class Strict(BaseModel):
    """Unknown keys are errors: a misspelt key would be a silent skip. A key with nothing after it is no key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, given: Any) -> Any:
        if isinstance(given, dict) and None in given.values():
            return {key: value for key, value in given.items() if value is not None}
        return given


# --- records ------------------------------------------------------------------------------------------------------


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


# --- the authority file -------------------------------------------------------------------------------------------


class AliasModel(Strict):
    """A form under which the entity occurs; a plain text is a form without conditions."""

    form: Text
    case: Literal["fold", "exact"] = "fold"
    needs: list[Text] = Field(default=[], description="Entity ids or words; one of them must occur too")
    unless: list[Text] = Field(default=[], description="Entity ids or words; none of them may occur")
    scope: Literal["document", "paragraph"] = "document"

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, given: Any) -> Any:
        return {"form": given} if isinstance(given, str) else given


class RelationModel(Strict):
    kind: Text
    object: Id
    documents: list[Text] = []
    quote: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _kind_is_the_key(cls, given: Any) -> Any:
        """``{owner_of: acme, documents: […]}`` → kind ``owner_of``, object ``acme``."""
        if not isinstance(given, Mapping):
            return given
        kinds = [key for key in given if key not in ("documents", "quote")]
        if len(kinds) != 1:
            raise ValueError("a relation has one key that says its kind, like {owner_of: acme}, beside documents and quote")  # fmt: skip
        rest = {key: value for key, value in given.items() if key != kinds[0]}
        return {"kind": kinds[0], "object": given[kinds[0]], **rest}


def _identifier(scheme: str, given: str) -> str:
    wrong = identifiers.fault(scheme, given)
    if wrong:
        raise ValueError(wrong)
    return given


class EntityModel(Strict):
    """One entity of ``seeds/entities/*.yml``."""

    id: Id
    type: Text = Field(
        description="person, organization, publication, product, model, chip, place, law, event, technology, language, currency or one of types.yml"
    )
    names: Localized = Field(min_length=1)
    aliases: dict[Tag, list[AliasModel]] = {}
    wikidata: Text | None = Field(default=None, description="Only when certain")
    identifiers: dict[Text, Text] = {}
    description: Localized = {}
    description_source: Text | None = Field(
        default=None, description="Where the description has from what no text of the archive states"
    )
    relations: list[RelationModel] = []
    merged_into: Id | None = None

    @field_validator("wikidata")
    @classmethod
    def _number_is_right(cls, given: str | None) -> str | None:
        return None if given is None else _identifier("wikidata", given)

    @field_validator("identifiers")
    @classmethod
    def _identifiers_are_right(cls, given: dict[str, str]) -> dict[str, str]:
        return {scheme: _identifier(scheme, identifier) for scheme, identifier in given.items()}

    @model_validator(mode="after")
    def _wikidata_is_one(self) -> EntityModel:
        if self.wikidata is not None and self.identifiers.get("wikidata", self.wikidata) != self.wikidata:
            raise ValueError("two different Wikidata ids are given")
        return self


class ProposalModel(Strict):
    """One proposed name of ``seeds/proposals.yml``: ``decision`` says what has become of it.

    ``open`` changes nothing; ``accept`` makes an entity of it, or, with ``alias_of``, further names of one;
    ``reject`` keeps its names from being proposed again.
    """

    decision: Literal["open", "accept", "reject"] = "open"
    seen: Text | None = Field(default=None, description="The evidence, for the editor")
    alias_of: Id | None = Field(default=None, description="The entity that these are further names of")
    known: Text | None = Field(
        default=None, description="The source that names, identifier and description are from"
    )
    id: Text | None = None
    type: Text | None = None
    names: Localized = Field(min_length=1)
    aliases: dict[Tag, list[AliasModel]] = {}
    wikidata: Text | None = None
    identifiers: dict[Text, Text] = {}
    description: Localized = {}
    relations: list[RelationModel] = []


class TypeModel(Strict):
    """One type of entities that an archive adds: ``seeds/types.yml``."""

    id: Id
    names: Localized = Field(min_length=1)
    plural: Localized = Field(min_length=1)
    schema_org: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]+$")] = "Thing"
    setting: bool = False


# --- measures -----------------------------------------------------------------------------------------------------


class StatementModel(Strict):
    document: Text
    quote: Text
    nth: int | None = Field(default=None, ge=1)
    as_of: Edtf | None = None
    basis: Localized = {}


class MeasureModel(Strict):
    """One comparison of ``seeds/measures.yml``."""

    id: Id
    subject: Id
    names: Localized = Field(min_length=1)
    kind: Kind
    unit: Unit | None = None
    currency: Currency | None = None
    period: Period | None = None
    statements: list[StatementModel] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits(self) -> MeasureModel:
        if self.currency is not None and self.kind != "money":
            raise ValueError(f"a measure of the kind {self.kind} has no currency")
        return self


class QuestionModel(Strict):
    """Measures that are looked at together, also in ``seeds/measures.yml``."""

    id: Id
    names: Localized = Field(min_length=1)
    measures: list[Id] = Field(min_length=1)


MODELS: Mapping[str, Any] = {
    "record": RecordModel,
    "entities": list[EntityModel],
    "types": list[TypeModel],
    "rejected": list[Text],
    "proposals": list[ProposalModel],
    "measures": list[MeasureModel | QuestionModel],
    "translation": TranslationModel,
}
"""Kind of file → what stands in it."""


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file, for editors that complete and check YAML."""
    schema = TypeAdapter(MODELS[kind]).json_schema()
    definitions = schema.get("$defs", {})
    if "AliasModel" in definitions:
        definitions["AliasModel"] = {"anyOf": [{"type": SCALAR}, definitions["AliasModel"]]}
    if "RelationModel" in definitions:
        relation = definitions["RelationModel"]
        relation["properties"] = {key: relation["properties"][key] for key in ("documents", "quote")}
        relation["additionalProperties"] = {"type": SCALAR}
        relation["minProperties"] = 1
        del relation["required"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"seeds: {kind}", **schema}
