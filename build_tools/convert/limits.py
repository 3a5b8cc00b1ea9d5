"""How much a file may make of itself: the limits under which converters work."""

from __future__ import annotations

import io
import zipfile

from build_tools.convert.converter import UnreadableError

MEMORY = 2_000_000_000
"""Bytes of address space of the process that converts."""
SECONDS = 120
"""For one file."""
INPUT = 500_000_000
"""Bytes of a file."""
TEXT = 16_000_000
"""Bytes of a text in UTF-8, as for texts that are put into ``seeds/`` by hand."""
UNPACKED = 400_000_000
"""Bytes of all that a packed file holds."""
PART = 100_000_000
"""Bytes of one XML part of an office document or book; its tree takes many times as much."""
MEMBERS = 20_000
"""Files in one packed file."""

TOO_LARGE = "Split it, or save its text as .txt"


def unzip(data: bytes) -> zipfile.ZipFile:
    """A packed file whose parts, by what it says of them, are within the limits; reading one checks what it says.

    Raises ``UnreadableError``, or ``BadZipFile``.
    """
    packed = zipfile.ZipFile(io.BytesIO(data))
    infos = packed.infolist()
    if len(infos) > MEMBERS:
        raise UnreadableError("too-large", f"It holds {len(infos)} files, more than {MEMBERS}", TOO_LARGE)
    total = sum(info.file_size for info in infos)
    if total > UNPACKED:
        raise UnreadableError(
            "too-large", f"Unpacked it would be {total} bytes, more than {UNPACKED}", TOO_LARGE
        )
    return packed


def part(packed: zipfile.ZipFile, name: str) -> bytes:
    """One XML part. Raises ``UnreadableError`` when it is too large or encrypted; ``KeyError`` when there is none."""
    info = packed.getinfo(name)
    if info.flag_bits & 1:
        raise UnreadableError("encrypted", "The file is locked with a password", "Save a copy without it")
    if info.file_size > PART:
        raise UnreadableError(
            "too-large", f"Its part {name} would be {info.file_size} bytes, more than {PART}", TOO_LARGE
        )
    return packed.read(info)
