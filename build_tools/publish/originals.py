"""The files that texts were converted from, published beside their pages where rights are full."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from build_tools.model import Archive, OutputFile
from build_tools.read.files import read_bytes
from build_tools.render import paths

_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a .zip knows: the same files make the same bytes."""


def files(archive: Archive) -> Iterator[OutputFile]:
    """``documents/NAME.original.pdf`` and its like."""
    for key, annotated in archive.documents.items():
        original = annotated.document.record.original
        if original is not None:
            path = paths.original(key, original.path.name)
            data = read_bytes(original.path)
            yield OutputFile(path, _packed(original.path, data) if path.endswith(".zip") else data, "site")


def _packed(path: Path, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(zipfile.ZipInfo(path.name, _NO_DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
