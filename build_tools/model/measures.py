"""What an editor wants compared: measures, where they are stated, and the questions that they answer together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_tools.model.values import Kind, Localized, Period


@dataclass(frozen=True, slots=True)
class Statement:
    """One place where a source states a measure."""

    document: str
    quote: str
    nth: int | None
    as_of: str | None
    basis: Localized
    line: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """A curated comparison: the same measure of the same subject in several sources."""

    id: str
    subject: str
    names: Localized
    kind: Kind
    unit: str | None
    currency: str | None
    period: Period | None
    """Where the measure is per period: different periods are different measures."""
    statements: tuple[Statement, ...]
    path: Path | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """Measures that are looked at together, on one scale: they are of one kind, and of one currency and unit."""

    id: str
    names: Localized
    measures: tuple[str, ...]
    path: Path | None = None
    line: int = 0
