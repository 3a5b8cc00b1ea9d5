"""What a table is: columns that know their values, the things that its rows are about, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from build_tools.model import Archive, Localized, Site

Type = Literal["string", "integer", "number", "decimal", "boolean", "uri"]
"""``decimal``: a number of any length, its value a plain decimal string."""
Value = str | int | float | bool | None
Row = tuple[Value, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """``value`` takes what a row is about; ``required``: it is never ``None``."""

    name: str
    type: Type
    description: str
    value: Callable[[T], Value]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """``columns`` hold a key of ``table``."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """One table. ``title`` is a message of the catalogue, ``items`` yields what each row is about."""

    name: str
    title: str
    description: str
    items: Callable[[Archive, Site], Iterator[T]]
    columns: tuple[Column[T], ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def path(self) -> str:
        """The CSV file, relative to the site's root."""
        return f"data/{self.name}.csv"

    def rows(self, archive: Archive, site: Site) -> Iterator[Row]:
        """The values of each row, in the order of the columns."""
        values = [column.value for column in self.columns]
        for item in self.items(archive, site):
            yield tuple(value(item) for value in values)


def localized(
    site: Site, name: str, description: str, texts: Callable[[T], Localized]
) -> Iterator[Column[T]]:
    """A column for each interface language: ``name_en``, ``name_ar``."""

    def in_language(tag: str) -> Callable[[T], Value]:
        return lambda item: texts(item).get(tag)

    for tag in site.languages:
        yield Column(f"{name}_{tag}", "string", f"{description} ({tag})", in_language(tag))


def listed(words: Iterable[str]) -> str | None:
    """Several words in one cell, divided by ``|``."""
    return "|".join(words) or None
