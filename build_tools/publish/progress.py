"""How a build tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told what is being done, how far it is, and how far it goes (0: not known)."""


def silent(stage: str, done: int, total: int) -> None:
    """The progress that nobody watches."""
