"""One writer at a time: a lock that ends with the process that holds it, however that ends.

The lock is the operating system's, on a file that says who holds it. The file is removed afterwards; one that a killed
process left locks nothing.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from build_tools.file_names import LOCK
from build_tools.problems import DataError, Problem

Tell = Callable[[str], None]
"""Told, in one line, whom the program waits for."""

PATIENCE = 600.0
"""Seconds after which waiting ends."""

CONFIGURATION = "mkdocs.yml"

_PAUSE = 0.1
_held: dict[Path, int] = {}
"""Locks of this process: what asks for one again has it already."""


def silent(line: str) -> None:
    """Where nobody is to be told."""


def of_project(root: Path) -> Path:
    """Lock file of the project in the folder ``root``."""
    return root.resolve() / ".cache" / "lock"


def of_seeds(seeds: Path) -> Path:
    """Lock file for a folder of sources: of the project around it; one in the folder itself where there is none."""
    seeds = seeds.resolve()
    for folder in seeds.parents:
        if (folder / CONFIGURATION).is_file():
            return of_project(folder)
    return seeds / LOCK


@contextmanager
def held(
    files: Iterable[Path], purpose: str, *, tell: Tell = silent, patience: float = PATIENCE
) -> Iterator[None]:
    """Hold the locks ``files`` for ``purpose`` (``archive build``), which others that wait are told.

    Waits while another process holds one, and says so once. Raises ``DataError`` after ``patience`` seconds.
    """
    deadline = time.monotonic() + patience
    with ExitStack() as stack:
        for path in sorted(set(files)):
            if path not in _held:
                stack.enter_context(_one(path, purpose, tell, deadline))
        yield


def descriptors() -> tuple[int, ...]:
    """Of the locks that this process holds: a child that is given them holds them as well, until it ends."""
    return tuple(_held.values())


def is_held(path: Path) -> bool:
    """Whether some process, this one or another, holds the lock ``path``."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        return _holder(descriptor) is not None
    finally:
        os.close(descriptor)


@contextmanager
def _one(path: Path, purpose: str, tell: Tell, deadline: float) -> Iterator[None]:
    descriptor = _acquired(path, tell, deadline)
    try:
        _sign(descriptor, purpose)
        _held[path] = descriptor
        yield
    finally:
        _held.pop(path, None)
        # First removed, then freed: who waits for the file that is gone sees that, and takes the new one.
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)
        if path.name != LOCK:
            with suppress(OSError):  # there is more in it
                path.parent.rmdir()


def _acquired(path: Path, tell: Tell, deadline: float) -> int:
    told = False
    while True:
        descriptor = _opened(path)
        if _taken(descriptor, path):
            return descriptor
        holder = _holder(descriptor)
        os.close(descriptor)
        if holder is not None and time.monotonic() >= deadline:
            hint = "Wait for it, or end it"
            raise DataError([Problem(str(path), 0, "locked", f"{holder} is writing here", hint)])
        if holder is not None and not told:
            tell(f"Waiting for {holder}")
            told = True
        time.sleep(_PAUSE)


def _opened(path: Path) -> int:
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except (FileNotFoundError, FileExistsError):  # the folder went with the last lock in it
            if path.parent.exists() and not path.parent.is_dir():
                raise


def _taken(descriptor: int, path: Path) -> bool:
    """Whether the lock is ours now, and is still the one that others will ask for."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        os.close(descriptor)
        message = f"The file system here knows no locks ({error.strerror})"
        raise DataError([Problem(str(path), 0, "no-locks", message, "Work on a local disk")]) from None
    try:
        there = os.stat(path)
    except OSError:
        return False
    own = os.fstat(descriptor)
    return (own.st_dev, own.st_ino) == (there.st_dev, there.st_ino)


def _sign(descriptor: int, purpose: str) -> None:
    about = {
        "purpose": purpose,
        "process": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now().isoformat(timespec="seconds"),
    }
    with suppress(OSError):  # on a full disk it is held without a name
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(about).encode(), 0)


def _holder(descriptor: int) -> str | None:
    """Who holds the lock, in words; ``None`` where it is nobody any more."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        pass
    else:
        return None
    try:
        about: Mapping[str, Any] = json.loads(os.pread(descriptor, 4096, 0))
        host = "" if about["host"] == socket.gethostname() else f" on {about['host']}"
        return f"{about['purpose']} (process {about['process']}{host}, since {about['since']})"
    except (ValueError, KeyError, TypeError):  # it is about to sign
        return "another process"
