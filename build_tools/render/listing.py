"""Long lists, cut into pages that a reader's connection can carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from build_tools.model import Site

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


@dataclass(frozen=True, slots=True)
class Jump:
    """Where in a list a year or a letter begins: the number of the page."""

    label: str
    page: int


def jumps(items: Sequence[T], size: int, label: Callable[[T], str]) -> list[Jump]:
    """The first page of each label, in the order of the list; none where all are on one page, or there is one
    only. Items may have no label."""
    if len(items) <= size:
        return []
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        if found := label(item):
            first.setdefault(found, index // size + 1)
    return [Jump(*one) for one in first.items()] if len(first) > 1 else []


def sized(site: Site, size: int) -> int:
    """How many items a page of a list has that usually has ``size``: in a large archive, whose downloads are packed, twice as
    many, so that it is of fewer files."""
    return 2 * size if site.packed else size


def leaves(items: Sequence[T], size: int) -> Iterator[Leaf[T]]:
    """The list in pages of ``size`` items; one empty page when there is nothing."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        yield Leaf(number, count, len(items), items[(number - 1) * size : number * size], size)
