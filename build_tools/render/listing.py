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
    size: int

    @property
    def first_from_end(self) -> int:
        """The number of the first item, counted from the end of the whole list."""
        return self.total - (self.number - 1) * self.size


def leaves(items: Sequence[T], size: int) -> Iterator[Leaf[T]]:
    """The list in pages of ``size`` items; one empty page when there is nothing."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        yield Leaf(number, count, len(items), items[(number - 1) * size : number * size], size)
