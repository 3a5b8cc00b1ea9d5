"""The new site comes into the place of the old one; killed at any moment, one of the two is there, whole.

On one disk both change places at one moment. To another disk the new one is copied first, beside the old one. Where
the site is a mount point or what is around it may not be changed, files are moved one by one (``publish.in_place``).
What other programs keep in a site goes over by a second name for each file, so it is never absent either.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from build_tools.file_names import ALWAYS_KEPT
from build_tools.publish import in_place
from build_tools.publish.in_place import copied
from build_tools.publish.ownership import MARK, is_ours
from build_tools.writing import second_name, swap
from build_tools.writing.mounts import mounts
from build_tools.writing.swap import sync_disk

_ELSEWHERE = frozenset({errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM, errno.EROFS})
"""What is said where a folder cannot be renamed, but what is in it perhaps can: another disk, a mount point, rights."""


def replace(new: Path, site: Path, keep: Collection[str]) -> None:
    """Put the finished folder ``new`` in the place of ``site``, in which what is named in ``keep`` stays.

    ``site`` is a resolved path, and ``ownership.claim`` allows it. What was there is at ``new`` afterwards, or gone.
    Raises ``OSError`` or ``DataError`` when it cannot be done; the old site is there then.
    """
    sync_disk(new)
    if not mounts(site):
        if _renamed(new, site, keep):
            return
        with _beside(new, site) as copy:
            if copy is not None and _renamed(copy, site, keep):
                return
    in_place.replace(new, site, keep)


def recover(site: Path) -> None:
    """Finish or undo what a killed program left. For the one builder. Raises ``OSError``."""
    in_place.recover(site)
    old = _old(site)
    if old.is_dir():
        if os.path.lexists(site):
            shutil.rmtree(old, ignore_errors=True)
        else:
            os.rename(old, site)
    shutil.rmtree(_new(site), ignore_errors=True)


def remove(site: Path, keep: Collection[str]) -> None:
    """Remove a site that is ours, but what is named in ``keep``; the mark goes last."""
    if not site.is_dir() or not is_ours(site):
        return
    stays = {*keep, *ALWAYS_KEPT}
    names = sorted(set(os.listdir(site)) - stays, key=lambda name: (name == MARK, name))
    for name in names:
        path = site / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    with suppress(OSError):  # something is kept, or it is a mount point
        site.rmdir()


def _renamed(new: Path, site: Path, keep: Collection[str]) -> bool:
    """Whether it could be done by renaming folders."""
    try:
        _rename(new, site, keep)
    except OSError as error:
        if error.errno in _ELSEWHERE:
            return False
        raise
    return True


def _rename(new: Path, site: Path, keep: Collection[str]) -> None:
    if not os.path.lexists(site):
        site.parent.mkdir(parents=True, exist_ok=True)
        os.rename(new, site)
        return
    if new.stat().st_dev != site.stat().st_dev:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(site))
    _like(site, new)
    kept = [name for name in keep if os.path.lexists(site / name)]
    try:
        for name in kept:
            _second_name(site / name, new / name)
        try:
            swap.exchange(new, site)
        except OSError as error:
            if error.errno != errno.ENOTSUP:
                raise
            _rename_both(new, site)
    except BaseException:
        for name in kept:
            _dropped(new / name)
        raise


def _rename_both(new: Path, site: Path) -> None:
    """For systems where two folders cannot change places: killed in between, ``recover`` brings the old one back."""
    old = _old(site)
    os.rename(site, old)
    try:
        os.rename(new, site)
    except BaseException:
        os.rename(old, site)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _beside(new: Path, site: Path) -> Iterator[Path | None]:
    """A copy of ``new`` on the disk of ``site``; ``None`` where nothing may be made beside it."""
    copy = _new(site)
    shutil.rmtree(copy, ignore_errors=True)
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.mkdir()
    except OSError as error:
        if error.errno not in _ELSEWHERE:
            raise
        yield None
        return
    try:
        copied(new, copy)
        yield copy
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _second_name(source: Path, target: Path) -> None:
    if source.is_dir() and not source.is_symlink():
        shutil.copytree(source, target, symlinks=True, copy_function=second_name)
    else:
        second_name(source, target)


def _dropped(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _like(site: Path, new: Path) -> None:
    """Give the new folder the rights of the old one: a group that may deploy it, for instance."""
    shutil.copymode(site, new)
    with suppress(OSError):
        shutil.chown(new, site.stat().st_uid, site.stat().st_gid)


def _new(site: Path) -> Path:
    return site.with_name(f".{site.name}.archive-new")


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}.archive-old")
