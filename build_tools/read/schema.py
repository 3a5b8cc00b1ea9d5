"""What may stand in the YAML files of ``seeds/``: one pydantic model per kind of file.

The models check the form of each value; what must fit together between files is checked where it is read. The JSON
Schemas for editors (``json_schema``) are made from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    WithJsonSchema,
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
from build_tools.read import edtf, identifiers, ids, tags
from build_tools.read.wrapped import rejoined

_SCALAR = ["string", "number", "boolean"]
"""What an editor's YAML may take a plain scalar for; the strict loader reads every one as its text."""


_LONGEST_NUMBER = 100
"""Characters of a number; whoever needs more has slipped."""


def _checked(fault: Any) -> AfterValidator:
    def check(value: str) -> str:
        wrong = fault(value)
        if wrong:
            raise ValueError(wrong)
        return value

    return AfterValidator(check)


def _decimal_fault(value: str) -> str | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return f"{value!r} is no plain decimal number; write it like 100000 or 5.5"
    if not number.is_finite() or not re.fullmatch(r"-?\d+(?:\.\d+)?", value, re.ASCII):
        return f"{value!r} is no plain decimal number; write it like 100000 or 5.5"
    if len(value) > _LONGEST_NUMBER:
        return f"a number of {len(value)} characters is none that a text states; write it like 100000 or 5.5"
    return None


@cache
def _currencies() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").currencies)


def _currency_fault(value: str) -> str | None:
    known = re.fullmatch(r"[A-Z]{3}", value) and value in _currencies()
    return None if known else f"{value!r} is no currency of ISO 4217; write it like USD or CNY"


def _unit_fault(value: str) -> str | None:
    if re.fullmatch(r"[a-z0-9]+(?:[-/ ][a-z0-9]+)*", value):
        return None
    return f"{value!r} is no unit; write an English noun in the singular, like chip or percentage-point"


def _label_fault(value: str) -> str | None:
    if ids.slug(value):
        return None
    return f"{value!r} has no letter or digit, so it can have no page"


def _date_fault(value: str) -> str | None:
    wrong = edtf.fault(value)
    return wrong and f"{wrong}; write it like {edtf.EXAMPLES}"


def url_fault(value: str) -> str | None:
    """Why a text is no address of a page, as half a sentence; ``None`` when it is one."""
    if re.fullmatch(r"https?://[^\s<>\"\\^`{|}\x00-\x1f]+", value):
        return None
    return f"{value!r} is no web address; write it with http:// or https://"


def _truth(value: object) -> bool:
    """``true`` and ``false`` are the two words for it."""
    if value in ("true", "false"):
        return value == "true"
    raise ValueError("write true or false")


def _nth(value: object) -> int | str | None:
    """A number from 1 up, or ``all``."""
    if value is None or value == "all":
        return None if value is None else "all"
    if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{0,5}", value):
        return int(value)
    raise ValueError("write a whole number from 1 up, or all")


def _ordinal_fault(value: str) -> str | None:
    if re.fullmatch(r"[1-9][0-9]{0,5}", value):
        return None
    return f"{value!r} is no number of a paragraph; write a whole number from 1 up"


def _file_fault(value: str) -> str | None:
    if "/" in value or "\\" in value or value.startswith("."):
        return f"{value!r} is no name of a file in originals/"
    return None


def _digest_fault(value: str) -> str | None:
    return None if re.fullmatch(r"[0-9a-f]{64}", value) else f"{value!r} is no SHA-256"


Text = Annotated[str, Field(min_length=1), WithJsonSchema({"type": _SCALAR})]
Label = Annotated[
    str, Field(min_length=1, max_length=80), _checked(_label_fault), WithJsonSchema({"type": _SCALAR})
]
"""A tag or the name of a collection."""
Tag = Annotated[str, _checked(tags.fault), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"})]  # fmt: skip
Id = Annotated[str, _checked(ids.entity_fault), WithJsonSchema({"type": _SCALAR, "description": "Id of an entity, measure or story"})]  # fmt: skip
Edtf = Annotated[
    str, _checked(_date_fault), WithJsonSchema({"type": _SCALAR, "description": f"EDTF: {edtf.EXAMPLES}"})
]
Number = Annotated[str, _checked(_decimal_fault), WithJsonSchema({"type": ["number", "string"]})]
Currency = Annotated[
    str, _checked(_currency_fault), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})
]
Unit = Annotated[
    str, _checked(_unit_fault), WithJsonSchema({"type": "string", "description": "English singular noun"})
]
Url = Annotated[str, _checked(url_fault), WithJsonSchema({"type": "string", "format": "uri"})]
Truth = Annotated[bool, BeforeValidator(_truth)]
Ordinal = Annotated[
    str, _checked(_ordinal_fault), WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]*$"})
]
Nth = Annotated[
    int | Literal["all"] | None,
    BeforeValidator(_nth),
    WithJsonSchema({
        "anyOf": [{"type": "integer", "minimum": 1}, {"const": "all"}],
        "description": "Which occurrence of the quote, counted from 1, or all of them",
    }),
]  # fmt: skip
Localized = Annotated[dict[Tag, Text], AfterValidator(rejoined)]
OwnOrLocalized = Annotated[
    Localized,
    BeforeValidator(lambda given: {tags.UNDETERMINED: given} if isinstance(given, str) and given else given),
    WithJsonSchema({
        "anyOf": [{"type": _SCALAR}, {"type": "object", "additionalProperties": {"type": _SCALAR}}],
        "description": "A text in the language of the document, or texts per language",
    }),
]  # fmt: skip
"""A plain text is one in the document's own language, which is not known here: its tag is ``und``."""


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
        if self.value is not None and self.kind != "date" and _decimal_fault(self.value):
            # Without a kind it may correct a date.
            wrong = edtf.fault(self.value) if self.kind is None else "x"
            if wrong:
                raise ValueError(_decimal_fault(self.value))
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

    file: Annotated[str, _checked(_file_fault), WithJsonSchema({"type": _SCALAR})] = Field(
        description="Its name in the folder originals/"
    )
    sha256: Annotated[
        str, _checked(_digest_fault), WithJsonSchema({"type": _SCALAR, "pattern": "^[0-9a-f]{64}$"})
    ]


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


MODELS: Mapping[str, Any] = {
    "record": RecordModel,
    "entities": list[EntityModel],
    "types": list[TypeModel],
    "rejected": list[Text],
    "proposals": list[ProposalModel],
    "measures": list[MeasureModel],
    "translation": TranslationModel,
}
"""Kind of file → what stands in it."""


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file, for editors that complete and check YAML."""
    schema = TypeAdapter(MODELS[kind]).json_schema()
    definitions = schema.get("$defs", {})
    if "AliasModel" in definitions:
        definitions["AliasModel"] = {"anyOf": [{"type": _SCALAR}, definitions["AliasModel"]]}
    if "RelationModel" in definitions:
        relation = definitions["RelationModel"]
        relation["properties"] = {key: relation["properties"][key] for key in ("documents", "quote")}
        relation["additionalProperties"] = {"type": _SCALAR}
        relation["minProperties"] = 1
        del relation["required"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"seeds: {kind}", **schema}
