"""Several new files of one folder, all of them or none, also when the program is killed between two of them.

They are written into a folder of their own inside it, whose change of name is the moment from which they count: what
was killed before leaves nothing, what was killed afterwards is finished by ``finish``.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from build_tools.file_names import READY, UNFINISHED
from build_tools.problems import DataError, Problem
from build_tools.writing.files import naming, place, sweep, sync_folder


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` (name → content) into ``folder``, where none of them may exist; in the order given. A name may lead
    into a folder in there, ``originals/report.pdf``.

    Raises ``OSError``, which names a file, and then has written none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    token = secrets.token_hex(8)
    unfinished, ready = folder / f"{UNFINISHED}{token}", folder / f"{READY}{token}"
    try:
        unfinished.mkdir()
        for name, content in files.items():
            if os.path.lexists(folder / name):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder / name))
            (unfinished / name).parent.mkdir(parents=True, exist_ok=True)
            with naming(folder / name), open(unfinished / name, "xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        sync_folder(unfinished)
        os.rename(unfinished, ready)
        sync_folder(folder)
        _move_out(ready, folder, files)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        _take_back(ready, folder, files)
        raise
    sync_folder(folder)


def finish(folder: Path) -> None:
    """Finish or remove what killed programs left in ``folder``. For the one writer there.

    Raises ``DataError`` when a file that belongs to an addition exists by now.
    """
    for unfinished in sorted(folder.glob(f"{UNFINISHED}*/")):
        shutil.rmtree(unfinished, ignore_errors=True)
    sweep(folder)
    for ready in sorted(folder.glob(f"{READY}*")):
        names = sorted(path.relative_to(ready).as_posix() for path in ready.rglob("*") if not path.is_dir())
        try:
            _move_out(ready, folder, names)
        except FileExistsError as error:
            raise DataError(
                [
                    Problem(
                        str(ready),
                        0,
                        "unfinished",
                        f"An interrupted addition cannot be finished, since there is another {Path(error.filename).name} by now",
                        "Move one of the two elsewhere",
                    )
                ]
            ) from None


def _move_out(ready: Path, folder: Path, names: Mapping[str, bytes] | list[str]) -> None:
    for name in names:
        if (ready / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            place(ready / name, folder / name)
    shutil.rmtree(ready)


def _take_back(ready: Path, folder: Path, names: Mapping[str, bytes]) -> None:
    """Undo what ``_move_out`` did, where it did not get to its end: what is no longer in ``ready`` was moved."""
    if not ready.exists():
        return
    for name in names:
        if not (ready / name).exists() or _same(ready / name, folder / name):
            (folder / name).unlink(missing_ok=True)
    shutil.rmtree(ready, ignore_errors=True)


def _same(one: Path, other: Path) -> bool:
    return other.exists() and os.path.samefile(one, other)
