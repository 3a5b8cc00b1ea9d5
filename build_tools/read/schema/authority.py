"""What may stand in the authority file, its types, and the proposals for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from build_tools.read import identifiers
from build_tools.read.schema.strict import Strict
from build_tools.read.values import Id, Localized, Tag, Text


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
