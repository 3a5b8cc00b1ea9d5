"""What was saved is shown first: pages of texts are made of what stays in memory, before the whole site is made again.

The pages are those that the whole site will have; everything else follows with it. Where more changed than texts and their
records, or where they have faults, there is nothing to show first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from build_tools.annotate import Annotator
from build_tools.model import AnnotatedDocument, Document, Seeds
from build_tools.publish.pipeline import Prepared, gathered
from build_tools.publish.progress import silent
from build_tools.publish.settings import Settings
from build_tools.read import read_again
from build_tools.render.making import pages_of


class First:
    """The archive as it was read last."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared = prepared
        self._annotator: Annotator | None = None
        self._waiting: set[Path] = set()
        """What changed before, and could not be shown."""

    def ready(self, settings: Settings) -> None:
        """Load what texts are annotated with and pages are made with, while the whole site is made."""
        seeds, archive = self._prepared.seeds, self._prepared.archive
        if self._annotator is None and seeds is not None:
            with suppress(Exception):  # which the whole build tells, whatever it is
                pages_of(archive, settings.site, list(archive.documents)[:1])
            self._annotator = Annotator(seeds.authority)

    def pages(self, settings: Settings, changed: Collection[Path]) -> dict[str, dict[str, str]] | None:
        """The pages of the texts that changed, by language and path in ``docs/``; ``None`` where there is nothing to show."""
        self._waiting.update(changed)
        seeds = self._prepared.seeds
        if seeds is None:
            return None
        names = _texts(seeds, self._waiting)
        try:
            again = self._read(seeds, settings, names) if names else None
            if again is None:
                return None
            self._prepared = again
            self._waiting.clear()
            return {
                language: {path: content.decode() for path, content in files.items()}
                for language, files in pages_of(again.archive, settings.site, names).items()
            }
        except Exception:  # which the whole build tells, whatever it is
            return None

    def _read(self, seeds: Seeds, settings: Settings, names: Collection[str]) -> Prepared | None:
        self.ready(settings)
        read: dict[str, Document] = {}
        annotated: dict[str, AnnotatedDocument] = {}
        for document in (one for one in seeds.documents if one.id in names):
            again = read_again(document, seeds, settings.rules.rights)
            if again is None or self._annotator is None:
                return None
            made, problems = self._annotator.attempt(again)
            if made is None or any(problem.severity == "error" for problem in problems):
                return None
            read[again.id], annotated[again.id] = again, made
        seeds = replace(seeds, documents=tuple(read.get(one.id, one) for one in seeds.documents))
        every = [annotated.get(one.document.id, one) for one in self._prepared.annotated]
        return gathered(seeds, every, self._prepared.warnings, settings, silent)


def _texts(seeds: Seeds, changed: Collection[Path]) -> frozenset[str]:
    """The documents of these files, where they are nothing but texts and records that were there before."""
    known: Mapping[Path | None, str] = {
        path: one.id for one in seeds.documents for path in (one.path, one.record.path)
    }
    return (
        frozenset(known[path] for path in changed)
        if changed and known.keys() >= set(changed)
        else frozenset()
    )
