"""One file, written whole or not at all: beside its place first, flushed to the disk, then renamed."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from build_tools.file_names import UNFINISHED


def write(path: Path, content: bytes, *, flush: bool = True) -> None:
    """Make ``path`` hold ``content``, or leave what is there; folders on the way are made.

    A link is followed; the rights of a file that is there stay. ``flush`` waits until the disk has it, so that a loss
    of power loses nothing either; what can be made again needs none. Raises ``OSError``, which names the path.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with naming(path, always=True):
        new = path.with_name(f"{UNFINISHED}{secrets.token_hex(8)}")
        try:
            with open(new, "xb") as file:
                _keep_rights(path, file.fileno())
                file.write(content)
                file.flush()
                if flush:
                    os.fsync(file.fileno())
            os.replace(new, path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        if flush:
            sync_folder(path.parent)


def move(new: Path, path: Path) -> None:
    """Let the finished file ``new`` be ``path``, in the place of what is there: what can be made again needs no flush.

    On one disk its name is all that changes; to another disk it is copied, and ``new`` stays. A link is followed; the
    rights of a file that is there stay. Raises ``OSError``, which names the path.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with naming(path, always=True):
        try:
            if os.path.lexists(path):
                with open(new, "rb") as file:
                    _keep_rights(path, file.fileno())
            os.replace(new, path)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            write(path, new.read_bytes(), flush=False)


def copy_into(source: Path, target: Path) -> None:
    """Copy all files and links below ``source`` into ``target``; folders on the way are made.

    Raises ``OSError``, which names the copy that could not be written.
    """
    _each(source, target, lambda old, copy: shutil.copy2(old, copy, follow_symlinks=False))


def move_into(source: Path, target: Path) -> None:
    """Move all files and links below ``source`` to their places below ``target``, on the same disk, over what is there.

    Removing a file may take a disk milliseconds, so tens of thousands are not copied to be removed. Raises ``OSError``,
    which names the place.
    """
    _each(source, target, os.replace)


def _each(source: Path, target: Path, put: Callable[[Path, Path], object]) -> None:
    """All files and links below ``source``, with their places below ``target``, whose folders are made."""
    for place, folders, files in os.walk(source):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        folder = target / Path(place).relative_to(source)
        if files or links:
            folder.mkdir(parents=True, exist_ok=True)
        for name in (*files, *links):
            # An error may name the source: it is the place that there is no room for.
            with naming(folder / name, always=True):
                put(Path(place, name), folder / name)


def second_name(source: Path | str, target: Path | str) -> None:
    """Let ``target``, where nothing is, be the file or link ``source`` too; a copy where the file system knows no such names."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def place(new: Path, path: Path) -> None:
    """Move the file ``new`` to ``path``, on the same disk. Raises ``FileExistsError`` when something is there."""
    try:
        os.link(new, path, follow_symlinks=False)
    except FileExistsError:
        if not os.path.samefile(new, path):  # it is the same where the last attempt was killed at this point
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
    except OSError:  # a file system without a second name for a file
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.rename(new, path)
        return
    os.unlink(new)


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows which files ``folder`` holds, where the system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path, *, but: Path | None = None) -> None:
    """Remove the unfinished files that killed programs left anywhere below ``folder``, ``but`` not in one folder. For the
    one writer there."""
    for place, folders, files in os.walk(folder):
        inside = (os.path.join(place, name) for name in folders)
        folders[:] = [
            os.path.basename(path) for path in inside if path != str(but) and not os.path.ismount(path)
        ]
        for name in files:
            if name.startswith(UNFINISHED):
                with suppress(OSError):
                    os.unlink(os.path.join(place, name))


@contextmanager
def naming(path: Path, *, always: bool = False) -> Iterator[None]:
    """Give errors of the system the name of the file they are about, where they come without: ``write`` says none.

    ``always``: also where they name another one, which nobody knows.
    """
    try:
        yield
    except OSError as error:
        if error.errno is None or (error.filename is not None and not always):
            raise
        raise OSError(error.errno, error.strerror or os.strerror(error.errno), str(path)) from error


def _keep_rights(path: Path, descriptor: int) -> None:
    try:
        there = path.stat()
    except OSError:
        return
    os.fchmod(descriptor, stat.S_IMODE(there.st_mode))
    with suppress(OSError):  # only root may give a file away
        os.fchown(descriptor, there.st_uid, there.st_gid)
