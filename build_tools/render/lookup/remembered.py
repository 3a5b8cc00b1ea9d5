"""What is remembered of pages, and what each of them is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from build_tools.model import (
    AnnotatedDocument,
    Comparison,
    Document,
    Entity,
    EntityUse,
    FigureUse,
    OutputFile,
    SameFile,
)
from build_tools.render.lookup.asked import Asked, Fact

Answer = Callable[[Fact], bytes]
"""A digest of the answer to a question."""


class Memory(Protocol):
    """What earlier builds noted of a portion of the pages of a kind."""

    def same(self, key: str, told: bytes = b"") -> Sequence[SameFile] | None:
        """The files of a key that were made of the same, where all that was asked for them is answered as it was. ``None`` where
        it is not, and of files that are not there any more."""

    def keep(
        self, key: str, facts: Sequence[Fact], files: Sequence[OutputFile], told: bytes = b""
    ) -> None: ...


Remembered = Callable[[str, int, int, Answer], AbstractContextManager[Memory]]
"""Opens what is remembered of a kind: of which portion, and of how many; with what answers now."""


@dataclass(frozen=True)
class Recalled:
    """Pages one by one, each by what its template is given and by what that asks beside it."""

    memory: Memory
    asked: Asked
    said: Said

    def page(self, key: str, given: Sequence[Any], make: Callable[[], OutputFile]) -> OutputFile:
        """What ``make`` makes of ``given``, or its name alone where it would come out as it was."""
        told = self.said.digest(*given)
        if told is None:
            return make()

        same = self.memory.same(key, told)
        if same:
            return same[0]
        with self.asked.noting() as facts:
            file = make()
        if file.place == "docs":
            self.memory.keep(key, list(facts), [file], told)
        return file


_LARGE = (AnnotatedDocument, Comparison, Document, Entity, EntityUse, FigureUse)
"""Things of the archive that many pages show."""
_PLAIN = (str, bytes, int, float, Decimal, Path, type(None))

_FIELDS: dict[type[Any], tuple[str, ...]] = {}
"""The names of a dataclass's fields."""


@dataclass
class Said:
    """Digests of what templates are given."""

    _known: dict[int, tuple[Any, bytes]] = field(default_factory=dict)
    """By identity, with the thing itself, so that no other can have it."""

    def digest(self, *parts: Any) -> bytes | None:
        """A digest of all that is in the parts; ``None`` where something is in them of which that cannot be told."""
        whole = hashlib.sha256()
        try:
            for part in parts:
                if is_dataclass(part):  # a page, which is nobody else's
                    self._tell_fields(part, whole.update)
                else:
                    self._tell(part, whole.update)
        except _UntoldError:
            return None
        return whole.digest()

    def _tell(self, value: Any, tell: Callable[[bytes], object]) -> None:
        kind = type(value)
        if kind in _FIELDS:
            tell(self._of_fields(value))
        elif isinstance(value, _PLAIN):
            said = repr(value).encode("utf-8", "surrogatepass")
            tell(b"%d " % len(said) + said)
        elif isinstance(value, _LARGE):
            found = self._known.get(id(value))
            if found is None:
                said = repr(value).encode("utf-8", "surrogatepass")
                found = self._known[id(value)] = value, hashlib.sha256(said).digest()
            tell(found[1])
        elif isinstance(value, (list, tuple)):
            self._tell_all("row", value, tell)
        elif is_dataclass(value) and not isinstance(value, type):
            tell(self._of_fields(value))
        elif isinstance(value, Mapping):
            self._tell_all("map", [part for item in value.items() for part in item], tell)
        elif isinstance(value, Set):
            self._tell_all("set", sorted(value), tell)
        else:
            raise _UntoldError

    def _of_fields(self, value: Any) -> bytes:
        """The digest of a dataclass's value. Pages show the same lines and facets in several languages and places."""
        found = self._known.get(id(value))
        if found is None:
            whole = hashlib.sha256()
            self._tell_fields(value, whole.update)
            found = self._known[id(value)] = value, whole.digest()
        return found[1]

    def _tell_fields(self, value: Any, tell: Callable[[bytes], object]) -> None:
        kind = type(value)
        if kind not in _FIELDS:
            _FIELDS[kind] = tuple(one.name for one in fields(value))
        self._tell_all(kind.__qualname__, [getattr(value, name) for name in _FIELDS[kind]], tell)

    def _tell_all(self, name: str, parts: Sequence[Any], tell: Callable[[bytes], object]) -> None:
        tell(b"%s %d " % (name.encode(), len(parts)))
        for part in parts:
            self._tell(part, tell)


class _UntoldError(Exception):
    """Something is a function, say."""
