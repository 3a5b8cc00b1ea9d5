"""Which document a file format was at when it failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.problems import DataError, unexpected


class Watched(Mapping[str, AnnotatedDocument]):
    """The documents of an archive, and the one that a walk through them has come to."""

    def __init__(self, documents: Mapping[str, AnnotatedDocument]) -> None:
        self._documents = documents
        self.at: AnnotatedDocument | None = None
        """``None`` before a walk and after its end."""

    def __getitem__(self, key: str) -> AnnotatedDocument:
        return self._documents[key]

    def __len__(self) -> int:
        return len(self._documents)

    def __iter__(self) -> Iterator[str]:
        for key, document in self._documents.items():
            self.at = document
            yield key
        self.at = None


Files = Callable[[Archive, Site], Iterator[OutputFile]]


def files_of(files: Files, name: str, archive: Archive, site: Site) -> Iterator[OutputFile]:
    """What ``files`` makes. A fault of the program on the way is a ``DataError`` that names the document it was at,
    or, where it was at none, the format ``name``."""
    documents = Watched(archive.documents)
    made = files(replace(archive, documents=documents), site)
    while True:
        try:
            file = next(made, None)
        except (DataError, OSError, MemoryError):
            raise
        except Exception as error:
            at = str(documents.at.document.path) if documents.at else "archive"
            raise DataError([unexpected(error, at, where=f"The format {name}")]) from error
        if file is None:
            return
        yield file
