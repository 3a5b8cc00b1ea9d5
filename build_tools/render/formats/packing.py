"""Files packed for the way: the same content gives the same bytes, whenever and wherever it is packed."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from copy import copy
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time of day that the format of .zip knows."""
_LEVEL = 6


_LOCAL = 30
"""Bytes of a member's own header before its name (APPNOTE.TXT, 4.3.7); at 26 stand the lengths of name and extra field."""


class Before(Protocol):
    """What the last build packed. What is damaged is not there."""

    @property
    def documents(self) -> Mapping[str, bytes]:
        """By the id of a document a key of all that it, as the archive holds it, was made of."""

    def packed(self, path: str) -> tuple[Path, Mapping[str, bytes]] | None:
        """The file that stands in the site of the last build, and the keys of its members by their names."""

    def keep(self, path: str, content: bytes, keys: Mapping[str, bytes]) -> None:
        """Note the keys of a file's members."""


class Nothing:
    """Where nothing is kept."""

    documents: Mapping[str, bytes] = MappingProxyType({})

    def packed(self, path: str) -> None:
        return None

    def keep(self, path: str, content: bytes, keys: Mapping[str, bytes]) -> None:
        """Forgotten."""


NOTHING = Nothing()


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    made_of: bytes
    """A key of all that its content depends on; empty where nobody can tell."""
    content: Callable[[], bytes]


def key_of(*parts: bytes) -> bytes:
    """No two different rows of parts have one key; empty where one of them is."""
    if not all(parts):
        return b""
    return sha256(b"".join(len(one).to_bytes(8, "big") + one for one in parts)).digest()


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A .zip of files, each with its name in it."""
    return _zipped(Member(name, b"", lambda content=content: content) for name, content in files)  # type: ignore[misc]


def zipped_again(path: str, members: Iterable[Member], before: Before = NOTHING) -> bytes:
    """The same of members for the file at ``path`` in the site. Those that are as the last build packed them are neither made nor
    packed: their bytes are taken from its file."""
    keys: dict[str, bytes] = {}

    def noted() -> Iterable[Member]:
        for member in members:
            if member.made_of:
                keys[member.name] = member.made_of
            yield member

    content = _zipped(noted(), before.packed(path))
    before.keep(path, content, keys)
    return content


def _zipped(members: Iterable[Member], before: tuple[Path, Mapping[str, bytes]] | None = None) -> bytes:
    out = io.BytesIO()
    with ExitStack() as end:
        archive = end.enter_context(zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL))
        older = end.enter_context(zipfile.ZipFile(before[0])) if before else None
        known = before[1] if before else {}
        for member in members:
            if older and member.made_of and known.get(member.name) == member.made_of:
                _copy(older, older.getinfo(member.name), archive)
                continue
            entry = zipfile.ZipInfo(member.name, BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, member.content())
    return out.getvalue()


def _copy(older: zipfile.ZipFile, entry: zipfile.ZipInfo, archive: zipfile.ZipFile) -> None:
    """Append a member as it is packed, header and all."""
    source, target = older.fp, archive.fp
    if source is None or target is None:
        raise ValueError("a closed file")
    source.seek(entry.header_offset)
    header = source.read(_LOCAL)
    beside = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    copied = copy(entry)
    copied.header_offset = archive.start_dir
    target.seek(archive.start_dir)
    target.write(header + source.read(beside + entry.compress_size))
    archive.start_dir = target.tell()
    archive.filelist.append(copied)
    archive.NameToInfo[copied.filename] = copied


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, _LEVEL, mtime=0)
