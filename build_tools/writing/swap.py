"""Two folders that change places at one moment, where the system knows how: nobody ever sees neither of them."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""``AT_FDCWD`` of Linux."""

_EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux (``renameat2``) and ``RENAME_SWAP`` of macOS (``renamex_np``)."""

_UNKNOWN = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What systems and file systems say that cannot do it."""


def exchange(one: Path, other: Path) -> None:
    """Let ``one`` and ``other``, which both exist, change places.

    Raises ``OSError``: ``EXDEV`` when they are on different disks, ``EBUSY`` when one of them is a mount point,
    ``ENOTSUP`` when the system or the file system cannot do it.
    """
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(*paths, ctypes.c_uint(_EXCHANGE))
        else:
            failed = library.renameat2(_HERE, paths[0], _HERE, paths[1], ctypes.c_uint(_EXCHANGE))
    except AttributeError:  # a C library without it
        failed = -1
        ctypes.set_errno(errno.ENOTSUP)
    if failed:
        code = ctypes.get_errno()
        code = errno.ENOTSUP if code in _UNKNOWN else code
        raise OSError(code, os.strerror(code), str(other))


def sync_disk(folder: Path) -> None:
    """Wait until everything that was written to the disk of ``folder`` is there for good."""
    library = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        library.syncfs(descriptor)
    except AttributeError:
        os.sync()
    finally:
        os.close(descriptor)
