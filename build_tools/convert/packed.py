"""Packed files: .zip and .gz."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import PurePosixPath

from build_tools.convert import limits
from build_tools.convert.converter import Given, Member, UnreadableError
from build_tools.file_names import is_system_file


def of_zip(given: Given) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """The files in it, by their paths in there; those of systems are no texts."""
    try:
        packed = limits.unzip(given.data)
    except zipfile.BadZipFile:
        raise UnreadableError(
            "broken-file", "The file is no .zip that can be read", "Pack it again"
        ) from None
    members = []
    for info in sorted(packed.infolist(), key=lambda info: info.filename):
        path = PurePosixPath(info.filename)
        if info.is_dir() or is_system_file(path.name) or "__MACOSX" in path.parts:
            continue
        if info.flag_bits & 1:
            raise UnreadableError("encrypted", "The file is locked with a password", "Pack it without one")
        members.append(Member(info.filename, packed.read(info)))
    return tuple(members), ()


def of_gzip(given: Given) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """The one file in it."""
    try:
        with gzip.open(io.BytesIO(given.data)) as packed:
            data = packed.read(limits.UNPACKED + 1)
    except (OSError, EOFError):
        raise UnreadableError("broken-file", "The file is no .gz that can be read", "Pack it again") from None
    if len(data) > limits.UNPACKED:
        raise UnreadableError(
            "too-large", f"Unpacked it would be more than {limits.UNPACKED} bytes", limits.TOO_LARGE
        )
    return (Member(PurePosixPath(given.name).name.removesuffix(".gz"), data),), ()
