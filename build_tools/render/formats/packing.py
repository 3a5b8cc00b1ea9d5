"""Files packed for the way: the same content gives the same bytes, whenever and wherever it is packed."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest time of day that the format of .zip knows."""
_LEVEL = 6


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A .zip of files, each with its name in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, _LEVEL, mtime=0)
