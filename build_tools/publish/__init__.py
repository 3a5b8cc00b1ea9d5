"""The edge: the only place that writes files, and the only one that knows MkDocs.

``build`` makes the site or leaves everything as it was; ``serve`` shows it while it is being worked on; ``generate``
makes the pages only, for the hook through which MkDocs itself can be run.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build_tools.model import OutputFile
from build_tools.problems import Problem
from build_tools.publish.fixity import remember_seeds, seal
from build_tools.publish.modules import join_modules
from build_tools.publish.offline import pack
from build_tools.publish.pages import Pages, checked, remove_generated, write
from build_tools.publish.progress import Progress, silent
from build_tools.publish.settings import Settings, read_settings
from build_tools.publish.site import check_pages, replace_folder, run_mkdocs
from build_tools.publish.site import serve as _serve
from build_tools.publish.stylesheets import unite

__all__ = ["Built", "Settings", "build", "clean", "generate", "read_settings", "serve", "workspace"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. ``written`` and ``removed`` count generated pages, ``pages`` all there are."""

    site: Path
    documents: int
    pages: int
    written: int
    removed: int
    warnings: tuple[Problem, ...]


def build(config: Path, *, strict: bool = True, processes: int = 1, progress: Progress = silent) -> Built:
    """Make the site that ``config`` (``mkdocs.yml``) describes, and put it in the place of the old one.

    ``processes`` > 1 builds that many interface languages at the same time. Raises ``DataError`` when the data or the
    pages have faults; pages and site are then what they were before.
    """
    settings = read_settings(config)
    with workspace(settings) as folder:
        pages, built = generate(settings, folder, progress=progress)
        try:
            progress("publish", 0, 0)
            target = folder / "site"
            run_mkdocs(settings, target, strict=strict, processes=processes)
            check_pages(pages.paths, target, settings)
            shutil.copytree(folder / "beside", target, dirs_exist_ok=True)
            unite(target, settings.style_sheets)
            join_modules(target)
            if settings.site.offline:
                pack(target, settings.site.offline)
            seal(settings, target)
            replace_folder(target, settings.site_dir, folder / "old-site")
        except BaseException:
            pages.undo()
            raise
    remember_seeds(settings)
    return built


def generate(settings: Settings, folder: Path, *, progress: Progress = silent) -> tuple[Pages, Built]:
    """Write the generated pages into ``docs/``, and what is published beside them into ``folder/beside``.

    ``folder`` is a workspace; ``undo`` of the returned pages works as long as it exists.
    """
    from build_tools.publish import (
        pipeline,
    )  # here, because MkDocs' processes import this package without need of it

    prepared = pipeline.prepare(settings, progress)
    pages = Pages(settings.docs, folder)
    beside = folder / "beside"
    beside.mkdir()
    for number, file in enumerate(pipeline.outputs(prepared.archive, settings), 1):
        progress("render", number, 0)
        _stage(file, pages, beside)
    try:
        removed = pages.commit()
    except BaseException:
        pages.undo()
        raise
    return pages, Built(
        site=settings.site_dir,
        documents=len(prepared.archive.documents),
        pages=len(pages.paths),
        written=pages.written,
        removed=removed,
        warnings=tuple(sorted({*prepared.warnings, *pages.warnings()})),
    )


def _stage(file: OutputFile, pages: Pages, beside: Path) -> None:
    if file.place == "docs":
        pages.stage(file.path, file.content)
    else:
        target = beside / checked(file.path)
        if target.exists():
            raise ValueError(f"file made twice: {file.path}")
        write(target, file.content)


def serve(config: Path, *, host: str = "127.0.0.1", port: int = 8000, open_browser: bool = False) -> int:
    """Serve the site on ``host:port`` and rebuild it on changes, until interrupted. Returns an exit code.

    Raises ``DataError`` when the configuration has faults; faults in the data are shown and waited out.
    """
    return _serve(read_settings(config), host=host, port=port, open_browser=open_browser)


def clean(config: Path) -> int:
    """Remove the generated pages and the site. Returns how many pages there were."""
    settings = read_settings(config)
    shutil.rmtree(settings.site_dir, ignore_errors=True)
    return remove_generated(settings.docs)


@contextmanager
def workspace(settings: Settings) -> Iterator[Path]:
    """A folder beside the site for everything unfinished; gone afterwards."""
    settings.cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=settings.cache) as folder:
        yield Path(folder)
