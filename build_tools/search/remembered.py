"""What the index takes over from the last build: parts of it, asked for by keys of all that they depend on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Protocol

from build_tools.search.encoding import compressed


class Memory(Protocol):
    """Kept between builds. What is damaged is not there."""

    @property
    def documents(self) -> Mapping[str, bytes]:
        """By the id of a document a key of all that it, as the archive holds it, was made of."""

    def get(self, key: bytes) -> bytes | None: ...

    def put(self, key: bytes, value: bytes) -> None: ...

    def stands(self, digest: str) -> bool:
        """Whether the site of the last build has a file of this SHA-256."""


class Nothing:
    """Where nothing is kept."""

    documents: Mapping[str, bytes] = MappingProxyType({})

    def get(self, key: bytes) -> bytes | None:
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Forgotten."""

    def stands(self, digest: str) -> bool:
        return False


NOTHING = Nothing()


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the index; without ``content`` where the site of the last build has it."""

    digest: str
    content: bytes | None


def part(content: bytes) -> Part:
    packed = compressed(content)
    return Part(sha256(packed).hexdigest(), packed)


def remembered(memory: Memory, key: bytes, make: Callable[[], bytes | None]) -> Part | None:
    """The file of what ``make`` makes, ``None`` of nothing; not made where its key is known and the file stands."""
    known = memory.get(key)
    if known == b"":
        return None
    if known is not None and memory.stands(known.decode("ascii")):
        return Part(known.decode("ascii"), None)
    content = make()
    made = part(content) if content is not None else None
    memory.put(key, made.digest.encode("ascii") if made else b"")
    return made


def key_of(*parts: bytes) -> bytes:
    """No two different rows of parts have one key."""
    hashed = sha256()
    for one in parts:
        hashed.update(len(one).to_bytes(8, "big") + one)
    return hashed.digest()
