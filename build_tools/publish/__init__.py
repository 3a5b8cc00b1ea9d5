"""The edge: the only place that writes files, and the only one that knows MkDocs.

``build`` makes the site or leaves everything as it was; ``serve`` shows it while it is being worked on; ``generate``
makes the pages only, for the hook through which MkDocs itself can be run.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.file_names import ALWAYS_KEPT
from build_tools.model import OutputFile, SameFile
from build_tools.problems import DataError, Problem, refused
from build_tools.publish.assembled import OLDER, assembled, begun
from build_tools.publish.beside import Beside, Published
from build_tools.publish.ending import ended_in_order, uninterrupted
from build_tools.publish.exchange import remove, replace
from build_tools.publish.fixity import digests, remember_seeds, seal
from build_tools.publish.forked import shared
from build_tools.publish.kept import FOLDER as KEPT
from build_tools.publish.kept import last
from build_tools.publish.kept.standing import DOCS, RECORD, Made, Standing, record, recorded
from build_tools.publish.ownership import claim, mark
from build_tools.publish.pages import Pages, Staged, remove_generated
from build_tools.publish.progress import Progress, silent
from build_tools.publish.settings import Settings, read_settings
from build_tools.publish.site import check_pages, run_mkdocs
from build_tools.publish.squeeze.scripts import join_scripts
from build_tools.publish.squeeze.sheets import unite
from build_tools.publish.weight import told, weigh
from build_tools.publish.workspaces import clear_cache, one_builder, workspace
from build_tools.writing import Tell, move_into, naming
from build_tools.writing import silent as untold

if TYPE_CHECKING:
    from build_tools.publish.pipeline import Prepared
    from build_tools.publish.squeeze.resident import Residents

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
    weight: str = ""
    """How much it is and who hosts it, in words; empty where nothing was published."""


def unheard(problems: Iterable[Problem]) -> None:
    """Where nobody is to be told of faults."""


def build(
    config: Path,
    *,
    strict: bool = True,
    jobs: int | None = None,
    scheduler: str | None = None,
    progress: Progress = silent,
    tell: Tell = untold,
) -> Built:
    """Make the site that ``config`` (``mkdocs.yml``) describes, and put it in the place of the old one.

    ``jobs`` is how many processes work at the same time, without it one for a small archive and one for each core
    for a large one; ``scheduler`` is the address of one whose workers annotate. ``tell`` is told when another command is waited for. Raises ``DataError`` when the data or the pages have faults; pages and site are then what they were
    before.
    """
    settings = read_settings(config)
    with ended_in_order(), workspace(settings, "archive build", tell=tell) as folder, ExitStack() as end:
        claim(settings.site_dir, settings.keep)
        # Before anything is read: what is saved while the build runs is then told as changed, not as built.
        sources = digests(settings.seeds)
        texts = sum(path.endswith(".txt") for path in sources)
        as_asked, settings = settings, settings.for_texts(texts)
        asked = last.asked(settings, sources, strict=strict)
        if told_then := last.nothing_to_do(settings, asked):
            return dataclasses.replace(Built(**told_then), written=0, removed=0)
        # Here, because whoever has nothing to do needs none of it.
        from build_tools.publish.workers import sensible

        jobs = jobs or sensible(texts)
        beside = Beside(folder / "beside", recorded(settings.site_dir, settings.cache / KEPT / RECORD))
        pages, built = generate(
            settings, folder, progress=progress, jobs=jobs, scheduler=scheduler, beside=beside
        )
        with _undone_on_failure(pages):
            progress("publish", 0, 0)
            site, files = _made(
                settings, folder, pages, beside, _older(settings), strict=strict, processes=jobs
            )
            taken_over = claim(settings.site_dir, settings.keep, site)
            end.enter_context(uninterrupted())
            replace(site, settings.site_dir, settings.keep)
            remember_seeds(settings, sources)
            _stand(settings, files, site)
            built = dataclasses.replace(
                built,
                warnings=tuple(sorted({*built.warnings, *taken_over})),
                weight=_weighed(settings, as_asked),
            )
            last.remember(settings, asked, built)
    return built


def _older(settings: Settings) -> Path:
    return settings.cache / KEPT / OLDER


def _stand(settings: Settings, files: Mapping[str, Made], left: Path) -> None:
    """Let the next build know the published site; ``left``: where the one that is published was made."""
    begun(_older(settings), Standing(settings.site_dir, files), left)
    record(settings.cache / KEPT / RECORD, settings.site_dir, files)


def _weighed(settings: Settings, as_asked: Settings) -> str:
    """How much the site is, in words."""
    return told(
        weigh(settings.site_dir, {*ALWAYS_KEPT, *settings.keep}),
        offline=settings.site.offline,
        left_out="" if settings.site.offline else as_asked.site.offline,
        packed=settings.packed_by,
    )


def _made(
    settings: Settings,
    folder: Path,
    pages: Pages,
    beside: Beside,
    older: Path,
    *,
    strict: bool,
    processes: int,
    residents: Residents | None = None,
) -> tuple[Path, Mapping[str, Made]]:
    """The folder of the finished site, and what is told of its files that stay as they were made.

    It is in the workspace ``folder`` in which its pages were generated; where files of the standing site stay, it
    is ``older``, in which nothing or an older site is.
    """
    # Here, because MkDocs' processes import this package without need of them.
    from build_tools.publish.offline import pack
    from build_tools.publish.sizes import fill

    site, standing = folder / "site", beside.standing
    with naming(site):
        same, made = run_mkdocs(
            settings, site, strict=strict, processes=processes, standing=standing.files, residents=residents
        )
        check_pages(pages.paths, site, settings, set(same))
        move_into(beside.folder, site)
        files = {**beside.made, **made, **{path: standing.files[path] for path in same}}
        if stays := {**dict(zip(same, same, strict=True)), **beside.same}:
            assembled(site, standing.folder, stays, older)
            site = older
        unite(site, settings.style_sheets, settings.overrides)
        join_scripts(site)
        fill(site, settings.site)
        if settings.site.offline:
            pack(site, settings.site.offline, settings.site.url)
            fill(site, settings.site)
        mark(site)
        seal(settings, site, {path: file.digest for path, file in files.items()})
    return site, files


def generate(
    settings: Settings,
    folder: Path,
    *,
    progress: Progress = silent,
    jobs: int = 1,
    scheduler: str | None = None,
    prepared: Prepared | None = None,
    beside: Beside | None = None,
) -> tuple[Pages, Built]:
    """Write the generated pages into ``docs/``, and what is published beside them into ``folder/beside`` or ``beside``.

    ``folder`` is a workspace; ``undo`` of the returned pages works as long as it exists. What is ``prepared`` already is not
    read again.
    """
    from build_tools.publish import (
        pipeline,
    )  # here, because MkDocs' processes import this package without need of it

    prepared = prepared or pipeline.prepare(settings, progress, jobs=jobs, scheduler=scheduler)
    docs = settings.cache / KEPT / DOCS
    pages = Pages(settings.docs, folder, recorded(settings.docs, docs))
    published = beside or Beside(folder / "beside", Standing(settings.site_dir))
    tasks = pipeline.tasks(prepared, settings, jobs, pages.there, published.standing)

    def done(number: int) -> list[Staged | Published]:
        return [_set_aside(file, pages, published) for file in tasks[number]()]

    for number, staged in enumerate(chain.from_iterable(shared(done, len(tasks), jobs)), 1):
        progress("render", number, 0)
        if isinstance(staged, Staged):
            pages.take(staged)
        else:
            published.take(staged)
    with _undone_on_failure(pages):
        removed = pages.commit()
        record(docs, settings.docs, {path: Made(digest) for path, digest in pages.digests.items()})
    return pages, Built(
        site=settings.site_dir,
        documents=len(prepared.archive.documents),
        pages=len(pages.paths),
        written=pages.written,
        removed=removed,
        warnings=tuple(
            sorted({*prepared.warnings, *pipeline.lacking(prepared, settings), *pages.warnings()})
        ),
    )


def _set_aside(file: OutputFile, pages: Pages, beside: Beside) -> Staged | Published:
    """A page, or a file that is published beside the pages, looked at."""
    if file.place == "site":
        return beside.looked_at(file)
    if isinstance(file, SameFile):
        return Staged(file.path, file.digest, changed=False)
    return pages.looked_at(file.path, file.content)


def serve(
    config: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    open_browser: bool = False,
    tell: Tell = untold,
    complain: Callable[[Iterable[Problem]], None] = unheard,
) -> int:
    """Serve the site on ``host:port`` and rebuild it on changes, until interrupted. Returns an exit code.

    ``tell`` is told how it goes, ``complain`` what is wrong. Raises ``DataError`` when the configuration has faults;
    faults in the data are shown in the place of the site.
    """
    from build_tools.publish import serving

    def build_into(
        settings: Settings, target: Path, prepared: Prepared | None, residents: Residents
    ) -> tuple[Problem, ...]:
        return _build_preview(settings, target, prepared, residents, tell)

    settings = read_settings(config)
    return serving.serve(
        settings, build_into, host=host, port=port, open_browser=open_browser, tell=tell, complain=complain
    )


def _build_preview(
    settings: Settings, target: Path, prepared: Prepared | None, residents: Residents, tell: Tell
) -> tuple[Problem, ...]:
    """The site as it would be published, but for the file of the whole site, at ``target`` in ``.cache/``.

    What stands in the last one there, or in the published one, is taken from it.
    """
    # Here, because MkDocs' processes import this package without need of them.
    from build_tools.publish.workers import sensible

    jobs = sensible(sum(1 for _ in settings.seeds.rglob("*.txt")))
    with workspace(settings, "archive serve", tell=tell) as folder:
        standing = next(filter(lambda one: one.files, _standing(settings, target)), Standing(target))
        beside = Beside(folder / "beside", standing)
        pages, built = generate(settings, folder, jobs=jobs, prepared=prepared, beside=beside)
        with _undone_on_failure(pages):
            older = target.with_name(OLDER)
            site, files = _made(
                settings, folder, pages, beside, older, strict=True, processes=jobs, residents=residents
            )
            site.rename(target)
            record(target.with_suffix(".json"), target, files)
    return built.warnings


def _standing(settings: Settings, target: Path) -> Iterator[Standing]:
    """The sites that a preview may take files from, the best first."""
    records = sorted(target.parent.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in records:
        yield recorded(path.with_suffix(""), path)
    yield recorded(settings.site_dir, settings.cache / KEPT / RECORD)


def clean(config: Path, *, tell: Tell = untold) -> tuple[int, tuple[Problem, ...]]:
    """Remove the generated pages, the site if it is ours, and all that is unfinished.

    Returns how many pages, and what stays because a person changed it.
    """
    settings = read_settings(config)
    with one_builder(settings, "make clean", tell=tell):
        remove(settings.site_dir, settings.keep)
        clear_cache(settings.cache)
        return remove_generated(settings.docs)


@contextmanager
def _undone_on_failure(pages: Pages) -> Iterator[None]:
    """Put ``docs/`` back when what is done within fails, and tell what could not be put back beside the failure."""
    try:
        yield
    except BaseException as error:
        faults = pages.undo()
        if faults:
            raise DataError([*_told(error), *faults]) from error
        raise


def _told(error: BaseException) -> tuple[Problem, ...]:
    if isinstance(error, DataError):
        return error.problems
    if isinstance(error, OSError) and error.filename:
        return (refused(str(error.filename), str(error.strerror), error.errno),)
    reason = " ".join(f"{type(error).__name__} {error}".split())
    return (
        Problem("archive", 0, "interrupted", f"The build ended before its time: {reason}", "Build again"),
    )
