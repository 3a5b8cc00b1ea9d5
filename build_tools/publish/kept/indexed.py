"""What the search index takes over from the last build: the words of documents, and files that stand in the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.program import program
from build_tools.publish.kept.standing import Standing


class Index:
    """``search.remembered.Memory`` over a file of what is kept."""

    def __init__(self, kept: Kept, documents: Mapping[str, bytes], standing: Standing) -> None:
        self.documents = documents
        self._kept, self._standing, self._common = kept, standing, program()

    def get(self, asked: bytes) -> bytes | None:
        return self._kept.get(key(self._common, asked))

    def put(self, asked: bytes, value: bytes) -> None:
        self._kept.put(key(self._common, asked), value)

    def stands(self, digest: str) -> bool:
        return digest in self._standing.places


@contextmanager
def indexed(folder: Path, documents: Mapping[str, bytes], standing: Standing) -> Iterator[Index]:
    """``documents``: by id a key of all that each was made of."""
    with Kept(folder / "search.sqlite") as kept:
        yield Index(kept, documents, standing)
