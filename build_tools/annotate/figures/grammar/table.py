"""What all tables of ``languages/<tag>/figures.yml`` have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

Forms = tuple[str, ...]
"""Words or signs as they stand in a text."""


class Table(BaseModel):
    """A table whose keys are its fields: unknown ones are refused, and what a language does not have is left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)
