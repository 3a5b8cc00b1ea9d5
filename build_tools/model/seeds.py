"""All that was read, and what the configuration says of all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from build_tools.model.authority import Authority
from build_tools.model.documents import Document
from build_tools.model.measures import Measure, Question
from build_tools.model.values import Rights


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What the configuration says of all documents and names together."""

    rights: Rights = "full"
    """Of documents whose records do not say any."""
    languages: tuple[str, ...] | None = None
    """Of the interface; ``None``: all that there are."""


NO_RULES = HouseRules()


@dataclass(frozen=True, slots=True)
class Seeds:
    """Everything that was read, sorted by id."""

    root: Path
    documents: tuple[Document, ...] = ()
    authority: Authority = field(default_factory=Authority)
    measures: tuple[Measure, ...] = ()
    questions: tuple[Question, ...] = ()
    """In the order of their file."""
