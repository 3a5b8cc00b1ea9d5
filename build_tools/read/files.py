"""Which files are read, and how: regular files only, and none outside of the folder given."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from build_tools.problems import DataError, Problem
from build_tools.read.decoding import Decoded, decode
from build_tools.strict_yaml import Loaded, load


def read_bytes(path: Path, root: Path | None = None) -> bytes:
    """The bytes of a regular file.

    With ``root``, a link that leads out of it is refused. Raises ``DataError`` with one problem.
    """
    shown = str(path)
    try:
        mode = path.stat().st_mode
        if root is not None and path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            raise DataError([Problem(shown, 0, "link-out", f"The link leads out of {root}", "Put the file itself there")])  # fmt: skip
        if not stat.S_ISREG(mode):
            what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
            raise DataError([Problem(shown, 0, "no-file", f"This is {what}", "Give a text file")])
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = "there is no such file" if isinstance(error, FileNotFoundError) else getattr(error, "strerror", None) or str(error)  # fmt: skip
        hint = (
            "Check the name" if isinstance(error, FileNotFoundError) else "Check the file and its permissions"
        )
        raise DataError(
            [Problem(shown, 0, "unreadable", f"The file cannot be read: {reason}", hint)]
        ) from None


def plain_bytes(path: Path) -> bytes | None:
    """The bytes of a regular file that is no link; ``None`` of anything else, and of one that cannot be read."""
    try:
        return path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else None
    except (OSError, ValueError):
        return None


def read_text(path: Path, root: Path | None = None) -> tuple[Decoded, bytes]:
    """A text file's text and its bytes. Raises ``DataError``; an empty file is an error too."""
    data = read_bytes(path, root)
    decoded = decode(data, str(path))
    if not decoded.text.strip():
        raise DataError([Problem(str(path), 0, "empty", "The file holds no text", "Fill it or remove it")])
    return decoded, data


def read_yaml(path: Path, root: Path | None = None) -> Loaded:
    """A YAML file's values with their lines; ``data`` is ``None`` where it holds only comments. Raises ``DataError``."""
    return load(decode(read_bytes(path, root), str(path)).text, str(path))


def entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder, sorted by name; nothing where there is no such folder. Raises ``DataError``."""
    try:
        with os.scandir(folder) as found:
            yield from sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        raise DataError([Problem(str(folder), 0, "unreadable", f"The folder cannot be read: {error.strerror}", "Check it and its permissions")]) from None  # fmt: skip
