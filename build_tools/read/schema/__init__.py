"""What may stand in the YAML files of ``seeds/``: one pydantic model per kind of file.

The models check the form of each value; what must fit together between files is checked where it is read. The JSON
Schemas for editors (``json_schema``) are made from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from build_tools.read.schema.authority import EntityModel, ProposalModel, TypeModel
from build_tools.read.schema.measures import MeasureModel, QuestionModel
from build_tools.read.schema.records import RecordModel, TranslationModel
from build_tools.read.values import SCALAR, Text

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
