"""What may stand in the comparisons."""

from __future__ import annotations

from pydantic import Field, model_validator

from build_tools.model import Kind, Period
from build_tools.read.schema.strict import Strict
from build_tools.read.values import Currency, Edtf, Id, Localized, Text, Unit


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
