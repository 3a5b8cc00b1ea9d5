"""The way from ``seeds/`` to output files, every stage in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from build_tools import search
from build_tools.annotate.attested import check_decided
from build_tools.archive import gather
from build_tools.archive.rights import publishable
from build_tools.meaning import Meaning, one_thread, told
from build_tools.model import AnnotatedDocument, Archive, OutputFile, Seeds
from build_tools.problems import DataError, Problem
from build_tools.publish import originals
from build_tools.publish.encoding import FOLDER, browser_encoder, kept_encoder
from build_tools.publish.forked import apart
from build_tools.publish.kept import FOLDER as KEPT
from build_tools.publish.kept import Kept
from build_tools.publish.kept.annotations import Annotated, annotated_or_kept
from build_tools.publish.kept.indexed import indexed
from build_tools.publish.kept.members import Members
from build_tools.publish.kept.pages import There, remembered
from build_tools.publish.kept.standing import Standing
from build_tools.publish.kept.texts import reading
from build_tools.publish.progress import Progress
from build_tools.publish.settings import Settings
from build_tools.publish.workers import Workers
from build_tools.read import read_seeds
from build_tools.render import making
from build_tools.render.pictures import cards

PORTIONS = 32
"""Into how many the pages of a kind are divided where several processes make them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All documents gathered, and the warnings met on the way."""

    archive: Archive
    warnings: tuple[Problem, ...]
    meaning: Meaning | None = None
    """What all documents say, where the archive is searched by meaning, too."""
    seeds: Seeds | None = None
    annotated: Sequence[AnnotatedDocument] = ()
    """What it was gathered from."""
    keys: Mapping[str, bytes] = field(default_factory=dict)
    """By its id a key of all that a document with its annotations was made of."""


def prepare(
    settings: Settings, progress: Progress, *, jobs: int = 1, scheduler: str | None = None
) -> Prepared:
    """Read, annotate, gather, with up to ``jobs`` processes, or those of a scheduler. Raises ``DataError`` with all problems of all documents
    when one is an error."""
    progress("read", 0, 0)
    seeds, problems = read_seeds(settings.seeds, settings.rules, reading(settings.cache / KEPT, jobs))
    found = list(problems)
    annotated: list[AnnotatedDocument] = []
    keys: dict[str, bytes] = {}
    for number, (result, problems) in enumerate(_annotated(seeds, settings, jobs, scheduler, keys), 1):
        progress("annotate", number, len(seeds.documents))
        found.extend(problems)
        if result is not None:
            annotated.append(result)
    if any(problem.severity == "error" for problem in found):
        raise DataError(found)
    found.extend(check_decided(annotated))
    return replace(gathered(seeds, annotated, tuple(found), settings, progress, jobs), keys=keys)


def gathered(
    seeds: Seeds,
    annotated: Sequence[AnnotatedDocument],
    warnings: tuple[Problem, ...],
    settings: Settings,
    progress: Progress,
    jobs: int = 1,
) -> Prepared:
    """Everything that was read and annotated, put together."""
    meaning = _said(annotated, settings, progress, jobs)
    progress("gather", 0, 0)
    with one_thread():
        # Not where there is an encoder: its threads are in no copy of this process.
        archive = gather(seeds, annotated, meaning, partial(apart, jobs=1 if meaning else jobs))
    return Prepared(archive, warnings, meaning, seeds, annotated)


def _said(
    annotated: Sequence[AnnotatedDocument], settings: Settings, progress: Progress, jobs: int
) -> Meaning | None:
    # What the encoder keeps, a hundred megabytes, goes with it.
    encoder = kept_encoder(settings, progress, jobs)
    return told(map(publishable, annotated), encoder) if encoder else None


def _annotated(
    seeds: Seeds, settings: Settings, jobs: int, scheduler: str | None, keys: dict[str, bytes]
) -> Iterator[Annotated]:
    """All documents in their order, with their ``keys``. Those that did not change since the last build are not annotated again."""

    with (
        Kept(settings.cache / KEPT / "annotations.sqlite") as known,
        Workers(seeds.authority, jobs=jobs, scheduler=scheduler) as workers,
    ):
        yield from annotated_or_kept(seeds.documents, seeds.authority, known, workers.annotated, keys)


def lacking(prepared: Prepared, settings: Settings) -> Iterator[Problem]:
    """What this machine does not have that the site would be fuller with."""
    return cards.lacking(prepared.archive, settings.site)


def tasks(
    prepared: Prepared,
    settings: Settings,
    jobs: int = 1,
    there: There | None = None,
    standing: Standing | None = None,
) -> list[Callable[[], Iterable[OutputFile]]]:
    """Every file that the archive makes, in pieces of work for ``jobs`` processes; the longest come first. With ``there``,
    which tells whether a page lies in its place, pages that are as they were are only named, and so are files of the index that the
    ``standing`` site has."""
    archive, meaning = prepared.archive, prepared.meaning
    known = remembered(settings.cache / KEPT, settings.site, there) if there else None
    standing = standing or Standing(settings.site_dir)
    before = Members(settings.cache / KEPT, prepared.keys, standing)
    portions = PORTIONS if jobs > 1 else 1
    pages = making.tasks(archive, settings.site, portions=portions, remembered=known, before=before)
    return [
        partial(_index, prepared, settings, standing),
        *(task.files for task in pages if not task.part),
        partial(_encoder, settings, meaning),
        partial(originals.files, archive),
        *(task.files for task in pages if task.part),
    ]


def _index(prepared: Prepared, settings: Settings, standing: Standing) -> Iterator[OutputFile]:
    with one_thread(), indexed(settings.cache / KEPT, prepared.keys, standing) as memory:
        yield from search.build(prepared.archive, settings.site, prepared.meaning, memory)


def _encoder(settings: Settings, meaning: Meaning | None) -> Iterable[OutputFile]:
    return browser_encoder(settings.cache / FOLDER) if meaning and meaning.documents else ()
