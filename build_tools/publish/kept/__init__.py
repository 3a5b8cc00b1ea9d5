"""What earlier builds worked out, kept in ``.cache/kept/`` under what it was worked out from.

A result is taken only under the very same key, so a build with it and a build without it make the same bytes. Whatever
is damaged counts as not there: it is thrown away, and worked out again, without a word.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

FOLDER = "kept"
"""In ``.cache/``."""
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, digest BLOB NOT NULL, value BLOB NOT NULL) WITHOUT ROWID"
_AT_ONCE = 500


def key(*parts: str | bytes) -> bytes:
    """A key of everything that a result depends on. No two different rows of parts have one key."""
    hashed = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(content).to_bytes(8, "big"))
        hashed.update(content)
    return hashed.digest()


class Kept:
    """Results of one kind, in one file. Use in a ``with`` block; what was not asked for in it is dropped at its end.

    An error of the data base ends its use for this build; so does another process that writes into it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked: set[bytes] = set()
        self._base: sqlite3.Connection | None = None

    def __enter__(self) -> Kept:
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._base = self._opened()
                break
            except (sqlite3.Error, OSError) as error:
                if _is_in_use(error):
                    break
                self._throw_away()
        return self

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            # A loss of power may cost what is kept, and never more than that.
            base.execute("PRAGMA synchronous = OFF")
            base.execute("PRAGMA journal_mode = MEMORY")
            base.execute(_TABLE)
            base.execute("SELECT key, digest, value FROM kept LIMIT 1").fetchall()
            base.execute("BEGIN")
        except BaseException:
            base.close()
            raise
        return base

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        base, self._base = self._base, None
        if base is None:
            return
        try:
            if kind is None:
                self._forget(base)
            base.execute("COMMIT")
        except sqlite3.Error as broken:
            if not _is_in_use(broken):
                self._throw_away()
        finally:
            base.close()

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key, as it was put there."""
        self._asked.add(key)
        if self._base is None:
            return None
        try:
            found = self._base.execute("SELECT digest, value FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if not found or hashlib.sha256(key + found[1]).digest() != found[0]:
            return None
        return bytes(found[1])

    def put(self, key: bytes, value: bytes) -> None:
        self._asked.add(key)
        if self._base is None:
            return
        try:
            row = (key, hashlib.sha256(key + value).digest(), value)
            self._base.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)
        except sqlite3.Error as error:
            self._give_up(error)

    def _forget(self, base: sqlite3.Connection) -> None:
        """Drop what nobody asked for."""
        old = [row for row in base.execute("SELECT key FROM kept") if row[0] not in self._asked]
        for first in range(0, len(old), _AT_ONCE):
            base.executemany("DELETE FROM kept WHERE key = ?", old[first : first + _AT_ONCE])

    def _give_up(self, error: sqlite3.Error) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
            self._base = None
        if not _is_in_use(error):
            self._throw_away()

    def _throw_away(self) -> None:
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _is_in_use(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def of_files(folder: Path, paths: Iterable[Path]) -> bytes:
    """A key of the contents of files, with their places below ``folder``."""
    parts: list[str | bytes] = []
    for path in sorted(paths):
        if path.is_file():
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return key(*parts)
