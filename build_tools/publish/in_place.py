"""A site that is a mount point, or lies where folders cannot be renamed: files are moved one by one, under a journal.

The new site is written into a folder inside the old one and checked; the old one gets a second name for each of its
files there. From the moment at which the journal stands beside them, the new site counts: what is killed afterwards is
finished by ``recover``, and what fails is undone. What was killed before leaves the old site as it was.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from build_tools.file_names import ALWAYS_KEPT, EXCHANGE
from build_tools.problems import DataError, Problem
from build_tools.publish import fixity
from build_tools.writing import copy_into, second_name, write
from build_tools.writing.swap import sync_disk

_NEW, _OLD, _JOURNAL = "new", "old", "journal.json"


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where files come from (``new`` or ``old`` in the folder ``EXCHANGE``), which, and which go; in their order."""

    source: str
    place: tuple[str, ...]
    remove: tuple[str, ...]


def replace(new: Path, site: Path, keep: Collection[str]) -> None:
    """Put the files of the folder ``new`` in the place of those in ``site``, but what is named in ``keep``.

    Raises ``OSError`` or ``DataError`` when it cannot be done; the old site is there then.
    """
    site.mkdir(parents=True, exist_ok=True)
    work = site / EXCHANGE
    shutil.rmtree(work, ignore_errors=True)
    stays = {EXCHANGE, *ALWAYS_KEPT, *keep}
    try:
        (work / _NEW).mkdir(parents=True)
        copied(new, work / _NEW)
        wanted, present = sorted(_files(new, ()), key=_order), sorted(_files(site, stays))
        for path in present:
            (work / _OLD / path).parent.mkdir(parents=True, exist_ok=True)
            second_name(site / path, work / _OLD / path)
        forward = _Plan(_NEW, tuple(wanted), tuple(sorted(set(present) - set(wanted))))
        _note(work, forward)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    try:
        _settle(site, forward)
    except OSError:
        back = _Plan(_OLD, tuple(present), tuple(sorted(set(wanted) - set(present))))
        _note(work, back)
        _settle(site, back)
        shutil.rmtree(work, ignore_errors=True)
        raise
    shutil.rmtree(work, ignore_errors=True)


def recover(site: Path) -> None:
    """Finish or undo what a killed program left in ``site``. For the one builder. Raises ``OSError``, ``DataError``."""
    work = site / EXCHANGE
    if not work.is_dir():
        return
    journal = work / _JOURNAL
    if journal.exists():
        _settle(site, _read(journal))
    shutil.rmtree(work)


def copied(new: Path, copy: Path) -> None:
    """Copy what is in the folder ``new`` into the folder ``copy``, and check every file of it.

    Raises ``OSError`` or ``DataError``.
    """
    copy_into(new, copy)
    if fixity.digests(new) != fixity.digests(copy):
        hint = "Check the disk, and build again"
        raise DataError([Problem(str(copy), 0, "bad-copy", "The copy is not like the site", hint)])
    sync_disk(copy)


def _settle(site: Path, plan: _Plan) -> None:
    """Go through the plan, or through what is left of it: a file that was moved is no longer where it came from."""
    source = site / EXCHANGE / plan.source
    for path in plan.place:
        if os.path.lexists(source / path):
            _make_room(site, path)
            os.replace(source / path, site / path)
    for path in plan.remove:
        target = site / path
        if target.is_symlink() or target.is_file():  # a folder of its name is the other site's
            target.unlink()
        _remove_empty(target.parent, site)
    sync_disk(site)


def _make_room(site: Path, path: str) -> None:
    """Let ``path`` be free for a file: a folder of its name goes, and so does a file where it needs a folder."""
    folder = site
    for name in Path(path).parts[:-1]:
        folder = folder / name
        if os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir()):
            folder.unlink()
        folder.mkdir(exist_ok=True)
    target = site / path
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _remove_empty(folder: Path, site: Path) -> None:
    while folder != site and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _files(folder: Path, without: Collection[str]) -> Iterator[str]:
    """Paths of all files and links below ``folder``, but of what is named in ``without`` directly in it."""
    for place, names, files in os.walk(folder):
        top = Path(place) == folder
        names[:] = [name for name in names if not (top and name in without)]
        links = [name for name in names if os.path.islink(os.path.join(place, name))]
        for name in (*files, *links):
            if not (top and name in without):
                yield Path(place, name).relative_to(folder).as_posix()


def _order(path: str) -> tuple[int, str]:
    """What pages need comes before them, and what says that all is there comes last."""
    return (2 if path == fixity.MANIFEST else 1 if path.endswith(".html") else 0, path)


def _note(work: Path, plan: _Plan) -> None:
    write(work / _JOURNAL, json.dumps(asdict(plan)).encode())


def _read(journal: Path) -> _Plan:
    try:
        kept = json.loads(journal.read_bytes())
        return _Plan(str(kept["source"]), tuple(kept["place"]), tuple(kept["remove"]))
    except (ValueError, KeyError, TypeError):
        hint = f"Remove {journal.parent}, and build again"
        raise DataError([Problem(str(journal), 0, "bad-journal", "The journal is damaged", hint)]) from None
