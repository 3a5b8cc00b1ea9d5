"""The columns of a table of records: what each is called, and where in a record its value stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

NAME, FILE = "name", "file"
"""The document's id, and the file to take in where there is none yet."""

_SOURCE = ("publisher", "published", "url", "byline", "section", "page", "edition", "place", "translated_from", "reprinted_from", "credits", "retrieved")  # fmt: skip
_TOP = ("language", "rights", "excerpt", "story", "tags", "collections", "paragraphs", "kind", "figures")
_LISTS = frozenset(("credits", "tags", "collections"))
_LOCALIZED = {"title": ("title",), "summary": ("summary",), "note": ("source", "note")}
COLUMNS = (NAME, FILE, "language", "title", "summary", *_SOURCE, "note", *_TOP[1:])
"""In the order in which a table is written; those of texts also with a language behind them, ``title:ar``."""

_ALIASES = {
    NAME: ("objectid", "object id", "id", "identifier", "document"),
    FILE: ("filename", "file name", "attachment", "path"),
    "byline": ("author", "authors", "creator", "by"),
    "published": ("date", "issued", "publication date", "published on"),
    "publisher": ("newspaper", "publication", "journal", "source"),
    "url": ("link", "address", "source url"),
    "tags": ("tag", "subject", "subjects", "keywords", "keyword"),
    "collections": ("collection",),
    "summary": ("description", "abstract"),
    "place": ("location", "place of publication"),
    "page": ("pages",),
    "title": ("headline",),
}
_KNOWN = {other: name for name, others in _ALIASES.items() for other in others} | {
    name: name for name in COLUMNS
}


@dataclass(frozen=True, slots=True)
class Column:
    """``language`` of texts, where it is not the document's own."""

    name: str
    language: str | None = None

    def __str__(self) -> str:
        return f"{self.name}:{self.language}" if self.language else self.name


def column_of(heading: str) -> Column | None:
    """The column that a heading names; ``None`` for one that means nothing to a record."""
    bare = " ".join(heading.strip().casefold().replace("_", " ").split())
    found = re.fullmatch(
        r"(title|summary|note)\s*[:.\[( ]\s*([a-z]{2,3}(?:-[a-z0-9]+)*)[\])]?", bare, re.IGNORECASE
    )
    if found:
        language = "-".join(part.title() if len(part) == 4 else part for part in found[2].split("-"))
        return Column(found[1], language)
    name = _KNOWN.get(bare) or _KNOWN.get(bare.replace(" ", "_"))
    return Column(name) if name else None


def close_to(heading: str) -> str | None:
    """The column that a heading was perhaps meant to be."""
    found = get_close_matches(heading.strip().casefold(), _KNOWN, 1, 0.8)
    return _KNOWN[found[0]] if found else None


def where(column: Column, language: str) -> tuple[str, ...]:
    """The keys that lead to the value in a record of a document in ``language``."""
    if column.name in _LOCALIZED:
        return (*_LOCALIZED[column.name], column.language or language)
    return ("source", column.name) if column.name in _SOURCE else (column.name,)


def values_of(record: Mapping[str, Any], language: str) -> dict[Column, str]:
    """What a record says, by column."""
    found: dict[Column, str] = {}
    source = record.get("source") or {}
    for name, way in _LOCALIZED.items():
        texts = (source if way[0] == "source" else record).get(way[-1])
        for tag, text in ({language: texts} if isinstance(texts, str) else texts or {}).items():
            found[Column(name, None if tag == language else tag)] = text
    for names, part in ((_SOURCE, source), (_TOP, record)):
        for name in names:
            if part.get(name) not in (None, [], ""):
                found[Column(name)] = joined(part[name]) if name in _LISTS else str(part[name])
    return found


def joined(items: Iterable[str]) -> str:
    """A list in one cell."""
    listed = list(items)
    return " | ".join(listed) + (" |" if len(listed) == 1 and ";" in listed[0] else "")


def parted(column: Column, cell: str) -> str | list[str]:
    """The value of a cell: a list where the column holds one, with ``|`` or ``;`` between its items."""
    if column.name not in _LISTS:
        return cell
    return [item.strip() for item in cell.split("|" if "|" in cell else ";") if item.strip()]
