"""What pages ask of an archive, noted while they are made.

A page asks questions: who is this entity, what do its mentions say, which paragraphs tell the same as that one. Each is a
fact, a view of the archive and a key in it, and its answer has a digest. A page all of whose facts have the digests that
they had when it was made comes out as it did then, and need not be made again ("verifying traces": A. Mokhov, N. Mitchell,
S. Peyton Jones, "Build systems à la carte", 2018). Nothing of the archive can be had but through the views: what is given
out is either noted or a part of what was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cached_property
from typing import Any, TypeVar, cast

from build_tools.model import Alias, Archive, Authority, Entity, EntityUse, Relation
from build_tools.render.lookup import KEPT, Lookup

T = TypeVar("T")
Fact = tuple[str, Hashable]
"""A view of the archive, and a key in it; a view that is one thing has the key ``None``."""

_NONE = object()
_DIGEST = 16
ANSWERED = ("neighbours", "silent", "both_dated")
"""Methods of ``Lookup`` that look through much of the archive and answer in few words: what they answer is the fact."""


class Asked:
    """An archive and the lookup of it as pages are given them. What they are asked for within ``noting`` is noted."""

    def __init__(self, archive: Archive) -> None:
        self.plain = Lookup(archive)
        """The lookup of which nothing is noted."""
        self._answers: dict[str, Callable[[Any], Any]] = {}
        self._digests: dict[Fact, bytes] = {}
        self._noted: dict[Fact, None] | None = None
        self._uses: dict[str, EntityUse] = {}
        self.archive: Archive = self._part(Archive, "archive", archive, self._archive_field)
        for field in fields(EntityUse):
            self._answers[f"use.{field.name}"] = _of_use(archive.entities, field.name)
        self.lookup: Lookup = _lookup(self)

    @contextmanager
    def noting(self) -> Iterator[dict[Fact, None]]:
        """What is asked for within, in its order, and not noted outside."""
        outside, self._noted = self._noted, {}
        try:
            yield self._noted
        finally:
            self._noted = outside

    def note(self, view: str, key: Hashable = None) -> None:
        if self._noted is not None:
            self._noted[view, key] = None

    def note_all(self, facts: Mapping[Fact, None]) -> None:
        if self._noted is not None:
            self._noted.update(facts)

    def answer(self, fact: Fact) -> bytes:
        """A digest of the answer to a question; empty where nobody answers it any more, or yet."""
        found = self._digests.get(fact)
        if found is None:
            view, key = fact
            answers = self._answers.get(view)
            if answers is None:
                return b""
            said = repr(_comparable(answers(key))).encode("utf-8", "surrogatepass")
            found = self._digests[fact] = hashlib.sha256(said).digest()[:_DIGEST]
        return found

    def view(self, name: str, value: T, shown: Callable[[Any, Any], Any] | None = None) -> T:
        """A mapping of which each question is noted; ``shown`` makes of a key and its value what is given out, and notes it.
        Anything else is noted as a whole whenever it is asked for."""
        if not isinstance(value, Mapping):
            self._answers[name] = lambda _: value
            return value
        found = value
        self._answers[name] = lambda key: found.get(key, None)
        self._answers[f"{name}: has"] = lambda key: key in found
        self._answers[f"{name}: keys"] = lambda _: list(found)
        self._answers[f"{name}: number"] = lambda _: len(found)
        return cast(T, _Noted(self, name, value, shown))

    def answered(self, name: str, method: Callable[..., T]) -> Callable[..., T]:
        """A function whose answer is the fact."""
        self._answers[name] = lambda given: method(*given)

        def asked(*given: Hashable) -> T:
            self.note(name, given)
            return method(*given)

        return asked

    def _part(self, kind: type[T], name: str, value: T, field: Callable[[str, Any], Any]) -> T:
        """A value of a dataclass whose fields are views."""
        made = {one.name: field(one.name, getattr(value, one.name)) for one in fields(cast(Any, kind))}

        def get(attribute: str) -> Any:
            if not isinstance(made[attribute], (_Noted, Authority)):
                self.note(f"{name}.{attribute}")
            return made[attribute]

        return _given_out(kind, get)

    def _archive_field(self, name: str, value: Any) -> Any:
        if name == "authority":
            return self._part(Authority, "authority", value, lambda n, v: self.view(f"authority.{n}", v))
        return self.view(f"archive.{name}", value, self._use if name == "entities" else None)

    def _use(self, key: str, use: EntityUse) -> EntityUse:
        """What the archive holds of an entity, each field a fact: its name says nothing of its mentions."""
        self.note("archive.entities: has", key)
        if key not in self._uses:

            def get(attribute: str) -> Any:
                self.note(f"use.{attribute}", key)
                return getattr(use, attribute)

            self._uses[key] = _given_out(EntityUse, get)
        return self._uses[key]


class _Noted(Mapping[Any, Any]):
    """A mapping that notes what it is asked."""

    __slots__ = ("_asked", "_keys", "_known", "_name", "_number", "_shown", "_single")

    def __init__(self, asked: Asked, name: str, known: Mapping[Any, Any], shown: Callable[[Any, Any], Any] | None) -> None:  # fmt: skip
        self._asked, self._known, self._shown, self._name = asked, known, shown, name
        self._single, self._keys, self._number = f"{name}: has", f"{name}: keys", f"{name}: number"

    def __getitem__(self, key: Any) -> Any:
        found = self.get(key, _NONE)
        if found is _NONE:
            raise KeyError(key)
        return found

    def get(self, key: Any, default: Any = None) -> Any:
        found = self._known.get(key, _NONE)
        if found is _NONE:
            self._asked.note(self._single, key)
            return default
        if self._shown:
            return self._shown(key, found)
        self._asked.note(self._name, key)
        return found

    def __contains__(self, key: object) -> bool:
        self._asked.note(self._single, key)
        return key in self._known

    def __iter__(self) -> Iterator[Any]:
        self._asked.note(self._keys)
        return iter(self._known)

    def __len__(self) -> int:
        self._asked.note(self._number)
        return len(self._known)


def _given_out(kind: type[T], get: Callable[[str], Any]) -> T:
    """A value of a dataclass whose fields are asked for one by one."""
    made = object.__new__(_class_of(kind))
    object.__setattr__(made, "_get", get)
    return cast(T, made)


def _class_of(kind: type[Any]) -> type[Any]:
    if kind not in _classes:

        def reading(name: str) -> property:
            return property(lambda self: self._get(name))

        _classes[kind] = type(f"Asked{kind.__name__}", (kind,), {"__slots__": ("_get",), **{f.name: reading(f.name) for f in fields(kind)}})  # fmt: skip
    return _classes[kind]


_classes: dict[type[Any], type[Any]] = {}


class _Lookup(Lookup):
    """A lookup whose views note what they are asked."""

    asked: Asked

    def always(self, key: Hashable, make: Callable[[], T]) -> T:
        """What it is made of is not noted, but what is looked up in it."""
        name = f"always: {key!r}"
        if key not in self._kept:
            with self.asked.noting():
                made = make()
            self._kept[key] = self.asked.view(name, made)
        found = self._kept[key]
        if not isinstance(found, _Noted):
            self.asked.note(name)
        return cast(T, found)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Whoever is given what was made for another page has asked what was asked for it."""
        if key not in self._made:
            while len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            with self.asked.noting() as facts:
                made = make()
            self._made[key] = made, facts
        found, facts = self._made[key]
        self.asked.note_all(facts)
        return cast(T, found)


