"""Values put into a record, or taken out of it: order, comments and everything else stay as they are."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from build_tools.intake.columns import Column, parted, where
from build_tools.problems import DataError, Problem
from build_tools.read.records import faults
from build_tools.strict_yaml import load


def changed(text: str, changes: Mapping[Column, str], language: str) -> str:
    """The record with other values; an empty one takes the key out. ``language`` is the document's.

    A record of comments only keeps them, with the values behind.
    """
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    data = yaml.load(text)
    comments = text if data is None else ""
    record = CommentedMap() if data is None else data
    for column, cell in changes.items():
        way = _in_this_record(record, where(column, language), column)
        if cell:
            _put(record, way, parted(column, cell), language)
        else:
            _take_out(record, way)
    out = io.StringIO()
    if record:
        yaml.dump(record, out)
    return (comments if not comments or comments.endswith("\n") else comments + "\n") + out.getvalue()


def _in_this_record(record: Any, way: tuple[str, ...], column: Column) -> tuple[str, ...]:
    """A text in the document's own language may stand there plainly, without its tag; where there is none, it will."""
    at: Any = record
    for key in way[:-1]:
        at = at.get(key) if isinstance(at, dict) else None
    plain = column.name in ("title", "summary") and column.language is None and not isinstance(at, dict)
    return way[:-1] if plain else way


def _put(record: Any, way: Sequence[str], value: str | list[str], own: str) -> None:
    for number, key in enumerate(way[:-1]):
        inner = record.get(key)
        if not isinstance(inner, dict):
            # A plain title is in the document's language, and stays beside that of another.
            last = number == len(way) - 2
            record[key] = CommentedMap({own: inner} if last and isinstance(inner, str) else {})
        record = record[key]
    record[way[-1]] = value


def _take_out(record: Any, way: Sequence[str]) -> None:
    parents = [record]
    for key in way[:-1]:
        inner = parents[-1].get(key)
        if not isinstance(inner, dict):
            return
        parents.append(inner)
    parents[-1].pop(way[-1], None)
    for parent, key, inner in reversed(list(zip(parents, way, parents[1:], strict=False))):
        if not inner:
            parent.pop(key, None)


def check(text: str, path: str, line: int) -> None:
    """Raise ``DataError`` when a changed record would be refused; the faults are those of the row that changes it."""
    found = faults(load(text, path))
    if found:
        raise DataError([Problem(path, line, fault.code, fault.message, fault.hint) for fault in found])
