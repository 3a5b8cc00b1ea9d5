"""The one way YAML comes in: safe, without surprises, and with the line of every value.

What is allowed is the part of YAML that reads the same to everybody: mappings, lists and scalars. A scalar is its
text (``no``, ``on``, ``2024-12``, ``0x10`` and ``1e3`` stay what was written); a plain empty scalar, ``~`` and
``null`` are nothing. Anchors, aliases, merge keys, tags, second documents and duplicate keys are refused.

Built on the events of libyaml, one pass without recursion: about a megabyte of YAML takes a third of a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from build_tools.problems import DataError, Problem

MAX_CHARACTERS = 32_000_000
MAX_DEPTH = 24

Value: TypeAlias = Any
"""``None``, ``str``, ``list`` of values or ``dict`` from ``str`` to values."""

Lines: TypeAlias = Any
"""The shape of the value, holding 1-based lines: an ``int`` for a scalar, ``(line, parts)`` for the others."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_NOTHING = frozenset({"", "~", "null"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A YAML file's value, and the line of every part of it."""

    path: str
    data: Value
    lines: Lines

    def line(self, where: Sequence[str | int] = ()) -> int:
        """1-based line of the part that the keys and indexes lead to, or of the last part on the way that exists."""
        return _line(self.lines, where)

    def without(self, where: Sequence[str | int]) -> Loaded:
        """The same without the part that the keys and indexes lead to; lines go with their parts."""
        data, lines = _without(self.data, self.lines, where)
        return Loaded(self.path, data, lines)

    def items(self) -> Iterator[tuple[int, Loaded]]:
        """The items of a list as values of their own, numbered from 0; nothing where the value is no list."""
        if isinstance(self.data, list):
            for index, value in enumerate(self.data):
                yield index, Loaded(self.path, value, self.lines[1][index])


def load(text: str, path: str) -> Loaded:
    """Read one YAML document.

    ``path`` is what errors call the file. An empty text is the value ``None``.
    Raises ``DataError`` with one problem: where, what, and what to do.
    """
    if len(text) > MAX_CHARACTERS:
        raise DataError([_problem(path, 0, "too-large", f"{len(text)} characters are more than {MAX_CHARACTERS}", "Split the file")])  # fmt: skip
    try:
        return _Builder(path).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise DataError([_problem(path, line, "bad-yaml", f"This is no valid YAML: {what}", _advice(text, line))]) from None  # fmt: skip
    except yaml.YAMLError as error:
        position = getattr(error, "position", None)
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) else 0
        reason = getattr(error, "reason", None) or "it cannot be read"
        raise DataError([_problem(path, line, "bad-yaml", f"This is no valid YAML: {reason}", "Remove the character")]) from None  # fmt: skip


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been seen."""

    value: Any
    lines: Any
    key: str | None = None
    in_list: bool = False


class _Builder:
    """Puts the values of one document together, event by event."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._data: Value = None
        self._lines: Lines = 1
        self._open: list[_Open] = []
        self._begun = False

    def build(self, events: Iterable[Any]) -> Loaded:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._put(event, *self._scalar(event))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._begin(event, in_list=kind is yaml.SequenceStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._open.pop()
            elif kind is yaml.AliasEvent:
                raise self._fault(event, "yaml-alias", f"*{event.anchor} refers to another place", "Write the value out; a text that starts with * needs quotes")  # fmt: skip
            elif kind is yaml.DocumentStartEvent:
                if self._begun:
                    raise self._fault(event, "two-documents", "A second document begins here (---)", "One file holds one document")  # fmt: skip
                self._begun = True
        return Loaded(self._path, self._data, self._lines)

    def _scalar(self, event: Any) -> tuple[Value, Lines]:
        self._refuse_properties(event)
        control = _CONTROL.search(event.value)
        if control:
            raise self._fault(event, "control-character", f"The control character U+{ord(control[0]):04X} is no text", "Remove the escape")  # fmt: skip
        value = None if not event.style and event.value in _NOTHING else event.value
        return value, event.start_mark.line + 1

    def _begin(self, event: Any, *, in_list: bool) -> None:
        self._refuse_properties(event)
        if len(self._open) >= MAX_DEPTH:
            raise self._fault(event, "too-deep", f"More than {MAX_DEPTH} levels inside one another", "Make the data flatter")  # fmt: skip
        value: Value = [] if in_list else {}
        parts: Lines = [] if in_list else {}
        self._put(event, value, (event.start_mark.line + 1, parts))
        self._open.append(_Open(value, parts, in_list=in_list))

    def _put(self, event: Any, value: Value, lines: Lines) -> None:
        """A value into what is open: an item of a list, a key, or what belongs to the key before."""
        if not self._open:
            self._data, self._lines = value, lines
            return
        parent = self._open[-1]
        if parent.in_list:
            parent.value.append(value)
            parent.lines.append(lines)
        elif parent.key is None:
            parent.key = self._key(event, value, parent)
        else:
            parent.value[parent.key] = value
            parent.lines[parent.key] = lines
            parent.key = None

    def _key(self, event: Any, value: Value, parent: _Open) -> str:
        if not isinstance(value, str):
            raise self._fault(event, "bad-key", "A key must be a plain word", "A key that is empty or null needs quotes")  # fmt: skip
        if value in parent.value:
            first = _first_line(parent.lines[value])
            raise self._fault(event, "duplicate-key", f"The key {value!r} stands twice (first in line {first})", "Keep one of the two")  # fmt: skip
        if value == "<<" and not event.style:
            raise self._fault(event, "merge-key", "Merge keys (<<) are not used here", "Write the values out")
        return value

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._fault(event, "yaml-anchor", f"&{event.anchor} names a place to refer to", "Write the value out; a text that starts with & needs quotes")  # fmt: skip
        if event.tag is not None:
            raise self._fault(event, "yaml-tag", f"The tag {event.tag} gives a type", "Leave it out; a text that starts with ! needs quotes")  # fmt: skip

    def _fault(self, event: Any, code: str, message: str, hint: str) -> DataError:
        return DataError([_problem(self._path, event.start_mark.line + 1, code, message, hint)])


def _problem(path: str, line: int, code: str, message: str, hint: str) -> Problem:
    return Problem(path, line, code, message, hint)


def _advice(text: str, line: int) -> str:
    """What most often is wrong on such a line."""
    rows = text.split("\n")
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return "Indent with spaces, not with tabs"
    return "A text with a colon, a # or brackets needs quotes around it; check the indentation and the closing quotes"


def _first_line(lines: Lines) -> int:
    return int(lines[0]) if isinstance(lines, tuple) else int(lines)


def _without(data: Any, lines: Lines, where: Sequence[str | int]) -> tuple[Any, Lines]:
    first, parts = lines
    step, *rest = where
    data, parts = data.copy(), parts.copy()
    if rest:
        data[step], parts[step] = _without(data[step], parts[step], rest)
    else:
        del data[step], parts[step]
    return data, (first, parts)


def _line(lines: Lines, where: Sequence[str | int]) -> int:
    for step in where:
        if not isinstance(lines, tuple):
            break
        parts = lines[1]
        if isinstance(parts, dict):
            if step not in parts:
                break
        elif not isinstance(step, int) or step >= len(parts):
            break
        lines = parts[step]
    return _first_line(lines)
