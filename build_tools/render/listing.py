"""Long lists, cut into pages that a reader's connection can carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list. ``number`` is 1-based."""

    number: int
    count: int
    total: int
    items: Sequence[T]


def leaves(items: Sequence[T], size: int) -> Iterator[Leaf[T]]:
    """The list in pages of ``size`` items; one empty page when there is nothing."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        yield Leaf(number, count, len(items), items[(number - 1) * size : number * size])
