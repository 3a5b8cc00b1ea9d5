"""Folders in ``.cache/`` for everything unfinished, made by the one who may write and gone afterwards."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_tools import writing
from build_tools.publish import exchange
from build_tools.publish.assembled import OLDER
from build_tools.publish.kept import FOLDER as KEPT
from build_tools.publish.settings import Settings
from build_tools.writing import lock

BUILD = "build-"
SERVE = "serve-"
"""A site that is being shown lies there for as long as it is, also while others build."""

IN_USE = "in-use"
"""Lock file in a folder that outlives the lock of the project."""


@contextmanager
def one_builder(
    settings: Settings, purpose: str, *, tell: writing.Tell = writing.silent, patience: float = lock.PATIENCE
) -> Iterator[None]:
    """Keep every other command from writing into the project meanwhile; waits for one that does, and tells so.

    What killed ones left is finished or removed first. Raises ``DataError`` when another one goes on for too long.
    """
    locks = [writing.of_project(settings.root), writing.of_seeds(settings.seeds)]
    with writing.held(locks, purpose, tell=tell, patience=patience):
        writing.finish(settings.seeds)
        exchange.recover(settings.site_dir)
        sweep(settings.cache)
        yield


@contextmanager
def workspace(
    settings: Settings, purpose: str = "mkdocs", *, tell: writing.Tell = writing.silent
) -> Iterator[Path]:
    """A folder for one build, and nobody else building meanwhile."""
    with one_builder(settings, purpose, tell=tell):
        settings.cache.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=BUILD, dir=settings.cache, ignore_cleanup_errors=True
        ) as folder:
            yield Path(folder)


def sweep(cache: Path) -> None:
    """Remove the folders of builds and servers that were killed. For the one builder."""
    for folder in cache.glob(f"{BUILD}*/"):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in cache.glob(f"{SERVE}*/"):
        if not lock.is_held(folder / IN_USE):
            shutil.rmtree(folder, ignore_errors=True)
    # What is unfinished in the older site goes when the next one is made there; to walk through it takes seconds.
    writing.sweep(cache, but=cache / KEPT / OLDER)


def clear_cache(cache: Path) -> None:
    """Remove everything that can be made again, but what a running server shows. For the one builder."""
    for path in cache.glob("*"):
        if path.is_dir() and not path.is_symlink():
            if not lock.is_held(path / IN_USE):
                shutil.rmtree(path, ignore_errors=True)
        elif not lock.is_held(path):
            path.unlink(missing_ok=True)