def _lookup(asked: Asked) -> Lookup:
    made = _Lookup(asked.archive)
    given = made.__dict__
    given["asked"] = asked
    for name in _VIEWS:
        view = f"lookup.{name}"
        given[view] = asked.view(view, getattr(asked.plain, name))
    for name in ANSWERED:
        given[name] = asked.answered(f"lookup.{name}()", getattr(asked.plain, name))
    return made


def _seen(view: str) -> property:
    def get(self: _Lookup) -> Any:
        found = self.__dict__[view]
        if not isinstance(found, _Noted):
            self.asked.note(view)
        return found

    return property(get)


_VIEWS = tuple(name for name, value in vars(Lookup).items() if isinstance(value, cached_property))
for _name in _VIEWS:
    setattr(_Lookup, _name, _seen(f"lookup.{_name}"))


def _of_use(uses: Mapping[str, EntityUse], name: str) -> Callable[[Any], Any]:
    return lambda key: getattr(uses[key], name) if key in uses else None


def _comparable(value: Any) -> Any:
    """The same with whatever has no order in one, and without the lines of the files of ``seeds/``, which no page shows."""
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Entity):
        return replace(value, line=0, lines={}, aliases=tuple(map(_comparable, value.aliases)), relations=tuple(map(_comparable, value.relations)))  # fmt: skip
    if isinstance(value, (Alias, Relation)):
        return replace(value, line=0)
    if isinstance(value, tuple) and any(isinstance(one, (tuple, Entity, Relation)) for one in value[:2]):
        return tuple(map(_comparable, value))
    return value
