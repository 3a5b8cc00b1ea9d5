"""Faults in the data: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. ``path`` is shown as given; ``line`` is 1-based, 0 where there is none."""

    path: str
    line: int
    code: str
    """Stable, hyphenated: ``duplicate-key``."""
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """``path:line: code: message. hint`` on one line."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        text = " ".join(f"{self.message}. {self.hint}".split()).strip()
        return f"{where}: {self.severity}: {text} [{self.code}]"


class DataError(Exception):
    """Raised with every problem of a run when the data cannot be used; the command line prints them, exit code 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
