"""A row: what somebody says of one document, in a table or a bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.intake.columns import Column


@dataclass(frozen=True, slots=True)
class Row:
    """``values`` has a cell for each column; an empty one empties the value. ``names`` are those that its document or its
    file may have, the likeliest first."""

    path: str
    """Of the table."""
    line: int
    names: tuple[str, ...]
    files: tuple[str, ...]
    """Paths of the file to take in, as the table has them."""
    values: Mapping[Column, str]
    what: str
    """What problems call it: its title or name."""
    name: str | None = None
    """Of the document, where the row says it."""
